"""The machine's name: at once, and the one that locks of older versions bear."""

from __future__ import annotations

import ast
import platform
import socket
from pathlib import Path

import pytest

from boarddesk.disk.machine import machine_name

SOURCE = Path(__file__).resolve().parents[2] / "src"
AT_ONCE = {"python_version", "python_implementation"}
"""What `platform` says without asking Windows for the machine's particulars."""


def test_locks_of_older_versions_bear_the_same_name() -> None:
    assert machine_name() == platform.node() != ""


def test_where_the_network_has_no_name_the_environment_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError

    monkeypatch.setattr(socket, "gethostname", unknown)
    monkeypatch.setenv("COMPUTERNAME", "DESK-12")
    assert machine_name() == "DESK-12"


def asked_of_platform(tree: ast.AST) -> set[str]:
    """What a module takes from `platform`, however it is imported."""
    called = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "platform"
    }
    named = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "platform"
        for name in node.names
    }
    renamed = {
        "platform under another name"
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        and any(name.name == "platform" and name.asname for name in node.names)
    }
    return called | named | renamed


def test_nobody_waits_for_a_query_of_windows_management() -> None:
    slow = {
        f"{path.relative_to(SOURCE).as_posix()}: {name}"
        for path in SOURCE.rglob("*.py")
        for name in asked_of_platform(ast.parse(path.read_text("utf-8"))) - AT_ONCE
    }
    assert not slow


@pytest.mark.parametrize(
    "code",
    ["import platform\nplatform.node()", "from platform import uname", "import platform as p\np.system()"],
)
def test_such_a_query_would_be_seen(code: str) -> None:
    """The control."""
    assert asked_of_platform(ast.parse(code)) - AT_ONCE
