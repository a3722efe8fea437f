"""Turn a survey of SurveyJS, a JSON file, into an instrument file of ours.

What would change which questions are asked, or what they score, is either carried over exactly
or refused with its place. What only changes how a page looks is left out, and named.
"""

from __future__ import annotations

import json
from typing import Any

from toolkit.assessment.survey.markup import blocks_of, words_of
from toolkit.assessment.survey.rules import AIA
from toolkit.assessment.survey.surveyjs_names import SURVEY_QUIET, SURVEY_REFUSED
from toolkit.assessment.survey.surveyjs_parts import Findings, read_page
from toolkit.assessment.survey.surveyjs_words import LANGUAGES, codes_in, plain
from toolkit.document.blocks import Heading
from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.yamlfile import Json

__all__ = ["PROFILES", "looks_like_surveyjs", "survey_from_json"]

LARGEST = 5_000_000  # characters
PROFILES: dict[str, dict[str, Json]] = {"aia": AIA}
STATUS = (
    "Brought in from a SurveyJS file. Its questions, weights and levels are the judgement of "
    "whoever wrote that survey, not ours."
)
SUMMARY = "A questionnaire that was made with SurveyJS."
USE = "Fill it in as its authors ask, with the people who know the system."


def looks_like_surveyjs(text: str) -> bool:
    """Return whether a text starts as JSON does; an instrument of ours is YAML.

    Parameters
    ----------
    text : str
        What a file holds.

    Returns
    -------
    bool
        True for a file to hand to `survey_from_json`.
    """
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def survey_from_json(
    text: str,
    file: str,
    *,
    identity: str,
    scoring: str = "",
    title: str = "",
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return an instrument file's content made from a SurveyJS survey.

    Parameters
    ----------
    text : str
        The survey: JSON.
    file : str
        Its name, for messages.
    identity : str
        The id of the instrument.
    scoring : str
        The profile by which it scores, for example ``aia``; empty for a survey without a score.
    title : str
        What to call it; the survey's own title, or its id, where left out.

    Returns
    -------
    dict, tuple of Problem
        What `toolkit.assessment.instrument.parse_instrument` takes as YAML, and what of the
        survey was left out.

    Raises
    ------
    ContentError
        Where the file is no survey, or has something that would change its questions or its
        score and that is not understood here; all such places at once.
    """
    survey = _load(text, file)
    default = survey.get("locale") if isinstance(survey.get("locale"), str) else ""
    findings = Findings(default or "en", [], [])
    _of_the_survey(survey, findings)
    pages = _pages(survey, findings)
    wrong = [*findings.refused]
    if wrong:
        raise ContentError(file, wrong)
    codes = codes_in(pages, findings.default)
    named = title or plain(survey.get("title"), findings.default)
    named = words_of(named or _first_heading(pages, findings.default)) or _spoken(identity)
    summary = plain(survey.get("description"), findings.default)
    count = sum(_asking(page) for page in pages)
    content: dict[str, Any] = {
        "id": identity,
        "version": 1,
        "title": named[:90],
        "summary": (summary or SUMMARY)[:600],
        "minutes": min(max(count // 4, 5), 240),
        "use": USE,
        "status": STATUS,
        "languages": [{"code": code, "name": LANGUAGES.get(code, code)} for code in codes],
    }
    if scoring:
        content["scoring"] = PROFILES[scoring]
    return content | {"pages": pages}, tuple(findings.left_out)


def _of_the_survey(survey: dict[str, Any], findings: Findings) -> None:
    for name in survey:
        if name in SURVEY_REFUSED:
            findings.refuse(
                "survey", _("'{name}' is not understood here").format(name=name), _("take it out")
            )
        elif name == "clearInvisibleValues":
            if survey[name] not in ("onComplete", True):
                what = _("keeps or clears hidden answers in another way: '{value}'").format(
                    value=survey[name]
                )
                findings.refuse("survey, clearInvisibleValues", what[:120], _("use onComplete"))
        elif name not in SURVEY_QUIET:
            findings.leave_out("survey", name)


def _pages(survey: dict[str, Any], findings: Findings) -> list[dict[str, Any]]:
    raw = survey.get("pages")
    if not isinstance(raw, list):
        elements = survey.get("elements", survey.get("questions"))
        raw = [{"name": "page1", "elements": elements}] if isinstance(elements, list) else []
    pages = [read_page(page, number, findings) for number, page in enumerate(raw)]
    if not findings.refused and not any(_asking(page) for page in pages):
        findings.refuse(
            _("file"), _("holds no questions"), _("choose the JSON of a SurveyJS survey")
        )
    return pages


def _asking(part: dict[str, Any]) -> int:
    """Return how many questions a page or a part holds."""
    inner = sum(_asking(one) for one in part.get("parts", ()))
    return inner + (part.get("kind") not in (None, "note", "group"))


def _first_heading(pages: list[dict[str, Any]], default: str) -> str:
    """Return the first heading on the first page, where surveys introduce themselves."""
    notes = (part for part in pages[0]["parts"] if part["kind"] == "note")
    texts = (plain(part.get("text"), default) for part in notes)
    blocks = (block for text in texts for block in blocks_of(text))
    return next((block.text for block in blocks if isinstance(block, Heading)), "")


def _spoken(identity: str) -> str:
    words = identity.replace("-", " ")
    return words[:1].upper() + words[1:]


def _load(text: str, file: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        problem = Problem(
            _("file"), _("is too large to be a survey"), _("choose a file below 5 MB")
        )
        raise ContentError(file, [problem])
    try:
        survey = json.loads(text.lstrip("\ufeff"), parse_constant=_no_such_number)
        json.dumps(survey, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        what = _("cannot be read as JSON: {reason}").format(reason=error.msg)
        problem = Problem(
            _("line {number}").format(number=error.lineno), what, _("use another copy of the file")
        )
        raise ContentError(file, [problem]) from None
    except (ValueError, RecursionError):
        problem = Problem(_("file"), _("cannot be read as JSON"), _("use another copy of the file"))
        raise ContentError(file, [problem]) from None
    if not isinstance(survey, dict) or not {"pages", "elements", "questions"} & set(survey):
        problem = Problem(
            _("file"), _("is not a SurveyJS survey: it has no pages"), _("check the file")
        )
        raise ContentError(file, [problem])
    return survey


def _no_such_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
