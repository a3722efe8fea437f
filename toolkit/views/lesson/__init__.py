"""The five steps of a lesson, each a widget; together they are one reader's sitting.

A lesson's notebook opens a lesson once and shows its steps in its own order, between its own
words. What is on the page is in the notebook; what every lesson does alike is here.
"""

from toolkit.views.lesson.explorable import show_explorable
from toolkit.views.lesson.fixes import show_fixes
from toolkit.views.lesson.prediction import show_prediction
from toolkit.views.lesson.published import show_published
from toolkit.views.lesson.questions import show_questions
from toolkit.views.lesson.quiz import show_quiz
from toolkit.views.lesson.sitting import Sitting, open_lesson
from toolkit.views.lesson.take_away import show_take_away
from toolkit.views.lesson.writing import show_writing

__all__ = [
    "Sitting",
    "open_lesson",
    "show_explorable",
    "show_fixes",
    "show_prediction",
    "show_published",
    "show_questions",
    "show_quiz",
    "show_take_away",
    "show_writing",
]
