"""Arithmetic on colours: how well two can be told apart, and darker shades."""

from __future__ import annotations

__all__ = ["contrast", "darker"]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it.

    Parameters
    ----------
    first, second : str
        Colours as ``#rrggbb``, in either order.

    Returns
    -------
    float
        From 1 (the same colour) to 21 (black on white).

    Examples
    --------
    >>> contrast("#ffffff", "#000000")
    21.0
    >>> round(contrast("#767676", "#ffffff"), 2)
    4.54
    """
    darkest, lightest = sorted((_luminance(first), _luminance(second)))
    return (lightest + 0.05) / (darkest + 0.05)


def darker(colour: str, by: float = 0.25) -> str:
    """Return a darker shade of a colour.

    Parameters
    ----------
    colour : str
        As ``#rrggbb``.
    by : float
        The share of each channel to take away, from 0 (the same colour) to 1 (black).

    Returns
    -------
    str
        As ``#rrggbb``.

    Examples
    --------
    >>> darker("#804020", by=0.5)
    '#402010'
    """
    return "#" + "".join(f"{round(channel * (1 - by)):02x}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """Return relative luminance: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
