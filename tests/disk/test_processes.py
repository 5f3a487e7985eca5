"""Whose process it is that has an office open: alive, gone, or another under its number."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from boarddesk.disk.processes import beginning_of, is_alive


def test_a_process_is_alive_until_it_ends_and_has_one_beginning() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
    ) as other:
        assert is_alive(other.pid)
        began = beginning_of(other.pid)
        assert began == beginning_of(other.pid)
        assert not began or began != beginning_of(os.getpid())
        assert other.stdin
        other.stdin.close()
        other.wait()
        assert not is_alive(other.pid)


@pytest.mark.parametrize("number", [0, -1, 1 << 31, 1 << 32, 10**30])
def test_a_number_no_process_has_is_of_none(number: int) -> None:
    assert not is_alive(number)
    assert beginning_of(number) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked otherwise")
def test_a_process_of_another_account_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the second person on a terminal server meets the first one's."""

    def not_yours(_pid: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", not_yours)
    assert is_alive(4711)


@pytest.mark.skipif(sys.platform != "win32", reason="other systems are asked otherwise")
def test_a_process_windows_does_not_let_us_ask_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    from boarddesk.disk import processes

    told = {"code": 5}
    monkeypatch.setattr(processes, "_opened", lambda _pid: None)
    monkeypatch.setattr("boarddesk.disk.processes.ctypes.get_last_error", lambda: told["code"])
    assert is_alive(4711)
    told["code"] = 87
    assert not is_alive(4711)
