"""The names that SurveyJS uses: what becomes of each when a survey is brought in.

The names are those of the SurveyJS form library's documentation. A name that stands nowhere
here is left out, and the importer says so.
"""

from __future__ import annotations

from toolkit.yamlfile import Json

__all__ = ["CARRIED", "HARMLESS_VALUES", "KINDS", "QUIET", "REFUSED", "SURVEY_QUIET",
           "SURVEY_REFUSED"]  # fmt: skip


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The kind of a question there, and here.
KINDS = {
    "radiogroup": "choice",
    "dropdown": "dropdown",
    "checkbox": "list",
    "comment": "comment",
    "text": "text",
    "html": "note",
    "panel": "group",
}

# Of a page, panel or question: what is carried over.
CARRIED = _names("""
    type name title description help visibleIf choices elements html isRequired choicesOrder
    inputType
""")

# What only changes how it looks, or what is checked while typing: left out without a word.
QUIET = _names("""
    rows cols colCount startWithNewLine titleLocation descriptionLocation hideNumber width
    minWidth maxWidth indent rightIndent placeholder placeHolder optionsCaption autoGrow
    allowResize size state innerIndent showNumber showQuestionNumbers requiredErrorText maxLength
    acceptCarriageReturn questionTitleLocation navigationButtonsVisibility searchEnabled
    showClearButton allowClear renderAs separateSpecialChoices cssClasses
""")

# What could change what is asked, kept or scored: a survey with one of these is refused.
REFUSED = _names("""
    visible valueName defaultValue defaultValueExpression setValueIf setValueExpression
    resetValueIf choicesVisibleIf choicesByUrl choicesFromQuestion choiceValuesFromQuestion
    choicesMin choicesMax choicesStep choicesMode hasOther showOtherItem hasNone showNoneItem
    showRefuseItem showDontKnowItem hasSelectAll showSelectAllItem clearIfInvisible
    valuePropertyName hideIfChoicesEmpty templateElements
""")

# Values of those names that change nothing.
HARMLESS_VALUES: dict[str, tuple[Json, ...]] = {
    "visible": (True,),
    "clearIfInvisible": ("default", "onComplete"),
    "hasOther": (False,),
    "showOtherItem": (False,),
    "hasNone": (False,),
    "showNoneItem": (False,),
    "showRefuseItem": (False,),
    "showDontKnowItem": (False,),
    "hasSelectAll": (False,),
    "showSelectAllItem": (False,),
    "hideIfChoicesEmpty": (False,),
}

# Of the whole survey.
SURVEY_QUIET = _names("""
    pages elements questions title description locale logo logoPosition showQuestionNumbers
    showProgressBar progressBarType progressBarLocation firstPageIsStarted startSurveyText
    completeText completedHtml pageNextText pagePrevText width widthMode showTitle showPageTitles
    questionTitleLocation requiredText showNavigationButtons showPrevButton
    showPreviewBeforeComplete questionErrorLocation checkErrorsMode headerView fitToContainer
    showTOC tocLocation questionsOnPageMode focusFirstQuestionAutomatic goNextPageAutomatic
    clearInvisibleValues
""")
SURVEY_REFUSED = _names("triggers calculatedValues")
