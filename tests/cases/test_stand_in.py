"""A draft can be shown at every moment of its life."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_case import WORDS, case, facts, notebook

from toolkit.cases.citation import Edition
from toolkit.cases.stand_in import MISSING, stand_in
from toolkit.identity import Contact
from toolkit.views.case import case_text

EDITION = Edition("The Toolkit", "1", "")
TODAY = date(2026, 6, 1)
ODD = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text() | st.integers())


def shown(**changes: Any) -> str:
    written = replace(notebook("tea"), front_matter=facts(**changes))
    made = stand_in(written, WORDS, today=TODAY)
    where: Any = "#source={}".format
    return case_text(
        made,
        WORDS,
        source_address=where,
        contact=Contact(),
        today=TODAY,
        edition=EDITION,
    )


def test_a_finished_case_is_shown_as_it_is() -> None:
    made = stand_in(notebook("tea"), WORDS, today=TODAY)
    finished = case("tea")
    assert (made.title, made.outcomes, made.sources) == (
        finished.title,
        finished.outcomes,
        finished.sources,
    )


def test_what_is_missing_is_said_to_be() -> None:
    made = stand_in(
        notebook("tea", title=None, published=None),
        WORDS,
        today=TODAY,
    )
    assert (made.title, made.published) == (MISSING, TODAY)


def test_a_number_that_nobody_stands_behind_is_not_shown() -> None:
    [outcome] = facts()["outcomes"]
    made = stand_in(
        notebook("tea", outcomes=[{**outcome, "kind": "x"}]),
        WORDS,
        today=TODAY,
    )
    assert made.outcomes[0].figure == ""
    assert made.evidence_strength == "no-figures"


@pytest.mark.parametrize("name", sorted(facts()))
@given(odd=ODD | st.lists(st.dictionaries(st.sampled_from(["id", "text", "kind", "url"]), ODD)))
@settings(max_examples=15, deadline=None)
def test_whatever_is_written_can_be_shown(name: str, odd: Any) -> None:
    assert "Sources" in shown(**{name: odd})
