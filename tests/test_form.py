import pytest
from jinja2 import TemplateNotFound
from markupsafe import Markup

from toolkit.views.form import component


def test_radios_are_grouped_and_share_a_name():
    items = [{"value": "a", "text": "First"}, {"value": "b", "text": "Second"}]
    legend = {"legend": {"text": "Which one?"}}
    html = component("radios", {"name": "q", "fieldset": legend, "items": items})
    assert html.count('name="q"') == 2
    assert "<fieldset" in html
    assert "checked" not in html


def test_text_is_escaped():
    assert "<i>" not in component("inset-text", {"text": "<i>"})


def test_plain_text_given_as_html_is_refused_wherever_it_stands():
    with pytest.raises(TypeError, match="must be Markup"):
        component("summary-list", {"rows": [{"key": {"html": "<b>typed by a visitor</b>"}}]})


def test_html_that_was_made_safe_is_kept():
    assert "<b>x</b>" in component("inset-text", {"html": Markup("<b>x</b>")})


def test_an_unknown_component_is_an_error():
    with pytest.raises(TemplateNotFound):
        component("carousel", {})
