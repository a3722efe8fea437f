import pytest
from bs4 import BeautifulSoup

from toolkit.lesson_parts import Choice
from toolkit.views.control import Lines, Passage, Radios, Select, Slider, TextBox, TickBoxes

SLIDER = Slider("logged", "How many get logged?", start=25, hint="Move it.")


OPTIONS = (Choice("a", "Answer A"), Choice("b", "Answer <B>", "A hint."))
RADIOS = Radios("one", "Which one?", OPTIONS)
SELECT = Select("one", "Which one?", OPTIONS)
TICKS = TickBoxes("some", "Which ones?", OPTIONS, hint="Any number.")
BOX = TextBox("message", "A message", start="Hello", examples=("Bin missed", "Rent late"))
LINES = Lines("words", "Your words", start=("bin", "rent"), most=3, longest=5)
ODD = [None, 3, True, ["a", ["b"]], {"a": 1}, "z"]


def drawn(**kept):
    return soup_of(SLIDER, **kept)


def soup_of(control, **kept):
    return BeautifulSoup(control.draw(kept), "html.parser")


def test_it_stands_at_its_start_until_it_is_moved():
    assert SLIDER.value({}) == 25


@pytest.mark.parametrize(
    ("kept", "used"),
    [("40", 40), (" 40 ", 40), (40, 40), ("250", 100), ("-3", 0), ("", 25), ("many", 25),
     ("1e3", 25), (None, 25), (["40"], 25), ({"a": 1}, 25), (True, 25), ("٤٠", 40),
     ("9" * 5000, 25)],
)  # fmt: skip
def test_whatever_was_kept_it_gives_a_number_within_its_ends(kept, used):
    assert SLIDER.value({"logged": kept}) == used


def test_slider_box_and_buttons_carry_one_name():
    soup = drawn(logged="40")
    assert {i["type"]: i["value"] for i in soup.find_all("input", attrs={"name": "logged"})} == {
        "number": "40",
        "range": "40",
    }
    assert [b["data-step"] for b in soup.find_all("button", attrs={"data-for": "logged"})] == [
        "-5",
        "5",
    ]


def test_every_part_of_it_has_a_name_that_is_read_out():
    soup = drawn()
    assert soup.find("label", attrs={"for": soup.find("input", type="number")["id"]})
    assert soup.find("input", type="range")["aria-label"] == "How many get logged?"
    assert [b["aria-label"] for b in soup.find_all("button")] == [
        "5 less: How many get logged?",
        "5 more: How many get logged?",
    ]


def test_a_number_outside_its_ends_is_told_and_left_in_the_box():
    soup = drawn(logged="250")
    box = soup.find("input", type="number")
    error = soup.find(id=box["aria-describedby"].split()[-1])
    assert "Enter a whole number from 0 to 100. 100 is used for now." in error.get_text()
    assert (box["value"], box["aria-invalid"]) == ("250", "true")


def test_nothing_is_told_while_the_number_is_fine():
    assert drawn(logged="40").find(class_="govuk-error-message") is None


def test_what_was_typed_is_escaped():
    assert "<script>" not in SLIDER.draw({"logged": "<script>"})


# -- one of a few, one of a list, any number


def test_no_radio_button_and_no_box_is_chosen_for_the_reader():
    assert (RADIOS.value({}), TICKS.value({})) == ("", ())
    for control in (RADIOS, TICKS):
        assert not soup_of(control).find_all("input", checked=True)


def test_a_list_stands_at_its_first_entry_until_the_reader_chooses():
    assert SELECT.value({}) == "a"
    assert SELECT.value({"one": "b"}) == "b"
    (option,) = soup_of(SELECT, one="b").find_all("option", selected=True)
    assert option["value"] == "b"


def test_what_was_chosen_is_shown_as_chosen():
    assert RADIOS.value({"one": "b"}) == "b"
    assert soup_of(RADIOS, one="b").find("input", checked=True)["value"] == "b"
    assert TICKS.value({"some": ["b", "a"]}) == ("a", "b")
    assert len(soup_of(TICKS, some=["b", "a"]).find_all("input", checked=True)) == 2


@pytest.mark.parametrize("kept", ODD)
def test_a_choice_that_does_not_exist_counts_as_none(kept):
    assert RADIOS.value({"one": kept}) == ""
    assert SELECT.value({"one": kept}) == "a"
    assert TICKS.value({"some": kept}) in ((), ("a",))


@pytest.mark.parametrize("control", [RADIOS, TICKS])
def test_a_group_has_its_question_as_legend_and_its_answers_one_name(control):
    soup = soup_of(control)
    assert soup.fieldset.legend.get_text(strip=True) == control.label
    assert {box["name"] for box in soup.find_all("input")} == {control.name}
    assert "Answer <B>" in soup.get_text()
    assert "<B>" not in str(soup)


# -- words to type


@pytest.mark.parametrize(
    ("kept", "used"),
    [(None, "Hello"), (3, "Hello"), ("", ""), ("  two\n words ", "two words"),
     ("x" * 5000, "x" * 500), ("🗑️ ٤٠", "🗑️ ٤٠")],
)  # fmt: skip
def test_whatever_was_typed_the_text_is_one_line_of_bearable_length(kept, used):
    assert BOX.value({} if kept is None else {"message": kept}) == used


@pytest.mark.parametrize(
    ("kept", "used"),
    [({}, ("bin", "rent")), ({"words": ""}, ()), ({"words": ["a"]}, ("bin", "rent")),
     ({"words": " a  b \n\n c"}, ("a b", "c")), ({"words": "1\n2\n3\n4"}, ("1", "2", "3")),
     ({"words": "longer"}, ("longe",))],
)  # fmt: skip
def test_each_line_that_holds_something_is_used(kept, used):
    assert LINES.value(kept) == used


def test_text_that_is_too_long_is_told_and_left_in_the_box():
    soup = soup_of(BOX, message="x" * 501)
    assert "Only the first 500 characters are used." in soup.get_text()
    assert soup.input["value"] == "x" * 501
    assert "Only the first 3 lines are used." in soup_of(LINES, words="1\n2\n3\n4").get_text()
    told = "Only the first 5 characters of each line are used."
    assert told in soup_of(LINES, words="longer").get_text()


def test_nothing_is_told_while_the_text_is_fine():
    for control in (BOX, LINES):
        assert soup_of(control).find(class_="govuk-error-message") is None


@pytest.mark.parametrize("control", [BOX, LINES])
def test_a_box_has_its_label_and_its_button(control):
    soup = soup_of(control)
    field = soup.find(["input", "textarea"])
    assert soup.find("label", attrs={"for": field["id"]}).get_text(strip=True) == control.label
    assert soup.find("button", attrs={"data-action": "use-text"})["data-value"] == control.name


def test_our_texts_can_be_put_in_with_one_click():
    buttons = soup_of(BOX).find_all("button", attrs={"data-action": "use-example"})
    assert [b["data-value"] for b in buttons] == ["message=0", "message=1"]
    assert [b.get_text(strip=True) for b in buttons] == ["Bin missed", "Rent late"]


def test_text_that_was_typed_is_escaped():
    for control in (BOX, LINES):
        assert "<script>" not in control.draw({control.name: "<script>"})


def test_a_passage_is_kept_as_it_was_typed_and_sent_while_it_is_typed():
    passage = Passage("why", "Why?", hint="One sentence.")
    kept = {"why": " Two\nlines </textarea><script> 🗑️ "}
    assert passage.value(kept) == "Two\nlines </textarea><script> 🗑️"
    soup = BeautifulSoup(passage.draw(kept), "html.parser")
    assert soup.find("label", attrs={"for": soup.textarea["id"]}).get_text(strip=True) == "Why?"
    assert soup.textarea.has_attr("data-live")
    assert soup.find("script") is None
    assert passage.value({"why": 3}) == ""
