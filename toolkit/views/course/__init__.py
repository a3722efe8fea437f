"""The whole course on one page: the path, all notes, three questions, a record, one file.

Each part is a widget of its own; together they read what every lesson keeps in this browser.
"""

from toolkit.views.course.desk import Desk, open_course
from toolkit.views.course.keeping import show_keeping
from toolkit.views.course.notes import show_notes
from toolkit.views.course.path import show_path
from toolkit.views.course.record import show_record

__all__ = [
    "Desk",
    "open_course",
    "show_keeping",
    "show_notes",
    "show_path",
    "show_record",
]
