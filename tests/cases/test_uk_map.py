"""An outline of the UK and where on it cases lie."""

import itertools
import math

import pytest
from source import ROOT
from tiny_case import case

from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.uk_map import APART, HEIGHT, WIDTH, load_outline, place_on_map, spots

LEEDS = {"place": "Leeds", "lat": 53.8, "lon": -1.549}
HULL = {"place": "Hull", "lat": 53.745, "lon": -0.336}
YORK = {"place": "York", "lat": 53.96, "lon": -1.08}


def test_north_is_up_and_east_is_right() -> None:
    leeds, hull, york = (place_on_map(p["lon"], p["lat"]) for p in (LEEDS, HULL, YORK))
    assert leeds[0] < york[0] < hull[0]
    assert york[1] < leeds[1] < hull[1]


def test_a_kilometre_is_as_long_across_as_up() -> None:
    """At 55.4° N a degree east is 63 km, a degree north 111 km."""
    (x, y), (east, _), (_, north) = (place_on_map(*p) for p in ((-3, 55.4), (-2, 55.4), (-3, 56.4)))
    assert (east - x) / (y - north) == pytest.approx(63.2 / 111.2, abs=0.005)


def test_the_outline_of_the_uk_fits_the_drawing() -> None:
    points = [
        p for land in load_outline(ROOT) if land.name == "United Kingdom" for p in land.points
    ]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert max(y for _, y in points) > HEIGHT * 0.95
    assert min(y for _, y in points) < HEIGHT * 0.05


def test_places_close_together_share_a_mark_where_most_cases_are() -> None:
    found = spots([case("a", **YORK), case("b", **LEEDS), case("c", **LEEDS)])
    assert [(spot.places, spot.cases) for spot in found] == [(("Leeds", "York"), 3)]
    assert (found[0].x, found[0].y) == place_on_map(LEEDS["lon"], LEEDS["lat"])


def test_places_far_apart_have_a_mark_each_from_north_to_south() -> None:
    found = spots([case("a", **HULL), case("b", **LEEDS)])
    assert [spot.places for spot in found] == [("Leeds",), ("Hull",)]


def test_what_has_no_one_place_in_the_uk_is_not_on_the_map() -> None:
    nowhere = [
        case("a", **{**LEEDS, "country": "UK"}),
        case("b", **{**LEEDS, "country": "Japan"}),
        case("c", **{**LEEDS, "place": "England"}),
        case("d", **{**LEEDS, "lat": None}),
    ]
    assert spots(nowhere) == ()


def test_no_two_marks_of_the_real_cases_overlap_and_every_mark_is_on_the_drawing() -> None:
    found = spots(load_catalogue(ROOT).cases)
    pairs = itertools.combinations([(spot.x, spot.y) for spot in found], 2)
    assert all(math.dist(one, other) >= APART for one, other in pairs)
    assert all(12 < spot.x < WIDTH - 12 and 12 < spot.y < HEIGHT - 12 for spot in found)


def test_a_made_up_case_has_no_mark() -> None:
    assert spots([case(**LEEDS, fictional=True)]) == ()
    assert len(spots([case(**LEEDS)])) == 1
