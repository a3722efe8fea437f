"""Adapt a case study: a form that writes a notebook, in the visitor's own browser."""

from toolkit.views.adapt.drafting import show_adapt_a_case

__all__ = ["show_adapt_a_case"]
