"""The form that writes a case study, as its events and its HTML."""

import json
from base64 import b64decode
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tiny_case import CATALOGUE, WORDS, notebook, notebook_text
from tiny_sheet import TEA

from toolkit.cases.catalogue import Catalogue
from toolkit.cases.check import case_problems
from toolkit.cases.checklist import load_checklist
from toolkit.cases.notebook import read_case_study
from toolkit.frontmatter import parse_notebook
from toolkit.identity import Contact, Identity
from toolkit.views.adapt.desk import Desk
from toolkit.views.adapt.drafting import Drafting

TODAY = date(2026, 6, 1)
SAVED = {
    "format": "council-ai-toolkit-progress",
    "format_version": 1,
    "document": "adapt-a-case-study",
    "version": 1,
    "values": {"title": "Other", "alien": 1},
}
KEPT: tuple[dict[str, Any], ...] = (
    {"sources": "x"},
    {"title": {"a": 1}},
    {"seen": 7},
    {"outcomes": ["1"], "outcomes.1.kind": ["x"]},
    {"status": "<script>"},
    {"checks": "x"},
)


def text_of(file: dict[str, Any]) -> str:
    return b64decode(file["base64"]).decode()


class Visit:
    """A visitor's form: what they do goes in, what they see comes out."""

    def __init__(self, identity: Identity | None = None, catalogue: Catalogue = CATALOGUE) -> None:
        desk = Desk(catalogue, identity or Identity(), load_checklist(), lambda: TODAY)
        self.drafting = Drafting(desk)
        self.page = self.drafting.page
        self.sent: list[dict[str, Any]] = []
        self.page.widget.send = self.sent.append  # type: ignore[method-assign]
        self.do("hello", saved=None, place="")

    def do(self, kind: str, **message: Any) -> None:
        self.sent.clear()
        self.page._receive({"kind": kind, **message})

    def press(self, name: str, value: str | None = None) -> None:
        self.do("action", name=name, value=value)

    def type(self, name: str, value: Any) -> None:
        self.do("change", name=name, value=value, keep=True)

    def go(self, place: str) -> None:
        self.do("place", value=place)

    def load(self, filename: str, text: str) -> None:
        self.do("upload", name="draft", value={"filename": filename, "text": text})

    @property
    def html(self) -> str:
        return str(self.page.widget.screen["html"])

    @property
    def title(self) -> str:
        return str(self.page.widget.screen["title"])

    @property
    def values(self) -> dict[str, Any]:
        return self.page.store.values

    def told(self, kind: str) -> dict[str, Any]:
        return [message for message in self.sent if message["kind"] == kind][-1]


@pytest.fixture
def visit() -> Visit:
    return Visit()


@pytest.fixture
def writer(visit: Visit) -> Visit:
    """A visitor with a finished draft."""
    visit.page.store.update({**TEA, "slug": "new-tea"})
    return visit


def statuses(visit: Visit) -> list[str]:
    sheet = visit.drafting.sheet(visit.page)
    return [sheet.status(topic) for topic in sheet.topics]


def test_an_empty_form_is_not_started_and_shows_no_mistake(visit: Visit) -> None:
    visit.press("blank")
    assert set(statuses(visit)) == {"not started"}
    visit.go("section=about")
    assert "govuk-error" not in visit.html
    assert visit.title == "About the case – Adapt a case study – Council AI Toolkit"


def test_what_is_typed_shows_in_the_preview_at_once(visit: Visit) -> None:
    visit.go("section=about")
    visit.type("title", "Tea <b>for</b> all")
    assert '<p class="govuk-heading-l">Tea &lt;b&gt;for&lt;/b&gt; all</p>' in visit.html


def test_going_on_with_mistakes_shows_them_at_the_top_and_beside_their_fields(visit: Visit) -> None:
    visit.go("section=about")
    visit.type("organisation", "The club")
    visit.press("done", "about")
    words = "Title: missing; say what happened in 70 characters or fewer, without council jargon."
    assert visit.html.count(words) == 2
    assert visit.told("focus")["id"] == "adapt-errors"
    assert visit.title.startswith("Error: About the case")
    assert 'data-value="about title"' in visit.html
    assert statuses(visit)[0] == "in progress"


def test_checking_the_answers_shows_every_mistake_with_a_link(visit: Visit) -> None:
    visit.go("section=check")
    assert visit.title.startswith("Error: Check your answers")
    assert 'data-value="sources sources"' in visit.html
    assert "govuk-error-summary" in visit.html


def test_mistakes_are_listed_in_the_order_of_the_form(visit: Visit) -> None:
    visit.page.store.update({"sources": ["2", "1"], "slug": "Not a name"})
    sheet = visit.drafting.sheet(visit.page)
    listed = [found.name for found in sheet.errors]
    asked = [field.name for topic in sheet.topics for field in topic.fields]
    first = list(dict.fromkeys(found.field for found in sheet.errors if found.name != "slug"))
    assert first == [name for name in asked if name in first]
    assert len(first) > 10
    assert [name for name in listed if name.startswith("sources.")] == [
        f"sources.{key}.{part}" for key in "21" for part in ("title", "publisher", "url", "link_ok")
    ]
    assert listed[-1] == "slug"


def test_a_preview_says_nothing_of_a_review_or_a_citation_before_there_are_any(
    writer: Visit,
) -> None:
    writer.go("section=preview")
    assert "Cite this case" in writer.html
    assert "Written on 1 January 2026. No person has reviewed this case yet." in writer.html
    writer.type("reviewed.by", "")
    assert "Written on" not in writer.html
    assert "Last looked over" not in writer.html
    for name in ("title", "published"):
        kept = str(writer.values[name])
        writer.type(name, "")
        assert "Cite this case" not in writer.html
        writer.type(name, kept)
        assert "Cite this case" in writer.html


def test_a_preview_of_an_empty_draft_cites_nobody(visit: Visit) -> None:
    visit.go("section=preview")
    assert "Cite this case" not in visit.html
    assert "Last looked over" not in visit.html


def test_a_link_of_the_summary_leads_to_its_field(visit: Visit) -> None:
    visit.press("open", "about title")
    assert visit.page.place == {"section": "about", "field": "title"}
    assert visit.told("focus")["id"] == "adapt-title"


def test_a_topic_without_mistakes_is_completed_and_leads_to_the_next(writer: Visit) -> None:
    writer.go("section=about")
    writer.press("done", "about")
    assert statuses(writer)[0] == "completed"
    assert writer.page.place["section"] == "system"


def test_the_last_topic_leads_to_the_answers(writer: Visit) -> None:
    writer.press("done", "checks")
    assert writer.page.place["section"] == "check"


def test_advice_is_kept_apart_from_mistakes(writer: Visit) -> None:
    writer.type("text.evidence", "One " + "word " * 26 + "end.")
    writer.go("section=results")
    writer.press("done", "results")
    assert writer.page.place["section"] == "harms"
    writer.go("section=results")
    assert "Worth a second look" in writer.html
    assert "has 28 words" in writer.html
    assert "govuk-error-summary" not in writer.html


def test_rows_are_added_moved_and_removed_by_buttons_with_names(visit: Visit) -> None:
    visit.go("section=sources")
    visit.press("row-add", "sources")
    visit.press("row-add", "sources")
    assert visit.told("focus")["id"] == "adapt-sources-row-2"
    assert 'Remove<span class="govuk-visually-hidden"> Source 2</span>' in visit.html
    visit.type("sources.2.title", "Second")
    visit.press("row-up", "sources.2")
    assert visit.values["sources"] == ["2", "1"]
    assert visit.told("announce")["text"] == "Source 2 is now source 1."


def test_a_row_that_is_one_box_has_the_focus_in_its_box(visit: Visit) -> None:
    visit.go("section=learning")
    visit.press("row-add", "questions")
    assert visit.told("focus")["id"] == "adapt-questions-1"
    assert 'id="adapt-questions-1"' in visit.html


def test_what_was_removed_can_be_put_back(writer: Visit) -> None:
    before = dict(writer.values)
    writer.go("section=sources")
    writer.press("row-remove", "sources.1")
    assert "sources.1.title" not in writer.values
    assert writer.values["text.what-happened"] == "It happened."
    assert writer.told("focus")["id"] == "adapt-undo"
    writer.press("row-undo")
    assert writer.values == before


def test_a_second_press_on_a_row_that_is_gone_does_nothing(writer: Visit) -> None:
    writer.press("row-remove", "lessons.1")
    writer.press("row-remove", "lessons.1")
    assert writer.values["lessons"] == []


def test_a_copy_leaves_out_what_only_its_authors_could_say(visit: Visit, tmp_path: Any) -> None:
    visit = copied(tmp_path)
    assert visit.values["adapted_from"] == "tea"
    assert not {"slug", "title", "published", "licence", "authors"} & set(visit.values)
    assert "This draft began as a copy of" in visit.html


def copied(folder: Any) -> Visit:
    path = folder / "tea.ipynb"
    made = notebook("tea")
    cells = [cell.source for cell in made.cells]
    path.write_text(notebook_text(made.front_matter, cells), encoding="utf-8")
    visit = Visit(catalogue=Catalogue((read_case_study(path, WORDS),), WORDS))
    visit.go("from=tea")
    assert "Start from this copy" in visit.html
    visit.press("copy", "tea")
    return visit


def test_a_copy_is_not_handed_out_before_every_topic_was_looked_through(tmp_path: Any) -> None:
    visit = copied(tmp_path)
    visit.page.store.update({**TEA, "slug": "new-tea"})
    visit.press("finish")
    assert not any(message["kind"] == "download" for message in visit.sent)
    assert "nobody has looked through them yet" in visit.html
    visit.page.store.set("seen", [topic.id for topic in visit.drafting.desk.topics])
    visit.press("finish")
    assert visit.told("download")["name"] == "new-tea.ipynb"


def test_a_copy_cannot_keep_the_name_of_the_original(tmp_path: Any) -> None:
    visit = copied(tmp_path)
    visit.page.store.update({**TEA, "slug": "tea"})
    visit.go("section=publish")
    visit.press("finish")
    assert "File name: &#39;tea&#39; is taken; choose another" in visit.html


def test_a_case_that_may_only_be_linked_to_is_not_copied() -> None:
    only = replace(CATALOGUE.cases[0], licence="link-only")
    visit = Visit(catalogue=Catalogue((only,), WORDS))
    visit.go(f"from={only.slug}")
    assert "may be linked to but not copied" in visit.html
    assert 'data-action="copy"' not in visit.html


def test_a_case_that_is_not_there_is_told_with_the_nearest(visit: Visit) -> None:
    visit.go("from=teaa")
    assert "There is no case study &#39;teaa&#39;; did you mean &#39;tea&#39;?" in visit.html


def test_a_finished_notebook_is_accepted_unchanged(writer: Visit) -> None:
    writer.go("section=publish")
    writer.press("finish")
    file = writer.told("download")
    made = parse_notebook(text_of(file), notebook("new-tea").path)
    assert case_problems(made, WORDS, today=TODAY) == []


def test_an_unfinished_notebook_is_not_handed_out(visit: Visit) -> None:
    visit.go("section=publish")
    visit.press("finish")
    assert visit.told("focus")["id"] == "adapt-errors"
    assert visit.title.startswith("Error: Before you publish")
    assert not any(message["kind"] == "download" for message in visit.sent)


def test_a_draft_is_saved_and_loaded_again(visit: Visit) -> None:
    visit.type("title", "Half a case")
    visit.press("row-add", "sources")
    kept = dict(visit.values)
    visit.press("save")
    file = visit.told("download")
    other = Visit()
    other.load(file["name"], text_of(file))
    assert other.values == kept


def test_a_finished_notebook_is_loaded_again_with_its_name_and_authors(writer: Visit) -> None:
    writer.press("finish")
    file = writer.told("download")
    other = Visit()
    other.load(file["name"], text_of(file))
    assert other.values == writer.values


def test_a_file_does_not_replace_a_draft_unasked(writer: Visit) -> None:
    kept = dict(writer.values)
    writer.load("draft.json", json.dumps(SAVED))
    assert writer.values == kept
    assert writer.page.place["section"] == "replace"
    writer.press("replace-yes")
    assert writer.values == {"title": "Other"}


@pytest.mark.parametrize("name", ["a.json", "a.ipynb"])
def test_a_file_that_is_no_draft_changes_nothing(writer: Visit, name: str) -> None:
    kept = dict(writer.values)
    writer.load(name, "{")
    assert "Nothing on this page was changed." in writer.html
    assert writer.values == kept


def test_answers_of_a_link_wait_for_a_yes_and_leave_the_address(visit: Visit) -> None:
    visit.go("title=Our+trial&status=pilot&titel=x")
    assert visit.page.place == {"section": "fill"}
    assert "title" not in visit.values
    assert "did you mean &#39;title&#39;?" in visit.html
    visit.press("fill-yes")
    assert (visit.values["title"], visit.values["status"]) == ("Our trial", "pilot")


def test_deleting_asks_first_and_then_empties_the_browser(writer: Visit) -> None:
    writer.press("blank")
    assert writer.page.place["section"] == "delete"
    writer.press("delete-yes")
    assert writer.values == {}
    assert writer.told("forget")


def test_the_checklist_counts_its_ticks_and_knows_no_others(visit: Visit) -> None:
    visit.type("checks", ["facts-checked", "not-a-point"])
    visit.go("section=publish")
    assert "1 of 11 ticked" in visit.html


def test_the_way_into_the_catalogue_is_told_as_far_as_it_is_known() -> None:
    unknown = Visit()
    unknown.go("section=publish")
    assert "have not yet named whom to send it to" in unknown.html
    assert "does not say where its code is kept" in unknown.html
    contact = Contact("The team", "team@example.org")
    known = Visit(Identity(contact=contact, repository="wigan/toolkit"))
    known.go("section=publish")
    assert "Send the file to The team at team@example.org." in known.html
    assert "<code>wigan/toolkit</code>" in known.html


def test_cases_to_copy_are_found_by_searching(visit: Visit) -> None:
    visit.go("section=copy")
    assert "3 cases" in visit.html
    visit.do("change", name="copy-search", value="sparrowhawk", keep=False)
    assert 'href="#from=bins"' in visit.html
    assert "1 case<" in visit.html
    assert visit.told("announce")["text"] == "1 case found"


def test_every_answer_is_read_through_once_more_with_a_way_to_change_it(writer: Visit) -> None:
    writer.go("section=check")
    assert "1. Title of the page: Minutes of the club; Who published it: The club" in writer.html
    assert 'data-value="sources sources"' in writer.html
    assert "Being tried" in writer.html


@pytest.mark.parametrize("broken", KEPT)
def test_whatever_a_browser_kept_can_be_shown(broken: dict[str, Any]) -> None:
    visit = Visit()
    visit.page.store.update(broken)
    for topic in [*(one.id for one in visit.drafting.desk.topics), "check", "publish", "preview"]:
        visit.go(f"section={topic}")
        assert f"adapt-heading-{topic}" in visit.html
        assert "<script>" not in visit.html
