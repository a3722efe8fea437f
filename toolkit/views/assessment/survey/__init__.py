"""A questionnaire of pages, for example one brought in from SurveyJS, in the same app."""
