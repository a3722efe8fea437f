"""GOV.UK Frontend components as HTML, rendered by govuk-frontend-jinja.

Only components that work without GOV.UK Frontend's JavaScript: what happens on a page is
decided in Python. The names and parameters are those of the GOV.UK Frontend documentation.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader, Template
from markupsafe import Markup

from toolkit.language import _

__all__ = ["compile_components", "component"]


@cache
def _environment() -> Environment:
    package = "govuk_frontend_jinja"
    loader = PrefixLoader({package: PackageLoader(package, "templates")})
    # The components look up parameters that were not given: that is how they are written.
    return Environment(loader=loader, autoescape=True, undefined=ChainableUndefined)


@cache
def _template(name: str) -> Template:
    folder = f"govuk_frontend_jinja/components/{name}/macro.html"
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    return _environment().from_string(
        f'{{% from "{folder}" import {macro} %}}{{{{ {macro}(parameters) }}}}'
    )


def compile_components() -> None:
    """Compile every component, for a process of which many copies will be made."""
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)
        folder, _, file = name.rpartition("/")
        if file == "macro.html":
            _template(folder.rpartition("/")[2])


def component(name: str, parameters: dict[str, Any]) -> Markup:
    """Return the HTML of one component.

    Parameters
    ----------
    name : str
        For example ``radios`` or ``task-list``.
    parameters : dict
        As the GOV.UK Frontend documentation gives them, for example ``{"text": "Save"}``.
        Text is escaped; a parameter named ``html`` takes `Markup` that is safe already.

    Returns
    -------
    Markup
        Safe HTML.

    Raises
    ------
    jinja2.TemplateNotFound
        Where there is no such component.
    TypeError
        Where ``html`` is plain text, which could hold what a visitor typed.

    Examples
    --------
    >>> "govuk-tag" in component("tag", {"text": "<b>Pilot</b>"})
    True
    >>> "<b>" in component("tag", {"text": "<b>Pilot</b>"})
    False
    """
    _refuse_unsafe_html(parameters)
    said = parameters
    if parameters.get("errorMessage"):
        error = {"visuallyHiddenText": _("Error"), **parameters["errorMessage"]}
        said = {**parameters, "errorMessage": error}
    return Markup(_template(name).render(parameters=said).strip())


def _refuse_unsafe_html(value: object) -> None:
    """The components put ``html`` on the page as it is, so it must have been made safe."""
    if isinstance(value, dict):
        html = value.get("html")
        if html is not None and not isinstance(html, Markup):
            raise TypeError(f"html must be Markup, not {type(html).__name__}: {html!r}")
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            _refuse_unsafe_html(item)
