import pytest

from toolkit.static_site.address import Addresses

FILES = frozenset(
    {"cases/one.html", "cases/index.html", "lessons/04-data-gaps.html", "forms/readiness.html",
     "handouts/04-data-gaps.html", "frameworks/index.html", "frameworks/law.html"}
)  # fmt: skip
LESSON = "/voila/render/notebooks/lessons/04-data-gaps.ipynb"
ADDRESSES = Addresses(FILES)


def from_lesson(link, addresses=ADDRESSES):
    return addresses.relative(link, "lessons/04-data-gaps.html", LESSON)


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        ("/", "../index.html"),
        ("/glossary#model", "../glossary.html#model"),
        ("/host/data-gaps", "../host/data-gaps.html"),
        ("#try-it", "#try-it"),
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../explore-case-studies.ipynb", "../cases/index.html"),
        ("../explore-case-studies.ipynb#case=one", "../cases/one.html"),
        ("../explore-case-studies.ipynb#case=one&source=2", "../cases/one.html#source-2"),
        (
            "../explore-case-studies.ipynb#status=stopped,contested&country=UK",
            "../cases/index.html#status=stopped,contested&country=UK",
        ),
        ("/case/one", "../cases/one.html"),
        ("/voila/render/casestudies/one.ipynb", "../cases/one.html"),
        ("../frameworks.ipynb#open=law", "../frameworks/law.html"),
        (
            "../self-assessment.ipynb#instrument=readiness&section=A&question=A1",
            "../forms/readiness.html#question-A1",
        ),
        (f"{LESSON}?handout=1#seed=5", "../handouts/04-data-gaps.html"),
        (f"{LESSON}?present=1&fresh=1#seed=5", "04-data-gaps.html?present=1"),
        ("/voila/templates/toolkit/static/0123456789ab/style.css", "../assets/style.css"),
        ("/voila/files/data/logo.svg", "../assets/logo.svg"),
        ("../my-course.ipynb", "../live.html#my-course"),
    ],
)
def test_an_address_of_the_served_toolkit_leads_to_the_page_that_stands_for_it(link, leads_to):
    assert from_lesson(link) == leads_to


def test_what_only_the_live_toolkit_has_is_opened_there_where_there_is_one():
    live = Addresses(FILES, "https://ai.fenmoor.example/tools/")
    there = "https://ai.fenmoor.example/tools/voila/render/notebooks/my-course.ipynb"
    assert from_lesson("../my-course.ipynb", live) == there


def test_an_address_that_leads_nowhere_is_told_when_the_site_is_made():
    with pytest.raises(LookupError, match="/elsewhere"):
        from_lesson("/elsewhere")
