"""Upright columns for a finding."""

import json

import plotly.graph_objects as go
import pytest

from toolkit.finding import Finding, Series
from toolkit.views.columns import columns

YEARS = Finding("T", "S.", "Year", ("2020", "2021", "2022"), (Series("Cases", (2, 0, 13)),))


def test_every_column_is_as_high_as_its_number_and_labelled_with_it():
    [column] = columns(YEARS)["data"]
    assert (column["x"], column["y"]) == (["2020", "2021", "2022"], [2, 0, 13])
    assert column["text"] == ["2", "", "13"]


def test_years_are_words_not_numbers_to_be_rounded():
    assert columns(YEARS)["layout"]["xaxis"]["type"] == "category"


def test_the_axis_begins_at_nought_and_has_room_for_the_highest():
    low, high = columns(YEARS)["layout"]["yaxis"]["range"]
    assert low == 0
    assert high > 13


@pytest.mark.parametrize("values", [(2, 0, 13), (0, 0, 0)])
def test_plotly_accepts_the_figure_and_it_is_plain_json(values):
    figure = columns(Finding("T", "S.", "Year", ("a", "b", "c"), (Series("Cases", values),)))
    go.Figure(figure)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_nothing_can_be_dragged_and_nothing_hovers():
    layout = columns(YEARS)["layout"]
    assert (layout["dragmode"], layout["hovermode"]) == (False, False)
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
