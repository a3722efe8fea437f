"""An instrument that a visitor brings along: our YAML, or a survey of SurveyJS."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from toolkit.assessment.instrument import Instrument, parse_instrument
from toolkit.assessment.survey.score import survey_of
from toolkit.assessment.survey.surveyjs import looks_like_surveyjs, survey_from_json
from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.yaml_text import yaml_text
from toolkit.yamlfile import read_yaml

__all__ = ["read_instrument_file", "read_own_instrument"]

LARGEST = 5_000_000  # characters
MOST_PROBLEMS = 20  # are told one by one


def read_instrument_file(path: Path) -> Instrument:
    """Return the instrument that a YAML file holds, wherever it is and whatever it is called.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    Instrument
        The instrument.

    Raises
    ------
    ContentError
        Where the file cannot be used, with what is wrong.
    """
    read_yaml(path)  # says what is wrong with the file itself
    return parse_instrument(path.read_text(encoding="utf-8-sig"), path, any_name=True)


def read_own_instrument(filename: str, text: str) -> tuple[Instrument, str]:
    """Return the instrument that a file holds, and the YAML to keep it by.

    Parameters
    ----------
    filename : str
        The visitor's name for the file; a survey takes its id from it.
    text : str
        YAML as `toolkit.assessment.instrument` reads it, or the JSON of a SurveyJS survey. Where
        the names in such a survey say what scores, it scores as Canada's assessment does.

    Returns
    -------
    Instrument, str
        The instrument; YAML that this function takes as well.

    Raises
    ------
    ContentError
        Where the file cannot be used, with what is wrong.
    """
    try:
        return _read(filename, text)
    except ContentError as error:
        found = list(error.problems)
        if found[MOST_PROBLEMS:]:
            more = Problem(
                _("file"), _("has {number} more problems").format(number=len(found) - MOST_PROBLEMS)
            )
            found = [*found[:MOST_PROBLEMS], more]
        raise ContentError(filename, found) from None


def _read(filename: str, text: str) -> tuple[Instrument, str]:
    if len(text) > LARGEST:
        raise ContentError(
            filename, [Problem(_("file"), _("is too large"), _("use one below 5 MB"))]
        )
    if not looks_like_surveyjs(text):
        return parse_instrument(text, filename, any_name=True), text
    identity = re.sub(r"[^a-z0-9]+", "-", PurePath(filename).stem.lower()).strip("-")[:60]
    made = {}
    for scoring in ("aia", ""):
        content, __ = survey_from_json(
            text, filename, identity=identity or "survey", scoring=scoring
        )
        made = content
        instrument = parse_instrument(yaml_text(content), filename, any_name=True)
        most = survey_of(instrument).highest
        if most is None or most.raw:
            break
    return instrument, yaml_text(made)
