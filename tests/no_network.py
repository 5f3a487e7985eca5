"""No test, and nothing that a test runs, opens a connection to another machine.

The interpreter announces each before it is made; one that is refused also fails the test, whoever hid it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

OF_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost", "", None})
_refused: list[str] = []


class NoNetwork(RuntimeError):
    """A connection to another machine was asked for."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        whereto = arguments[1]
        host = whereto[0] if isinstance(whereto, tuple) else None  # else the path of a local socket
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes | bytearray):
        host = host.decode("utf-8", "replace")
    if host not in OF_THIS_MACHINE:
        _refused.append(f"{event} {host}")
        raise NoNetwork(f"{event} {host}")


sys.addaudithook(_refuse)


def refused() -> list[str]:
    """What was refused since it was last asked."""
    seen = list(_refused)
    _refused.clear()
    return seen


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fails the test in which somebody tried."""
    refused()
    yield
    assert refused() == [], "a connection to another machine was asked for"
