"""One document, three forms."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from toolkit.document.blocks import Document, Text
from toolkit.document.form import DOCUMENT_FORMS, write_document

TEA = Document("Tea", (Text("Two cups"),))


@pytest.mark.parametrize(
    ("form", "start"), [("word", b"PK"), ("html", "<!doctype html>"), ("markdown", "# Tea\n")]
)
def test_a_document_is_written_in_the_form_asked_for(form: str, start: str | bytes) -> None:
    assert write_document(TEA, form, on=date(2026, 11, 2)).startswith(start)  # type: ignore[arg-type]


def test_every_form_has_an_ending_of_its_own() -> None:
    assert sorted(form.ending for form in DOCUMENT_FORMS.values()) == ["docx", "html", "md"]


def test_no_page_loads_what_writes_word_before_somebody_wants_it(root: Path) -> None:
    views = ("explorer", "register", "group", "course", "assessment.desk", "frameworks")
    code = "import sys\n" + "".join(f"import toolkit.views.{name}\n" for name in views)
    done = subprocess.run(
        [sys.executable, "-c", f"{code}print('docx' in sys.modules)"],
        cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"
