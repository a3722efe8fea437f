"""What many visitors cost: the sums, worked by hand, and the page that shows them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from cost import (
    BEGIN,
    END,
    MEASURED,
    Assumed,
    Measured,
    Need,
    need,
    read_measured,
    row,
    steps,
    tables,
    with_tables,
)
from source import ROOT

# Round numbers, so that every sum can be done in one's head.
ONE = Measured(
    server_megabytes=1000,
    visitor_megabytes=100,
    page_processor_seconds=2,
    answer_processor_seconds=0.1,
    page_kilobytes=1000,
)
WAY = Assumed(
    days=10, hours=10, busiest=0.1, minutes=30, lingering=0, pages=3, answers=40, busy=0.5,
    machine_gigabytes=11, machine_processors=10, spare=1,
)  # fmt: skip


def test_people_at_once_are_those_who_came_and_have_not_yet_gone() -> None:
    # 400 come in the busiest hour and stay half of it.
    assert need(4000, ONE, WAY).at_once == 200


def test_processes_of_people_who_have_gone_count_until_they_are_ended() -> None:
    lingering = dataclasses.replace(WAY, lingering=15)
    assert need(4000, ONE, lingering).at_once == 300


def test_memory_is_that_of_the_people_and_of_each_server() -> None:
    # 200 x 100 MB, and two servers, for 10 GB of people fit into each machine of 11 GB.
    assert need(4000, ONE, WAY).gigabytes == pytest.approx(22)


def test_processors_are_the_work_of_an_hour_with_room_to_spare() -> None:
    # Each takes 3 x 2 s + 40 x 0.1 s = 10 s; 360 people in an hour keep one processor busy.
    found = need(3600, ONE, WAY)
    assert found.processors == pytest.approx(2)


def test_whichever_runs_out_first_says_how_many_machines() -> None:
    by_memory = need(4000, ONE, WAY)
    by_processor = need(4000, dataclasses.replace(ONE, page_processor_seconds=62), WAY)
    assert (by_memory.machines, by_processor.machines) == (3, 6)  # one of them spare


def test_a_few_visitors_need_one_machine_and_the_spare_one() -> None:
    assert need(1, ONE, WAY).machines == 2
    assert need(1, ONE, dataclasses.replace(WAY, spare=0)).machines == 1


def test_machines_are_paid_for_by_the_hour_whether_anybody_comes_or_not() -> None:
    assert need(4000, ONE, WAY).machine_hours == 3 * 10 * 10


def test_what_is_sent_grows_with_the_visitors() -> None:
    assert need(4000, ONE, WAY).gigabytes_sent == pytest.approx(4)


def test_the_arithmetic_is_shown_step_by_step() -> None:
    text = steps(ONE, WAY, need(4000, ONE, WAY))
    assert text[:2] == [
        "4,000 visitors x 10% = 400 in the busiest hour",
        "400 x 30 of 60 minutes = 200 at once",
    ]
    assert text[3] == "3 pages x 2 s + 40 answers x 0.1 s = 10.0 s of a processor each"
    assert text[6] == "3 x 10 days x 10 hours = 300 machine hours"


def test_a_row_holds_what_a_table_needs() -> None:
    found = Need(5000, 105, 8.24, 0.66, 2, 320.0, 7.5)
    assert row(found) == "| 5,000 | 105 | 8.2 | 0.7 | 2 | 320 |"


def test_only_what_was_measured_is_in_the_file_of_measures() -> None:
    stated = set(json.loads(MEASURED.read_text(encoding="utf-8"))) - {"measured"}
    assert stated == {field.name for field in dataclasses.fields(Measured)}


def test_a_file_without_a_figure_is_not_filled_in_by_guessing(tmp_path: Path) -> None:
    (tmp_path / "measured.json").write_text('{"server_megabytes": 1}')
    with pytest.raises(KeyError, match="visitor_megabytes"):
        read_measured(tmp_path / "measured.json")


def test_tables_take_the_place_of_older_ones_and_leave_the_rest() -> None:
    page = f"Before\n{BEGIN}\nold\n{END}\nafter\n"
    assert with_tables(page, "new") == f"Before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"


def test_the_tables_say_what_was_measured_and_what_is_assumed() -> None:
    text = tables(ONE, WAY)
    assert "| Memory of one open page | 100 MB |" in text
    assert "Of all visitors 10% come in the busiest hour. Each stays 30 minutes" in text


def test_the_page_on_hosting_has_the_tables_that_the_measures_give() -> None:
    page = (ROOT / "HOSTING.md").read_text(encoding="utf-8")
    assert with_tables(page, tables(read_measured(), Assumed())) == page
