"""What many visitors need and cost: ``python benchmarks/cost.py --visitors 5000 --price 0.10``.

Measured inputs come from ``measured.json``. ``benchmarks/bench.py --keep`` writes it, and puts what
comes of it into HOSTING.md. Assumptions are options, so change them to yours. The price is yours
alone: what one machine costs you in an hour.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, fields
from math import ceil
from pathlib import Path

__all__ = [
    "Assumed", "Measured", "Need", "need", "read_measured", "row", "steps", "tables", "with_tables",
]  # fmt: skip

MEASURED = Path(__file__).parent / "measured.json"
BEGIN, END = "<!-- tables of benchmarks/cost.py -->", "<!-- end of tables -->"
SHOWN = (1000, 5000, 20_000, 50_000)  # visitors


@dataclass(frozen=True)
class Measured:
    """What was measured, of the server as it is."""

    server_megabytes: float
    visitor_megabytes: float
    page_processor_seconds: float
    answer_processor_seconds: float
    page_kilobytes: float


@dataclass(frozen=True)
class Assumed:
    """What was not measured: how people visit, and what a machine has."""

    days: float = 20  # that the toolkit is open
    hours: float = 8  # a day
    busiest: float = 0.05  # share of all visitors who come in the busiest hour
    minutes: float = 20  # that one visitor stays
    lingering: float = 5  # minutes until the process of somebody who has gone is ended
    pages: float = 3  # that one visitor opens, one at a time
    answers: float = 40  # that one visitor gives
    busy: float = 0.6  # share of the processors in use at the busiest time
    machine_gigabytes: float = 16
    machine_processors: float = 4
    spare: float = 1  # machines more than needed, so that one can fail


@dataclass(frozen=True)
class Need:
    """What some visitors need."""

    visitors: int
    at_once: int
    gigabytes: float
    processors: float
    machines: int
    machine_hours: float
    gigabytes_sent: float


def need(visitors: int, measured: Measured, assumed: Assumed) -> Need:
    """Return what a number of visitors needs.

    Parameters
    ----------
    visitors : int
        How many people come over all days together.
    measured : Measured
        What one of them takes.
    assumed : Assumed
        How they come, and what a machine has.

    Returns
    -------
    Need
        For the busiest hour; the hours of machines and what is sent are for all days together.

    Examples
    --------
    1,200 people, 60 of them in the busiest hour for 25 minutes each, are 25 at once.

    >>> inputs = Measured(100, 80, 1.5, 0.05, 1500)
    >>> need(1200, inputs, Assumed()).at_once
    25
    """
    arriving = visitors * assumed.busiest / 3600  # a second
    at_once = ceil(arriving * 60 * (assumed.minutes + assumed.lingering))
    one = assumed.pages * measured.page_processor_seconds
    one += assumed.answers * measured.answer_processor_seconds
    processors = arriving * one / assumed.busy
    people = at_once * measured.visitor_megabytes / 1000
    usable = assumed.machine_gigabytes - measured.server_megabytes / 1000
    machines = max(ceil(people / usable), ceil(processors / assumed.machine_processors), 1)
    running = machines + int(assumed.spare)
    return Need(
        visitors,
        at_once,
        people + machines * measured.server_megabytes / 1000,
        processors,
        running,
        running * assumed.days * assumed.hours,
        visitors * measured.page_kilobytes / 1e6,
    )


def steps(measured: Measured, assumed: Assumed, found: Need) -> list[str]:
    """Return the arithmetic in words, one step a line."""
    stay = assumed.minutes + assumed.lingering
    peak = found.visitors * assumed.busiest
    one = assumed.pages * measured.page_processor_seconds
    one += assumed.answers * measured.answer_processor_seconds
    return [
        f"{found.visitors:,} visitors x {assumed.busiest:.0%} = {peak:,.0f} in the busiest hour",
        f"{peak:,.0f} x {stay:g} of 60 minutes = {found.at_once:,} at once",
        f"{found.at_once:,} x {measured.visitor_megabytes:g} MB, and "
        f"{measured.server_megabytes:g} MB for each server = {found.gigabytes:.1f} GB",
        f"{assumed.pages:g} pages x {measured.page_processor_seconds:g} s + {assumed.answers:g} "
        f"answers x {measured.answer_processor_seconds:g} s = {one:.1f} s of a processor each",
        f"{peak:,.0f} x {one:.1f} s / 3,600 s, at {assumed.busy:.0%} busy = "
        f"{found.processors:.1f} processors",
        f"{found.machines} machines of {assumed.machine_processors:g} processors and "
        f"{assumed.machine_gigabytes:g} GB, {assumed.spare:g} of them spare",
        f"{found.machines} x {assumed.days:g} days x {assumed.hours:g} hours = "
        f"{found.machine_hours:,.0f} machine hours",
        f"{found.visitors:,} x {measured.page_kilobytes / 1000:.1f} MB = "
        f"{found.gigabytes_sent:,.1f} GB sent, if everyone comes once",
    ]


def row(found: Need) -> str:
    """Return what is needed as a row of a table in Markdown."""
    cells = (
        f"{found.visitors:,}",
        f"{found.at_once:,}",
        f"{found.gigabytes:.1f}",
        f"{found.processors:.1f}",
        f"{found.machines}",
        f"{found.machine_hours:,.0f}",
    )
    return f"| {' | '.join(cells)} |"


def tables(measured: Measured, assumed: Assumed) -> str:
    """Return what was measured, what is assumed and what many visitors need, in Markdown."""
    inputs = (
        ("Memory of the server itself", f"{measured.server_megabytes:g} MB"),
        ("Memory of one open page", f"{measured.visitor_megabytes:g} MB"),
        ("Processor time to open a page", f"{measured.page_processor_seconds:g} s"),
        ("Processor time for an answer", f"{measured.answer_processor_seconds:g} s"),
        ("Sent for a first page", f"{measured.page_kilobytes / 1000:.1f} MB"),
    )
    rows = [row(need(visitors, measured, assumed)) for visitors in SHOWN]
    return "\n".join(
        [
            "| Measured | |",
            "|---|---|",
            *(f"| {what} | {how_much} |" for what, how_much in inputs),
            "",
            _assumed(assumed),
            "",
            "| Visitors | At once | Memory, GB | Processors | Machines | Machine hours |",
            "|---|---|---|---|---|---|",
            *rows,
        ]
    )


def _assumed(way: Assumed) -> str:
    return (
        f"Assumed: it is open for {way.days:g} days of {way.hours:g} hours. Of all visitors "
        f"{way.busiest:.0%} come in the busiest hour. Each stays {way.minutes:g} minutes, opens "
        f"{way.pages:g} pages and gives {way.answers:g} answers. The process of somebody who has "
        f"gone may linger for {way.lingering:g} minutes. Processors are {way.busy:.0%} busy at "
        f"most. A machine has {way.machine_processors:g} processors and "
        f"{way.machine_gigabytes:g} GB, and {way.spare:g} more than needed is running."
    )


def with_tables(page: str, text: str) -> str:
    """Return a page with other tables between its two marks.

    >>> with_tables(f"Before\\n{BEGIN}\\nold\\n{END}\\nafter", "new") == (
    ...     f"Before\\n{BEGIN}\\n\\nnew\\n\\n{END}\\nafter"
    ... )
    True
    """
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def read_measured(path: Path = MEASURED) -> Measured:
    """Return what was measured, as its file says."""
    stated = json.loads(path.read_text(encoding="utf-8"))
    return Measured(**{field.name: float(stated[field.name]) for field in fields(Measured)})


def main() -> int:
    """Print the arithmetic, and the cost where a price was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, required=True, help="over all days together")
    parser.add_argument("--price", type=float, help="what a machine costs you in an hour")
    for field in fields(Assumed):
        option = f"--{field.name.replace('_', '-')}"
        parser.add_argument(option, type=float, default=field.default, help="%(default)s assumed")
    asked = vars(parser.parse_args())
    visitors, price = asked.pop("visitors"), asked.pop("price")
    measured, assumed = read_measured(), Assumed(**asked)
    found = need(visitors, measured, assumed)
    print("\n".join(steps(measured, assumed, found)))
    if price is not None:
        cost = price * found.machine_hours
        print(f"{found.machine_hours:,.0f} x {price:g} = {cost:,.2f} in all, "
              f"{cost / visitors:.3f} for each visitor")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
