"""Lessons 1 to 4 in the language nobody speaks: no word is left in English.

The labels that stand in the lesson are put into the made-up language too, as after a translator.
What its models learn from is content, and stays: see `Given` for how it is told apart.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lesson_page import LESSONS, LessonPage, open_page
from pseudo import (
    ACCENTED,
    CODE,
    Heard,
    listed_for_translators,
    pseudo_language,
    shown,
    words_of_figure,
)
from pseudo_lesson import translated

from toolkit.finding import Finding
from toolkit.language import ENGLISH, Language, speaking
from toolkit.learners.bot_findings import find_with_look_back, next_word_shown
from toolkit.learners.council_pages import load_site
from toolkit.learners.inbox import TEAMS, load_messages
from toolkit.learners.inbox_findings import ADDED, find_with_examples, find_with_threshold
from toolkit.learners.look_up_findings import QUESTIONS, WORDS, find_answer, find_with_words
from toolkit.learners.network_findings import find_with_network
from toolkit.learners.next_word import END
from toolkit.learners.notices import load_world
from toolkit.learners.public_summary import public_summary
from toolkit.learners.repairs import FIXES
from toolkit.learners.repairs_findings import find_with_fixes, find_with_logging
from toolkit.learners.repairs_said import say_offline, say_reported, say_true
from toolkit.learners.rule_or_learner_findings import find_with_three_tools
from toolkit.learners.words import quoted, words_of
from toolkit.views.bridge import Bridge
from toolkit.views.control import Slider, TextBox, TickBoxes

MINE = [path for path in LESSONS if path.stem[:2] in ("01", "02", "03", "04")]
MODULES = re.compile(
    r"toolkit/learners/(bot_|council_pages|fluent|inbox|interval|keyword_rule|look_up|network|"
    r"next_word|notices|public_summary|repairs|rule_or_learner|words)"
)
TEXTS = ("", "zzz", "the")
LINES = ("", "bins: zzz", "bins:\nbns: zzz\nzzz", "large items:\nlrge items: zzz\nzzz")
ONE_WORD = ("bin", "at", "zzz")  # with them one team, two teams and all teams come first
PLAIN = re.compile("[A-Za-z]")
MOST_SETTINGS = 40  # of one step of a lesson


# -- the language, and what in it was asked for ---------------------------------------------------


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    return Heard(pseudo_language(tmp_path_factory.mktemp("language")).words)


@pytest.fixture(autouse=True)
def _pseudo(heard: Heard) -> Iterator[None]:
    with speaking(Language(CODE, heard)):
        yield


# -- what is content ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Given:
    """What the models of a lesson are given, which is content in any language.

    A whole text of the made-up data is content wherever it stands; so is the name of a team as
    one types it. So is a single word of a notice, since the models write notices word by word; of
    what was typed; and, in the row of a message, of that message. Models see small letters only.
    """

    texts: tuple[str, ...]
    words: frozenset[str]

    def and_typed(self, *typed: str) -> Given:
        """Return the same with what was typed or offered for typing."""
        texts = {text for all_of_it in typed for text in (all_of_it, *all_of_it.splitlines())}
        longest_first = sorted((*self.texts, *texts), key=len, reverse=True)
        return Given(tuple(filter(None, longest_first)), self.words.union(*map(words_of, typed)))

    def in_english(self, texts: Iterable[str], *, beside: str = "") -> set[str]:
        """Return the texts with a word in plain letters that is not content."""
        known = self.words.union(words_of(beside)) if beside in self.texts else self.words
        return {text for text in texts if not self._content(text) <= known}

    def _content(self, text: str) -> set[str]:
        for whole in self.texts:
            text = re.sub(rf"(?<!\w){re.escape(whole)}(?!\w)", "", text)
        words = re.findall(r"[^\W_]{2,}", text.replace("’", ""))
        return {word for word in words if PLAIN.search(word)}


@cache
def given() -> Given:
    site = load_site()
    messages = (text for some in load_messages().values() for __, text in some)
    texts = (*site.texts, *site.titles, *map(str.lower, site.titles), *TEAMS, *messages)
    return Given(tuple(sorted(texts, key=len, reverse=True)), frozenset(load_world().words))


# -- the pages, as they are drawn -----------------------------------------------------------------


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What goes to the browser by the way, announcements among it."""
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(Bridge, "send", lambda _, one: messages.append(one))
    return messages


@pytest.fixture
def open_translated(tmp_path: Path, sent: list[dict[str, Any]]) -> Callable[[Path], LessonPage]:
    def opened(path: Path) -> LessonPage:
        page = open_page(translated(path, tmp_path))
        page.open()
        return page

    return opened


def settings(control: Any) -> tuple[Any, ...]:
    """Return what to set a control to."""
    if isinstance(control, Slider):
        ends = (control.low, control.low + 1, control.start, control.high)
        return tuple(str(value) for value in dict.fromkeys(ends))
    if isinstance(control, TickBoxes):
        return ([], [control.options[0].id], [one.id for one in control.options])
    if isinstance(control, TextBox):
        return (*control.examples, *TEXTS)
    return ("\n".join(control.start), *LINES)


def offered(control: Any) -> tuple[str, ...]:
    """Return the texts that a control shows for typing."""
    return control.examples if isinstance(control, TextBox) else ()


def left_on(bridge: Bridge, sent: list[dict[str, Any]], content: Given) -> set[str]:
    """Return what a widget shows or announces in English."""
    soup = BeautifulSoup(bridge.screen["html"], "html.parser")
    left = set()
    for row in soup.find_all("tr"):
        head, *cells = (cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"]))
        left |= content.in_english([head]) | content.in_english(cells, beside=head)
        row.decompose()
    announced = [one["text"] for one in sent if one["kind"] == "announce"]
    drawn = (text.replace("<br>", " ") for text in words_of_figure(bridge.screen["figures"]))
    sent.clear()
    return left | content.in_english((*shown(str(soup)), *drawn, *announced))


@pytest.mark.parametrize("path", MINE, ids=lambda path: path.stem)
def test_whatever_is_set_no_step_is_left_in_english(
    open_translated: Callable[[Path], LessonPage], sent: list[dict[str, Any]], path: Path
) -> None:
    page, left = open_translated(path), set[str]()
    for bridge in dict.fromkeys(page.bridge_of(control.name) for control in page.controls):
        mine = [one for one in page.controls if page.bridge_of(one.name) is bridge]
        content = given().and_typed(*(text for one in mine for text in offered(one)))
        every = list(product(*map(settings, mine)))
        tried = random.Random(1).sample(every, min(len(every), MOST_SETTINGS))
        for number, values in enumerate(tried, 1):
            for control, value in zip(mine, values, strict=True):
                message = {"kind": "change", "name": control.name, "value": value, "keep": True}
                bridge._receive({**message, "number": number})
            typed = (value for value in values if isinstance(value, str))
            left |= left_on(bridge, sent, content.and_typed(*typed))
    assert left == set()


def test_whichever_fixes_are_tried_nothing_is_left_in_english(
    open_translated: Callable[[Path], LessonPage], sent: list[dict[str, Any]]
) -> None:
    page = open_translated(next(path for path in MINE if path.stem.startswith("04")))
    bridge = page.bridge_of("fixes")
    choices = page.sitting.lesson.fixes
    options = (text for one in choices.options for text in (one.text, one.hint))
    content, left = given().and_typed(choices.question, *options), set[str]()
    for number, ticked in enumerate(([], ["more-data"], ["phone-line"], list(FIXES)), 1):
        tick = {"kind": "change", "name": "fixes", "value": ticked, "keep": True}
        for message in (tick, {"kind": "action", "name": "try-fixes", "value": None}):
            bridge._receive({**message, "number": number})
        left |= left_on(bridge, sent, content)
    assert left == set()


# -- the findings, in each way that they can be told ----------------------------------------------


def texts_of(found: Finding | tuple[Finding, ...]) -> Iterator[tuple[str, str]]:
    """Yield each text of findings, and what stands at the head of its row, if it is in one."""
    for one in found if isinstance(found, tuple) else (found,):
        texts = (one.title, one.sentence, one.unit, one.range_is, one.origin)
        yield from ((text, "") for text in (*texts, *one.notes, *one.header))
        yield from ((cell, "") for row in one.table for cell in row)
        for table in one.tables:
            yield from ((text, "") for text in (table.title, *table.header))
            yield from ((cell, row[0]) for row in table.rows for cell in row)


def three_tools() -> Iterator[tuple[Finding, ...]]:
    """Yield findings of lesson 1."""
    for seed, message in product((1, 2, 3), ONE_WORD):
        yield find_with_three_tools(seed, message=message, keywords=("bins: bin",))
    yield find_with_three_tools(1, message="", keywords=LINES[2].splitlines())


def inbox() -> Iterator[Finding]:
    """Yield findings of lesson 2."""
    for seed, bar in product((1, 2, 3), (0, 50, 100)):
        yield find_with_threshold(seed, threshold=bar)
    for added, own in product(((), ("office",), ("residents",)), LINES):
        yield find_with_examples(1, added=added, own=own.splitlines())


def bots() -> Iterator[Finding | tuple[Finding, ...]]:
    """Yield findings of lesson 3."""
    for seed, look_back in product((1, 2, 3), range(1, 9)):
        yield find_with_look_back(seed, look_back=look_back)
    for rounds, heat in product((0, 1, 2, 30), (0, 100, 150)):
        yield find_with_network(1, rounds=rounds, heat=heat)
    for question, lowest in product((*QUESTIONS, "", "zzz"), (0, 25, 100)):
        yield find_answer(1, question=question, lowest=lowest)
    for own in LINES:
        yield find_with_words(1, own=own.splitlines(), lowest_match=25)


def repairs() -> Iterator[Finding]:
    """Yield findings of lesson 4."""
    for seed, logged in product((1, 2, 3), (0, 10, 50, 90, 100)):
        yield find_with_logging(seed, logged=logged)
    for seed, count in product((1, 2), range(5)):
        yield from (
            find_with_fixes(seed, tried=[frozenset(fixes)] if fixes else [])
            for fixes in combinations(FIXES, count)
        )


def sentences() -> Iterator[str]:
    """Yield what is said by itself, and what no sample may happen to need."""
    for now in (0.1, 0.47, 0.5, 0.53, 0.9):
        yield from (say_offline(0.5, now), say_true(0.5, now), say_reported(0.1, 0.5, now))
    yield next_word_shown(END)
    yield from (quoted(()), quoted(tuple("123456")), quoted(tuple("1234567")))
    blank = dict.fromkeys(("tool_name", "tool_what", "tool_page", "tool_contact"), "")
    yield public_summary(1, **blank | {"tool_what": "1."})
    for name, options in (("added", ADDED), ("prepared", WORDS)):
        yield from shown(TickBoxes(name, label="", options=options).draw({}))


def everything() -> list[tuple[str, str]]:
    """Return all that lessons 1 to 4 can say, and what stands at the head of its row."""
    found = chain(three_tools(), inbox(), bots(), repairs())
    return [*chain.from_iterable(map(texts_of, found)), *((text, "") for text in sentences())]


def left_of(said: list[tuple[str, str]]) -> set[str]:
    content = given().and_typed(*ONE_WORD, "bns", "lrge items")
    return {left for text, head in said for left in content.in_english([text], beside=head)}


def test_nothing_that_these_lessons_can_say_is_left_in_english(heard: Heard) -> None:
    heard.asked.clear()
    assert left_of(everything()) == set()
    # And there is no sentence in their modules that was not said above.
    assert listed_for_translators(MODULES) - heard.asked == set()


def test_what_is_kept_in_memory_is_in_no_language() -> None:
    for __ in range(2):  # whichever language was spoken first
        assert left_of(everything()) == set()
        with speaking(ENGLISH):
            assert [text for text, __ in everything() if set(text) & set(ACCENTED)] == []
