"""The register of AI on the page: saved proposals in, a table and a public page out."""

from toolkit.views.register.sitting import show_register

__all__ = ["show_register"]
