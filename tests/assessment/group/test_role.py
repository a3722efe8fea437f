import pytest

from toolkit.assessment.group.role import load_roles, read_roles
from toolkit.errors import ContentError


def test_suppliers_are_kept_apart_and_everybody_else_is_counted_together():
    roles = load_roles()
    assert [role.id for role in roles.apart] == ["supplier"]
    assert {"councillor", "manager", "front-line", "union", "resident"} == {
        role.id for role in roles.together
    }


def test_a_role_has_a_label_and_an_unknown_one_is_not_said():
    assert load_roles().label("union") == "Union representative"
    assert load_roles().label("not-said") == "Role not said"


def test_a_content_folder_without_roles_has_ours(tmp_path):
    assert load_roles(tmp_path) == load_roles()


def test_a_file_without_a_group_is_refused(tmp_path):
    path = tmp_path / "group-roles.yaml"
    words = "{label: A, meaning: A.}"
    group = f"{{label: R, meaning: R., words: {{a: {words}}}}}"
    path.write_text(f"title: R\ngroups: {{role: {group}}}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="apart"):
        read_roles(path)
