"""Numbers about the server for a monitoring system that reads Prometheus' format.

Labels hold names of ours only: pages that exist, reasons from a list.
"""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

__all__ = ["Metrics"]

SECONDS = (0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 30, 60, 120)


class Metrics:
    """The numbers of one server.

    Parameters
    ----------
    version : str
        The version of the toolkit.
    """

    def __init__(self, version: str) -> None:
        self.registry = CollectorRegistry()
        self._gauge("info", "Which version runs", ("version",)).labels(version).set(1)
        self.visits = self._counter("visits", "Pages shown", ("page", "status"))
        self.refused = self._counter("refused", "Requests refused", ("reason",))
        self.started = self._counter("kernels_started", "Kernels started", ())
        self.complete = Histogram(
            "toolkit_page_seconds",
            "Seconds from the request to the last byte of a page",
            ("page",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self.memory = self._gauge("memory_bytes", "Memory in use", ("of",))

    def watch(
        self,
        *,
        kernels: Callable[[], float],
        taken: Callable[[], float],
        free: Callable[[], float],
        waiting: Callable[[], float],
    ) -> None:
        """Say where the numbers come from that are looked up when somebody asks."""
        self._gauge("kernels", "Kernels that run").set_function(kernels)
        self._gauge("people_waiting", "People in the queue").set_function(waiting)
        places = self._gauge("places", "Places for pages that run a kernel", ("state",))
        places.labels("taken").set_function(taken)
        places.labels("free").set_function(free)

    def page(self, name: str, status: int, seconds: float) -> None:
        """Count a page that was shown."""
        self.visits.labels(name, str(status)).inc()
        if status == 200:
            self.complete.labels(name).observe(seconds)

    def text(self) -> bytes:
        """Return all numbers as Prometheus reads them."""
        return generate_latest(self.registry)

    def _counter(self, name: str, about: str, labels: tuple[str, ...]) -> Counter:
        return Counter(f"toolkit_{name}", about, labels, registry=self.registry)

    def _gauge(self, name: str, about: str, labels: tuple[str, ...] = ()) -> Gauge:
        return Gauge(f"toolkit_{name}", about, labels, registry=self.registry)
