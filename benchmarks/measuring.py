"""Take the figures: single loads in a browser, crowds of visitors, what one visitor costs."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from answer_on_screen import APP, answer_all
from browser_visit import ANSWERS, LIVE, Load, load
from chromium import find_chromium
from contender import COMPARISON, OURS, Contender, Running, run
from figures import Measure, percentile_95
from light_visitor import Visit, visit, visit_at_once
from playwright.async_api import Browser, async_playwright
from playwright.sync_api import sync_playwright
from served import FLAGS, Server, open_app

from toolkit.assessment.instrument import load_instrument

__all__ = ["Plan", "crowds", "loads", "visitor_cost"]

LESSON = "notebooks/lessons/01-what-is-ai.ipynb"
EXPLORER = "notebooks/explore-case-studies.ipynb"
# What it is called, its notebook, and when its controls are live.
PAGES = (
    ("A lesson", LESSON, LIVE),
    ("Explorer", EXPLORER, LIVE),
    ("Self-assessment", APP, LIVE),
    ("Comparison page", COMPARISON, ANSWERS),
)
PATIENCE = 180  # seconds that a visitor in a crowd waits
BESIDE = 30  # the crowd beside which a real browser loads a page too
ALONE = 5  # visits that are made one after another instead of a crowd of one
KEPT = "With --audience 30, thirty pages are kept ready, however many people come."
ONE_KERNEL = 110  # MB, more than one takes, to tell whether a crowd fits into this machine


@dataclass(frozen=True)
class Plan:
    """How much to measure."""

    rounds: int
    crowds: tuple[int, ...]
    minutes: float  # after which no further crowd is begun


async def loads(content: Path, contenders: Sequence[Contender], plan: Plan) -> list[Measure]:
    """Load each page with a real browser, in turns; return what was seen."""
    seen: list[tuple[str, str, Load | None, Load | None]] = []
    with ExitStack() as stack:
        servers = [stack.enter_context(run(one, content)) for one in contenders]
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            for turn in range(plan.rounds + 1):
                for name, notebook, usable in PAGES:
                    for server in (one for one in servers if one.contender.has(notebook)):
                        both = await _two_loads(browser, server, notebook, usable)
                        if turn:  # the first round does not count
                            seen.append((name, server.contender.name, *both))
            await browser.close()
    return _measures(seen)


def _measures(seen: Sequence[tuple[str, str, Load | None, Load | None]]) -> list[Measure]:
    """Return what was seen of each page by contender, and how many loads never finished."""
    found: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    missing: dict[str, list[bool]] = defaultdict(list)
    for page, name, first, second in seen:
        missing[name] += [first is None, second is None]
        if first:
            found[f"{page}: first text", "s"][name].append(first.text)
            found[f"{page}: usable", "s"][name].append(first.usable)
            found[f"{page}: sent on a first visit", "kB"][name].append(first.kilobytes)
        if second:
            found[f"{page}: usable on a second visit", "s"][name].append(second.usable)
            found[f"{page}: sent on a second visit", "kB"][name].append(second.kilobytes)
    measures = [
        Measure(what, unit, {name: tuple(values) for name, values in by_name.items()},
                drawn="second" not in what)
        for (what, unit), by_name in found.items()
    ]  # fmt: skip
    shares = {name: (100 * sum(all_of) / len(all_of),) for name, all_of in missing.items()}
    return [*measures, Measure("Loads that never finished", "%", shares, drawn=False)]


async def _two_loads(
    browser: Browser, server: Running, notebook: str, usable: str
) -> tuple[Load | None, Load | None]:
    """Load a page with an empty browser, then again; return both."""
    context = await browser.new_context()
    first = await load(context, server.counted(notebook), usable, server.line)
    await asyncio.to_thread(server.settle)
    second = await load(context, server.counted(notebook), usable, server.line)
    await context.close()
    await asyncio.to_thread(server.settle)
    return first, second


async def crowds(
    content: Path, contenders: Sequence[Contender], plan: Plan, *, until: float
) -> list[Measure]:
    """Send crowds of visitors, each to a server just started; return how they fared."""
    measures: list[Measure] = []
    for people in plan.crowds:
        answered, worst, memory, nothing, notes = {}, {}, {}, {}, []
        beside: dict[str, tuple[float, ...]] = {}
        for contender in (one for one in contenders if one.has(LESSON)):
            trouble = _why_not(people, until)
            if trouble:
                notes.append(f"{contender.name} was not tried, {trouble}")
                continue
            crowd = await _crowd(content, contender, people)
            times = [one.answered for one in crowd.visits if one.answered]
            if times:
                answered[contender.name] = tuple(times)
                worst[contender.name] = (percentile_95(times),)
            memory[contender.name] = (crowd.memory / people,)
            nothing[contender.name] = (sum(bool(one.trouble) for one in crowd.visits),)
            if crowd.beside:
                beside[contender.name] = (crowd.beside.usable,)
            notes.append(f"{contender.name} {_fared(crowd.visits)}")
        what = f"{people} at once" if people > 1 else "One at a time"
        note = "; ".join(notes)
        measures.append(Measure(f"{what}: answered", "s", answered, note))
        if people >= 10:
            measures.append(Measure(f"{what}: 95 of 100 answered within", "s", worst))
            measures.append(Measure(f"{what}: got nothing", "people", nothing, drawn=False))
            measures.append(Measure(f"{what}: memory of all, for each", "MB", memory, KEPT))
        if beside:
            measures.append(Measure(f"{what}: a real browser beside them, usable", "s", beside))
    return measures


@dataclass(frozen=True)
class Crowd:
    """How a crowd fared, the memory of the whole server in MB, and a browser beside them."""

    visits: list[Visit]
    memory: float
    beside: Load | None


async def _crowd(content: Path, contender: Contender, people: int) -> Crowd:
    with run(contender, content) as server:
        await _warm(server)
        async with AsyncExitStack() as stay:
            # The browser is one of them: there may be no more places than people.
            addresses = [server.page(LESSON)] * (people - (people == BESIDE))
            visits, beside = await asyncio.gather(
                visit_at_once(addresses, PATIENCE, stay), _beside(server, people)
            )
            while people == 1 and len(visits) < ALONE:
                visits += await visit_at_once(addresses, PATIENCE, stay)
            await asyncio.to_thread(server.settle)
            return Crowd(visits, server.memory(), beside)


async def _beside(server: Running, people: int) -> Load | None:
    """Load the page with a real browser too, beside a crowd of one size."""
    if people != BESIDE:
        return None
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        context = await browser.new_context()
        return await load(context, server.counted(LESSON), LIVE, server.line, PATIENCE)


async def _warm(server: Running) -> None:
    """Have a server do once what it does only once, and wait until it is ready."""
    async with AsyncExitStack() as stay:
        await visit(server.page(LESSON), PATIENCE, stay)
    await asyncio.to_thread(server.settle)


def _why_not(people: int, until: float) -> str:
    """Return why a crowd cannot be tried, or nothing."""
    lines = Path("/proc/meminfo").read_text().splitlines()
    [free] = [int(line.split()[1]) / 1000 for line in lines if line.startswith("MemAvailable:")]
    if free < people * ONE_KERNEL + 500:
        return f"because {free / 1000:.0f} GB of memory were free"
    return "because the time was used up" if monotonic() > until else ""


def _fared(visits: Sequence[Visit]) -> str:
    """Return in words how many visitors had to wait or got nothing."""
    failed = [one for one in visits if one.trouble]
    answered = [one for one in visits if one.answered]
    waited, queued = sum(one.waited for one in answered), sum(one.queued for one in visits)
    told = f"answered {len(answered)} of {len(visits)}"
    told += f", {waited} of them after a queue" if waited else ""
    told += f", and told {queued} their place in a queue" if queued else ""
    return told + (f"; {len(failed)} failed: {failed[0].trouble[:80]}" if failed else "")


def visitor_cost(content: Path) -> dict[str, float]:
    """Return what one visitor takes of the toolkit's server: memory, processor time, bytes."""
    return asyncio.run(_page_cost(content)) | _answer_cost(content)


async def _page_cost(content: Path, people: int = 10) -> dict[str, float]:
    with run(OURS, content) as server:
        await _warm(server)
        memory, processor = server.memory(), server.processor()
        async with AsyncExitStack() as stay:
            for _ in range(people):
                await visit(server.page(LESSON), PATIENCE, stay)
            await asyncio.to_thread(server.settle)
            return {
                "server_megabytes": round(memory),
                "visitor_megabytes": round((server.memory() - memory) / people, 1),
                "page_processor_seconds": round((server.processor() - processor) / people, 2),
            }


def _answer_cost(content: Path) -> dict[str, float]:
    instrument = load_instrument("readiness")
    with run(OURS, content) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_page()
        open_app(
            page, Server(server.url, content, None), APP, place="instrument=readiness&section=tasks"
        )
        server.settle()
        before = server.processor()
        answers = len(answer_all(page, instrument))
        taken = (server.processor() - before) / answers
        browser.close()
    return {"answer_processor_seconds": round(taken, 3)}
