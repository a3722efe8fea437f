"""A short public summary of a tool, put together from what a learner fills in.

Its four parts follow Tier 1, the summary for the public, of the Algorithmic Transparency Recording
Standard. The words are ours.
"""

from __future__ import annotations

from toolkit.language import N_, _

__all__ = ["BLANK", "public_summary"]

BLANK = N_("still blank")


def public_summary(
    sample: int, *, tool_name: str, tool_what: str, tool_page: str, tool_contact: str
) -> str:
    """Return the summary, saying which parts are still blank.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    tool_name : str
        What the tool is called.
    tool_what : str
        What it does, why, and what a person does with its result.
    tool_page : str
        Where the public can read more.
    tool_contact : str
        Whom to ask, and how to challenge a result.

    Returns
    -------
    str
        Paragraphs with a blank line between them; empty where every part is blank.

    Examples
    --------
    >>> public_summary(
    ...     1, tool_name="Early visits", tool_what="", tool_page="", tool_contact=""
    ... ).splitlines()[2]
    'Name: Early visits'
    """
    parts = {
        _("Name: {said}"): tool_name,
        _("What it does, and why: {said}"): tool_what,
        _("Where to read more: {said}"): tool_page,
        _("Whom to ask, and how to challenge a result: {said}"): tool_contact,
    }
    if not any(text.strip() for text in parts.values()):
        return ""
    lines = [line.format(said=text.strip() or _(BLANK)) for line, text in parts.items()]
    return "\n\n".join([_("Draft of a public summary, for practice"), *lines])
