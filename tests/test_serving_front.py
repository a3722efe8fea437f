"""The pieces of the front of the house, each by itself."""

from __future__ import annotations

import io
import json
import logging
import re
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from toolkit.errors import ContentError
from toolkit.identity import read_identity
from toolkit.serving.front import limits
from toolkit.serving.front.headers import policy
from toolkit.serving.front.house import advice
from toolkit.serving.front.limits import Pace, too_large
from toolkit.serving.front.logs import Json, NoRequests, set_logging, tell
from toolkit.serving.front.memory import enough_for, read_memory
from toolkit.serving.front.metrics import Metrics
from toolkit.serving.front.options import Options
from toolkit.serving.front.proxy import comes_from_here, network_of, read_forwarded
from toolkit.serving.front.sign_in import Gate
from toolkit.serving.jobs.serve import _address, _people, add

GIGABYTE = 1024**3


class Connection:
    """Where a request came from."""

    def __init__(self, address: str) -> None:
        self.context = self
        self.remote_ip, self.protocol = address, "http"


def request(uri: str = "/", address: str = "127.0.0.1", **headers: str) -> HTTPServerRequest:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return HTTPServerRequest(
        headers=HTTPHeaders({"Host": "here:1", **names}),
        start_line=RequestStartLine("GET", uri, "HTTP/1.1"),
        connection=Connection(address),
    )


# ---- Headers


def rules(text: str) -> dict[str, list[str]]:
    return {one.split()[0]: one.split()[1:] for one in text.split("; ")}


def test_a_page_may_load_scripts_from_its_own_server_only() -> None:
    for runs in (True, False):
        made = rules(policy("abc", "tools.example:8866", runs=runs))
        assert made["default-src"] == ["'none'"]
        assert made["script-src"][:2] == ["'self'", "'nonce-abc'"]
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & {*made["script-src"]}
        assert made["connect-src"] == [
            "'self'", "ws://tools.example:8866", "wss://tools.example:8866",
        ]  # fmt: skip


def test_only_a_page_with_widgets_may_write_styles_into_itself() -> None:
    assert rules(policy("abc", "", runs=True))["style-src"] == ["'self'", "'unsafe-inline'"]
    assert rules(policy("abc", ""))["style-src"] == ["'self'", "'nonce-abc'"]


def test_a_host_that_is_no_host_adds_nothing_to_the_policy() -> None:
    assert rules(policy("abc", "a; script-src *"))["connect-src"] == ["'self'"]


def test_frames_are_our_own_and_those_named() -> None:
    assert rules(policy("a", ""))["frame-ancestors"] == ["'self'"]
    named = policy("a", "", ("https://intranet.example",))
    assert rules(named)["frame-ancestors"] == ["'self'", "https://intranet.example"]


@pytest.mark.parametrize("origin", ["intranet", "https://a.example/page", "https://a b", "*"])
def test_a_frame_must_be_the_start_of_an_address(tmp_path: Path, origin: str) -> None:
    path = tmp_path / "identity.yaml"
    path.write_text(f"name: A\nrepository: a/b\nframes: [{json.dumps(origin)}]\n", "utf-8")
    with pytest.raises(ContentError, match="write the start of an address only"):
        read_identity(path)


def test_frames_are_read_from_the_identity(tmp_path: Path) -> None:
    path = tmp_path / "identity.yaml"
    path.write_text("name: A\nrepository: a/b\nframes: ['https://*.example.gov.uk']\n", "utf-8")
    assert read_identity(path).frames == ("https://*.example.gov.uk",)


# ---- Proxies


def test_a_proxy_on_this_computer_is_believed() -> None:
    made = request(X_Forwarded_For="10.0.0.1, 203.0.113.5", X_Forwarded_Proto="https",
                   X_Forwarded_Host="tools.example")  # fmt: skip
    read_forwarded(made, ())
    assert (made.remote_ip, made.protocol, made.host) == ("203.0.113.5", "https", "tools.example")
    assert made.headers["Host"] == "tools.example"


def test_a_visitor_who_says_they_are_somebody_else_is_not() -> None:
    made = request(address="198.51.100.7", X_Forwarded_For="127.0.0.1", X_Forwarded_Proto="https")
    read_forwarded(made, ())
    assert (made.remote_ip, made.protocol) == ("198.51.100.7", "http")


@pytest.mark.parametrize("named", ["198.51.100.7/32", "198.51.100.0/24"])
def test_a_proxy_elsewhere_is_believed_where_it_is_named(named: str) -> None:
    made = request(address="198.51.100.7", X_Forwarded_For="203.0.113.5")
    read_forwarded(made, ("10.0.0.0/8", named))
    assert made.remote_ip == "203.0.113.5"


@pytest.mark.parametrize("said", ["", "nonsense", "127.0.0.1:80, "])
def test_an_address_that_is_none_changes_nothing(said: str) -> None:
    made = request(X_Forwarded_For=said, X_Forwarded_Proto="gopher")
    read_forwarded(made, ())
    assert (made.remote_ip, made.protocol) == ("127.0.0.1", "http")


def test_what_came_through_a_proxy_does_not_come_from_here() -> None:
    assert comes_from_here(request())
    assert not comes_from_here(request(address="203.0.113.5"))
    for name in ("X_Forwarded_For", "X_Real_Ip", "Forwarded", "Via", "X_Forwarded_Host"):
        assert not comes_from_here(request(**{name: "127.0.0.1"}))


# ---- Limits


@pytest.mark.parametrize(
    ("made", "status"),
    [
        (request(), None),
        (request(Content_Length="262144"), None),
        (request(Content_Length="262145"), 413),
        (request(Content_Length="²"), None),  # no number of bytes; tornado answers that itself
        (request("/" + "a" * 4095), None),
        (request("/" + "a" * 4096), 414),
        (request(Cookie="a" * 16_300), None),
        (request(Cookie="a" * 16_400), 431),
    ],
)
def test_a_request_may_be_as_large_as_it_needs_to_be(
    made: HTTPServerRequest, status: int | None
) -> None:
    assert too_large(made) == status


def test_each_address_has_a_pace_of_its_own() -> None:
    pace = Pace(2)
    assert [pace.count("a", now) for now in (0, 1, 2, 59.9, 60, 60.5, 61)] == [
        True, True, False, False, True, False, True,
    ]  # fmt: skip
    assert pace.count("b", 2)


def test_more_addresses_than_are_remembered_push_out_the_one_longest_silent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MOST_ADDRESSES", 3)
    pace = Pace(2)
    for address in ("a", "b", "c", "a", "d"):  # "b" has been silent for longest
        assert pace.count(address, 0)
    assert len(pace._times) == 3
    assert not pace.allows("a", 1)
    assert [pace.count("b", 1), pace.count("b", 1), pace.count("b", 1)] == [True, True, False]


def test_an_address_that_is_only_asked_about_is_not_remembered() -> None:
    pace = Pace(2)
    assert pace.allows("a", 0)
    assert len(pace._times) == 0


@pytest.mark.parametrize(
    ("address", "counted_under"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("2001:db8:0:1::1", "2001:db8:0:1::"),
        ("2001:DB8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:1::"),
        ("2001:db8:0:2::1", "2001:db8:0:2::"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("fe80::1%eth0", "fe80::"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_addresses_that_one_visitor_may_choose_between_are_counted_as_one(
    address: str, counted_under: str
) -> None:
    assert network_of(address) == counted_under


# ---- The password


@pytest.mark.parametrize(
    "path", ["/", "/host", "/voila/render/notebooks/a.ipynb", "/voila/files/data/a.csv",
             "/api/kernels/a/channels", "/privacy/../host", "/healthz/x"],
)  # fmt: skip
def test_a_page_behind_a_password_opens_to_nobody_who_does_not_know_it(path: str) -> None:
    gate = Gate("open sesame", "", "/")
    assert not gate.lets_in(request(path))
    assert not gate.lets_in(request(path, Cookie="toolkit-signed-in=yes"))
    assert not gate.lets_in(request(path, Authorization="Bearer "))


@pytest.mark.parametrize(
    "path", ["/ai/accessibility", "/ai/privacy", "/ai/healthz", "/ai/voila/static/voila.js",
             "/ai/voila/templates/toolkit/static/style.css", "/ai/voila/files/data/logo.svg"],
)  # fmt: skip
def test_what_the_form_needs_and_the_law_asks_for_is_open(path: str) -> None:
    assert Gate("open sesame", "", "/ai/", "/ai/voila/files/data/logo.svg").lets_in(request(path))


def test_a_program_may_send_the_token_in_a_header_and_not_in_the_address() -> None:
    gate = Gate("open sesame", "abc", "/")
    assert gate.lets_in(request("/", Authorization="Bearer abc"))
    assert not gate.lets_in(request("/", Authorization="Bearer abd"))
    assert not gate.lets_in(request("/?token=abc"))


def test_without_a_password_everybody_is_let_in() -> None:
    assert Gate("", "", "/").lets_in(request("/host"))
    assert not Gate("", "", "/").knows_token(request(Authorization="Bearer "))


# ---- What is told


@pytest.fixture
def told() -> io.StringIO:
    return io.StringIO()


def test_an_event_is_one_line_of_json(told: io.StringIO) -> None:
    set_logging("json", told)
    tell("page", page="landing", status=200, seconds=0.1)
    line = json.loads(told.getvalue())
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "info", "event": "page", "page": "landing", "status": 200, "seconds": 0.1,
    }  # fmt: skip


def test_an_event_reads_well_in_a_window(told: io.StringIO) -> None:
    set_logging("text", told)
    tell("kernel started", kernel="1234abcd")
    assert told.getvalue()[8:] == " kernel started: kernel 1234abcd\n"


def test_an_error_is_one_line_too_and_names_no_request(told: io.StringIO) -> None:
    set_logging("json", told)
    try:
        raise ValueError("the disk is full")
    except ValueError:
        logging.getLogger("tornado.application").error(
            "Uncaught exception %s\n%r", "GET /?typed (192.0.2.1)", "typed", exc_info=True
        )
    (line,) = told.getvalue().splitlines()
    assert "the disk is full" in json.loads(line)["text"]
    assert "typed" not in line.split("ValueError")[0].split("Traceback")[0]
    assert "192.0.2.1" not in line


def test_other_messages_are_left_as_they_are() -> None:
    record = logging.LogRecord("a", logging.ERROR, "", 1, "The disk is %s.", ("full",), None)
    assert NoRequests().filter(record)
    assert json.loads(Json().format(record))["text"] == "The disk is full."


# ---- How many


def test_the_limit_of_a_container_counts_where_it_is_less(tmp_path: Path) -> None:
    (tmp_path / "limit").write_text("1073741824\n", "ascii")
    (tmp_path / "none").write_text("max\n", "ascii")
    limits = [str(tmp_path / name) for name in ("limit", "none", "missing")]
    assert read_memory(limits) == GIGABYTE
    assert read_memory([]) > GIGABYTE // 2


def test_an_audience_too_large_for_the_memory_is_told_before_the_start() -> None:
    assert enough_for(2 * GIGABYTE) == 15
    assert list(advice(Options(audience=15), 2 * GIGABYTE)) == []
    (sentence,) = advice(Options(audience=30), 2 * GIGABYTE)
    assert sentence == (
        "30 people may need 3.4 GB of memory. This computer has 2.0 GB, enough for about 15."
    )


@pytest.mark.parametrize("base", ["ai", "/ai", "ai/", "/ai/"])
def test_a_path_has_slashes_at_both_ends_however_it_was_typed(base: str) -> None:
    assert Options(base=base).path == "/ai/"


@pytest.mark.parametrize("text", ["0", "-1", "many", "10001", "1.5"])
def test_an_audience_is_a_number_of_people(text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        _people(text)


def test_a_proxy_is_named_by_its_address_or_network() -> None:
    assert (_address("10.0.0.5"), _address("10.0.0.0/8")) == ("10.0.0.5/32", "10.0.0.0/8")
    with pytest.raises(ArgumentTypeError):
        _address("proxy.example")


# ---- The document for hosts


@pytest.fixture
def hosting(root: Path) -> str:
    return (root / "HOSTING.md").read_text("utf-8")


def test_every_option_is_documented(hosting: str) -> None:
    job = ArgumentParser()
    add(job)
    options = [name for action in job._actions for name in action.option_strings]
    assert [name for name in options if name not in hosting and name not in ("-h", "--help")] == []


def test_every_number_is_documented(hosting: str) -> None:
    metrics = Metrics("1")
    metrics.watch(kernels=int, taken=int, free=int, waiting=int)
    names = re.findall(r"^# TYPE (\w+) ", metrics.text().decode(), flags=re.MULTILINE)
    assert len(names) > 8
    assert [name for name in names if f"`{name}`" not in hosting
            and not name.endswith("_created")] == []  # fmt: skip


def test_the_sum_for_memory_is_the_one_documented(hosting: str) -> None:
    for gigabytes in (2, 4, 8, 16):
        assert f"| {gigabytes} GB | {enough_for(gigabytes * GIGABYTE)} |" in hosting
