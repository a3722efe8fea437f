"""Who asked, and how, where the request came by way of a proxy."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from tornado.httputil import HTTPServerRequest

__all__ = ["comes_from_here", "is_here", "network_of", "read_forwarded"]

FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")


def is_here(address: str) -> bool:
    """Return whether an address is this computer's own.

    Examples
    --------
    >>> is_here("127.0.0.1"), is_here("::1"), is_here("203.0.113.5"), is_here("")
    (True, True, False, False)
    """
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def network_of(address: str) -> str:
    """Return what an address is counted under: with IPv6, its first half.

    There the second half is the visitor's own choice, and one device may use any number of them.

    Examples
    --------
    >>> network_of("203.0.113.5"), network_of("::ffff:203.0.113.5")
    ('203.0.113.5', '203.0.113.5')
    >>> network_of("2001:db8:1:2:3:4:5:6"), network_of("2001:db8:1:2::7")
    ('2001:db8:1:2::', '2001:db8:1:2::')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Address(int(found) >> 64 << 64))


def comes_from_here(request: HTTPServerRequest) -> bool:
    """Return whether a request comes from this computer itself, and not through a proxy on it."""
    passed_on = any(name in request.headers for name in FORWARDED)
    return is_here(request.remote_ip or "") and not passed_on


def read_forwarded(request: HTTPServerRequest, proxies: tuple[str, ...]) -> None:
    """Take over what a proxy we trust says of a request; anyone else may say what they like.

    Parameters
    ----------
    request : HTTPServerRequest
        Its address, protocol and host are set.
    proxies : tuple of str
        The addresses or networks of proxies that are trusted beside those on this computer.
    """
    peer = request.remote_ip or ""
    if not is_here(peer) and not _is_among(peer, proxies):
        return
    # The last in a list is what the nearest proxy added itself; those before it may be made up.
    address = _last(request, "X-Forwarded-For")
    if _is_address(address):
        request.remote_ip = address
    protocol = _last(request, "X-Forwarded-Proto")
    if protocol in ("http", "https"):
        request.protocol = protocol
    host = _last(request, "X-Forwarded-Host")
    if host:
        request.host = host
        request.headers["Host"] = host  # what a websocket's origin is compared with


def _last(request: HTTPServerRequest, name: str) -> str:
    return str(request.headers.get(name, "")).rpartition(",")[2].strip()


def _is_among(peer: str, proxies: tuple[str, ...]) -> bool:
    return _is_address(peer) and any(ip_address(peer) in ip_network(one) for one in proxies)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
