"""What a lock says, and what is made of one that says nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boarddesk.disk.machine import machine_name
from boarddesk.disk.processes import beginning_of
from boarddesk.records.file.holder import SILENT, Holder, LockOnDisk, in_plain_letters, read_lock, renew_lock

NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)
AT_NOON = "2026-05-14T12:00:00"
ROWAN = Holder("Rowan", "DESK-12", 1, AT_NOON, AT_NOON, "ab" * 8)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk.lock"


def found(lock: Path) -> LockOnDisk:
    read = read_lock(lock)
    assert read
    return read


def test_no_lock_is_another_answer_than_one_that_cannot_be_read(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_lock(lock) is None
    lock.write_bytes(ROWAN.written())

    def not_yours(*_asked: object) -> int:
        raise PermissionError

    held = "another program holds it, or " if os.name == "nt" else ""  # where opening tells no difference
    with monkeypatch.context() as closed:
        closed.setattr(os, "open", not_yours)
        assert found(lock).trouble == f"cannot be read: {held}it is not yours to read"
    assert found(lock).holder == ROWAN


def test_a_lock_of_an_older_version_is_understood(lock: Path) -> None:
    told = {"who": "Rowan", "machine": "DESK-12", "pid": 1, "since": AT_NOON, "beat": AT_NOON}
    lock.write_text(json.dumps({**told, "token": "ab" * 8}), "utf-8")
    assert found(lock).holder == ROWAN


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ash\x1b[2J\x07", "Ash [2J"),
        ("Ash\nboarddesk: all is well", "Ash boarddesk: all is well"),
        ("Ash\u202egnp.exe", "Ashgnp.exe"),
        ("Siân \N{RIGHT-TO-LEFT ISOLATE}O’Neill\ud800", "Siân O’Neill"),
        ("a" * 10_000, "a" * 80),
        ("\x00\x01", "somebody"),
    ],
)
def test_no_name_in_a_lock_moves_a_cursor_or_turns_the_writing_round(
    lock: Path, typed: str, read: str
) -> None:
    told = {"who": typed[:6000], "machine": "DESK", "pid": 1, "since": AT_NOON, "beat": AT_NOON, "token": ""}
    lock.write_text(json.dumps(told), "utf-8")
    assert found(lock).holder.who == read
    assert in_plain_letters(f"{typed} ") == ("" if read == "somebody" else read)


def free_after(modified: timedelta, beat: timedelta) -> timedelta:
    """How long after noon the office is free, of a lock written and of a beat so long before it."""
    holder = replace(ROWAN, beat=(NOON - beat).replace(tzinfo=None).isoformat())
    written = LockOnDisk(holder, "", True, (NOON - modified).timestamp())
    return written.free_from(NOON, disk_now=NOON.timestamp()) - NOON


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("modified", "beat", "free"),
    [
        (0, 0, 10),
        (4, 4, 6),
        (10, 10, 0),
        (4, 5 * 365 * 1440, 6),  # the holder's clock, or ours, is five years behind: the disk's tells
        (4, -5 * 365 * 1440, 6),
        (30, -5 * 365 * 1440, 0),  # a heartbeat in the future keeps nothing for ever
        (-5 * 365 * 1440, -5 * 365 * 1440, 0),
        (5 * 365 * 1440, 4, 6),  # the disk's clock was wrong: the holder's tells
        (30, -3, 13),  # a clock three minutes fast
    ],
)
def test_a_holder_is_heard_by_the_clock_of_the_disk_or_by_ours(
    modified: float, beat: float, free: float
) -> None:
    assert free_after(minutes(modified), minutes(beat)) == minutes(free)


def test_whatever_the_clocks_say_nobody_is_kept_out_for_more_than_twenty_minutes() -> None:
    hours = [minutes(each) for each in range(-1500, 1500, 7)]
    longest = max(free_after(modified, beat) for modified in hours for beat in hours[::5])
    assert SILENT <= longest < 2 * SILENT


def test_another_process_under_the_number_of_the_holders_is_not_the_holder() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
    ) as other:
        began = beginning_of(other.pid)
        holder = replace(ROWAN, machine=machine_name(), pid=other.pid, began=began)
        assert not holder.is_dead()
        assert not replace(holder, began="").is_dead()
        assert replace(holder, began="before").is_dead() is bool(began)
        other.kill()
        other.wait()
        assert holder.is_dead()


def test_a_beat_never_makes_a_lock_longer_nor_writes_over_anothers(lock: Path) -> None:
    lock.write_bytes(ROWAN.written())
    size = lock.stat().st_size
    assert renew_lock(lock, replace(ROWAN, who="Ø" * 80, beat="2026-05-14T12:00:30"))
    assert (lock.stat().st_size, found(lock).holder.who) == (size, "Ø" * 80)
    assert not renew_lock(lock, replace(ROWAN, token="another"))
    assert found(lock).holder.token == ROWAN.token
