"""Lesson 1: what a rule, a learner and a generator do, in every sample."""

import numpy as np
import pytest

from toolkit.learners.inbox import TEAMS, load_messages, sort_inbox
from toolkit.learners.notices import load_world
from toolkit.learners.rule_or_learner_findings import (
    KEYWORDS,
    MESSAGES,
    NONSENSE,
    facts,
    find_with_three_tools,
)
from toolkit.lesson import load_lesson
from toolkit.prose import count_words, sentences

SAMPLES = range(1, 22)
INBOX = [text for _, text in load_messages()["inbox"]]


def tools(seed, message, **more):
    """Return what each of the three tools did and the words it went by."""
    finding, *_ = find_with_three_tools(seed, message=message, **more)
    return {tool: (did, words) for tool, did, words in finding.tables[0].rows}


def random_words(seed):
    luck = np.random.default_rng([seed, 99])
    return " ".join("".join(luck.choice(list("qxzjvwk"), 6)) for _ in range(3))


@pytest.mark.parametrize("seed", SAMPLES)
def test_faced_with_words_nobody_has_seen_only_the_rule_is_silent(seed):
    for message in (NONSENSE, random_words(seed)):
        did = tools(seed, message)
        assert did["Rule"] == ("Gives no answer", "none")
        assert did["Learner"] == ("Bins, 25% sure", "none")
        text, words = did["Generator"]
        assert text.startswith("No team. Writes: “")
        assert len(text) > len("No team. Writes: “”")
        assert words == "none"


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_learner_is_never_silent_and_the_rule_only_where_none_of_its_words_stand(seed):
    for message in (*INBOX, *MESSAGES):
        did = tools(seed, message)
        assert did["Learner"][0].split(",")[0] in TEAMS.values()
        assert (did["Rule"][0] == "Gives no answer") == (did["Rule"][1] == "none")


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_generator_writes_only_words_of_the_notices_and_checks_none(seed):
    for message in INBOX:
        text = tools(seed, message)["Generator"][0]
        written = text.removeprefix("No team. Writes: “").removesuffix("”").split()
        assert set(written) <= set(load_world().words)


def test_the_generator_goes_on_from_the_last_word_it_has_met():
    text, words = tools(1, "the zop library zop")["Generator"]
    assert words == "library"
    assert text.startswith("No team. Writes: “library ")


@pytest.mark.parametrize("seed", SAMPLES)
def test_what_the_learner_went_by_are_words_it_has_met(seed):
    for message in INBOX:
        words = tools(seed, message)["Learner"][1]
        assert words == "none" or set(words.split(", ")) <= set(message.split())


def test_a_word_added_to_the_rule_changes_only_messages_that_hold_it():
    longer = (*KEYWORDS, "bins: never")
    for message in INBOX:
        before, after = (tools(1, message, keywords=rule)["Rule"] for rule in (KEYWORDS, longer))
        assert (before != after) == ("never" in message.split())


@pytest.mark.parametrize("message", ["", "   ", "!?", "🗑️"])
def test_without_words_the_reader_is_asked_for_some(message):
    (finding,) = find_with_three_tools(1, message=message)
    assert finding.sentence == "There are no words to go by. Type a message first."


def test_the_sentence_tells_what_the_table_tells():
    finding, chances, _ = find_with_three_tools(1, message=MESSAGES[3])
    did = tools(1, MESSAGES[3])
    assert finding.sentence.startswith(f"The rule says {did['Rule'][0]}.")
    assert f"says {did['Learner'][0]}." in finding.sentence
    team, sure = did["Learner"][0].removesuffix(" sure").split(", ")
    assert chances.sentence == f"It gives {team} the highest chance: {sure}."
    assert dict(row for row in chances.table)[team] == sure


def test_teams_that_are_level_are_said_to_be():
    _, chances, _ = find_with_three_tools(1, message=NONSENSE)
    assert chances.sentence == (
        "All four teams are level at 25%. It takes the first of them on its list: Bins."
    )


def test_a_line_of_the_rule_that_cannot_be_read_is_told():
    finding, *_ = find_with_three_tools(1, message="bin", keywords=("bns: bin",))
    assert "Line 1 was left out: “bns” is not a team" in finding.notes[0]


@pytest.mark.parametrize("seed", SAMPLES)
def test_the_facts_are_those_of_the_inbox_on_screen(seed):
    *_, inbox = find_with_three_tools(seed, message="bin")
    (right, wrong, silent), (good, bad, none) = (series.values for series in inbox.series)
    got = facts(seed)
    assert right + wrong + silent == good + bad + none == int(got["messages"]) == len(INBOX)
    assert (got["rule_silent"], got["learner_wrong"]) == (f"{silent}", f"{bad}")
    assert none == 0
    assert silent > len(INBOX) / 2  # the quiz says the rule was silent


def test_after_a_reader_edits_the_rule_the_quiz_still_speaks_of_ours_and_says_so():
    before = facts(1)["rule_silent"]
    *_, inbox = find_with_three_tools(1, message="bin", keywords=(*KEYWORDS, "bins: never"))
    assert int(inbox.series[0].values[2]) < int(before)
    assert facts(1)["rule_silent"] == before
    quiz = load_lesson("01-what-is-ai").quiz.questions
    (reason,) = [o.reason for q in quiz for o in q.options if "{rule_silent}" in o.reason]
    assert "the rule with our words was silent {rule_silent} times" in reason


def test_the_learners_range_comes_from_20_other_samples():
    *_, inbox = find_with_three_tools(2, message="bin")
    right = [sum(one.is_right for one in sort_inbox(seed)) for seed in range(3, 23)]
    learner = inbox.series[1]
    assert (learner.low, learner.high) == (
        (min(right), 12 - max(right), 0), (max(right), 12 - min(right), 0),
    )  # fmt: skip


def test_no_sentence_is_longer_than_30_words():
    found = [
        find_with_three_tools(seed, message=m) for seed in SAMPLES for m in (*INBOX, *MESSAGES)
    ]
    texts = {t for fs in found for f in fs for t in (f.sentence, *f.notes)}
    assert not [s for text in texts for s in sentences(text) if count_words(s) > 30]
