"""How a self-assessment's file is written: a guide for the officer who edits one.

The tables come from the schema, so that they cannot fall behind what is checked.
"""

from __future__ import annotations

from toolkit.document.blocks import Block, Bullets, Document, Heading, Table, Text
from toolkit.schema import load_schema
from toolkit.schema_document import schema_blocks

__all__ = ["format_document"]

NAMES = {
    "": "The whole file",
    "areas": "An area",
    "scales": "A scale",
    "scales.steps": "A step of a scale",
    "scales.evidence": "When a step needs evidence",
    "evidence_grades": "A grade of evidence",
    "questions": "A question",
    "questions.choices": "A choice of its own",
    "questions.maps_to": "What a question bears on",
    "questions.maps_to.law": "A law",
    "questions.actions": "An action",
    "questions.source": "A source",
    "gates": "A gate",
    "languages": "The languages of a questionnaire",
    "pages": "A page of a questionnaire",
    "pages.parts": "A question, a note or a group of a questionnaire",
    "pages.parts.choices": "A choice in a questionnaire",
    "scoring": "The score of a questionnaire",
    "scoring.reduction": "When mitigation lowers the score",
    "scoring.levels": "A level of the score",
    "stages": "The stages",
    "stages.steps": "A stage",
    "migrations": "A step from one version to the next",
    "proposal": "Rules for a proposal",
    "proposal.decision": "The table of roles and harm",
    "proposal.triggers": "A trigger",
    "proposal.inherent": "Risk before safeguards",
    "proposal.safeguards": "Safeguards",
    "proposal.fit": "Co-operative fit",
    "proposal.red_lines": "A red line",
    "proposal.red_lines.open_when": "When a red line is open",
    "proposal.readiness": "What readiness allows",
    "proposal.tiers": "A tier",
    "proposal.outcomes": "The outcomes",
    "proposal.outcomes.do-not-proceed": "Outcome: do not proceed",
    "proposal.outcomes.rethink": "Outcome: rethink",
    "proposal.outcomes.pilot": "Outcome: pilot",
    "proposal.outcomes.proceed": "Outcome: proceed",
    "proposal.outcomes.not-needed": "Outcome: not needed",
    "proposal.stability": "How far our judgements are moved",
}

CHANGES = (
    ("Better words, same meaning", "stays", "nothing"),
    ("A new question", "raise by 1", "give it an id that was never used"),
    ("A weight, a cut-off, a condition", "raise by 1", "nothing"),
    (
        "A question is taken out",
        "raise by 1",
        "put its id under 'retired', and the reason under 'dropped' in 'migrations'",
    ),
    (
        "A question moves to a new id",
        "raise by 1",
        "put the old id under 'retired', and 'old: new' under 'renamed'",
    ),
    (
        "The meaning of a question changes",
        "raise by 1",
        "treat it as one question taken out and a new one added",
    ),
    (
        "A step or choice is taken out",
        "raise by 1",
        "say why under 'dropped', for the question it belonged to",
    ),
)


def format_document() -> Document:
    """Return the guide to the files of self-assessments.

    Returns
    -------
    Document
        How to edit one, how conditions and versions work, and every field there is.
    """
    blocks = (*_editing(), *_conditions(), *_versions(), *_fields())
    return Document("How a self-assessment is written", blocks, "The format of an instrument file")


def _editing() -> tuple[Block, ...]:
    return (
        Text(
            "Each YAML file in this folder is one self-assessment. You can edit it in any text "
            "editor. All judgements are in the file: questions, points, cut-offs and words."
        ),
        Bullets(
            (
                "Change the words you want to change. Keep the spaces at the start of each line.",
                "Put a text in quotation marks where it holds a colon followed by a space.",
                "Run: python -m toolkit check data/instruments. It says what is wrong, and where.",
                "Keep a copy of the file as it was. Then run: python -m toolkit diff old.yaml "
                "new.yaml. It says what changed, and whether saved answers are looked after.",
                "Run: make serve. Then answer your questions yourself, and let a colleague try.",
            ),
            numbered=True,
        ),
        Text(
            "A good question has help on what to think of, and says why we ask. It has a sentence "
            "for each step, and says what would show an answer. It names cases, actions and a "
            "source. Where it rests on law, it names the law and the nations."
        ),
    )


def _conditions() -> tuple[Block, ...]:
    return (
        Heading(2, "When a question is asked"),
        Text(
            "Without show_if a question is always asked. With it, the question is asked where the "
            "condition holds. A condition can only look at questions that come before it."
        ),
        Table(
            "How a condition is written",
            ("You write", "It holds where"),
            (
                ("A1 is yes", "the answer to A1 is the choice 'yes'"),
                ("A1 is 2", "the answer to A1 is step 2"),
                ("A1 at least 2", "the answer to A1 is step 2 or higher"),
                ("not A1 is yes", "A1 has another answer, or none"),
                ("A1 is yes and B2 is no", "both hold"),
                ("A1 is yes or B2 is no", "at least one holds"),
                ("(A1 is yes or B2 is no) and C3 is 1", "brackets are read first"),
            ),
        ),
        Text(
            "'and' binds closer than 'or'. Anything else is refused, with the character where it "
            "goes wrong. An answer to a question that is not asked is kept, and does not count. "
            "A question on risk is best written with 'not': then it is also asked of people who "
            "do not know the answer to the question before it."
        ),
    )


def _versions() -> tuple[Block, ...]:
    return (
        Heading(2, "Versions, and answers that were saved before"),
        Text(
            "People save answers and come back months later. So an id never changes its meaning "
            "and is never used again. What has changed since is said to them."
        ),
        Table("What to do with each kind of change", ("Change", "Version", "What else"), CHANGES),
        Text(
            "A step in 'migrations' says what to do with answers saved for the version before. "
            "Steps are taken in order, so a file of version 1 passes through 2 to reach 3. The "
            "reason under 'dropped' is shown to the person who loads the file."
        ),
    )


def _fields() -> tuple[Block, ...]:
    return schema_blocks(load_schema("instrument"), NAMES)
