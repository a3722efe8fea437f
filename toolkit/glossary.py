"""The glossary: terms in plain English, and the link from the first use of each in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import ContentError, Problem
from toolkit.place import content_root
from toolkit.schema import check
from toolkit.yamlfile import read_yaml

__all__ = ["Glossary", "Term", "first_uses", "link_first_uses", "load_glossary", "read_glossary"]

# What is left as it is: code, links and pictures, headings, and lines of tables.
_LEFT_ALONE = re.compile(
    r"^```.*?^```|^~~~.*?^~~~|`[^`\n]*`|!?\[[^\]]*\]\([^)]*\)|<[^>\n]*>|^[#|].*?$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Term:
    """One entry of the glossary.

    Parameters
    ----------
    id : str
        What links lead to; never changes.
    term : str
        The term.
    meaning : str
        One to three short sentences.
    also : tuple of str
        Other ways it is written.
    example : str
        An example from a council; may be empty.
    """

    id: str
    term: str
    meaning: str
    also: tuple[str, ...] = ()
    example: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way the term is written."""
        return (self.term, *self.also)


@dataclass(frozen=True)
class Glossary:
    """All entries.

    Parameters
    ----------
    title : str
        As the file gives it.
    terms : tuple of Term
        In the order of the alphabet.
    """

    title: str
    terms: tuple[Term, ...]


def load_glossary(root: Path | None = None) -> Glossary:
    """Return the glossary of a content folder.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Glossary
        Without terms where the folder has none.

    Raises
    ------
    ContentError
        Where the file is damaged.
    """
    path = (root or content_root()) / "data" / "glossary.yaml"
    return read_glossary(path) if path.is_file() else Glossary("", ())


def read_glossary(path: Path) -> Glossary:
    """Return the glossary that a file holds.

    Parameters
    ----------
    path : Path
        A YAML file.

    Returns
    -------
    Glossary
        Its terms in the order of the alphabet.

    Raises
    ------
    ContentError
        With everything that is wrong.
    """
    raw: dict[str, Any] = read_yaml(path)
    problems = check(raw, "glossary") or _repeated(raw["terms"])
    if problems:
        raise ContentError(path, problems)
    terms = (Term(**(one | {"also": tuple(one.get("also", ()))})) for one in raw["terms"])
    return Glossary(raw["title"], tuple(sorted(terms, key=lambda one: one.term.casefold())))


def link_first_uses(
    markdown: str, terms: Sequence[Term], address: str, used: frozenset[str] = frozenset()
) -> tuple[str, frozenset[str]]:
    """Return a text in which the first use of each term leads to the glossary.

    Parameters
    ----------
    markdown : str
        A stretch of a text.
    terms : sequence of Term
        The glossary's.
    address : str
        Where the glossary is; the term's id is added as a fragment.
    used : frozenset of str
        The ids of terms that the stretches before it used.

    Returns
    -------
    text : str
        The text with links. Code, headings, tables and links stay as they are.
    used : frozenset of str
        The ids of the terms used up to here.
    """
    kept = [found.span() for found in _LEFT_ALONE.finditer(markdown)]
    seen, pieces, end = set(used), list[str](), 0
    for found in _uses(terms).finditer(markdown):
        if any(start < found.end() and found.start() < stop for start, stop in kept):
            continue
        [term] = [one for one in terms if _is_form(found[0], one)]
        if term.id not in seen:
            seen.add(term.id)
            pieces += [markdown[end : found.start()], f"[{found[0]}]({address}#{term.id})"]
            end = found.end()
    return "".join([*pieces, markdown[end:]]), frozenset(seen)


def first_uses(
    text: str, terms: Sequence[Term], used: frozenset[str] = frozenset()
) -> tuple[Term, ...]:
    """Return the terms that a text is the first to use, for a text that cannot hold links.

    Parameters
    ----------
    text : str
        Plain text, for example the label of a control.
    terms : sequence of Term
        The glossary's.
    used : frozenset of str
        The ids of terms that were used before it.

    Returns
    -------
    tuple of Term
        Each once, in the order of their uses.
    """
    found: dict[str, Term] = {}
    for use in _uses(terms).finditer(text):
        [term] = [one for one in terms if _is_form(use[0], one)]
        if term.id not in used:
            found.setdefault(term.id, term)
    return tuple(found.values())


def _uses(terms: Sequence[Term]) -> re.Pattern[str]:
    """Return what finds every term as a whole word, "generative AI" before "AI"."""
    forms = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
    ways = "|".join(
        re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in forms
    )
    return re.compile(rf"(?<![\w-])(?:{ways})(?![\w-])" if ways else r"(?!)")


def _is_form(found: str, term: Term) -> bool:
    return found in term.forms or found.casefold() in {
        form.casefold() for form in term.forms if not form.isupper()
    }


def _repeated(terms: Sequence[dict[str, Any]]) -> list[Problem]:
    ids = Counter(one["id"] for one in terms)
    forms = Counter(form for one in terms for form in (one["term"], *one.get("also", ())))
    return [
        Problem("terms", f"'{name}' is there {count} times", "keep one of them")
        for counted in (ids, forms)
        for name, count in counted.items()
        if count > 1
    ]
