"""The tiny case as a row of a spreadsheet."""

from __future__ import annotations

import csv
import io

from tiny_case import notebook

from toolkit.cases.draft import Values, keys_of, values_of
from toolkit.cases.spreadsheet_columns import columns, field_of, name_of_column

TEA: Values = values_of(notebook("tea", summary="The club tried a robot. " * 9 + "It boiled."))


def sheet(*drafts: Values) -> bytes:
    """Return a CSV file with one row for each draft."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns())
    writer.writerows([[_cell(draft, column) for column in columns()] for draft in drafts])
    return file.getvalue().encode()


def _cell(draft: Values, column: str) -> str:
    name = name_of_column(column) or ""
    kind = field_of(name).kind
    if kind == "texts":
        return "\n".join(str(draft.get(f"{name}.{key}")) for key in keys_of(draft, name))
    if kind == "choices":
        return " | ".join(keys_of(draft, name))
    return str(draft.get(name, ""))
