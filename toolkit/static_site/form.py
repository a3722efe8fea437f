"""Self-assessments as forms to print and fill in by hand. Nothing is worked out here."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assessment.condition import comparisons
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import listed
from toolkit.assessment.question import Question
from toolkit.assessment.shelf import load_instruments
from toolkit.language import _
from toolkit.static_site.catalogue import Listed
from toolkit.static_site.form_rules import rules_of
from toolkit.static_site.site import StaticSite
from toolkit.views.case_links import link_reader

__all__ = ["FORMS", "form_pages"]

FORMS = "/voila/render/notebooks/self-assessment.ipynb"


def form_pages(site: StaticSite) -> Iterator[Listed]:
    """Return the list of self-assessments, and each as a form.

    Parameters
    ----------
    site : StaticSite
        What they belong to.

    Yields
    ------
    Listed
        A page.
    """
    instruments = [
        one for one in load_instruments(site.root).values() if one.survey is None
    ]  # a questionnaire of pages decides as it goes what to ask: paper cannot
    yield Listed("forms/index.html", FORMS, site.page("static-forms.html", forms=instruments))
    links = link_reader(site.root)
    for one in instruments:
        html = site.page(
            "static-form.html",
            form=one,
            links=links,
            forms=FORMS,
            asked_if=lambda question, form=one: _asked_if(form, question),
            rules=rules_of(one),
        )
        yield Listed(f"forms/{one.id}.html", FORMS, html)


def _asked_if(form: Instrument, question: Question) -> str:
    """Say on what the question depends, by the questions to look back at."""
    if question.show_if is None:
        return ""
    asked = dict.fromkeys(test.question for test in comparisons(question.show_if))
    names = listed([f"{one} ({form.by_id[one].name.lower()})" for one in asked])
    return _("This question is asked only after some answers to {names}.").format(names=names)
