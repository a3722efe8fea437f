"""Group mode on the page: many people's files in, an agenda, agreed answers, one report out."""

from toolkit.views.group.desk import show_group

__all__ = ["show_group"]
