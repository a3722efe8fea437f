"""A lesson whose code speaks the language nobody speaks, as after a translator."""

from __future__ import annotations

import ast
import json
from pathlib import Path

from pseudo import pseudo

# What a lesson's code says to readers: by these names, or as the second argument.
TOLD_IN_CODE = {"label", "hint", "heading", "missing", "unit", "title", "button"}
LABELLED = {"TextBox", "Lines"}


class Translator(ast.NodeTransformer):
    """Puts what a lesson's code says to readers into the made-up language."""

    def visit_Call(self, node: ast.Call) -> ast.AST:  # noqa: N802 - the name that ast gives it
        if isinstance(node.func, ast.Name) and node.func.id in LABELLED:
            node.args[1:2] = map(self._said, node.args[1:2])
        return self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> ast.keyword:
        if node.arg in TOLD_IN_CODE:
            node.value = self._said(node.value)
        return node

    def _said(self, node: ast.expr) -> ast.expr:
        return ast.Constant(pseudo(str(node.value))) if isinstance(node, ast.Constant) else node


def translated(path: Path, folder: Path) -> Path:
    """Return a copy of a lesson whose code speaks the made-up language."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = ast.unparse(Translator().visit(ast.parse("".join(cell["source"]))))
    copy = folder / path.name
    copy.write_text(json.dumps(notebook), encoding="utf-8")
    return copy
