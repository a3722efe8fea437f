"""The front of the house: who is let in, how many, with which headers, and what is told of it.

Everything between the network and the pages. `toolkit.serving.app` puts it together.
"""

from __future__ import annotations

__all__: list[str] = []
