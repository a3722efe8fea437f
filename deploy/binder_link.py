"""Write a link that starts one repository on Binder and fetches content from another.

``python deploy/binder_link.py --environment OWNER/council-ai-toolkit --content OWNER/our-cases``

Binder builds an image again whenever its repository changes, which takes minutes. So a team that
edits text often keeps it in a repository of its own: the one that is built stays as it is, and
nbgitpuller fetches the text each time somebody starts. HOSTING.md says what both need.
"""

from __future__ import annotations

import argparse
import re
import sys
from urllib.parse import urlencode

__all__ = ["binder_link"]

BINDER = "https://mybinder.org"
GITHUB = "https://github.com"
NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


def binder_link(
    environment: str,
    content: str,
    *,
    opens: str = "voila/",
    environment_branch: str = "main",
    content_branch: str = "main",
    binder: str = BINDER,
) -> str:
    """Return the link.

    Parameters
    ----------
    environment, content : str
        The repositories on GitHub, each as owner and name with a slash between.
    opens : str
        What to open: ``voila/`` for the first page, ``voila/render/`` and a notebook for an app.
    environment_branch, content_branch : str
        The branch of each.
    binder : str
        The address of Binder.

    Returns
    -------
    str
        An address in an address: Binder is told to open nbgitpuller's, which is told what to fetch
        and what to open then.

    Raises
    ------
    ValueError
        Where a repository is not named by owner and name.
    """
    for name in (environment, content):
        if not NAME.fullmatch(name):
            raise ValueError(f"'{name}' is not a repository; write it as OWNER/NAME.")
    fetched = {"repo": f"{GITHUB}/{content}", "branch": content_branch, "urlpath": opens}
    inner = f"git-pull?{urlencode(fetched)}"
    return f"{binder}/v2/gh/{environment}/{environment_branch}?{urlencode({'urlpath': inner})}"


def main() -> int:
    """Print the link for what was typed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--environment", required=True, help="OWNER/NAME of what Binder builds")
    parser.add_argument("--content", required=True, help="OWNER/NAME of what is fetched")
    parser.add_argument("--opens", default="voila/", help="voila/render/NOTEBOOK for an app")
    asked = parser.parse_args()
    try:
        print(binder_link(asked.environment, asked.content, opens=asked.opens))
    except ValueError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
