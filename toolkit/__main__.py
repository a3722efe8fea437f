"""Let `python -m toolkit` do what the command `toolkit` does."""

from __future__ import annotations

import sys

from toolkit.serving.cli import main

if __name__ == "__main__":
    sys.exit(main())
