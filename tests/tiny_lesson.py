"""A tiny lesson, small enough to see at a glance what a test changes in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from toolkit.frontmatter import Notebook, parse_notebook
from toolkit.lesson import Lesson, parse_lesson
from toolkit.vocabulary import Group, Vocabulary, Word

WORDS = Vocabulary(
    (
        Group("ccin_principles", "P", "p", (Word("learning", "Learning", "Share it."),)),
        Group("misconception", "M", "m", (Word("M-MORE", "More", "More is always better."),)),
    )
)
SECTIONS = ("The situation", "Your prediction", "Try it", "Check", "Take away")


def option(name: str, **more: Any) -> dict[str, Any]:
    """Return an answer; a wrong one unless ``right`` is given."""
    wrong = {} if more.get("right") else {"misconception": "M-MORE"}
    return {"id": name, "text": f"Answer {name}", "reason": f"Because {name}.", **wrong, **more}


def question(name: str, *options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a question whose first answer is right."""
    answers = list(options) or [option("yes", right=True), option("no")]
    return {"id": name, "text": f"Is it {name}?", "revisit": "Try it", "options": answers, **more}


def front_matter(**changes: Any) -> dict[str, Any]:
    """Return a lesson's front matter; None takes a line out."""
    plain: dict[str, Any] = {
        "kind": "lesson", "id": "tiny", "version": 1, "number": 3, "title": "Tiny",
        "summary": "A tiny lesson.", "minutes": 5, "group": "learn", "order": 3,
        "objectives": ["count to two"], "sample": 5, "principle": "learning",
        "prediction": {
            "question": "What will happen?",
            "options": [{"id": "up", "text": "It goes up"}, {"id": "down", "text": "It goes down"}],
        },
        "quiz": [question("one"), question("two", text="Was it {rise}?")],
        "take_away": {"sentence": "It rose by {rise}.", "question": "Why?", "why": "We learn."},
    }  # fmt: skip
    return {name: value for name, value in (plain | changes).items() if value is not None}


def notebook(
    *, sections: tuple[str, ...] = SECTIONS, text: str = "count to two", **changes: Any
) -> Notebook:
    """Return the lesson's notebook."""
    raw = json.dumps(front_matter(**changes))  # JSON is YAML
    prose = "\n\n".join([f"# Tiny\n\n{text}", *(f"## {name}" for name in sections)])
    cells = [
        {"cell_type": "raw", "source": raw, "metadata": {"tags": ["front-matter"]}},
        {"cell_type": "markdown", "source": prose, "metadata": {}},
    ]
    return parse_notebook(json.dumps({"cells": cells}), Path("notebooks/lessons/03-tiny.ipynb"))


def lesson(**changes: Any) -> Lesson:
    """Return the lesson."""
    return parse_lesson(notebook(**changes), WORDS)
