import re

import pytest
from source import NOTEBOOKS, ROOT, name_of
from tiny_lesson import SECTIONS, WORDS, front_matter, lesson, notebook, question

from toolkit.course import load_course
from toolkit.errors import ContentError
from toolkit.frontmatter import read_notebook
from toolkit.learners import (
    bot_findings,
    council_pages,
    fluent_facts,
    inbox,
    inbox_findings,
    notices,
    repairs,
    repairs_findings,
    rule_or_learner_findings,
    two_cut_offs_decision,
    two_models,
    two_models_findings,
    two_wards,
    two_wards_findings,
    weighing,
    weighing_findings,
    weighing_group,
    workload_findings,
)
from toolkit.learners.repairs_findings import FIVE_FIXES, START
from toolkit.lesson import load_lesson, parse_lesson, read_lesson
from toolkit.lesson_rules import lesson_problems
from toolkit.lesson_time import READING_SPEED
from toolkit.prose import count_words, sentences

LESSONS = [path for path in NOTEBOOKS if path.parent.name == "lessons"]


def told(**changes):
    book = notebook(**changes)
    sections = tuple(re.findall(r"^## (.+)$", book.text, re.MULTILINE))
    return [str(problem) for problem in lesson_problems(book, WORDS, sections)]


def test_a_lesson_is_read_with_its_principle_and_its_headings():
    got = lesson()
    assert (got.slug, got.number, got.principle.label) == ("03-tiny", 3, "Learning")
    assert got.sections == SECTIONS
    assert got.prediction.text_of("up") == "It goes up"
    assert got.fixes is None


def test_the_beliefs_its_answers_stand_for_come_with_their_meaning():
    assert [word.meaning for word in lesson().beliefs] == ["More is always better."]


@pytest.mark.parametrize("kept", [None, "sideways", 1, ["up"]])
def test_a_prediction_that_does_not_exist_is_none(kept):
    assert lesson().prediction.text_of(kept) == ""


def test_computed_numbers_take_the_place_of_their_names_everywhere():
    got = lesson().with_facts({"rise": "4 points"})
    assert got.take_away.sentence == "It rose by 4 points."
    assert got.quiz.questions[1].text == "Was it 4 points?"


def test_a_number_that_is_not_computed_is_told_with_the_nearest_one():
    with pytest.raises(ContentError, match=r"\{rise\}: is not a number this lesson computes; did "
                                           r"you mean 'rises'\?"):  # fmt: skip
        lesson().with_facts({"rises": "4"})


def test_every_missing_line_is_told_at_once_with_what_to_do():
    lines = told(title=None, sample=None)
    assert lines == [
        "sample: missing; write the number of the sample to start with, from 1 to 9999",
        "title: missing; say what the lesson is about in 70 characters or fewer",
    ]


def test_a_misspelt_line_is_told_with_the_nearest_name():
    assert told(minuts=5) == ["minuts: is not a name this file can have; did you mean 'minutes'?"]


def test_an_unknown_principle_is_told_with_the_nearest_one():
    assert told(principle="learnin") == [
        "principle: 'learnin' is not one of the words used here; did you mean 'learning'?"
    ]


def test_an_unknown_misconception_is_told_with_its_place():
    wrong = {"id": "no", "text": "No", "reason": "Because.", "misconception": "M-MOR"}
    right = {"id": "yes", "text": "Yes", "reason": "Because.", "right": True}
    assert told(quiz=[question("one", right, wrong), question("two")]) == [
        "quiz, item 1, options, item 2, misconception: 'M-MOR' is not one of the words used here; "
        "did you mean 'M-MORE'?"
    ]


def test_a_step_that_is_missing_is_told_with_the_order_to_keep():
    (line,) = told(sections=SECTIONS[:3])
    assert line.startswith("headings: are The situation, Your prediction, Try it; have, in this")


def test_more_headings_than_the_five_are_fine():
    assert told(sections=(*SECTIONS[:3], "Try to fix it", *SECTIONS[3:])) == []


def test_a_question_cannot_send_a_reader_to_a_heading_that_is_not_there():
    assert told(quiz=[question("one", revisit="Try i"), question("two")]) == [
        "quiz, one, revisit: 'Try i' is not a heading; did you mean 'Try it'?"
    ]


def test_an_objective_that_the_text_does_not_name_is_told():
    assert told(text="nothing") == [
        "objectives: 'count to two' is not in the text; list it under the title"
    ]


def test_a_take_away_that_asks_nothing_is_refused():
    take_away = front_matter()["take_away"] | {"question": "Ask about it."}
    assert "take_away, question" in told(take_away=take_away)[0]


def test_a_broken_lesson_is_refused_with_the_name_of_its_file():
    with pytest.raises(ContentError, match=r"03-tiny.ipynb has 1 problem"):
        parse_lesson(notebook(minutes="ten"), WORDS)


def test_an_unknown_lesson_is_told_with_the_nearest_one():
    with pytest.raises(LookupError, match="did you mean '04-data-gaps'"):
        load_lesson("4-data-gaps")


# -- the lessons that are here


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_lesson_can_be_read(path):
    assert read_lesson(path).slug == path.stem


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_the_number_of_a_lesson_is_the_one_its_file_starts_with(path):
    if not path.stem.startswith("_"):
        assert int(path.stem.split("-")[0]) == read_lesson(path).number


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_what_a_page_puts_into_quotation_marks_has_only_single_ones_in_it(path):
    got = read_lesson(path)
    answers = [*got.prediction.options, *(o for q in got.quiz.questions for o in q.options)]
    quoted = [got.take_away.question, *(one.text for one in answers)]
    assert [text for text in quoted if set(text) & set('“”"')] == []


def test_no_two_lessons_keep_answers_under_one_name():
    ids = [read_lesson(path).id for path in LESSONS]
    assert len(ids) == len(set(ids))


# -- the numbers they speak of

FACTS = {
    "01-what-is-ai": rule_or_learner_findings.facts,
    "02-learning-from-examples": inbox_findings.facts,
    "03-fluent-is-not-true": fluent_facts.facts,
    "04-data-gaps": repairs_findings.facts,
    "05-choosing-a-threshold": two_wards_findings.facts,
    "06-can-it-explain-itself": two_models_findings.facts,
    "07-people-in-the-loop": workload_findings.facts,
    "08-deciding-together": weighing_findings.facts,
}
each_lesson = pytest.mark.parametrize("slug", FACTS)


def text_of(slug):
    return (ROOT / "notebooks" / "lessons" / f"{slug}.ipynb").read_text(encoding="utf-8")


def told_by(slug, sample):
    """Return every text of a lesson that can speak of a number, filled in."""
    got = load_lesson(slug).with_facts(FACTS[slug](sample))
    texts = [got.summary, got.prediction.question, got.take_away.sentence, got.take_away.why]
    for one in got.quiz.questions:
        texts += [one.text, *(option.reason for option in one.options)]
    return texts


@each_lesson
@pytest.mark.parametrize("sample", range(1, 22))
def test_every_number_that_a_lesson_speaks_of_is_computed(slug, sample):
    assert not [text for text in told_by(slug, sample) if "{" in text]


@each_lesson
def test_every_number_that_is_computed_for_a_lesson_is_spoken_of(slug):
    unused = {name for name in FACTS[slug](1) if f"{{{name}}}" not in text_of(slug)}
    assert unused == set()


@each_lesson
def test_no_sentence_of_a_lesson_is_longer_than_25_words_once_filled_in(slug):
    texts = told_by(slug, load_lesson(slug).sample)
    assert not [s for text in texts for s in sentences(text) if count_words(s) > 25]


@each_lesson
def test_the_situation_takes_80_words_at_most(slug):
    text = read_notebook(ROOT / "notebooks" / "lessons" / f"{slug}.ipynb").text
    situation = text.split("## The situation")[1].split("\n## ")[0]
    assert sum(count_words(one) for one in sentences(situation)) <= 80


@each_lesson
def test_a_lesson_says_how_long_its_words_and_activities_take_a_reader(slug):
    lesson = load_lesson(slug)
    assert lesson.minutes == round(lesson.time.core_seconds / 60)
    assert 10 <= lesson.minutes <= 15


def test_the_core_path_takes_an_hour_and_my_course_says_so():
    core = [one for one in load_course()[0] if not one.optional]
    minutes = sum(one.minutes for one in core)
    assert minutes == 60
    course = read_notebook(ROOT / "notebooks" / "my-course.ipynb").text
    assert f"Start with the core path, about {minutes} minutes." in course
    assert f"reading {READING_SPEED} words a minute" in course


@each_lesson
def test_a_host_is_told_how_long_a_lesson_takes_with_a_group(slug):
    told = re.search(r"before you start\.\*\* Allow (\d+) minutes", text_of(slug))
    assert int(told[1]) == load_lesson(slug).time.group_minutes <= 15
    assert int(told[1]) > load_lesson(slug).minutes  # a group talks


@each_lesson
def test_a_part_that_goes_further_says_so_where_it_begins(slug):
    for heading in load_lesson(slug).time.further:
        text = read_notebook(ROOT / "notebooks" / "lessons" / f"{slug}.ipynb").text
        assert text.split(f"## {heading}\n")[1].lstrip().startswith("**Go further.**")


@each_lesson
def test_a_host_is_told_the_sample_that_the_lesson_starts_from(slug):
    text = " ".join(text_of(slug).split())
    sample = load_lesson(slug).sample
    assert f"it shows sample {sample} to everybody" in text or "everybody sees\\n" in text


SETTINGS = {
    "01-what-is-ai": set(),
    "02-learning-from-examples": {"0%", "25%", "30%", "40%", "50%"},
    "03-fluent-is-not-true": {"0%", "25%", "35%", "100%"},
}


@pytest.mark.parametrize("slug", SETTINGS)
def test_no_result_is_typed_into_a_lesson(slug):
    """What stands in its text in per cent is where to set a control, and nothing else."""
    assert set(re.findall(r"\d+%", text_of(slug))) <= SETTINGS[slug]


# -- lesson 1


def test_the_set_up_in_the_words_of_lesson_1_is_the_one_that_is_computed():
    text = text_of("01-what-is-ai")
    assert f"the words of {len(inbox.draw(1).first)} old messages" in text
    assert f"“{rule_or_learner_findings.NONSENSE}”" in text
    assert "four teams: bins," in text
    assert len(inbox.TEAMS) == 4


# -- lesson 2


def test_the_set_up_in_the_words_of_lesson_2_is_the_one_that_is_computed():
    text, drawn = text_of("02-learning-from-examples"), inbox.draw(1)
    for words in (
        f"learnt from {len(drawn.first)} messages, all written in the office's words",
        f"It learnt from {len(drawn.first)} old messages: {inbox.PER_TEAM} for",
        f"Now {len(inbox.sort_inbox(1))} residents",
        f"Here are {len(inbox.sort_inbox(1))} messages from residents",
        f"Add {len(drawn.office)} more in the office's words, {len(drawn.residents)} in residents'",
        f"it gives each team {1 / len(inbox.TEAMS):.0%}",
    ):
        assert words in text
    assert [one.text[0] for one in inbox_findings.ADDED] == ["8", "8"]


# -- lesson 3


def test_the_set_up_in_the_words_of_lesson_3_is_the_one_that_is_computed():
    text, world = text_of("03-fluent-is-not-true"), notices.load_world()
    questions = len(council_pages.load_site().questions)
    for words in (
        f"The bot read {len(notices.publish(1).sentences)} notices",
        f"have published {len(notices.publish(1).sentences)} notices",
        "Eight made-up councils",
        f"writes {bot_findings.WRITTEN} sentences",
        f"{notices.HELD_BACK} of the {len(world.values)} facts are held back",
        f"which of {questions} questions",
        f"at {fluent_facts.LOWEST}%, and then at 35%",
    ):
        assert words in text.replace('\\n",\n    "', " ").replace("  ", " ")
    assert (len(world.councils), fluent_facts.LOOK_BACK) == (8, 5)


# -- lesson 4


@pytest.fixture(scope="module")
def data_gaps():
    return load_lesson("04-data-gaps")


def test_no_result_is_typed_into_lesson_4(data_gaps):
    """What stands in its text as a figure is the set-up of the example and nothing else."""
    text = (ROOT / "notebooks" / "lessons" / "04-data-gaps.ipynb").read_text(encoding="utf-8")
    shares = {repairs.OFFLINE, repairs.VISITED, repairs.CHECKED, repairs.PHONE_LOGS, START}
    setup = {f"{share:.0%}" for share in shares}
    told_to_host = {"100%", "50%", "10%"}  # where to move the slider
    assert set(re.findall(r"\d+%", text)) <= setup | told_to_host


def test_the_set_up_in_the_words_of_lesson_4_is_the_one_that_is_computed(data_gaps):
    text = (ROOT / "notebooks" / "lessons" / "04-data-gaps.ipynb").read_text(encoding="utf-8")
    for words in (
        f"{repairs.HOMES:,} homes to let",
        f"{repairs.OFFLINE:.0%} of",
        f"visits the top {repairs.VISITED:.0%}",
        f"Get {repairs.MORE_DATA} times more data",
        f"Check {repairs.CHECKED:.0%} of homes",
        f"Now {repairs.PHONE_LOGS:.0%} of offline",
        f"Start from {START:.0%} logged",
        f"reach only {repairs.CHECKED * repairs.HOMES:.0f} homes",
        f"Compare {len(FIVE_FIXES)} ways",
    ):
        assert words in text


def test_the_fixes_of_lesson_4_are_those_the_example_knows(data_gaps):
    assert tuple(one.id for one in data_gaps.fixes.options) == repairs.FIXES


# -- lesson 5


def test_the_set_up_in_the_words_of_lesson_5_is_the_one_that_is_computed():
    text = text_of("05-choosing-a-threshold")
    places = f"{two_cut_offs_decision.PLACES:,}"
    for words in (
        f"heating bills to {places} people",
        f"cabinet has {places} places",
        f"start={two_wards_findings.SHARED}, step=2",
        f"start={two_cut_offs_decision.PLACES},",
        f"Then set {two_wards.PEOPLE:,} people",
    ):
        assert words in text


# -- lesson 6


def test_the_set_up_in_the_words_of_lesson_6_is_the_one_that_is_computed():
    text = text_of("06-can-it-explain-itself")
    assert f"the same {two_models.PAST:,} past reports" in text
    assert f"now score {two_models.REPORTS:,} new ones" in text
    assert two_models.MODELS["A"] == ("age", "repairs", "people")
    assert {"age", "times", "words"} < set(two_models.MODELS["B"])


# -- lesson 8


def test_the_set_up_in_the_words_of_lesson_8_is_the_one_that_is_computed():
    text = text_of("08-deciding-together")
    for proposal in weighing.PROPOSALS:
        assert f"**{proposal.label.split(' (')[0]}**" in text
    for value in weighing.VALUES:
        assert f'Slider(\\"{value.id}\\", label=\\"{value.label}\\"' in text
    assert (len(weighing.PROPOSALS), len(weighing.VALUES), weighing.MOST) == (4, 6, 5)
    assert len(weighing_findings.STARTING_GROUP) == 7
    assert weighing_group.parse_people(weighing_findings.STARTING_GROUP)[1] == ()


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_no_sentence_in_the_text_of_a_lesson_is_longer_than_30_words(path):
    text = read_notebook(path).text
    assert not [one for one in sentences(text) if count_words(one) > 30]
