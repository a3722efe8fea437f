import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from bs4 import BeautifulSoup

from toolkit.finding import Finding, Series, WordTable
from toolkit.learners.repairs_findings import FIVE_FIXES, find_with_fixes, find_with_logging
from toolkit.views.bars import bars
from toolkit.views.chart import give_numbers, show_finding
from toolkit.views.lines import lines
from toolkit.views.page import Page
from toolkit.views.spans import spans
from toolkit.views.store import Store

FINDING = Finding(
    title="Who is found",
    sentence="The list finds <few>.",
    rows_are="Group",
    rows=("Online & on time", "Offline"),
    series=(
        Series("Now", (70.4, 16.0), (60.0, 10.0), (72.0, 15.0)),
        Series("Before", (58.0, 58.0)),
    ),
    unit="%",
    seed=7,
    range_is="lowest and highest in 20 other samples",
)
COURSE = Finding(
    "Over time", "It rises.", "Round", ("1", "2", "4"),
    (Series("Seen", (10.0, 20.0, 30.0)), Series("Unseen", (5.0, 4.0, 5.0))),
    unit="%", figure="lines", places=(1.0, 2.0, 4.0),
)  # fmt: skip
BELIEFS = Finding(
    "How far", "It moves.", "Belief", ("Kept", "Checking"),
    (Series("Low", (-20.0, 90.0)), Series("Now", (50.0, 50.0)), Series("High", (150.0, 10.0))),
    unit="hours", figure="spans",
)  # fmt: skip
WORDS = Finding(
    "T", "S.", tables=(WordTable("What it <did>", ("Tool", "Why"), (("Rule", "<b>"),)),)
)
REAL = [find_with_logging(5, logged=25), find_with_fixes(5, tried=FIVE_FIXES)]


@pytest.fixture
def page():
    return Page(Store("a"), draw=lambda page: "")


@pytest.fixture
def soup(page):
    return BeautifulSoup(show_finding(page, FINDING, "who"), "html.parser")


def test_the_sentence_is_caption_and_text_alternative_alike(soup):
    assert soup.figcaption.get_text(strip=True) == FINDING.sentence
    assert soup.find(role="img")["aria-label"] == f"{FINDING.title}. {FINDING.sentence}"


def test_the_chart_says_beside_it_that_its_data_is_made_up(soup):
    assert "Made-up data, sample 7" in soup.find(class_="toolkit-origin").get_text()


def test_the_table_holds_the_findings_numbers_under_headings_that_say_what_they_head(soup):
    rows = [[c.get_text(strip=True) for c in row.find_all(["th", "td"])] for row in
            soup.table.find_all("tr")]  # fmt: skip
    assert rows == [list(FINDING.header), *map(list, FINDING.table)]
    assert [th["scope"] for th in soup.table.find_all("th")] == ["col"] * 3 + ["row"] * 2
    assert "Made-up data, sample 7" in soup.caption.get_text()


def test_the_chart_itself_has_its_place_and_its_figure(soup, page):
    assert soup.find(attrs={"data-figure": "who"}) is not None
    assert page.figures["who"] == bars(FINDING)


def test_the_button_gives_the_numbers_as_a_file_with_the_sample_in_its_name(page, soup):
    given = []
    page.download = lambda *args: given.append(args)
    button = soup.find("button", attrs={"data-action": "numbers"})
    give_numbers(page, FINDING, button["data-value"])
    assert given == [("who-sample-7.csv", FINDING.csv(), "text/csv")]


@pytest.mark.parametrize("finding", [FINDING, *REAL])
def test_plotly_accepts_the_figure(finding):
    go.Figure(bars(finding))


@pytest.mark.parametrize("finding", [FINDING, *REAL])
def test_the_figure_is_plain_json(finding):
    assert json.loads(json.dumps(bars(finding), allow_nan=False)) == bars(finding)


def test_every_bar_is_as_long_as_its_number_and_labelled_with_it():
    traces = bars(FINDING)["data"]
    drawn = [trace["x"] for trace in traces if trace["type"] == "bar"]
    assert drawn == [list(series.values) for series in FINDING.series]
    labels = [[text.strip() for text in t["text"]] for t in traces if t["type"] == "scatter"]
    assert labels == [["70%", "16%"], ["58%", "58%"]]


def test_the_number_of_a_bar_that_goes_to_the_left_stands_right_of_zero_and_not_on_the_bar():
    both = Finding("T", "S.", "R", ("a", "b"), (Series("N", (-4.0, 6.0)),), unit="points")
    numbers = bars(both)["data"][1]
    assert (numbers["x"], numbers["text"]) == ([0, 6.0], [" −4", " 6"])


def test_a_few_people_are_marked_one_by_one_and_not_by_halves():
    few = Finding("T", "S.", "R", ("a", "b"), (Series("N", (2.0, 1.0)),), unit="people")
    assert bars(few)["layout"]["xaxis"]["dtick"] == 1
    parts = replace(few, series=(Series("N", (2.5, 1.0)),))
    assert "dtick" not in bars(parts)["layout"]["xaxis"]


def test_a_range_line_runs_from_the_lowest_to_the_highest():
    bar = bars(FINDING)["data"][0]["error_x"]
    assert bar["array"][0] == pytest.approx(72.0 - 70.4)
    assert bar["arrayminus"] == pytest.approx([10.4, 6.0])


def test_a_number_above_its_range_gets_no_line_on_that_side():
    assert bars(FINDING)["data"][0]["error_x"]["array"][1] == 0


def test_series_differ_in_pattern_as_well_as_in_colour():
    first, _, second, _ = bars(FINDING)["data"]
    assert first["marker"]["color"] != second["marker"]["color"]
    assert "pattern" not in first["marker"]
    assert second["marker"]["pattern"]["shape"] == "/"


def test_the_key_shows_the_same_pattern(soup):
    first, second = soup.find(class_="toolkit-key").find_all("svg")
    assert first.find("path") is None
    assert second.find("path") is not None


def luminance(colour):
    """Relative luminance: WCAG 2.2, section on contrast."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_stands_out_from_the_page():
    """At least 3 to 1 against white: WCAG 2.2, 1.4.11."""
    four = Finding("T", "S.", "R", ("a",), tuple(Series(n, (1.0,)) for n in "abcd"))
    colours = [t["marker"]["color"] for t in bars(four)["data"] if t["type"] == "bar"]
    assert len(set(colours)) == 4
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in colours)


def test_nothing_can_be_dragged_and_nothing_hovers():
    layout = bars(FINDING)["layout"]
    assert layout["dragmode"] is False
    assert layout["hovermode"] is False
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]


def test_per_cent_are_always_drawn_from_0_to_100():
    assert bars(FINDING)["layout"]["xaxis"]["range"] == [0, 100]


def test_what_a_person_wrote_is_escaped(soup):
    assert "<few>" not in str(soup)


def test_one_series_needs_no_key(page):
    one = Finding("T", "S.", "R", ("a",), (Series("A", (1.0,)),))
    assert "toolkit-key" not in show_finding(page, one, "one")


# -- lines and points


def test_a_line_goes_through_its_numbers_at_their_places():
    first, second = lines(COURSE)["data"]
    assert (first["x"], first["y"]) == ([1.0, 2.0, 4.0], [10.0, 20.0, 30.0])
    assert second["y"] == [5.0, 4.0, 5.0]
    assert lines(COURSE)["layout"]["xaxis"]["ticktext"] == ["1", "2", "4"]


def test_rows_without_places_stand_evenly():
    assert lines(replace(COURSE, places=()))["data"][0]["x"] == [0, 1, 2]


def test_lines_differ_in_dashes_and_marks_as_well_as_in_colour():
    first, second = lines(COURSE)["data"]
    assert first["line"]["dash"] != second["line"]["dash"]
    assert first["marker"]["symbol"] != second["marker"]["symbol"]


def test_points_have_no_line_between_them():
    assert lines(replace(COURSE, figure="points"))["data"][0]["mode"] == "markers+text"


def test_the_last_number_of_each_line_is_written_beside_it():
    assert [trace["text"] for trace in lines(COURSE)["data"]] == [
        ["", "", " 30%"], ["", "", " 5%"],
    ]  # fmt: skip


def test_many_rows_name_only_as_many_as_fit_a_phone():
    many = Finding("T", "S.", "Round", tuple(map(str, range(20))), (Series("A", (1.0,) * 20),))
    ticks = lines(many)["layout"]["xaxis"]["ticktext"]
    assert ticks == ["0", "3", "6", "9", "12", "15", "18"]


def test_rows_that_stand_close_together_are_not_all_named():
    close = replace(COURSE, places=(0.0, 1.0, 30.0))
    assert lines(close)["layout"]["xaxis"]["ticktext"] == ["1", "4"]
    assert lines(close)["layout"]["xaxis"]["tickvals"] == [0.0, 30.0]


def test_the_figure_a_finding_asks_for_is_the_one_drawn(page):
    show_finding(page, COURSE, "course")
    assert page.figures["course"] == lines(COURSE)
    go.Figure(page.figures["course"])


# -- spans


def drawn(finding=BELIEFS):
    return spans(finding)["data"]


def test_plotly_accepts_spans_and_they_are_plain_json():
    go.Figure(spans(BELIEFS))
    assert json.loads(json.dumps(spans(BELIEFS), allow_nan=False)) == spans(BELIEFS)


def test_a_span_runs_from_its_low_end_to_its_high_end_and_not_on_to_the_next():
    line, low, high, now = drawn()
    assert line["x"] == [-20.0, 150.0, None, 90.0, 10.0, None]
    assert line["y"][0] == line["y"][1] == low["y"][0] == now["y"][0] == high["y"][0]
    assert (low["x"], now["x"], high["x"]) == ([-20.0, 90.0], [50.0, 50.0], [150.0, 10.0])


def test_each_end_has_its_number_on_the_side_where_no_line_is():
    __, low, high, now = drawn()
    assert [text.strip() for text in low["text"] + now["text"] + high["text"]] == [
        "−20", "90", "50", "50", "150", "10",
    ]  # fmt: skip
    assert low["textposition"] == ["middle left", "middle right"]
    assert high["textposition"] == ["middle right", "middle left"]


def test_where_a_span_has_no_width_its_two_numbers_stand_apart():
    flat = replace(BELIEFS, series=tuple(Series(n, (5.0, 5.0)) for n in "abc"))
    __, low, high, __ = drawn(flat)
    assert {*low["textposition"]} == {"middle left"}
    assert {*high["textposition"]} == {"middle right"}


def test_the_marks_of_a_span_differ_in_shape_as_well_as_in_colour():
    __, low, high, now = drawn()
    assert low["marker"]["color"] == "#ffffff" != high["marker"]["color"]
    assert now["marker"]["symbol"] != high["marker"]["symbol"]
    ends = {one["marker"]["line"]["color"] for one in (low, now, high)}
    assert len(ends) == 3


def test_names_of_spans_start_at_the_left_edge_and_do_not_lie_on_each_other():
    long = replace(BELIEFS, rows=("Share of the minutes that is real, 10% to 100%", "B"))
    layout = spans(long)["layout"]
    first, second = layout["annotations"]
    assert "<br>" in first["text"]
    assert first["xshift"] == 4 - layout["margin"]["l"]
    assert first["y"] < drawn(long)[1]["y"][0] < second["y"] < drawn(long)[1]["y"][1]


def test_zero_is_on_the_axis_of_spans_even_where_no_span_reaches_it():
    axis = spans(BELIEFS)["layout"]["xaxis"]
    assert (axis["rangemode"], axis["tickvals"]) == ("tozero", [0])


def test_the_key_of_spans_shows_their_marks(page):
    soup = BeautifulSoup(show_finding(page, BELIEFS, "beliefs"), "html.parser")
    low, now, high = soup.find(class_="toolkit-key").find_all("svg")
    assert low.circle["fill"] == "#ffffff" != high.circle["fill"]
    assert now.circle is None
    assert page.figures["beliefs"] == spans(BELIEFS)


# -- tables of words


def test_words_stand_in_the_open_as_a_table(page):
    soup = BeautifulSoup(show_finding(page, WORDS, "words"), "html.parser")
    assert soup.table.find_parent("details") is None
    assert soup.caption.get_text() == "What it <did>"
    assert [c.get_text() for c in soup.tbody.find_all(["th", "td"])] == ["Rule", "<b>"]


def test_without_numbers_there_is_no_chart_and_nothing_to_unfold(page):
    page.figures["words"] = {}
    soup = BeautifulSoup(show_finding(page, WORDS, "words"), "html.parser")
    assert soup.find(role="img") is None
    assert soup.find("details") is None
    assert "words" not in page.figures
    assert soup.figcaption.get_text() == "S."


def test_a_table_without_links_is_folded_and_one_with_links_stands_open(page, soup):
    assert soup.details.get("open") is None
    linked = show_finding(page, FINDING, "who", links=[["#a=1", ""], ["", "#b=2"]])
    found = BeautifulSoup(linked, "html.parser")
    assert found.details.get("open") is not None
    assert [(a["href"], a.get_text(strip=True)) for a in found.table.find_all("a")] == [
        ("#a=1", "70% (60% to 72%): Online & on time, Now"),
        ("#b=2", "58%: Offline, Before"),
    ]


def test_another_drawing_can_be_asked_for(page):
    show_finding(page, FINDING, "who", draw=lambda finding: {"data": [], "layout": {}})
    assert page.figures["who"] == {"data": [], "layout": {}}
