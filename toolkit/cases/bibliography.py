"""References as the files that reference managers read: BibTeX and CSL-JSON.

CSL-JSON is what Zotero, Mendeley and citation tools for Word take in
(https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from toolkit.cases.citation import Reference, version_of

__all__ = ["as_bibtex", "as_csl"]

# What BibTeX or LaTeX would take for a command. It counts braces even behind a backslash, so
# these go by their names.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "$&#_%"},
}


def as_bibtex(references: Sequence[Reference]) -> str:
    r"""Return references as a BibTeX file.

    Parameters
    ----------
    references : sequence of Reference
        What to cite.

    Returns
    -------
    str
        UTF-8 text, every character that BibTeX would act on written by its name.

    Examples
    --------
    >>> print(as_bibtex([Reference("a", "webpage", ("R&D",), "50% {off}")]))
    @misc{a,
      author = {{R\&D}},
      title = {{50\% \textbraceleft{}off\textbraceright{}}},
    }
    <BLANKLINE>
    """
    return "\n".join(_bibtex(reference) for reference in references)


def _bibtex(reference: Reference) -> str:
    note = ". ".join(part for part in (version_of(reference), reference.note) if part)
    fields = {
        "author": " and ".join(f"{{{_inert(name)}}}" for name in reference.authors),
        "title": f"{{{_inert(reference.title)}}}",  # twice in braces: capitals are kept
        "year": str(reference.date[0]) if reference.date else "",
        "month": str(reference.date[1]) if len(reference.date) > 1 else "",
        "howpublished": _inert(reference.within),
        "note": _inert(note),
        "url": _verbatim(reference.address),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{reference.key},\n{''.join(lines)}}}\n"


def as_csl(references: Sequence[Reference]) -> str:
    """Return references as CSL-JSON.

    Parameters
    ----------
    references : sequence of Reference
        What to cite.

    Returns
    -------
    str
        A list with an object for each. Names are literal: nobody is split into first and last.
    """
    return json.dumps([_csl(one) for one in references], ensure_ascii=False, indent=1) + "\n"


def _csl(reference: Reference) -> dict[str, object]:
    fields: dict[str, object] = {
        "id": reference.key,
        "type": reference.type,
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "issued": {"date-parts": [list(reference.date)]} if reference.date else None,
        "container-title": reference.within,
        "version": reference.version,
        "note": reference.note,
        "URL": reference.address,
    }
    return {name: value for name, value in fields.items() if value}


def _inert(text: str) -> str:
    return "".join(_COMMANDS.get(mark, mark) for mark in " ".join(text.split()))


def _verbatim(address: str) -> str:
    """An address is taken as it is, so only what would end the field is encoded."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
