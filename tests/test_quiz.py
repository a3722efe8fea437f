import pytest
from tiny_lesson import option, question

from toolkit.errors import ContentError
from toolkit.quiz import parse_quiz, quiz_problems

TWO = [question("one"), question("two")]


def told(*questions):
    return [str(problem) for problem in quiz_problems(list(questions))]


def test_a_quiz_is_read_with_a_reason_for_every_answer():
    quiz = parse_quiz(TWO, "a.ipynb")
    yes, no = quiz.questions[0].options
    assert (yes.right, yes.misconception, yes.reason) == (True, "", "Because yes.")
    assert (no.right, no.misconception, no.reason) == (False, "M-MORE", "Because no.")


def test_what_to_revisit_is_what_was_not_answered_right():
    quiz = parse_quiz(TWO, "a.ipynb")
    assert [one.id for one in quiz.revisit({"one": "yes", "two": "no"})] == ["two"]


def test_a_question_without_an_answer_is_not_held_against_anybody():
    assert parse_quiz(TWO, "a.ipynb").revisit({"one": "yes"}) == ()


@pytest.mark.parametrize("kept", [None, 3, ["yes"], {"a": 1}, "gone"])
def test_an_answer_that_does_not_exist_counts_as_none(kept):
    quiz = parse_quiz(TWO, "a.ipynb")
    assert quiz.revisit({"one": kept}) == ()
    assert not quiz.is_complete({"one": kept, "two": "yes"})


def test_a_quiz_is_complete_with_wrong_answers_too():
    assert parse_quiz(TWO, "a.ipynb").is_complete({"one": "no", "two": "no"})


def test_two_right_answers_are_told():
    both = question("one", option("a", right=True), option("b", right=True))
    assert told(both, question("two")) == [
        "quiz, one: has 2 right answers; mark exactly one answer with 'right: true'"
    ]


def test_no_right_answer_is_told():
    assert (
        "quiz, one: has 0 right answers"
        in told(question("one", option("a"), option("b")), question("two"))[0]
    )


def test_a_wrong_answer_has_to_say_which_belief_it_stands_for():
    bare = {"id": "b", "text": "No", "reason": "Because."}
    assert told(question("one", option("a", right=True), bare), question("two")) == [
        "quiz, one, b: names no misconception; say which belief it stands for"
    ]


def test_a_right_answer_cannot_stand_for_a_misconception():
    odd = option("a", right=True, misconception="M-MORE")
    assert told(question("one", odd, option("b")), question("two")) == [
        "quiz, one, a: is right and names a misconception; drop one"
    ]


def at(place, name):
    """Return a question with four answers, the right one in this place."""
    return question(name, *(option(f"a{n}", right=n == place) for n in range(1, 5)))


@pytest.mark.parametrize("place", [1, 2, 4])
def test_right_answers_that_all_stand_in_one_place_are_told(place):
    assert told(at(place, "one"), at(place, "two"), at(place, "three")) == [
        f"quiz: the right answer is number {place} in every question; move it in one of them, so "
        "that its place gives nothing away"
    ]


def test_one_right_answer_in_another_place_is_enough():
    assert told(at(2, "one"), at(2, "two"), at(1, "three")) == []


def test_two_questions_may_share_a_place_by_chance():
    assert told(at(2, "one"), at(2, "two")) == []


def test_the_place_of_a_right_answer_is_not_judged_before_there_is_one():
    none = question("one", option("a"), option("b"))
    lines = told(none, {**none, "id": "two"}, {**none, "id": "three"})
    assert [line.split(";")[0] for line in lines] == [
        f"quiz, {name}: has 0 right answers" for name in ("one", "two", "three")
    ]


def test_ids_that_come_twice_are_told():
    twice = question("one", option("a", right=True), option("a"))
    assert told(twice, question("one")) == [
        "quiz: the id 'one' is used 2 times; give each its own",
        "quiz, one: the id 'a' is used 2 times; give each its own",
    ]


def test_an_answer_without_a_reason_is_refused_with_its_place():
    bare = {"id": "a", "text": "Yes", "right": True}
    (line,) = told(question("one", bare, option("b")), question("two"))
    assert line.startswith("quiz, item 1 (one), options, item 1 (a), reason: missing; say why")


def test_a_single_question_is_too_few():
    assert "quiz" in told(question("one"))[0]


@pytest.mark.parametrize("content", [None, "text", {}, [1], [[]]])
def test_what_is_not_a_quiz_is_refused_and_not_guessed(content):
    with pytest.raises(ContentError, match="quiz"):
        parse_quiz(content, "a.ipynb")
