"""The self-assessment on the page: choose one, answer it part by part, see what it comes to."""

from toolkit.views.assessment.desk import show_assessments

__all__ = ["show_assessments"]
