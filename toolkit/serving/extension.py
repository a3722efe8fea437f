"""The same pages inside an ordinary Jupyter server, as on Binder and JupyterHub.

Jupyter loads this before Voilà's own extension, because of its name, and the first route that
fits an address answers it. So lessons, explorer and assessment look and work as they do with
`toolkit serve`; every other notebook stays with Voilà. The landing page is at ``voila/``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jupyter_server import DEFAULT_STATIC_FILES_PATH
from traitlets.config import Config, JSONFileConfigLoader
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths

from toolkit.added import VARIABLE, added_folder
from toolkit.place import content_root
from toolkit.serving import executor, pages
from toolkit.serving.handlers import routes
from toolkit.serving.site import TEMPLATE, Site

__all__: list[str] = []

KINDS = ["voila", "nbconvert"]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "toolkit.serving.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    executor.install()
    pages.install()
    root = _root(server)
    if root is None:
        return
    _name_added_folder(server)
    base = server.web_app.settings["base_url"]
    site = Site(root, base=base, home=f"{base}voila/")
    server.web_app.settings["toolkit_site"] = site
    server.web_app.settings["toolkit_drafts"] = pages.Drafts(root)
    server.web_app.add_handlers(".*$", _routes(server, site))


def _root(server: Any) -> Path | None:
    """Return the content folder if this server shows it, and say so if it does not."""
    try:
        root = content_root()
    except LookupError as error:
        server.log.warning("The toolkit's pages are not served. %s", error)
        return None
    if root == Path(server.root_dir).resolve():
        return root
    server.log.warning(
        "The toolkit's pages are not served, because this server shows %s. Start it in %s.",
        server.root_dir,
        root,
    )
    return None


def _name_added_folder(server: Any) -> None:
    """Name the folder a council adds from the disk's top, for kernels that work elsewhere."""
    try:
        folder = added_folder()
    except LookupError as error:
        server.log.warning("%s", error)
    else:
        if folder:
            os.environ[VARIABLE] = str(folder)


def _routes(server: Any, site: Site) -> list[tuple[Any, ...]]:
    settings = JSONFileConfigLoader("voila.json", path=str(site.root)).load_config()
    settings.VoilaConfiguration.resources = {"home": site.home}
    config = Config()
    config.merge(server.config)
    config.merge(settings)
    notebook = {
        "template_paths": [str(TEMPLATE), *collect_template_paths(KINDS, "lab", prune=True)],
        "config": config,
        "voila_configuration": VoilaConfiguration(config=config),
    }
    front_end = [*collect_static_paths(KINDS, "lab"), DEFAULT_STATIC_FILES_PATH]
    return routes(site.base, site.home, notebook, front_end)
