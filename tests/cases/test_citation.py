"""What to cite for a case and for its sources."""

from dataclasses import replace

from tiny_case import FACTS, WORDS, body, case

from toolkit.cases.citation import Edition, Reference, as_line, cite, cite_sources, edition_of
from toolkit.identity import Identity

EDITION = Edition("The Toolkit", "0.1.0")
SOURCE = FACTS["sources"][0]


def test_a_case_is_cited_with_its_authors_version_and_licence() -> None:
    assert as_line(cite(case(), EDITION, WORDS)) == (
        "The club (2026) “The tea club tries a robot”. Case study in The Toolkit. "
        "Version of 1 January 2026, catalogue 0.1.0. Licence: CC BY 4.0."
    )


def test_an_address_comes_last_and_without_a_full_stop() -> None:
    edition = Edition("The Toolkit", "0.1.0", "https://example.org/toolkit")
    assert as_line(cite(case(), edition, WORDS)).endswith(". https://example.org/toolkit")


def test_a_source_is_cited_as_its_publisher_dated_it() -> None:
    [source] = cite_sources(case())
    assert (source.key, source.authors, source.date) == ("tea-1", ("The club",), (2025, 3))
    assert as_line(source) == ("The club (2025) “Minutes of the club”. https://example.org/minutes")


def test_a_source_without_a_date_says_so() -> None:
    line = {"Sources": "1. Minutes of the club. The club, no date. <https://example.org/minutes>"}
    found = case(cells=body(**line), sources=[{**SOURCE, "date": None}])
    assert as_line(cite_sources(found)[0]).startswith("The club (no date) “")


def test_a_copy_is_cited_without_its_address() -> None:
    line = {"Sources": "1. Minutes of the club. The club, 2025-03."}
    copy = case(cells=body(**line), sources=[{**SOURCE, "link_ok": False}])
    assert as_line(cite_sources(copy)[0]) == (
        "The club (2025) “Minutes of the club”. A copy or a summary was read."
    )


def test_several_authors_are_all_named() -> None:
    assert as_line(Reference("a", "report", ("Ada", "Bo"), "T")).startswith("Ada and Bo (no date)")


def test_a_key_holds_nothing_that_would_end_it() -> None:
    assert cite(case("a b,c{d}"), EDITION, WORDS).key == "a-b-c-d-"


def test_an_edition_has_an_address_once_somebody_has_named_where_the_code_is() -> None:
    assert edition_of(Identity()).address == ""
    named = edition_of(Identity(repository="leeds/toolkit"))
    assert named.address == "https://github.com/leeds/toolkit"


def test_an_added_case_is_cited_as_such_without_the_version_or_address_of_the_catalogue() -> None:
    edition = Edition("The Toolkit", "0.1.0", "https://example.org/toolkit")
    assert as_line(cite(replace(case(), added=True), edition, WORDS)) == (
        "The club (2026) “The tea club tries a robot”. "
        "Added by a council to its copy of The Toolkit. Licence: CC BY 4.0."
    )


def test_a_made_up_case_is_cited_as_one() -> None:
    assert cite(case(fictional=True), EDITION, WORDS).note == (
        "A made-up example. Licence: CC BY 4.0"
    )
