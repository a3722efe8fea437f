"""The register of AI on the page, driven as the browser drives it but without one."""

from datetime import date

import pytest
from handed_out import bytes_of, text_of

from toolkit.progress import ProgressFile, write_progress
from toolkit.views.register import show_register

TODAY = date(2026, 11, 22)


class Keeper:
    """Sends what the browser of whoever keeps the register would send."""

    def __init__(self, sent):
        self.widget = show_register(today=lambda: TODAY)
        self.sent = sent
        self.number = 0

    def send(self, **message):
        self.number += 1
        self.widget._receive({**message, "number": self.number})

    def press(self, name, value=None):
        self.send(kind="action", name=name, value=value)

    def load(self, *files):
        chosen = [{"filename": n, "size": 9, "limit": 10, "text": text} for n, text in files]
        self.send(kind="upload", name="proposals", value={"files": chosen})

    @property
    def words(self):
        return " ".join(self.widget.screen["html"].split())

    @property
    def kept(self):
        return self.widget.screen["kept"]

    def last(self, kind):
        return [message for message in self.sent if message["kind"] == kind][-1]


def proposal(name, year="2027", saved="2026-11-01", **values):
    about = {"about.name": name, "about.owner": f"Owner of {name}", "about.review-day": "4",
             "about.review-month": "5", "about.review-year": year}  # fmt: skip
    values = {key.replace("__", "."): value for key, value in values.items()}
    return f"{name}.json", write_progress(ProgressFile("proposal", 1, about | values, saved))


NOTES = proposal("Notes", year="2026", T1="drafts", T1__note="private words")
ZEBRA = proposal("Zebra", about__published="outcome")


@pytest.fixture
def keeper(monkeypatch):
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return Keeper(messages)


def test_an_empty_register_says_how_to_fill_it(keeper):
    assert "Load saved proposals" in keeper.words
    assert "<table" not in keeper.words


def test_loaded_proposals_become_rows_with_the_most_overdue_first(keeper):
    keeper.load(ZEBRA, NOTES)
    assert keeper.words.index("Owner of Notes") < keeper.words.index("Owner of Zebra")
    assert "<strong>Overdue since 4 May 2026</strong>" in keeper.words
    assert "1 review is overdue." in keeper.words
    assert "Tier 1, could be 4" in keeper.words
    assert "1 November 2026" in keeper.words


def test_a_worked_example_is_marked_and_its_review_is_never_overdue(keeper):
    name, text = NOTES
    keeper.load((name, text.replace('"values"', '"example": "Anytown", "values"')))
    assert "Worked example: Notes" in keeper.words
    assert "Anytown is made up" in keeper.words
    assert "No review is overdue." in keeper.words


def test_a_file_that_does_not_say_when_it_was_saved_is_listed(keeper):
    keeper.load(proposal("Old", saved=""), proposal("Odd", saved="last <week>"))
    assert "Not known" in keeper.words
    assert "last &lt;week&gt;" in keeper.words


def test_another_order_is_kept_and_said(keeper):
    keeper.load(ZEBRA, NOTES, proposal("Alpha", year="2028"))
    keeper.send(kind="change", name="order", value="name", keep=True)
    assert keeper.words.index("Owner of Alpha") < keeper.words.index("Owner of Notes")
    assert keeper.last("announce")["text"] == "In order of: Name."
    assert keeper.kept["order"] == "name"


def test_a_bad_file_is_named_and_the_good_ones_are_listed(keeper):
    keeper.load(NOTES, ("bad.json", "{"))
    assert "bad.json is damaged" in keeper.words
    assert "Owner of Notes" in keeper.words


def test_the_browser_keeps_the_table_and_none_of_the_notes(keeper):
    keeper.load(NOTES)
    assert [entry["name"] for entry in keeper.kept["entries"]] == ["Notes"]
    assert "private words" not in str(keeper.kept)


def test_after_a_reload_the_table_is_there_and_what_is_no_entry_is_left_out(keeper):
    keeper.load(NOTES)
    values = {"entries": [*keeper.kept["entries"], {"name": "half"}, 3]}
    later = Keeper(keeper.sent)
    later.send(kind="hello", saved={"version": 1, "values": values}, place="")
    assert "1 proposal." in later.words


def test_a_row_can_be_taken_off(keeper):
    keeper.load(ZEBRA, NOTES)
    keeper.press("take-off", "0")
    assert "Owner of Notes" not in keeper.words
    assert keeper.last("announce")["text"] == "Notes was taken off."


def test_deleting_asks_first(keeper):
    keeper.load(NOTES)
    keeper.press("clear")
    assert "This deletes the table of 1 proposal from" in keeper.words
    keeper.press("clear-no")
    assert "Owner of Notes" in keeper.words
    keeper.press("clear")
    keeper.press("clear-yes")
    assert keeper.kept == {}


def test_the_table_and_the_public_page_are_handed_out(keeper):
    keeper.load(ZEBRA, NOTES)
    keeper.press("download-csv")
    assert "Owner of Notes" in text_of(keeper.last("download"))
    for form, ending in (("html", "html"), ("markdown", "md")):
        keeper.press(f"download-{form}")
        assert keeper.last("download")["name"] == f"ai-register-2026-11-22.{ending}"
        public = text_of(keeper.last("download"))
        assert "Zebra" in public
        assert "Notes" not in public
    keeper.press("download-word")
    assert bytes_of(keeper.last("download")).startswith(b"PK")


def test_where_files_go_follows_the_address_of_the_page(keeper):
    assert "your answers pass through the server" in keeper.words
    keeper.send(kind="hello", saved=None, place="", host="127.0.0.1")
    assert "your answers pass through the server" not in keeper.words
