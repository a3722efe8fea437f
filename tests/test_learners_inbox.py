import pytest

from toolkit.learners.inbox import (
    EXTRAS,
    PER_TEAM,
    TEAMS,
    Sorted,
    draw,
    load_messages,
    sort_inbox,
)


@pytest.mark.parametrize("seed", range(1, 21))
def test_every_team_has_as_many_examples_and_none_twice(seed):
    drawn = draw(seed)
    for examples, each in ((drawn.first, PER_TEAM), (drawn.office, EXTRAS),
                           (drawn.residents, EXTRAS)):  # fmt: skip
        assert [team for team, _ in examples] == [team for team in TEAMS for _ in range(each)]
    every = (*drawn.first, *drawn.office, *drawn.residents)
    assert len(set(every)) == len(every)


def test_no_message_of_the_inbox_is_among_the_examples():
    messages = load_messages()
    inbox = {text for _, text in messages["inbox"]}
    assert not inbox & {text for _, text in (*messages["office"], *messages["resident"])}


def test_another_sample_starts_from_other_examples():
    assert draw(1).first != draw(2).first


def test_examples_that_are_added_are_learnt():
    (before,) = [one for one in sort_inbox(1) if one.text == "they never came tuesday"]
    extra = [("parking", "they never came tuesday")]
    (after,) = [one for one in sort_inbox(1, extra) if one.text == "they never came tuesday"]
    assert (before.chosen, before.known) == ("bins", ())
    assert after.chosen == "parking"


@pytest.mark.parametrize(
    ("known", "chosen", "lucky"),
    [((), "tax", True), (("and", "the"), "tax", True), (("and", "bill"), "tax", False),
     (("and",), "bins", False)],
)  # fmt: skip
def test_right_by_little_words_alone_counts_as_luck(known, chosen, lucky):
    assert Sorted("m", "tax", chosen, 0.5, known).is_lucky == lucky
