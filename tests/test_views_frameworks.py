"""The catalogue of frameworks on the screen."""

import re

import pytest
from bs4 import BeautifulSoup
from tiny_frameworks import GUIDE, frameworks, write_framework

from toolkit.frameworks.catalogue import load_frameworks
from toolkit.identity import Identity
from toolkit.views.frameworks import Frameworks, show_frameworks


class Visitor:
    """Somebody on the page: does things, and sees what comes of them."""

    def __init__(self, found):
        self.page = Frameworks(found, (), Identity()).page
        self.sent = []
        self.page.widget.send = self.sent.append
        self.number = 0

    def do(self, kind, name="", value=None):
        self.number += 1
        said = {"kind": kind, "name": name, "value": value, "keep": False, "number": self.number}
        self.page._receive(said)
        return self

    def go(self, place):
        return self.do("place", value=place)

    @property
    def soup(self):
        return BeautifulSoup(self.page.widget.screen["html"], "html.parser")

    @property
    def names(self):
        return [link.get_text() for link in self.soup.select("article h3 a")]

    def told(self, kind):
        return [m.get("text") or m.get("id") for m in self.sent if m["kind"] == kind]


@pytest.fixture
def visitor(tmp_path):
    return Visitor(frameworks(tmp_path))


def test_all_are_listed_at_first_with_what_binds_at_the_top(visitor):
    assert visitor.names == ["Tea Act", "Biscuit guide", "Coffee code"]
    assert "All 3 frameworks" in visitor.page.title


def test_a_filter_narrows_the_list_moves_the_place_and_is_announced(visitor):
    visitor.do("change", "nation", ["Wales"])
    assert visitor.names == ["Tea Act", "Biscuit guide"]
    assert visitor.page.place == {"nation": "Wales"}
    assert visitor.told("announce") == ["2 frameworks found"]


def test_a_heading_says_how_many_of_its_filters_are_chosen(visitor):
    box = visitor.soup.select_one("details input")
    visitor.do("change", box["name"], [box["value"]])
    heading = visitor.soup.select_one("details .govuk-details__summary-text").get_text()
    assert re.fullmatch(r"[\w ?]+ \(1 chosen\)", " ".join(heading.split()))


def test_a_filter_that_leads_nowhere_cannot_be_chosen(visitor):
    box = visitor.go("nation=Wales").soup.find("input", value="elsewhere")
    assert box.has_attr("disabled")


def test_what_was_typed_is_searched_for_and_clearing_brings_all_back(visitor):
    assert visitor.do("change", "q", " coffee ").names == ["Coffee code"]
    assert len(visitor.do("action", "clear").names) == 3


def test_one_framework_opens_in_place_with_the_focus_on_its_heading(visitor):
    soup = visitor.go("open=tea-act").soup
    heading = soup.find(id="framework-heading")
    assert "Tea Act 2001" in heading.get_text()
    assert visitor.told("focus") == ["framework-heading"]
    assert "Read in the law itself" in soup.get_text()
    assert "None of the questions" in soup.get_text()


def test_going_back_returns_to_where_it_was_opened(visitor):
    visitor.go("open=tea-act").go("")
    assert visitor.told("focus")[-1] == "framework-tea-act"


def test_chosen_frameworks_stand_side_by_side(visitor):
    visitor.do("action", "compare", "tea-act").do("action", "compare", "coffee-code")
    assert visitor.page.place == {"compare": "tea-act,coffee-code"}
    pressed = [b["data-value"] for b in visitor.soup.find_all("button", {"aria-pressed": "true"})]
    assert pressed == ["tea-act", "coffee-code"]
    link = visitor.soup.find("a", string="Show side by side")
    soup = visitor.go(link["href"].lstrip("#")).soup
    assert [th.get_text(strip=True) for th in soup.thead.find_all("th")] == [
        "Tea Act", "Coffee code",
    ]  # fmt: skip
    assert "Warm the pot." in soup.tbody.get_text()


def test_a_framework_can_be_taken_out_of_the_comparison(visitor):
    visitor.do("action", "compare", "tea-act").do("action", "compare", "tea-act")
    assert visitor.page.place == {}
    assert visitor.told("announce")[-1] == "Taken out of the comparison. Chosen: 0."


def test_a_fourth_is_refused_with_what_to_do(tmp_path):
    frameworks(tmp_path)
    write_framework(tmp_path, {**GUIDE, "id": "jam-guide", "short": "Jam guide"})
    visitor = Visitor(load_frameworks(tmp_path))
    for name in ("tea-act", "biscuit-guide", "coffee-code", "jam-guide"):
        visitor.do("action", "compare", name)
    assert visitor.page.place == {"compare": "tea-act,biscuit-guide,coffee-code"}
    assert "You can compare 3 at most." in visitor.soup.get_text()


def test_an_address_that_is_not_understood_still_shows_the_list(visitor):
    visitor.go("open=tea-ac&kind=la")
    assert len(visitor.names) == 3
    assert "did you mean 'tea-act'" in visitor.soup.get_text()


def test_what_a_file_holds_is_shown_and_not_obeyed(tmp_path):
    write_framework(tmp_path, GUIDE, about="<script>x</script>", asks=["<b>Offer</b>"])
    visitor = Visitor(load_frameworks(tmp_path))
    visitor.go("open=biscuit-guide")
    assert visitor.soup.find(["script", "b"]) is None
    assert "<b>Offer</b>" in visitor.soup.get_text()


def test_the_shipped_catalogue_leads_to_the_questions_that_bear_on_it():
    bridge = show_frameworks()
    bridge._receive({"kind": "place", "value": "open=uk-atrs", "number": 1})
    links = [a["href"] for a in BeautifulSoup(bridge.screen["html"], "html.parser").find_all("a")]
    asked = [link for link in links if link.startswith("self-assessment.ipynb#instrument=")]
    assert len(asked) >= 3
    assert all("&section=" in link and "&question=" in link for link in asked)
