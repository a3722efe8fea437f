"""The commands, one module each.

Every module says what its command does (`SUMMARY`), what may be typed after it (`add`) and does
it (`run`). Each imports what it needs when it is run, so that `toolkit --help` answers at once.
"""

from __future__ import annotations

__all__ = ["OK", "PROBLEMS", "WRONG_USE"]

# How a command ends: all is well; there are problems in the content; it was used wrongly.
OK, PROBLEMS, WRONG_USE = 0, 1, 2
