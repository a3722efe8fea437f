"""The pages that need no kernel, made without a server."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tiny_site import ROOT, make_site, write_identity, write_page

from toolkit.serving.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(make_site(tmp_path / "site"), base="/under/", home="/under/voila/")


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def words(html: str) -> str:
    return re.sub(r"\s+", " ", soup(html).get_text(" "))


def every_page(site: Site) -> dict[str, str]:
    return {
        "landing": site.landing(),
        "accessibility": site.accessibility(),
        "privacy": site.privacy(),
        "guide for hosts": site.host(),
        "case studies": site.cases(),
        "glossary": site.glossary(),
        "not found": site.error(404),
        "error": site.error(500),
    }


def test_the_landing_page_links_to_each_page_by_its_title(site: Site) -> None:
    write_page(site.root, "lessons/04-gaps", title="Gaps & <data>", kind="lesson", group="learn")
    (link,) = soup(site.landing()).select(".toolkit-card a")
    assert link.get_text() == "Gaps & <data>"
    assert link["href"] == "/under/voila/render/notebooks/lessons/04-gaps.ipynb"


def test_the_landing_page_says_why_a_notebook_is_not_available(site: Site) -> None:
    (site.root / "notebooks" / "broken.ipynb").write_text("{", "utf-8")
    write_page(site.root, "fine", title="Fine")
    said = words(site.landing())
    assert "Not available: notebooks/broken.ipynb, file: is not a notebook" in said
    assert "Fine" in said


def test_the_landing_page_of_an_empty_folder_says_so(site: Site) -> None:
    assert "There is nothing here yet." in words(site.landing())


@pytest.mark.parametrize(("minutes", "said"), [(1, "About 1 minute"), (20, "About 20 minutes")])
def test_the_time_a_page_takes_is_said(site: Site, minutes: int, said: str) -> None:
    write_page(site.root, "a", minutes=minutes)
    assert soup(site.landing()).select(".toolkit-card__meta")[0].get_text(strip=True) == said


def test_every_page_is_a_whole_page_with_one_heading_and_a_way_in(site: Site) -> None:
    for name, html in every_page(site).items():
        page = soup(html)
        assert page.html is not None
        assert page.html["lang"] == "en-GB", name
        assert len(page.select("h1")) == 1, name
        assert len(page.select("main#main-content h1")) == 1, name
        assert page.select_one('a.govuk-skip-link[href="#main-content"]'), name


def test_every_page_says_whose_it_is_and_that_it_is_independent(site: Site) -> None:
    for name, html in every_page(site).items():
        assert soup(html).select_one("header a").get_text() == "Tiny toolkit", name
        assert "not endorsed by the Co-operative Councils’ Innovation Network" in words(html), name


def test_every_page_loads_only_from_its_own_server(site: Site) -> None:
    for name, html in every_page(site).items():
        loaded = [tag.get("src") or tag.get("href") for tag in soup(html).select("[src], link")]
        assert loaded, name
        assert [address for address in loaded if not address.startswith("/under/")] == [], name


def test_titles_end_with_the_name_of_the_service(site: Site) -> None:
    titles = [soup(html).title.get_text() for html in every_page(site).values()]
    assert titles[0] == "Tiny toolkit"
    assert all(title.endswith(" – Tiny toolkit") for title in titles[1:])


def test_a_council_can_put_its_own_name_colours_and_addresses_on_every_page(site: Site) -> None:
    write_identity(
        site.root,
        "name: Fenmoor <AI>\nrepository: a/b\ncouncil: Fenmoor Council\n"
        "colours: {header: '#102030'}\ncontact: {name: AI team, email: ai@fenmoor.gov.uk}\n",
    )
    for name, html in every_page(site).items():
        page = soup(html)
        assert page.select_one("header a").get_text() == "Fenmoor <AI>", name
        assert "Fenmoor Council" in page.header.get_text(), name
        assert "--toolkit-header-colour: #102030" in html, name
        assert page.select_one('footer a[href="mailto:ai@fenmoor.gov.uk"]'), name


def test_a_logo_stands_for_the_councils_name(site: Site) -> None:
    (site.root / "data" / "logo.svg").write_text("<svg/>", "utf-8")
    write_identity(site.root, "name: A\nrepository: a/b\ncouncil: Fenmoor\nlogo: logo.svg\n")
    image = soup(site.landing()).select_one("header img")
    assert (image["alt"], image["src"]) == ("Fenmoor", "/under/voila/files/data/logo.svg")


def test_an_identity_broken_meanwhile_does_not_take_the_pages_down(site: Site) -> None:
    write_identity(site.root, "name: [\n")
    assert "Council AI Toolkit" in words(site.landing())


def test_the_accessibility_statement_is_the_files_and_its_html_is_not_obeyed(site: Site) -> None:
    text = "# Accessibility\n\nIt works. <script>alert(1)</script>\n"
    (site.root / "ACCESSIBILITY.md").write_text(text, "utf-8")
    html = site.accessibility()
    assert "It works." in words(html)
    assert "<script>alert" not in html


def test_a_copy_without_a_statement_says_so(site: Site) -> None:
    assert "no accessibility statement yet" in words(site.accessibility())


def test_the_privacy_page_has_a_paragraph_for_each_item(site: Site) -> None:
    write_identity(site.root, "name: A\nrepository: a/b\nprivacy: [We keep it., '<b>No']\n")
    paragraphs = [tag.get_text() for tag in soup(site.privacy()).select("main p")]
    assert paragraphs == ["We keep it.", "<b>No"]


@pytest.mark.parametrize("status", [403, 404, 405])
def test_what_cannot_be_had_is_called_not_found(site: Site, status: int) -> None:
    assert soup(site.error(status)).h1.get_text() == "Page not found"


@pytest.mark.parametrize("status", [400, 500, 503])
def test_any_other_error_says_that_it_is_not_the_visitors_fault(site: Site, status: int) -> None:
    assert "Nothing you did caused it" in words(site.error(status))


def test_error_pages_lead_home(site: Site) -> None:
    assert soup(site.error(404)).select_one('main a[href="/under/voila/"]')
    assert soup(site.error(500)).select_one('main a[href="/under/voila/"]')


def test_only_a_server_of_ours_gets_addresses_with_a_stamp(site: Site) -> None:
    assert re.fullmatch(r"/under/voila/templates/toolkit/static/[0-9a-f]{12}/", site.assets)
    plain = Site(site.root, base="/", home="/", stamped=False)
    assert plain.assets == "/voila/templates/toolkit/static/"
    assert plain.front_end == "/voila/static"


def test_notes_for_a_lesson_that_is_not_there_are_not_found(site: Site) -> None:
    with pytest.raises(LookupError):
        site.host_notes("gone")


def test_the_guide_for_hosts_offers_each_lesson_in_three_ways() -> None:
    whole = Site(Path(__file__).parents[1])
    links = [link["href"] for link in soup(whole.host()).select("main a")]
    lesson = "/voila/render/notebooks/lessons/04-data-gaps.ipynb"
    wanted = {f"{lesson}?present=1", "/host/data-gaps", f"{lesson}?handout=1"}
    assert wanted <= set(links)


def test_the_guide_for_hosts_says_in_which_order_lessons_are_chosen() -> None:
    told = " ".join(soup(Site(Path(__file__).parents[1]).host()).get_text(" ").split())
    assert "Lessons of the core path are chosen in this order: 4, 8, 1, 7, 3." in told


def test_notes_show_each_step_with_its_minutes() -> None:
    shown = soup(Site(Path(__file__).parents[1]).host_notes("data-gaps"))
    steps = {step["data-step"]: step.h2.get_text() for step in shown.select("section")}
    assert steps["try-it"] == "Try it (4 minutes)"
    assert steps[""] == "Before you start"


def test_notes_show_what_each_answer_of_the_quiz_may_stand_for() -> None:
    shown = soup(Site(Path(__file__).parents[1]).host_notes("people-in-the-loop"))
    check = shown.select_one('section[data-step="check"]')
    [row] = [one for one in check.select("tbody tr") if "so some posts can go" in one.get_text()]
    assert row.th.get_text() == "… hours a year, so some posts can go"
    assert row.select("td")[0].get_text().startswith("Minutes saved")
    assert row.select("td")[1]["data-hands"] == "hands-quiz-survey-says-posts"
    right = [one for one in check.select("td") if one.get_text() == "This is the right answer."]
    assert len(right) == len(check.select("table")) == 3


def test_every_case_study_is_in_one_list_by_title_and_has_a_short_address() -> None:
    made = soup(Site(ROOT, base="/under/", home="/under/voila/").cases())
    links = made.select("main li a")
    titles = [link.get_text() for link in links]
    slugs = {path.stem for path in (ROOT / "casestudies").glob("[!_]*.ipynb")}
    assert titles == sorted(titles, key=str.casefold)
    assert {str(link["href"]) for link in links} == {f"/under/voila/case/{slug}" for slug in slugs}
