"""Pages kept ready: each goes to one visitor, and only while it is as good as a new one."""

import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from jupyter_server._tz import utcnow
from kernel_home import Home, gone, wait_until
from tiny_site import make_site, write_page

from toolkit.serving.kernels.files import Stamp
from toolkit.serving.kernels.making import weigh_pages
from toolkit.serving.kernels.ready import Pool, Ready
from toolkit.serving.kernels.share import share, to_keep

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")
ONE, OTHER = "notebooks/one.ipynb", "notebooks/other.ipynb"
FIRST: Stamp = frozenset({("a", 1, 1)})


@dataclass
class House:
    """A pool over real kernels, whose pages are no more than a name."""

    home: Home
    stamp: Stamp = FIRST
    day: date = field(default_factory=date.today)
    weights: dict[str, int] = field(default_factory=lambda: {ONE: 1})
    made: list[str] = field(default_factory=list)
    broken: bool = False
    unfit: bool = False
    now: float = 0.0

    def pool(self, audience: int) -> Pool:
        return Pool(
            self.home.kernels,
            make=self.make,
            stamp=lambda: self.stamp,
            pages=lambda: self.weights,
            audience=audience,
            log=logging.getLogger("toolkit"),
            clock=lambda: self.now,
        )

    async def make(self, path: str) -> Ready | None:
        self.made.append(path)
        if self.broken:
            raise OSError("No space left on device")
        if self.unfit:  # a cell fails
            return None
        kernel = await self.home.kernels.start_kernel()
        self.home.kernels.kept.add(kernel)
        return Ready(kernel, self.home.process(kernel).pid, path, self.stamp, self.day)

    def fill(self, pool: Pool) -> Pool:
        while self.home.run(pool.step()):
            pass
        return pool


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    made = Home()
    yield made
    made.close()


@pytest.fixture
def house(home: Home) -> Iterator[House]:
    yield House(home)
    for kernel in list(home.kernels.list_kernel_ids()):
        with suppress(KeyError):
            home.end(kernel)
    home.kernels.kept.clear()


def test_as_many_pages_are_made_as_people_are_expected(house: House) -> None:
    pool = house.fill(house.pool(3))
    assert (pool.number, house.made) == (3, [ONE, ONE, ONE])


def test_no_page_goes_to_two_visitors(house: House) -> None:
    pool = house.fill(house.pool(3))
    taken = [pool.take(ONE) for _ in range(4)]
    assert len({ready.kernel for ready in taken if ready}) == 3
    assert taken[3] is None


def test_those_who_are_in_need_no_page_kept_ready_for_them(house: House) -> None:
    pool = house.fill(house.pool(4))
    assert pool.take(ONE)
    assert pool.take(ONE)
    house.fill(pool)
    assert pool.number == 2
    assert pool.take(ONE)
    assert house.fill(pool).number == 2  # to spare


def test_a_page_made_before_a_file_changed_is_not_handed_out(house: House) -> None:
    pool = house.fill(house.pool(2))
    old = [house.home.process(name).pid for name in house.home.kernels.kept]
    house.stamp = frozenset()
    assert pool.take(ONE) is None
    house.fill(pool)
    assert pool.number == 2
    assert wait_until(lambda: all(map(gone, old)))


def test_a_page_made_yesterday_is_not_handed_out(house: House) -> None:
    house.day = date.today() - timedelta(days=1)
    pool = house.pool(1)
    house.home.run(pool.step())
    assert pool.number == 1
    assert pool.take(ONE) is None


def test_a_page_whose_kernel_was_killed_is_not_handed_out(house: House) -> None:
    pool = house.fill(house.pool(1))
    (name,) = house.home.kernels.kept
    pid = house.home.process(name).pid
    os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: gone(pid))
    assert pool.take(ONE) is None


def test_a_page_whose_kernel_began_again_is_not_handed_out(house: House) -> None:
    pool = house.fill(house.pool(1))
    (name,) = house.home.kernels.kept
    house.home.run(house.home.kernels.restart_kernel(name))
    assert pool.take(ONE) is None


def test_a_ready_kernel_is_not_ended_for_being_idle_until_a_visitor_has_left_it(
    house: House,
) -> None:
    pool = house.fill(house.pool(1))
    (name,) = kernels = house.home.kernels.list_kernel_ids()
    house.home.kernels.cull_idle_timeout = 300
    house.home.kernel(name).last_activity = utcnow() - timedelta(hours=1)
    house.home.run(house.home.kernels.cull_kernels())
    assert house.home.kernels.list_kernel_ids() == kernels
    assert pool.take(ONE)
    house.home.run(house.home.kernels.cull_kernels())
    assert house.home.kernels.list_kernel_ids() == kernels
    house.home.kernel(name).last_activity = utcnow() - timedelta(hours=1)
    house.home.run(house.home.kernels.cull_kernels())
    assert house.home.kernels.list_kernel_ids() == []


def test_a_page_that_must_not_be_kept_is_tried_again_only_when_a_file_has_changed(
    house: House,
) -> None:
    house.unfit = True
    pool = house.fill(house.pool(3))
    house.now = 1e9
    house.fill(pool)
    assert (pool.number, house.made) == (0, [ONE])
    house.stamp = frozenset()
    house.fill(pool)
    assert house.made == [ONE, ONE]


def test_a_page_that_could_not_be_made_is_tried_again_when_a_file_has_changed(
    house: House,
) -> None:
    house.broken = True
    pool = house.fill(house.pool(3))
    assert (pool.number, house.made) == (0, [ONE])
    house.stamp = frozenset()
    house.fill(pool)
    assert house.made == [ONE, ONE]


def test_a_page_that_could_not_be_made_is_tried_again_a_minute_later(house: House) -> None:
    house.broken = True
    pool = house.fill(house.pool(1))
    house.broken, house.now = False, 59.0  # the disk has room again
    assert house.fill(pool).number == 0
    house.now = 60.0
    assert house.fill(pool).number == 1


def test_what_is_ready_stays_when_no_more_can_be_made(house: House) -> None:
    pool = house.fill(house.pool(4))
    assert pool.take(ONE)
    for name in set(house.home.kernels.list_kernel_ids()) - house.home.kernels.kept:
        house.home.end(name)  # the visitor has left, so one more is due
    house.made.clear()
    house.broken = True
    assert (house.fill(pool).number, house.made) == (3, [ONE])


def test_while_a_visitor_waits_for_a_page_none_is_made_for_others(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.serving.kernels.ready.AT_ONCE", 1)
    pool = house.pool(1)
    with pool.making():
        assert not house.home.run(pool.step())
    assert house.home.run(pool.step())


def test_pages_that_are_visited_more_are_kept_ready_more(house: House) -> None:
    house.weights = {ONE: 1, OTHER: 1}
    pool = house.fill(house.pool(4))
    assert sorted(house.made) == [ONE, ONE, OTHER, OTHER]
    for _ in range(6):
        pool.take(OTHER)
    for name in set(house.home.kernels.list_kernel_ids()) - house.home.kernels.kept:
        house.home.end(name)  # they have left
    house.made.clear()
    house.fill(pool)
    assert house.made == [OTHER, OTHER, OTHER]


def test_an_address_that_somebody_makes_up_counts_for_nothing(house: House) -> None:
    pool = house.fill(house.pool(1))
    for _ in range(9):
        pool.take("notebooks/made-up.ipynb")
    house.fill(pool)
    assert house.made == [ONE]


def test_where_nobody_is_expected_nothing_is_kept(house: House) -> None:
    house.home.run(house.pool(0).keep())
    assert house.made == []


def test_a_few_are_kept_when_everybody_is_in() -> None:
    assert [to_keep(30, visitors) for visitors in (0, 27, 28, 40)] == [30, 3, 2, 2]
    assert (to_keep(1, 5), to_keep(0, 5)) == (1, 0)


def test_what_is_left_over_goes_to_those_with_the_best_claim() -> None:
    assert share(4, {"a": 1, "b": 1, "c": 1}) == {"a": 2, "b": 1, "c": 1}
    assert share(3, {"a": 0, "b": 0}) == {"a": 0, "b": 0}
    assert share(7, {"a": 5, "b": 2}) == {"a": 5, "b": 2}


def test_apps_and_lessons_are_kept_ready_unless_pages_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site")
    monkeypatch.setenv("TOOLKIT_ROOT", str(site))
    write_page(site, "app", "# App")
    write_page(site, "lessons/01-first", "# First")
    write_page(site, "_template", "# Template")
    (site / "casestudies" / "a-case.ipynb").write_text("{}", "utf-8")
    assert weigh_pages(site) == {
        "notebooks/app.ipynb": 1,
        "notebooks/lessons/01-first.ipynb": 1,
        "casestudies/a-case.ipynb": 0,
    }
    assert weigh_pages(site, ["a-case"]) == {"casestudies/a-case.ipynb": 1}
    with pytest.raises(LookupError, match="names 'a-cas', but .* did you mean 'a-case'"):
        weigh_pages(site, ["a-cas"])
