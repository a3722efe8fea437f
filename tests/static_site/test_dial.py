import pytest

from toolkit.static_site.dial import MOST, Dial, settings, subsets, thin


def slider(last, start=0, step=1):
    return Dial("s", tuple(map(str, range(0, last + 1, step))), start=start, slides=True)


def test_a_slider_with_few_positions_keeps_all_of_them():
    assert thin([slider(20)])[0].positions == slider(20).positions


def test_a_long_slider_is_thinned_evenly_between_its_ends():
    assert thin([slider(100)], most=5)[0].positions == ("0", "25", "50", "75", "100")


def test_a_slider_keeps_where_it_stands_at_first():
    [thinned] = thin([slider(100, start=60)], most=5)
    assert thinned.positions == ("0", "25", "60", "75", "100")
    assert thinned.positions[thinned.start] == "60"


def test_what_is_not_a_number_is_never_left_out():
    words = Dial("w", tuple("abcdefgh"))
    kept, thinned = thin([words, slider(100)], most=40)
    assert (kept, len(thinned.positions)) == (words, 5)


@pytest.mark.parametrize("sliders", [1, 2, 3])
def test_all_settings_of_up_to_three_sliders_are_worked_out_within_the_bound(sliders):
    dials = thin([slider(100)] * sliders)
    found = settings(dials)
    assert len(found) <= MOST
    assert len(found) == len(dials[0].positions) ** sliders


def test_six_sliders_are_moved_one_at_a_time():
    found = settings(thin([slider(5, start=3)] * 6))
    assert len(found) == 6 * 5 + 1
    assert all(sum(at != 3 for at in one) <= 1 for one in found)


def test_of_many_boxes_none_each_every_pair_and_all_are_worked_out():
    found = subsets(list("abcdef"))
    assert len(found) == 1 + 6 + 15 + 1
    assert (found[0], found[-1]) == ([], list("abcdef"))
