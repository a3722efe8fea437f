"""Questionnaires brought from elsewhere: pages of questions, in several languages, with rules."""
