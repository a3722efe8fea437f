"""Two or three cases side by side."""

from dataclasses import replace

from tiny_case import WORDS, case

from toolkit.cases.comparison import compare

TEA = case("tea", vendor="Kettle Ltd")
NETS = case("nets", status="stopped", year_start=None, risks_or_harms=["Wet.", "Cold."])
ROWS = {row.name: row for row in compare([TEA, NETS], WORDS)}


def test_cases_keep_their_order_and_words_have_their_labels() -> None:
    assert ROWS["Where it stands"].cells == (("Being tried",), ("Stopped",))


def test_what_is_not_known_is_said_and_never_left_empty() -> None:
    assert ROWS["When"].cells == (("from 2024",), ("Not known",))
    assert ROWS["Supplier"].cells == (("Kettle Ltd",), ("Not known",))
    assert ROWS["What was done about it"].cells == (("Not known",), ("Not known",))


def test_a_list_is_a_line_for_each_item() -> None:
    assert ROWS["Who could be harmed, and how"].cells == (("Cold tea.",), ("Wet.", "Cold."))


def test_rows_that_say_the_same_of_all_are_known() -> None:
    assert ROWS["Who"].same
    assert not ROWS["Where it stands"].same


def test_a_result_says_who_stands_behind_it() -> None:
    assert ROWS["Results, and who stands behind each"].cells[0] == (
        "Cups saved: 12 cups. The club said so. (Said by those who run or sell it)",
    )


def test_a_result_in_words_alone_needs_no_figure() -> None:
    outcome = {"measure": "Taste", "value": None, "kind": "press", "source": 1, "text": "Better."}
    [row] = [row for row in compare([case(outcomes=[outcome])], WORDS) if "Results" in row.name]
    assert row.cells == (("Taste: Better. (Reported by the press or campaigners)",),)


def test_where_a_case_comes_from_is_said_of_each() -> None:
    rows = compare([TEA, replace(NETS, added=True), case(fictional=True)], WORDS)
    [row] = [row for row in rows if row.name == "Where it comes from"]
    assert row.cells == (
        ("Came with the toolkit",),
        ("Added by a council to its own copy",),
        ("Came with the toolkit", "Made up, to show the form"),
    )
