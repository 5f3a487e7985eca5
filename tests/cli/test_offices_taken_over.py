"""An office somebody has open is not written, and taken over from whoever has fallen silent."""

from __future__ import annotations

import json
import os
import re
import time
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from boarddesk.cli.commands import NAMES
from boarddesk.cli.imports import FORMS
from boarddesk.issuing.registry import DOCUMENT_KINDS
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.moments import now, stamp
from boarddesk.records.file.office_file import OfficeFile

WRITE: list[tuple[str, ...]] = [
    ("new",),
    ("feed",),
    ("encrypt",),
    ("decrypt",),
    ("work-locally",),
    ("work-there-again",),
]
WRITE += [("import", form) for form in FORMS]
WRITE += [("report", kind.key) for kind in DOCUMENT_KINDS]
NO_LOCK = [
    ("sample",),
    ("restore",),
    ("list",),
    ("attendance",),
    ("check",),
    ("check-document",),
    ("backup",),
    ("export",),
    ("verify",),
    ("health",),
    ("recovery-key",),
]


def leave_lock(path: Path, *, minutes: int) -> None:
    """As of a colleague who was last heard of so long ago."""
    since = stamp(now() - timedelta(minutes=minutes))
    lock = {"who": "Rowan", "machine": "DESK-12", "pid": 1, "since": since, "beat": since, "token": "ab" * 8}
    lock_path(path).write_text(json.dumps(lock), "utf-8")
    moment = time.time() - 60 * minutes
    os.utime(lock_path(path), (moment, moment))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path).close()
    return path


def test_of_every_command_it_is_known_whether_it_writes_an_office() -> None:
    assert {command[0] for command in [*WRITE, *NO_LOCK]} == set(NAMES)


@pytest.mark.parametrize("command", [*WRITE, *NO_LOCK], ids=" ".join)
def test_whatever_writes_can_take_over(command: tuple[str, ...], boarddesk: Call) -> None:
    assert ("--take-over" in boarddesk(*command, "--help").out) is (command in WRITE)


def test_it_is_said_who_has_the_office_where_the_lock_is_and_when_it_may_be_taken(
    office: Path, boarddesk: Call
) -> None:
    leave_lock(office, minutes=4)
    for taking in ((), ("--take-over",)):
        said = boarddesk("feed", office, "K1", "--stop", *taking)
        assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
        assert "open already: Rowan on DESK-12, since " in said.err
        assert "“office.boarddesk.lock”" in said.err
        assert re.search(r"taken over from \d\d:\d\d on\. Then add --take-over\.$", said.err.strip())
    assert lock_path(office).exists()


def test_after_ten_minutes_it_is_taken_over_when_asked(office: Path, boarddesk: Call) -> None:
    leave_lock(office, minutes=11)
    said = boarddesk("feed", office, "K1", "--stop")
    assert "Nothing has been heard from there for ten minutes" in said.err
    assert said.err.strip().endswith("To do so add --take-over.")
    assert "There is no KPI K1" in boarddesk("feed", office, "K1", "--stop", "--take-over").err
    assert not lock_path(office).exists()


def test_where_a_lock_was_left_no_office_is_opened_anew_unless_it_is_taken(
    tmp_path: Path, boarddesk: Call
) -> None:
    path = tmp_path / "office.boarddesk"
    leave_lock(path, minutes=11)
    said = boarddesk("new", path)
    assert (said.status, path.exists()) == (1, False)
    assert said.err.strip().endswith("To do so add --take-over.")
    assert boarddesk("new", path, "--take-over").status == 0
    assert [child.name for child in tmp_path.iterdir()] == [path.name]


def test_an_office_is_encrypted_over_the_lock_of_one_who_has_fallen_silent(
    office: Path, boarddesk: Call
) -> None:
    passphrase = office.with_name("passphrase.txt")
    passphrase.write_text("seven brown otters", "utf-8")
    leave_lock(office, minutes=11)
    asked: tuple[object, ...] = ("encrypt", office, "--recovery-key", office.with_name("key.txt"))
    asked += ("--new-passphrase-file", passphrase)
    before = office.read_bytes()
    assert boarddesk(*asked).err.strip().endswith("To do so add --take-over.")
    assert office.read_bytes() == before
    assert not office.with_name("key.txt").exists(), "a key that opens nothing"
    assert boarddesk(*asked, "--take-over").status == 0
    assert not office.read_bytes().startswith(b"SQLite format 3")
