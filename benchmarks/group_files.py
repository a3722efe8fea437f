"""How long 500 people's files take to read and count. The aim is one second on two cores.

Run it from the toolkit's folder: python benchmarks/group_files.py
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.ballot import Ballot, write_ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.gather import gather, read_folder
from toolkit.assessment.group.role import Roles, load_roles
from toolkit.assessment.instrument import Instrument, load_instrument

PEOPLE = 500
ROUNDS = 5
AIM = 1.0  # seconds


def main() -> None:
    """Print the median time for each self-assessment, and its share of the aim."""
    roles = load_roles()
    for slug in ("readiness", "proposal"):
        instrument = load_instrument(slug)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_people(folder, instrument, roles)
            times = sorted(measure(folder, instrument, roles) for _ in range(ROUNDS))
        median = times[ROUNDS // 2]
        print(f"{slug}: {PEOPLE} files in {1000 * median:.0f} ms, {median / AIM:.0%} of the aim")


def measure(folder: Path, instrument: Instrument, roles: Roles) -> float:
    """Return the seconds from a folder to its counts."""
    begun = time.perf_counter()
    found = gather(read_folder(folder), instrument, roles)
    poll = count(instrument, found.ballots, roles, found.subject)
    taken = time.perf_counter() - begun
    if poll.people + poll.set_apart != PEOPLE:
        raise ValueError(f"{poll.people} people were counted, not {PEOPLE}")
    return taken


def write_people(folder: Path, instrument: Instrument, roles: Roles) -> None:
    """Write a file for each of many made-up people, who answer nine in ten questions."""
    chance = random.Random(20261122)
    for number in range(PEOPLE):
        answers = {
            question.id: Answer(
                "answered", chance.choice(question.choices).id, chance.randint(0, 2)
            )
            for question in instrument.questions
            if chance.random() < 0.9
        }
        ballot = Ballot(answers, chance.choice(list(roles.by_id)), f"person-{number}")
        path = folder / f"person-{number:03}.json"
        path.write_text(write_ballot(instrument, ballot), encoding="utf-8")


if __name__ == "__main__":
    main()
