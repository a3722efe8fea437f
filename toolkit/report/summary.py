"""The whole report on a self-assessment: what it comes to, every answer, and sources."""

from __future__ import annotations

from toolkit.assessment.about import read_about
from toolkit.document.blocks import Document
from toolkit.report.kind import findings
from toolkit.report.material import Material
from toolkit.report.part import answers, gaps, opening, sources

__all__ = ["summary"]


def summary(material: Material) -> Document:
    """Return the report on a self-assessment.

    Parameters
    ----------
    material : Material
        What it is made from.

    Returns
    -------
    Document
        The same words in every form it is written in.
    """
    name, about = read_about(material.beside)[0].name, material.instrument.summary
    return Document(
        material.instrument.title,
        (
            *opening(material),
            *findings(material),
            *gaps(material, 2),
            *answers(material),
            *sources(material),
        ),
        subject=f"{name}: {about}" if name else about,
    )
