"""Make a register of AI from a folder of saved proposals."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from toolkit.serving.jobs import OK, PROBLEMS
from toolkit.serving.jobs.options import (
    day,
    document_file,
    must_exist,
    save_document,
    say_exit_codes,
)

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "make a register of AI from a folder of saved proposals"
ORDERS = ("review", "tier", "name", "owner")


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("folder", type=Path, help="the folder with the saved proposals")
    job.add_argument("--csv", type=Path, help="write the whole table to this file")
    job.add_argument(
        "--page", type=document_file, help="write the page for the public: .md, .html or .docx"
    )
    job.add_argument("--sort", choices=ORDERS, default="review", help="review if not given")
    job.add_argument("--on", type=day, help="the day to hold review dates against; today")
    say_exit_codes(
        job,
        "the register is made",
        "a file cannot be used, and the register leaves it out; each is named",
        "no such folder",
    )


def run(asked: Namespace) -> int:
    """Print a line for each proposal, write what was asked for, name files that are no use."""
    from toolkit.assessment.group.gather import read_folder
    from toolkit.assessment.register.export import public_page, register_csv
    from toolkit.assessment.register.register import arranged, read_register, review_words
    from toolkit.assessment.shelf import load_instruments
    from toolkit.identity import load_identity

    on = asked.on or date.today()
    found = read_register(read_folder(must_exist(asked.folder, "folder")), load_instruments())
    for words in (*(error.sentence for error in found.refused), *found.notices):
        print(words, file=sys.stderr)
    entries = arranged(found.entries, asked.sort)
    for entry in entries:
        print(f"{entry.title}: {entry.tier_words}. {entry.outcome}. "
              f"Review: {review_words(entry.review, on)}.")  # fmt: skip
    if asked.csv:
        # The mark at its start tells Excel that the letters are UTF-8.
        asked.csv.write_text(register_csv(entries, today=on), encoding="utf-8", newline="")
    if asked.page:
        page = public_page(entries, council=load_identity().council, today=on)
        save_document(page, asked.page, on)
    return PROBLEMS if found.refused else OK
