"""The toolkit's own server: Voilà, put right where it leaks, hangs or lets too much be seen."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
from pathlib import Path
from socket import AF_INET, SOCK_DGRAM, gethostname, socket
from typing import TYPE_CHECKING, Any

from jupyter_server import DEFAULT_STATIC_FILES_PATH
from jupyter_server.auth.identity import IdentityProvider, PasswordIdentityProvider, User
from jupyter_server.auth.logout import LogoutHandler
from jupyter_server.base.handlers import FileFindHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from traitlets import Instance, default
from voila.app import Voila
from voila.paths import collect_static_paths, collect_template_paths
from voila.static_file_handler import AllowListFileHandler, TemplateStaticFileHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from toolkit.serving.front.application import Front
from toolkit.serving.front.headers import Headers
from toolkit.serving.front.house import House
from toolkit.serving.front.limits import LIMITS
from toolkit.serving.front.logs import tell
from toolkit.serving.front.memory import read_memory
from toolkit.serving.front.options import Options
from toolkit.serving.front.sockets import Socket
from toolkit.serving.front.stopping import end_children, stop_serving
from toolkit.serving.handlers import Extensions, Files, Missing, replace, routes
from toolkit.serving.kernels.connection import Connection
from toolkit.serving.kernels.making import make_pool
from toolkit.serving.kernels.served import Kernels
from toolkit.serving.pages import Drafts, no_signatures
from toolkit.serving.site import TEMPLATE, Site

__all__ = ["Server"]

PORTS_TO_TRY = 20
OPEN_TO_ALL = ("", "0.0.0.0")
IN_PLACE_OF: dict[type, type | None] = {
    AllowListFileHandler: Files,
    FileFindHandler: Extensions,
    LogoutHandler: None,  # nobody has logged in
    TornadoVoilaHandler: None,  # ours shows less: see handlers.NOTEBOOKS
    TornadoVoilaTreeHandler: None,  # lists every folder
    VoilaContentsHandler: None,  # the same for programs
    VoilaKernelWebsocketHandler: Socket,
    TemplateStaticFileHandler: None,  # ours knows where our files are
}


class Anyone(PasswordIdentityProvider):
    """Visitors without names: nobody needs a cookie to be told from somebody else."""

    def set_login_cookie(self, handler: Any, user: User) -> None:
        """Set none, unless a password or token has been asked for."""
        if self.auth_enabled:
            super().set_login_cookie(handler, user)


class Server(Voila):
    """Voilà with our pages, for one content folder."""

    options = Instance(Options, ())

    if TYPE_CHECKING:
        port: int

    @property
    def audience(self) -> int:
        """How many people are expected at once; 0 where nobody has said."""
        return int(self.options.audience)

    @property
    def site(self) -> Site:
        """What is served, and where."""
        return Site(Path(self.root_dir), base=self.base_url, home=self.base_url)

    @default("identity_provider_class")
    def _anyone(self) -> type[IdentityProvider]:
        return Anyone

    def setup_template_dirs(self) -> None:
        """Take our template from this package, so that it is there however that came here."""
        kinds = ["voila", "nbconvert"]
        self.template_paths = [str(TEMPLATE), *collect_template_paths(kinds, "lab", prune=True)]
        self.static_paths = [*collect_static_paths(kinds, "lab"), DEFAULT_STATIC_FILES_PATH]

    def init_settings(self) -> dict[str, Any]:
        """Add what has to be known before the application is built, or is ignored."""
        self.voila_configuration.multi_kernel_manager_class = Kernels
        drafts = Drafts(self.site.root)
        settings = super().init_settings()
        self.contents_manager.notary = no_signatures()
        ready = make_pool(self, drafts)
        IOLoop.current().add_callback(ready.keep)
        return {
            **settings,
            "compress_response": True,
            "default_handler_class": Missing,
            # Milliseconds. The default timeout is longer than the interval, which is refused.
            "ws_ping_interval": 30_000,
            "ws_ping_timeout": 30_000,
            # What a page shows packs to an eighth. Level 5 of memory takes 0.15 MB a visitor.
            "websocket_compression_options": {"compression_level": 6, "mem_level": 5},
            "toolkit_site": self.site,
            "kernel_websocket_connection_class": Connection,
            "toolkit_drafts": drafts,
            "toolkit_ready": ready,
        }

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """Put our routes before Voilà's, and leave out what a visitor has no use for."""
        notebook = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        ours = routes(self.base_url, self.site.home, notebook, self.static_paths)
        return [*self.house.routes(), *ours, *replace(super().init_handlers(), IN_PLACE_OF)]

    def build(self) -> Front:
        """Return the application, ready to be listened for."""
        self.connection_dir = tempfile.mkdtemp(prefix="toolkit_")
        settings = self.init_settings()
        self.house = House(self.site, self.options, self.kernel_manager, read_memory())
        headers = Headers.for_site(self.base_url, self.site.identity().frames)
        application = Front(headers, self.options.proxies, **settings, **self.house.settings())
        application.add_handlers(".*$", self.init_handlers())
        return application

    def start(self) -> None:
        """Serve until stopped."""
        self.app = self.build()
        self.listen()

    def listen(self) -> None:
        """Listen on the port asked for or the next free one, say where, and serve."""
        sockets = _sockets(self.port, self.ip)
        self.port = sockets[0].getsockname()[1]
        self.http = HTTPServer(self.app, **LIMITS)
        self.http.add_sockets(sockets)
        self.ioloop = IOLoop.current()
        PeriodicCallback(self.house.look_after, 1000).start()
        self.say_where()
        if self.open_browser:
            self.launch_browser()
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        try:
            self.ioloop.start()
        finally:
            self.stop()

    def say_where(self) -> None:
        """Say where the toolkit is, and to whom."""
        print(f"The toolkit is running at {self.display_url} (stop it with Ctrl+C)", flush=True)
        if self.ip in OPEN_TO_ALL:
            print(
                f"Others on this network can open http://{_address()}:{self.port}"
                f"{self.base_url}. Nothing on the way is encrypted.",
                flush=True,
            )
        tell("started", port=self.port, places=self.house.places.number)

    def _handle_signal_stop(self, number: int, frame: Any) -> None:
        """Stop well when asked once, and at once when asked again."""
        if not hasattr(self, "ioloop") or self.app.stopping:
            end_children(seconds=0)
            os._exit(1)
        self.app.stopping = True
        self.ioloop.add_callback_from_signal(self._stop_serving)

    async def _stop_serving(self) -> None:
        print("\nThe toolkit is stopping.", flush=True)
        try:
            await stop_serving(self.http, self.app, self.kernel_manager)
        finally:  # whatever may fail, as on a full disk
            self.ioloop.stop()

    def stop(self) -> None:
        """Leave nothing behind."""
        end_children()
        shutil.rmtree(self.connection_dir, ignore_errors=True)
        tell("stopped")


def _address() -> str:
    """Return this machine's address on its network; its name where it has no network."""
    with contextlib.suppress(OSError), socket(AF_INET, SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # an address for documents (RFC 5737); nothing is sent
        return str(probe.getsockname()[0])
    return gethostname()


def _sockets(port: int, host: str) -> list[socket]:
    """Return sockets on `port`, on a free one near it, or on any."""
    for candidate in [*range(port, port + PORTS_TO_TRY), 0]:
        try:
            sockets: list[socket] = bind_sockets(candidate, host)
        except OSError as error:
            last = error
        else:
            return sockets
    raise last
