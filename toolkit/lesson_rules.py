"""What a lesson's notebook has to hold, beyond what its schema can say."""

from __future__ import annotations

from typing import Any

from toolkit.errors import Problem, did_you_mean
from toolkit.frontmatter import Notebook
from toolkit.quiz import quiz_problems
from toolkit.schema import check, load_schema
from toolkit.vocabulary import Vocabulary, check_words

__all__ = ["SECTIONS", "lesson_problems"]

SECTIONS = ("The situation", "Your prediction", "Try it", "Check", "Take away")


def lesson_problems(
    notebook: Notebook, words: Vocabulary, sections: tuple[str, ...]
) -> list[Problem]:
    """Return everything that is wrong with a lesson's notebook.

    Parameters
    ----------
    notebook : Notebook
        As `toolkit.frontmatter` reads it.
    words : Vocabulary
        The words it may use, with the groups ``ccin_principles`` and ``misconception``.
    sections : tuple of str
        Its H2 headings, in order.

    Returns
    -------
    list of Problem
        Empty where the lesson can be read.
    """
    raw: dict[str, Any] = notebook.front_matter
    problems = check(raw, "lesson") + quiz_problems(raw.get("quiz", []))
    if problems:
        return problems
    return [
        *check_words(raw, load_schema("lesson"), words),
        *check_words({"quiz": raw["quiz"]}, load_schema("quiz"), words),
        *_section_problems(raw, sections),
        *(
            Problem("objectives", f"'{objective}' is not in the text", "list it under the title")
            for objective in raw["objectives"]
            if objective not in notebook.text
        ),
    ]


def _section_problems(raw: dict[str, Any], sections: tuple[str, ...]) -> list[Problem]:
    if tuple(name for name in sections if name in SECTIONS) != SECTIONS:
        order = ", ".join(SECTIONS)
        return [Problem("headings", f"are {', '.join(sections)}", f"have, in this order: {order}")]
    return [
        *(
            Problem("further", f"'{step}' is not a part that can be left out",
                    "name a heading other than those that every lesson has")
            for step in raw.get("further", ()) if step not in sections or step in SECTIONS
        ),
        *(
            Problem(f"quiz, {question['id']}, revisit", f"'{question['revisit']}' is not a heading",
                    did_you_mean(question["revisit"], sections))
            for question in raw["quiz"] if question["revisit"] not in sections
        ),
    ]  # fmt: skip
