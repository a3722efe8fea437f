"""The steps of a lesson as Python sees them; tests/browser visits them as a reader does."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from handed_out import text_of
from tiny_lesson import SECTIONS, lesson

from toolkit.finding import Finding, Series
from toolkit.lesson_parts import Choice, Choices
from toolkit.progress import ProgressFile, write_progress
from toolkit.views.bridge import Bridge
from toolkit.views.control import Slider, TextBox
from toolkit.views.lesson import (
    Sitting,
    open_lesson,
    show_explorable,
    show_fixes,
    show_prediction,
    show_published,
    show_questions,
    show_quiz,
    show_take_away,
)
from toolkit.views.store import Store

ROOM = "What this room predicted, and the result"
FIXES = Choices("What would you try?", (Choice("a", "Fix A"), Choice("b", "Fix B", "A hint.")))


def find(sample, *, share):
    return Finding("T", f"Share {share} in sample {sample}.", "R", ("r",), (Series("S", (1.0,)),),
                   seed=sample, notes=("A note.",))  # fmt: skip


def find_fixes(sample, *, tried):
    names = ["+".join(sorted(one)) for one in tried]
    return Finding("T", f"Tried {names}.", "R", ("r",), (Series("S", (1.0,)),), seed=sample)


class Reader:
    """Someone at a lesson: what they do goes to Python, what Python sends back is kept."""

    def __init__(self, widget, monkeypatch):
        self.widget = widget
        self.sent = []
        monkeypatch.setattr(Bridge, "send", lambda _, message: self.sent.append(message))

    def soup(self):
        return BeautifulSoup(self.widget.screen["html"], "html.parser")

    def text(self):
        return " ".join(self.soup().get_text(" ").split())

    def do(self, name, value=None):
        self.widget._receive({"kind": "action", "name": name, "value": value})

    def change(self, name, value):
        self.widget._receive({"kind": "change", "name": name, "value": value, "keep": True})

    def upload(self, text):
        value = {"filename": "mine.json", "text": text}
        self.widget._receive({"kind": "upload", "name": "progress", "value": value})

    def of(self, kind):
        return [message for message in self.sent if message["kind"] == kind]

    def heard(self):
        return self.of("announce")[-1]["text"]


@pytest.fixture
def sitting():
    plain = lesson(sections=(*SECTIONS[:3], "Try to fix it", *SECTIONS[3:]))
    plain = type(plain)(**{**vars(plain), "fixes": FIXES})
    return Sitting(plain, lambda sample: {"rise": f"{sample} points"}, Store("lesson-tiny"))


@pytest.fixture
def reader(monkeypatch):
    return lambda widget: Reader(widget, monkeypatch)


@pytest.fixture
def begun(sitting):
    """A sitting whose reader has predicted."""
    sitting.store.update({"prediction": "up", "predicted": "given"})
    return sitting


# -- your prediction


def test_nothing_is_chosen_for_the_reader(sitting, reader):
    assert not reader(show_prediction(sitting)).soup().find_all("input", checked=True)


def test_choosing_alone_does_not_show_the_result(sitting, reader):
    reader(show_prediction(sitting)).change("prediction", "up")
    assert not sitting.is_open


def test_a_prediction_opens_the_lesson_and_moves_on_to_the_next_step(sitting, reader):
    me = reader(show_prediction(sitting))
    me.change("prediction", "up")
    me.do("predict")
    assert sitting.said == "It goes up"
    assert "You said: It goes up . Now try it below." in me.text()
    assert me.of("focus")[-1]["id"] == "tiny-try-it"


def test_going_on_without_a_choice_is_told_and_opens_nothing(sitting, reader):
    me = reader(show_prediction(sitting))
    me.do("predict")
    assert not sitting.is_open
    assert "Choose what you think will happen" in me.text()
    assert me.heard().startswith("Error: Choose what you think")


def test_the_prediction_may_be_skipped_by_choice(sitting, reader):
    me = reader(show_prediction(sitting))
    me.do("skip-prediction")
    assert sitting.is_open
    assert sitting.said == ""


def test_a_prediction_can_be_changed(begun, reader):
    reader(show_prediction(begun)).do("predict-again")
    assert not begun.is_open


@pytest.mark.parametrize("kept", [{"predicted": "given", "prediction": "gone"}, {"predicted": 1}])
def test_a_kept_prediction_that_makes_no_sense_is_asked_for_again(sitting, kept):
    sitting.store.update(kept)
    assert not sitting.is_open


# -- try it


def explorable(sitting):
    return show_explorable(sitting, Slider("share", "Share", start=25), find=find)


def test_the_result_stays_folded_until_there_is_a_prediction(sitting, reader):
    for widget in (explorable(sitting), show_fixes(sitting, find=find_fixes), show_quiz(sitting)):
        html = widget.screen["html"]
        assert "This part opens once you have made your prediction." in html
        assert not widget.screen["figures"]


def test_each_folded_step_can_be_opened_where_it_stands(sitting, reader):
    reader(explorable(sitting)).do("skip-prediction")
    assert sitting.is_open


def test_one_sentence_is_caption_text_alternative_and_announcement(begun, reader):
    me = reader(explorable(begun))
    me.change("share", "25")
    sentence = "You said “It goes up”. Here is the result. Share 25 in sample 5."
    assert me.soup().figcaption.get_text(strip=True) == sentence
    assert me.soup().find(role="img")["aria-label"] == f"T. {sentence}"
    assert me.heard() == sentence


def test_what_was_said_stands_only_before_the_result_it_was_about(begun, reader):
    begun.store.update({"hands-prediction-up": "12"})
    me = reader(explorable(begun))
    for moved in ("40", "25"):
        me.change("share", moved)
        as_it_began = moved == "25"
        assert me.heard().startswith("You said") is as_it_began
        assert (
            me.soup().find(role="region", attrs={"aria-label": ROOM}) is not None
        ) is as_it_began
    me.change("share", "100")
    me.do("put-back")
    assert me.heard() == "You said “It goes up”. Here is the result. Share 25 in sample 5."


def test_without_a_prediction_the_sentence_stands_alone(sitting, reader):
    sitting.skip()
    assert reader(explorable(sitting)).soup().figcaption.get_text(strip=True) == (
        "Share 25 in sample 5."
    )


def test_another_sample_is_shown_said_and_in_the_address(begun, reader):
    me = reader(explorable(begun))
    me.do("another-sample")
    assert "sample 6" in me.text()
    assert me.heard().endswith("in sample 6.")
    assert me.of("place")[-1]["text"] == "seed=6"


def test_there_is_a_way_back_to_the_first_sample(begun, reader):
    me = reader(explorable(begun))
    me.do("another-sample")
    assert "Back to sample 5" in me.text()
    me.do("first-sample")
    assert begun.sample == 5


def test_the_address_decides_which_sample_is_shown(begun, reader):
    me = reader(explorable(begun))
    me.widget._receive({"kind": "hello", "saved": None, "place": "seed=7"})
    assert begun.sample == 7


def test_an_address_that_names_only_a_section_keeps_the_sample(begun, reader):
    me = reader(explorable(begun))
    me.widget._receive({"kind": "place", "value": "seed=7"})
    me.widget._receive({"kind": "place", "value": ""})
    assert begun.sample == 7


@pytest.mark.parametrize("seed", ["0", "-1", "x", "1e3", "99999", "7.5", "<b>"])
def test_a_sample_that_does_not_exist_is_told_and_nothing_changes(begun, reader, seed):
    me = reader(explorable(begun))
    me.widget._receive({"kind": "place", "value": f"seed={seed}"})
    assert begun.sample == 5
    assert f"There is no sample ‘{seed}’" in me.text()


def test_after_the_last_sample_comes_the_first(begun, reader):
    begun.store.set("sample", 9999)
    reader(explorable(begun)).do("another-sample")
    assert begun.sample == 1


def test_moving_a_control_is_a_step_taken(begun, reader):
    reader(explorable(begun)).change("share", "40")
    assert begun.done == ("Try it",)


def test_numbers_come_as_a_file(begun, reader):
    me = reader(explorable(begun))
    me.do("numbers", "tiny-try-it-chart")
    (message,) = me.of("download")
    assert message["name"] == "tiny-try-it-chart-sample-5.csv"


def test_several_findings_have_a_chart_each_and_the_first_is_announced(begun, reader):
    def both(sample, *, share):
        return find(sample, share=share), find(sample, share=-share)

    me = reader(show_explorable(begun, Slider("share", "Share", start=25), find=both))
    me.change("share", "40")
    assert me.heard().endswith("Share 40 in sample 5.")
    assert list(me.widget.screen["figures"]) == ["tiny-try-it-chart", "tiny-try-it-chart-2"]
    me.do("numbers", "tiny-try-it-chart-2")
    assert me.of("download")[-1]["name"] == "tiny-try-it-chart-2-sample-5.csv"


def test_a_second_explorable_stands_in_a_section_of_its_own(begun, reader):
    slider = Slider("other", "Other", start=1)

    def other(sample, *, other):
        return find(sample, share=other)

    me = reader(show_explorable(begun, slider, find=other, step="Try to fix it"))
    me.change("other", "3")
    assert me.heard() == "Share 3 in sample 5."  # the prediction was about the first
    assert begun.done == ("Try to fix it",)
    assert me.soup().find(id="tiny-try-to-fix-it")


def test_a_section_that_is_not_there_is_told_to_the_lessons_author(begun):
    with pytest.raises(ValueError, match="'03-tiny' has no section 'Try agin'"):
        show_explorable(begun, find=find, step="Try agin")


def test_no_sample_is_offered_where_chance_plays_no_part(begun, reader):
    slider = Slider("share", "Share", start=25)
    text = reader(show_explorable(begun, slider, find=find, by_chance=False)).text()
    assert "sample of many" not in text
    assert "Show another sample" not in text


@pytest.fixture
def typing(begun, reader):
    def say(sample, *, message):
        return Finding("T", f"It says {message}.", seed=sample)

    box = TextBox("message", "A message", start="hello", examples=("bin", "rent"))
    return reader(show_explorable(begun, box, find=say))


def test_pressing_the_button_after_typing_announces_once(typing):
    typing.change("message", "damp")
    typing.do("use-text", "message")
    assert len(typing.of("announce")) == 1
    typing.do("use-text", "message")
    assert len(typing.of("announce")) == 2
    assert typing.heard().endswith("It says damp.")


def test_a_text_of_ours_is_put_in_with_one_click(typing, begun):
    typing.do("use-example", "message=1")
    assert begun.store.values["message"] == "rent"
    assert typing.heard().endswith("It says rent.")


@pytest.mark.parametrize(
    "value", ["message=9", "message=-1", "message=²", "message=", "other=1", "", "message"]
)
def test_a_text_of_ours_that_does_not_exist_changes_nothing(typing, begun, value):
    typing.do("use-example", value)
    assert "message" not in begun.store.values


def test_everything_can_be_put_back_once_something_was_changed(typing, begun):
    assert "Put everything back" not in typing.text()
    typing.change("message", "damp")
    assert "Put everything back" in typing.text()
    typing.do("put-back")
    assert "message" not in begun.store.values
    assert typing.heard().endswith("It says hello.")
    assert typing.of("focus")[-1]["id"] == "tiny-try-it"


# -- try to fix it


def test_fixes_are_tried_together_when_ticked_together(begun, reader):
    me = reader(show_fixes(begun, find=find_fixes))
    me.change("fixes", ["b", "a"])
    me.do("try-fixes")
    assert me.heard() == "Tried ['a+b']."
    assert begun.done == ("Try to fix it",)


def test_what_was_tried_stays_for_comparing_and_the_last_comes_last(begun, reader):
    me = reader(show_fixes(begun, find=find_fixes))
    for ticked in (["a"], ["b"], ["a"]):
        me.change("fixes", ticked)
        me.do("try-fixes")
    assert me.heard() == "Tried ['b', 'a']."


def test_suggested_fixes_come_after_what_the_reader_tried_and_only_once(begun, reader):
    me = reader(show_fixes(begun, find=find_fixes, suggested=[frozenset("a"), frozenset("b")]))
    me.change("fixes", ["a", "b"])
    me.do("try-fixes")
    me.do("try-suggested")
    me.do("try-suggested")
    assert me.heard() == "Tried ['a+b', 'a', 'b']."


def test_trying_nothing_is_told(begun, reader):
    me = reader(show_fixes(begun, find=find_fixes))
    me.do("try-fixes")
    assert "Tick at least one fix" in me.text()
    assert begun.store.values.get("tried") is None


def test_what_was_tried_can_be_cleared(begun, reader):
    me = reader(show_fixes(begun, find=find_fixes))
    me.change("fixes", ["a"])
    me.do("try-fixes")
    me.do("clear-tried")
    assert me.heard() == "Cleared. Tried []."


@pytest.mark.parametrize("kept", ["a", 3, {"a": 1}, ["", "z", 4, None]])
def test_kept_fixes_that_make_no_sense_are_passed_over(begun, reader, kept):
    begun.store.update({"tried": kept, "fixes": kept})
    assert "Tried []." in reader(show_fixes(begun, find=find_fixes)).text()


def test_a_lesson_without_fixes_says_so_to_its_author():
    plain = Sitting(lesson(), lambda sample: {"rise": "1"}, Store("a"))
    with pytest.raises(ValueError, match="'03-tiny' has no 'fixes' in its front matter"):
        show_fixes(plain, find=find_fixes)


# -- check


def test_an_answer_gets_its_reason_linked_to_the_question_and_said(begun, reader):
    me = reader(show_quiz(begun))
    me.change("quiz-one-answer", "no")
    assert "Because no." not in me.text()
    me.do("check", "one")
    assert "Not correct. Because no." in me.text()
    assert me.heard() == "Not correct. Because no."
    fieldset = me.soup().find("fieldset")
    assert me.soup().find(id=fieldset["aria-describedby"]).get_text().strip().startswith("Not")


def test_a_common_belief_is_named_beside_the_reason(begun, reader):
    me = reader(show_quiz(begun))
    me.change("quiz-one-answer", "no")
    me.do("check", "one")
    assert "Behind this answer is a belief: “More is always better.”" in me.text()


def test_choosing_again_takes_the_old_reason_away(begun, reader):
    me = reader(show_quiz(begun))
    me.change("quiz-one-answer", "no")
    me.do("check", "one")
    me.change("quiz-one-answer", "yes")
    assert "Because no." not in me.text()
    me.do("check", "one")
    assert "Correct. Because yes." in me.text()


def test_checking_without_an_answer_is_told(begun, reader):
    me = reader(show_quiz(begun))
    me.do("check", "two")
    assert "Choose an answer first" in me.text()


def test_numbers_in_the_questions_are_those_of_the_sample_on_screen(begun, reader):
    begun.store.set("sample", 8)
    assert "Was it 8 points?" in reader(show_quiz(begun)).text()


def test_the_end_says_what_to_revisit_and_counts_nothing(begun, reader):
    me = reader(show_quiz(begun))
    for name, answer in (("one", "yes"), ("two", "no")):
        me.change(f"quiz-{name}-answer", answer)
        me.do("check", name)
    assert [(a["href"], a.get_text()) for a in me.soup().find_all("a")] == [("#try-it", "Try it")]
    assert "Check" in begun.done
    assert not [word for word in ("score", "mark", "out of") if word in me.text().lower()]


def test_with_nothing_to_revisit_the_reader_is_sent_on(begun, reader):
    me = reader(show_quiz(begun))
    for name in ("one", "two"):
        me.change(f"quiz-{name}-answer", "yes")
        me.do("check", name)
    assert "Nothing in this lesson." in me.text()


# -- take away


@pytest.fixture
def end(begun, reader):
    return reader(show_take_away(begun, today=lambda: date(2026, 11, 2)).children[1])


@pytest.fixture
def asked(begun, reader):
    """The part of the end that holds the lesson's question."""
    return reader(show_take_away(begun, today=lambda: date(2026, 11, 2)).children[0])


def test_the_question_is_kept_once_beside_the_notes(asked, begun):
    begun.store.set("notes", "Mine")
    asked.do("add-question")
    asked.do("add-question")
    assert begun.course.values == {"asked.tiny.1": "Why?"}
    assert begun.store.values["notes"] == "Mine"
    assert asked.heard() == "The question is in your notes."
    assert asked.of("focus")[-1]["id"] == "kept-asked-tiny-1"


def test_a_kept_question_becomes_one_of_the_three_and_says_which(asked, begun):
    begun.course.set("question-1", "Mine?")
    asked.do("add-question")
    asked.do("use-kept", "asked.tiny.1")
    assert begun.course.values["slot-2"] == "asked.tiny.1"
    assert "It is question 2 of your three." in asked.text()
    assert asked.heard() == "It is now your question 2."


def test_three_questions_are_full_until_one_is_taken_off(asked, begun):
    begun.course.update({f"question-{number}": "Mine?" for number in (1, 2, 3)})
    asked.do("add-question")
    assert "Your three questions are full." in asked.text()
    asked.do("use-kept", "asked.tiny.1")
    assert not [name for name in begun.course.values if name.startswith("slot")]


def test_a_kept_question_goes_with_the_lessons_file_and_with_its_answers(end, begun):
    begun.course.update({"asked.tiny.1": "Whose?", "asked.other.1": "Theirs?"})
    end.do("save-progress")
    saved = text_of(end.of("download")[0])
    end.do("delete")
    end.do("delete-yes")
    assert begun.course.values == {"asked.other.1": "Theirs?"}
    end.upload(saved)
    assert begun.course.values == {"asked.other.1": "Theirs?", "asked.tiny.1": "Whose?"}
    assert "asked.tiny.1" not in begun.store.values


def card_of(sitting, reader):
    return reader(show_questions(sitting, step="Try to fix it", heading="Mine"))


def test_the_card_in_a_lesson_is_the_one_of_the_course(begun, reader):
    begun.course.update({"asked.other.1": "Theirs?", "question-1": "Own?"})
    me = card_of(begun, reader)
    me.do("use-kept", "asked.other.1")
    assert [box.get_text().strip() for box in me.soup().find_all("textarea")] == [
        "Own?", "Theirs?", ""
    ]  # fmt: skip
    assert begun.done == ("Try to fix it",)
    me.do("take-off", "2")
    assert begun.course.values == {"asked.other.1": "Theirs?", "question-1": "Own?"}
    me.do("use-kept", "gone")
    me.do("take-off", "9")
    assert begun.course.values == {"asked.other.1": "Theirs?", "question-1": "Own?"}


def test_writing_a_question_on_the_card_is_a_step_taken(begun, reader):
    me = card_of(begun, reader)
    me.change("question-3", "Who?")
    assert begun.done == ("Try to fix it",)


def test_the_card_stays_folded_until_there_is_a_prediction(sitting, reader):
    me = card_of(sitting, reader)
    assert "This part opens once you have made your prediction." in me.text()
    me.do("skip-prediction")
    assert "Question 1" in me.text()


def test_a_card_in_a_section_that_is_not_there_is_told_to_the_lessons_author(begun):
    with pytest.raises(ValueError, match="'03-tiny' has no section 'My questions'"):
        show_questions(begun, step="My questions", heading="H")


def test_notes_come_as_a_file_with_what_they_are_about(end, begun):
    begun.store.set("notes", "Ask <Ada>")
    end.do("download-notes")
    (message,) = end.of("download")
    assert message["name"] == "notes-lesson-3-tiny.md"
    assert text_of(message) == (
        "# Notes on lesson 3: Tiny\n\n2 November 2026. The numbers are those of sample 5 of a "
        "made-up example.\n\nTo remember: It rose by 5 points.\n\nTo ask: Why?\n\n## My notes\n\n"
        "Ask <Ada>\n"
    )


def test_the_question_in_the_file_of_notes_is_the_readers_own(end, begun):
    begun.course.set("asked.tiny.1", "Whose?")
    end.do("download-notes")
    assert "To ask: Whose?\n\n## My notes" in text_of(end.of("download")[0])


def test_progress_saved_and_loaded_is_the_same(end, begun):
    begun.store.update({"notes": "Mine", "sample": 8})
    before = dict(begun.store.values)
    end.do("save-progress")
    begun.store.update({"notes": "Other", "name": "x"})
    end.upload(text_of(end.of("download")[0]))
    end.do("replace-yes")
    assert begun.store.values == before
    assert "Your progress was loaded" in end.text()


def test_a_file_never_replaces_what_is_on_the_page_without_asking(end, begun):
    begun.store.set("notes", "Mine")
    end.upload(write_progress(ProgressFile("lesson-tiny", 1, {})))
    assert begun.store.values["notes"] == "Mine"
    assert "What is on this page now would be gone." in end.text()
    end.do("replace-no")
    end.do("replace-yes")  # a click that comes late changes nothing
    assert begun.store.values["notes"] == "Mine"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": "other"}', "<html>",
     write_progress(ProgressFile("readiness", 1, {"a": 1}))],
)  # fmt: skip
def test_a_damaged_or_foreign_file_is_told_and_changes_nothing(end, begun, text):
    before = dict(begun.store.values)
    end.upload(text)
    assert begun.store.values == before
    assert "mine.json " in end.text()
    assert "Nothing on this page was changed." in end.text()


def test_values_of_a_loaded_file_may_be_anything_and_the_page_still_stands(end, begun):
    odd = {name: {"a": [1]} for name in ("notes", "reader", "finished", "done", "sample", "tried",
                                         "fixes", "prediction", "quiz-one-answer")}  # fmt: skip
    widgets = [show_prediction(begun), explorable(begun), show_fixes(begun, find=find_fixes),
               show_quiz(begun)]  # fmt: skip
    end.upload(write_progress(ProgressFile("lesson-tiny", 1, odd)))
    end.do("replace-yes")
    assert begun.store.values == odd
    assert all("went wrong" not in widget.screen["html"] for widget in widgets)
    assert "Your progress was loaded" in end.text()


def test_the_record_counts_steps_and_never_answers(end, begun):
    begun.store.update({"reader": "Ada <b>", "done": ["Your prediction", "Try it"]})
    begun.store.redraw()
    record = " ".join(end.soup().find(class_="toolkit-record").get_text(" ").split())
    assert "Ada <b> : lesson 3, “Tiny”, about 5 minutes, version 1" in record
    assert "Try it: done" in record
    assert "Check: still to do" in record
    assert "Nothing was sent anywhere." in record


def test_the_day_is_on_the_record_once_the_reader_takes_something_away(begun, reader):
    question, rest = show_take_away(begun, today=lambda: date(2026, 11, 2)).children
    reader(question).do("add-question")
    assert "2 November 2026" in reader(rest).text()


def test_deleting_asks_first_and_then_leaves_nothing(end, begun):
    end.do("delete")
    assert begun.store.values
    assert "This cannot be undone." in end.text()
    end.do("delete-yes")
    assert begun.store.values == {}
    assert end.of("forget")
    assert "are deleted" in end.text()


def test_deleting_can_be_called_off(end, begun):
    end.do("delete")
    end.do("delete-no")
    end.do("delete-yes")  # a late click on a button that is no longer there
    assert begun.store.values


def test_html_in_the_notes_is_shown_as_text(end, begun):
    end.change("notes", "</textarea><script>alert(1)</script>")
    assert end.soup().find("script") is None


# -- published figures and opening


def test_a_published_figure_stands_with_its_caveat_and_its_source(sitting, reader):
    me = reader(show_published(sitting, "lloyds-2024-low-capability", title="How many?"))
    assert "16.8 million" in me.text()
    assert "Take care: A bank's index" in me.text()
    assert me.soup().find("a")["href"].startswith("https://lloydsbank.com/")


def test_an_unknown_lesson_cannot_be_opened():
    with pytest.raises(LookupError, match="did you mean"):
        open_lesson("04-data-gap")


def test_a_lesson_whose_numbers_nobody_computes_is_refused_at_once():
    with pytest.raises(Exception, match="is not a number this lesson computes"):
        open_lesson("04-data-gaps", facts=lambda sample: {"few": "10%"})


def test_all_steps_keep_their_answers_in_one_place():
    store = open_lesson("_template", facts=lambda sample: {"few": "1", "hours": "2"}).store
    assert (store.document, store.version) == ("lesson-template", 1)


def test_what_is_kept_can_be_written_as_json(begun, reader):
    me = reader(show_fixes(begun, find=find_fixes))
    me.change("fixes", ["a"])
    me.do("try-fixes")
    assert json.loads(json.dumps(begun.store.values)) == begun.store.values


def test_what_was_learnt_leads_to_the_matching_part_of_the_self_assessment():
    parts = [{"instrument": name, "section": "C"} for name in ("readiness", "gone")]
    begun = Sitting(lesson(assess=parts), lambda sample: {"rise": "5"}, Store("x"))
    shown = BeautifulSoup(show_take_away(begun).children[1].screen["html"], "html.parser")
    links = {link.get_text(): link["href"] for link in shown.select("ul a")}
    assert links == {"Data management": "../self-assessment.ipynb#instrument=readiness&section=C"}


def test_what_a_room_predicted_stands_beside_the_result(begun):
    begun.store.update({"hands-prediction-up": "12", "hands-prediction-down": "3"})
    shown = BeautifulSoup(explorable(begun).screen["html"], "html.parser")
    [region] = shown.find_all(attrs={"aria-label": ROOM})
    assert "Of 15 in this room, 12 said “It goes up”" in region.get_text()
    assert "You said “It goes up”. Here is the result." in region.figcaption.get_text()


def test_a_question_on_the_card_and_at_the_end_of_one_page_has_a_box_of_its_own_in_each(begun):
    begun.course.update({"asked.tiny.1": "Why?", "slot-1": "asked.tiny.1"})
    card = show_questions(begun, step="Try to fix it", heading="Mine")
    end, _ = show_take_away(begun).children
    ids = [
        box["id"]
        for widget in (card, end)
        for box in BeautifulSoup(widget.screen["html"], "html.parser").find_all("textarea")
    ]
    assert len(ids) == len(set(ids)) == 4
