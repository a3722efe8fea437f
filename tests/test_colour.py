"""Contrast as WCAG defines it, and darker shades."""

import pytest

from toolkit.colour import contrast, darker


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        # The lightest grey that passes on white, a value the WCAG community works with.
        ("#767676", "#ffffff", 4.54),
        # Pure red has a luminance of 0.2126: 1.05 / 0.2626.
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_the_ratio_wcag_defines(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.005)


def test_contrast_is_the_same_in_either_order() -> None:
    assert contrast("#16324f", "#ffdd00") == contrast("#ffdd00", "#16324f")


def test_a_darker_shade_takes_the_same_share_from_every_channel() -> None:
    assert darker("#c86432", by=0.5) == "#643219"


def test_the_darkest_shade_is_black() -> None:
    assert darker("#ffffff", by=1) == "#000000"
