"""The program needs no network; where something asks for one, its test fails."""

from __future__ import annotations

import socket
import urllib.request
from contextlib import suppress

import pytest
from tests.no_network import NoNetwork, refused

ELSEWHERE = "192.0.2.1"
"""An address that belongs to nobody."""


def test_a_connection_to_another_machine_is_refused_before_it_is_made() -> None:
    with pytest.raises(NoNetwork), socket.socket() as one:
        one.connect((ELSEWHERE, 80))
    with pytest.raises(NoNetwork):
        socket.getaddrinfo("council.example", 443)
    with pytest.raises(NoNetwork), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", (ELSEWHERE, 53))
    assert len(refused()) == 3


def test_an_attempt_that_was_hidden_is_known_all_the_same() -> None:
    """The control: whoever swallows every error is found out at the end of the test."""
    with suppress(Exception):
        urllib.request.urlopen(f"http://{ELSEWHERE}/", timeout=1)
    assert refused() == [f"socket.getaddrinfo {ELSEWHERE}"]


def test_this_machine_may_be_asked() -> None:
    with socket.socket() as door, socket.socket() as guest:
        door.bind(("127.0.0.1", 0))
        door.listen()
        guest.connect(door.getsockname())
    assert refused() == []
