import pytest
from bs4 import BeautifulSoup

from toolkit.views.control import Slider

SLIDER = Slider("logged", "How many get logged?", start=25, hint="Move it.")


def drawn(**kept):
    return BeautifulSoup(SLIDER.draw(kept), "html.parser")


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
