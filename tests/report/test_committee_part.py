import pytest
from reported import loaded
from source import ROOT

from toolkit.errors import ContentError
from toolkit.report.committee_part import load_parts, read_parts

TEXT = """
title: Parts
parts:
  - {id: purpose, title: Purpose, author: Say why.}
  - {id: legal, title: Legal, author: Add advice., within: purpose}
instruments:
  tiny: {legal: [B1]}
"""


def read(tmp_path, text):
    path = tmp_path / "committee.yaml"
    path.write_text(text, encoding="utf-8")
    return read_parts(path)


def test_answers_go_where_the_file_says(tmp_path):
    found = read(tmp_path, TEXT)
    assert found.of("tiny", "legal") == ("B1",)
    assert found.of("tiny", "purpose") == found.of("other", "legal") == ()
    assert found.parts[1].within == "purpose"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("within: purpose", "within: purpos", "there is no part 'purpos'; did you mean 'purpose'?"),
        ("{legal: [B1]}", "{legl: [B1]}", "there is no part 'legl'; did you mean 'legal'?"),
        ("id: legal", "id: purpose", "'purpose' is there twice; keep one"),
        ("title: Legal, ", "", "missing; add it"),
    ],
)
def test_what_does_not_fit_is_said(tmp_path, old, new, words):
    with pytest.raises(ContentError, match=words.replace("?", r"\?")):
        read(tmp_path, TEXT.replace(old, new, 1))


def test_every_question_that_the_shipped_file_names_exists():
    for slug, parts in load_parts(ROOT).questions.items():
        named = {question for ids in parts.values() for question in ids}
        assert named - set(loaded(slug).by_id) == set()
