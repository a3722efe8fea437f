"""Then and now: another saved run beside the answers here, or two saved runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup

from toolkit.assessment.answer import keep_answers
from toolkit.assessment.comparison import Comparison, compare_runs
from toolkit.assessment.comparison_document import (
    comparison_document,
    said,
    summary_sentences,
)
from toolkit.assessment.example import LATER, has_example, load_example
from toolkit.assessment.phrase import named
from toolkit.assessment.run import Run, example_notice, run_of
from toolkit.document.form import DOCUMENT_FORMS, DocumentForm
from toolkit.errors import ContentError
from toolkit.language import N_, _
from toolkit.progress import ProgressFile, parse_progress
from toolkit.views.assessment.loading import APART, MARK
from toolkit.views.form import component
from toolkit.views.hand_out import give_document
from toolkit.views.page import Event, Page
from toolkit.views.template import render
from toolkit.yamlfile import Json

if TYPE_CHECKING:
    from toolkit.views.assessment.sitting import Sitting

__all__ = ["SECTION", "act_on_comparison", "draw_comparison"]

SECTION = "compare"
# Kept beside the answers, so that a reload brings them back.
SLOTS = dict(zip(("then", "now"), APART, strict=True))
HERE = N_("the answers on this page")
LARGEST_FILE = 5_000_000  # bytes; larger files do not reach Python over the page's connection


def act_on_comparison(sitting: Sitting, page: Page, event: Event) -> bool:
    """Do what a visitor asks of the comparison.

    Parameters
    ----------
    sitting : Sitting
        The sitting.
    page : Page
        Where it was asked.
    event : Event
        What was asked.

    Returns
    -------
    bool
        Whether it was about the comparison.
    """
    match event:
        case Event("upload", "then" | "now" as slot, {"filename": filename, "text": text}):
            _take(sitting, page, slot, str(filename), str(text))
        case Event("action", "compare-clear"):
            sitting.store.update(dict.fromkeys(SLOTS.values()))
            sitting.go(page, SECTION)
            page.announce(_("The comparison was cleared. Your answers are as they were."))
        case Event("action", "compare-later"):
            saved = load_example(sitting.instrument, sitting.root, LATER)
            before = ProgressFile(
                sitting.instrument.id, sitting.instrument.version, keep_answers(sitting.answers),
                example=str(sitting.store.values.get(MARK) or ""),
            )  # fmt: skip
            _keep(sitting, "then", before, _("the worked example"))
            _keep(sitting, "now", saved, _("the same, some months later"))
            _shown(sitting, page)
        case Event("action", "download-comparison", str(form)) if form in DOCUMENT_FORMS:
            _download(sitting, page, form)
        case _:
            return False
    return True


def draw_comparison(sitting: Sitting, heading_id: str) -> Markup:
    """Return the page that sets two runs side by side.

    Parameters
    ----------
    sitting : Sitting
        The sitting.
    heading_id : str
        The id of its heading.

    Returns
    -------
    Markup
        Without a second run: how to load one.
    """
    found = _comparison(sitting)
    example = bool(sitting.store.values.get(MARK))
    return render(
        "assessment-compare",
        heading_id=heading_id,
        instrument=sitting.instrument,
        address=sitting.address,
        uploads={slot: _upload(sitting, slot) for slot in SLOTS},
        found=found,
        notices=_notices(found),
        sentences=summary_sentences(found) if found else (),
        answers=_rows(found) if found else (),
        later=example and has_example(sitting.instrument, sitting.root, LATER),
        here=_(HERE),
    )


def _take(sitting: Sitting, page: Page, slot: str, filename: str, text: str) -> None:
    instrument = sitting.instrument
    try:
        saved = parse_progress(text, instrument.id, instrument.version, filename)
    except ContentError as error:
        page.notice(
            _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
        )
        return
    _keep(sitting, slot, saved, filename)
    _shown(sitting, page)


def _keep(sitting: Sitting, slot: str, saved: ProgressFile, name: str) -> None:
    kept: dict[str, Json] = {
        "name": name,
        "saved": saved.saved,
        "version": saved.version,
        "values": dict(saved.values),
        "example": saved.example,
    }
    sitting.store.set(SLOTS[slot], kept)


def _shown(sitting: Sitting, page: Page) -> None:
    sitting.go(page, SECTION)
    found = _comparison(sitting)
    page.announce(" ".join(summary_sentences(found)) if found else _("The file was loaded."))


def _run(sitting: Sitting, slot: str) -> Run | None:
    """Return the run that is kept in a slot, if what the browser kept can be used."""
    kept = sitting.store.values.get(SLOTS[slot])
    if not isinstance(kept, Mapping):
        return None
    known = cast(Mapping[str, Any], kept)
    values, version = known.get("values"), known.get("version")
    if not isinstance(values, Mapping) or not isinstance(version, int):
        return None
    texts = {name: str(known.get(name) or "") for name in ("name", "saved", "example")}
    saved = ProgressFile(
        sitting.instrument.id, version, values, texts["saved"], example=texts["example"]
    )
    return run_of(sitting.instrument, saved, texts["name"], sitting.stage)


def _comparison(sitting: Sitting) -> Comparison | None:
    then, now = _run(sitting, "then"), _run(sitting, "now")
    if then is None:
        return None
    if now is None:
        instrument, values = sitting.instrument, keep_answers(sitting.answers)
        example = str(sitting.store.values.get(MARK) or "")
        on = sitting.today().isoformat()
        saved = ProgressFile(instrument.id, instrument.version, values, on, example=example)
        now = run_of(instrument, saved, _(HERE), sitting.stage)
    return compare_runs(sitting.instrument, then, now)


def _notices(found: Comparison | None) -> list[str]:
    """Return what has to be known of each run first, once where it is the same of both."""
    if found is None:
        return []
    told: dict[str, list[str]] = {}
    for when, run in ((_("Then"), found.then), (_("Now"), found.now)):
        for text in filter(None, (example_notice(run.example), run.notices)):
            told.setdefault(text, []).append(when)
    both = _("Then and now")
    return [f"{both if len(when) > 1 else when[0]}: {text}" for text, when in told.items()]


def _rows(found: Comparison) -> list[dict[str, object]]:
    return [
        {
            "question": change.question,
            "name": named(change.question),
            "then": said(found.instrument, change.question, change.then),
            "now": said(found.instrument, change.question, change.now),
            "only_words": change.only_words,
            "words": [
                (_(what), getattr(change.then, what), getattr(change.now, what))
                for what in (N_("reason"), N_("note"))
                if getattr(change.then, what) != getattr(change.now, what)
            ],
        }
        for change in found.answers
    ]


def _download(sitting: Sitting, page: Page, form: DocumentForm) -> None:
    found = _comparison(sitting)
    if found is None:
        return
    on = sitting.today()
    document = comparison_document(found, on=on)
    name = f"{sitting.instrument.id}-then-and-now-{on.isoformat()}"
    give_document(page, document, form, name=name, on=on)


def _upload(sitting: Sitting, slot: str) -> Markup:
    labels = {
        "then": _("The file from before"),
        "now": _("A file from after, if it is not what is here"),
    }
    return component(
        "file-upload",
        {
            "id": f"{sitting.instrument.id}-upload-{slot}",
            "name": "",
            "label": {"text": labels[slot]},
            "hint": {"text": _("A JSON file of answers that you saved here.")},
            "attributes": {
                "accept": ".json,application/json",
                "data-upload": slot,
                "data-limit": str(LARGEST_FILE),
            },
        },
    )
