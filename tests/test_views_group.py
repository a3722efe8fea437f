"""Group mode on the page, driven as the browser drives it but without one."""

import json
import re
from datetime import date
from urllib.parse import urlencode

import pytest
from handed_out import text_of
from tiny import TEXT, answers, tiny

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.ballot import Ballot, write_ballot
from toolkit.assessment.instrument import load_instrument
from toolkit.views.group import show_group

OTHER = TEXT.replace("id: tiny", "id: other").replace("Is the tea club ready?", "Is the café?")
BROKEN = TEXT.replace("id: tiny", "id: broken").replace("area: D", "area: Q")


class Host:
    """Sends what the browser of whoever leads the group would send, to every widget."""

    def __init__(self, root, sent):
        self.widgets = show_group(root, today=lambda: date(2026, 11, 22)).children
        self.sent = sent
        self.number = 0

    def send(self, **message):
        self.number += 1
        for widget in self.widgets:
            widget._receive({**message, "number": self.number})

    def visit(self, **place):
        self.send(kind="place", value=urlencode({"instrument": "tiny", **place}))

    def type(self, name, value):
        self.send(kind="change", name=name, value=value, keep=True)

    def press(self, name, value=None):
        self.send(kind="action", name=name, value=value)

    def load(self, *files):
        chosen = [
            {
                "filename": name,
                "size": 9,
                "limit": 10,
                **({"text": text} if text is not None else {}),
            }
            for name, text in files
        ]
        self.send(kind="upload", name="people", value={"files": chosen})

    @property
    def words(self):
        return " ".join("".join(widget.screen["html"] for widget in self.widgets).split())

    @property
    def kept(self):
        return next(w.screen["kept"] for w in self.widgets if w.document == "group-tiny")

    def last(self, kind):
        return [message for message in self.sent if message["kind"] == kind][-1]


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return messages


@pytest.fixture
def content(tmp_path):
    (tmp_path / "casestudies").mkdir()
    folder = tmp_path / "data" / "instruments"
    folder.mkdir(parents=True)
    (folder / "tiny.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def host(content, sent):
    host = Host(content, sent)
    host.visit(section="start")
    return host


def person(name, role="union", mark=None, **given):
    ballot = Ballot(answers(**given), role, mark or name)
    return f"{name}.json", write_ballot(tiny(), ballot)


ANN, BOB = person("ann", B1=0, B2=1), person("bob", B1=4, B2=1)


def test_the_start_says_what_is_shown_of_each_person_and_where_it_goes(host):
    for words in ("fewer than five people is never shown", "Suppliers are never counted in",
                  "kept in this browser", "not legal advice", "multiple"):  # fmt: skip
        assert words in host.words


def test_several_self_assessments_are_chosen_from(content, sent):
    (content / "data" / "instruments" / "other.yaml").write_text(OTHER, encoding="utf-8")
    (content / "data" / "instruments" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    host = Host(content, sent)
    assert "Is the tea club ready?" in host.words
    assert "“broken.yaml” needs a repair" in host.words
    host.visit(section="start")
    assert "For: Is the tea club ready?" in host.words
    assert "Is the café?" not in host.words


def test_loaded_files_become_the_agenda_with_the_least_agreement_first(host):
    host.load(ANN, BOB)
    assert host.last("place")["text"] == "instrument=tiny&section=agenda"
    assert host.words.index("Owner (B1)") < host.words.index("Tea rules (B2)")
    assert "2 people took part." in host.words
    assert host.last("focus")["id"] in ("group-tiny-notice", "group-tiny-heading-agenda")


def test_a_bad_file_is_named_and_the_good_ones_count(host):
    host.load(ANN, ("bad.json", "{"), ("huge.json", None))
    assert "bad.json is damaged, or is not a saved file" in host.words
    assert "huge.json was left out" in host.words
    assert "1 person took part." in host.words


def test_where_no_file_can_be_used_it_stays_at_the_start_and_says_why(host):
    host.load(("bad.json", "{"))
    assert "bad.json is damaged" in host.words
    assert host.last("place")["text"] == "instrument=tiny&section=start"
    assert host.kept == {}


def test_more_files_are_added_to_those_at_hand(host):
    host.load(ANN)
    host.load(BOB)
    assert host.kept["group.poll"]["people"] == 2


def test_the_browser_keeps_counts_and_no_role_that_is_held_back(host):
    host.load(ANN, BOB)
    assert set(host.kept) == {"group.poll"}
    assert "union" not in json.dumps(host.kept)


def test_after_a_reload_the_agenda_is_there_and_more_files_are_asked_about(host, content, sent):
    host.load(ANN, BOB)
    host.type("B1", "3")
    later = Host(content, sent)
    later.send(kind="hello", saved=None, place="instrument=tiny&section=agenda")
    store = {"version": 2, "values": dict(host.kept)}
    later.widgets[1]._receive({"kind": "elsewhere", "saved": store, "number": 9})
    assert "2 people took part." in later.words
    later.load(person("cat", B1=1))
    assert "which were not kept" in later.words
    later.press("replace-no")
    assert later.kept["group.poll"]["people"] == 2
    later.load(person("cat", B1=1))
    later.press("replace-yes")
    assert later.kept["group.poll"]["people"] == 1
    assert later.kept["B1"] == "3"


def test_a_question_shows_counts_agreement_and_what_may_be_agreed(host):
    host.load(ANN, BOB)
    host.press("go-question", "B1")
    for words in ("1 of 4 on the agenda", "Agreement: 0%.", 'value="3"', "Who still disagrees"):
        assert words in host.words
    assert not re.search("<input[^>]* checked", host.words)
    assert host.last("focus")["id"] == "group-tiny-heading-B1"


def test_an_agreed_answer_is_kept_said_and_shown_on_the_agenda(host):
    host.load(ANN, BOB)
    host.visit(section="question", question="B1")
    host.type("B1", "3")
    host.type("group.dissent.B1", "Bob sees <b>no</b> owner.")
    assert host.last("announce")["text"] == "Agreed on B1: In use."
    assert "Bob sees &lt;b&gt;no&lt;/b&gt; owner." in host.words
    host.visit(section="agenda")
    assert '<td class="govuk-table__cell">In use</td>' in host.words


def test_roles_of_five_are_shown_beside_the_total(host):
    many = [person(f"c{n}", "councillor", B1=1) for n in range(5)]
    host.load(*many, *[person(f"m{n}", "manager", B1=3) for n in range(5)])
    host.press("go-question", "B1")
    assert "By role, for roles of five people or more" in host.words
    assert "Furthest apart: Councillor (‘Talked about’) and Manager (‘In use’)." in host.words


def test_the_report_comes_in_three_forms_and_the_sitting_loads_again(host, content, sent):
    host.load(ANN, BOB)
    host.type("B1", "3")
    host.type("group.dissent.B1", "Not so.")
    host.visit(section="report")
    for name, ending in (("word", "docx"), ("html", "html"), ("markdown", "md")):
        host.press(f"download-{name}")
        assert host.last("download")["name"] == f"group-tiny-2026-11-22.{ending}"
    assert "Not so." in text_of(host.last("download"))
    host.press("download-record")
    saved = text_of(host.last("download"))
    other = Host(content, sent)
    other.visit(section="start")
    value = {"filename": "sitting.json", "text": saved}
    other.send(kind="upload", name="record", value=value)
    assert other.kept == host.kept
    assert "The sitting was loaded from sitting.json." in other.words


def test_a_sitting_replaces_another_only_after_a_yes(host):
    host.load(ANN, BOB)
    host.press("download-record")
    saved = text_of(host.last("download"))
    host.type("B2", "2")
    value = {"filename": "sitting.json", "text": saved}
    host.send(kind="upload", name="record", value=value)
    assert "There is a sitting in this browser already." in host.words
    assert host.kept["B2"] == "2"
    host.press("replace-yes")
    assert "B2" not in host.kept


def test_a_damaged_sitting_changes_nothing(host):
    host.load(ANN)
    before = host.kept
    value = {"filename": "sitting.json", "text": "{"}
    host.send(kind="upload", name="record", value=value)
    assert "sitting.json is damaged" in host.words
    assert host.kept == before


def test_what_was_agreed_is_a_file_of_answers(host):
    host.load(ANN, BOB)
    host.type("B1", "3")
    host.press("download-agreed")
    saved = json.loads(text_of(host.last("download")))
    assert (saved["document"], saved["values"]) == ("tiny", {"B1": "3"})


def test_deleting_asks_first_and_leaves_nothing(host):
    host.load(ANN)
    host.press("go", "clear")
    assert "It cannot be undone" in host.words
    host.press("clear-yes")
    assert host.kept == {}
    assert host.last("forget") == {"kind": "forget", "everything": False}


def test_an_address_without_people_leads_to_the_start(host):
    host.visit(section="question", question="B1")
    assert "Bring your answers together" in host.words


def test_a_red_line_shows_as_open_until_there_is_an_answer_in_writing(sent):
    proposal = load_instrument("proposal")
    host = Host(None, sent)
    crossing = Ballot({"S8": Answer("answered", "0")}, "union", "m")
    host.visit(instrument="proposal", section="start")
    host.load(("ann.json", write_ballot(proposal, crossing)))
    assert "Do not proceed as described, until the group answers in writing" in host.words
    host.visit(instrument="proposal", section="lines")
    assert "Raised by 1 person." in host.words
    assert "> Open <" in host.words
    host.type("group.reply.person", "The duty manager.")
    assert "> Answered <" in host.words
    host.visit(instrument="proposal", section="agenda")
    assert "Do not proceed" not in host.words


def test_one_that_group_mode_does_not_know_is_explained_in_its_own_words(content, sent):
    host = Host(content, sent)
    host.visit(instrument="mine")
    assert "There is no self-assessment called “mine” here." in host.words
    assert "data/instruments" in host.words
    assert "toolkit group mine.yaml FOLDER" in host.words
    assert "load its file again" not in host.words


def test_where_files_go_follows_the_address_of_the_page(host):
    assert "your answers pass through the server" in host.words
    host.send(kind="hello", saved=None, place="instrument=tiny", host="127.0.0.1")
    assert "your answers pass through the server" not in host.words
