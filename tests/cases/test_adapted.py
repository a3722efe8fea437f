"""A copy does not say what only the authors of the original could."""

from tiny_case import facts, notebook

from toolkit.cases.adapted import adapted_values
from toolkit.cases.draft import facts_of


def test_a_copy_keeps_what_describes_the_case_and_names_where_it_came_from() -> None:
    copied = facts_of(adapted_values(notebook("tea")))
    assert copied["adapted_from"] == "tea"
    assert copied["outcomes"] == facts()["outcomes"]
    assert copied["sources"] == facts()["sources"]


def test_a_copy_has_no_name_title_authors_dates_checks_or_licence() -> None:
    made = notebook("tea", notes="Seen.", ccin_member=True, rights_confirmed_by="Them")
    left_out = set(facts_of({**adapted_values(made)})) ^ set(made.front_matter)
    assert left_out == {
        "adapted_from", "title", "authors", "reviewed", "published", "review_due", "licence",
        "confidence", "not_verified", "notes", "ccin_member", "rights_confirmed_by",
    }  # fmt: skip
    assert "slug" not in adapted_values(made)


def test_a_copy_of_a_copy_names_the_one_it_was_made_of() -> None:
    assert adapted_values(notebook("tea", adapted_from="coffee"))["adapted_from"] == "tea"
