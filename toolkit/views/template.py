"""HTML from the files in ``templates``: everything put into them is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from toolkit.full_stop import full_stop, stop_after
from toolkit.language import _, ngettext, pgettext
from toolkit.views.form import compile_components, component

__all__ = ["compile_templates", "render", "speak"]


@cache
def _environment() -> Environment:
    folder = Path(__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    speak(environment)
    environment.globals["component"] = component
    return environment


def compile_templates() -> None:
    """Compile every template and component, for a process of which many copies will be made."""
    for name in _environment().list_templates():
        _environment().get_template(name)
    compile_components()


def speak(environment: Environment) -> None:
    """Let templates say words of the interface: ``{% trans %}``, and ``_`` as in Python.

    Two filters end a sentence: ``full_stop``, and ``stop_after`` where a link comes between.

    Parameters
    ----------
    environment : jinja2.Environment
        Where the templates are.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(_, ngettext, pgettext=pgettext)  # type: ignore[attr-defined]
    environment.filters |= {"full_stop": full_stop, "stop_after": stop_after}


def render(name: str, **values: Any) -> Markup:
    """Return a template filled in.

    Parameters
    ----------
    name : str
        The file in ``toolkit/views/templates`` without its ending.
    **values
        What the template names. Text is escaped, `Markup` is not.

    Returns
    -------
    markupsafe.Markup
        Safe HTML.

    Raises
    ------
    jinja2.UndefinedError
        Where the template names something that was not given.
    """
    return Markup(_environment().get_template(f"{name}.html").render(values))
