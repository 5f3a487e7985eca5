"""The lock beside an office file: who has it open, and when it may be put aside."""

from __future__ import annotations

import errno
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from boarddesk.records.file.holder import read_lock
from boarddesk.records.file.lock import FileLock, holder_of, lock_path
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import LockedByAnother, OnlyReadable

NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path).close()
    return path


def dead_pid() -> int:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    return int(ended.stdout)


def leave_lock(path: Path, **told: object) -> None:
    """A lock as somebody else would have written it."""
    beat = "2026-05-14T12:00:00"
    lock = {
        "who": "Rowan",
        "machine": "DESK-12",
        "pid": 1,
        "since": beat,
        "beat": beat,
        "token": "ab" * 8,
        **told,
    }
    lock_path(path).write_text(json.dumps(lock), "utf-8")
    written = datetime.fromisoformat(str(lock["beat"])).replace(tzinfo=UTC).timestamp()
    os.utime(lock_path(path), (written, written))


def test_an_open_office_says_who_has_it(path: Path) -> None:
    with OfficeFile.open(path, who="Ash"):
        holder = holder_of(path)
        assert holder and (holder.who, holder.machine, holder.pid) == ("Ash", platform.node(), os.getpid())
    assert holder_of(path) is None
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_second_opening_is_told_who_and_since_when(path: Path) -> None:
    with OfficeFile.open(path, who="Ash"), pytest.raises(LockedByAnother, match="Ash on") as told:
        OfficeFile.open(path)
    assert (told.value.who, told.value.may_be_taken) == ("Ash", False)


def test_a_locked_office_can_be_read(path: Path) -> None:
    with OfficeFile.open(path, who="Ash"), OfficeFile.open(path, read_only=True) as shown:
        assert shown.read_only
        assert holder_of(path) is not None


def test_closing_the_reader_leaves_the_writers_lock(path: Path) -> None:
    with OfficeFile.open(path, who="Ash"):
        OfficeFile.open(path, read_only=True).close()
        assert holder_of(path) is not None


def test_the_lock_of_a_dead_process_of_this_machine_is_put_aside(path: Path) -> None:
    leave_lock(path, machine=platform.node(), pid=dead_pid())
    with OfficeFile.open(path, who="Ash"):
        holder = holder_of(path)
        assert holder and holder.who == "Ash"


def test_our_own_process_number_come_round_again_is_a_dead_process(path: Path) -> None:
    leave_lock(path, machine=platform.node(), pid=os.getpid())
    OfficeFile.open(path).close()


def test_a_process_of_another_machine_is_never_judged_by_its_number(path: Path) -> None:
    leave_lock(path, pid=dead_pid())
    with pytest.raises(LockedByAnother, match="Rowan on DESK-12"):
        OfficeFile.open(path, clock=lambda: NOON)


@pytest.mark.parametrize(("minutes", "silent"), [(9, False), (10, True)])
def test_a_holder_is_silent_after_ten_minutes(path: Path, *, minutes: int, silent: bool) -> None:
    leave_lock(path)
    with pytest.raises(LockedByAnother) as told:
        OfficeFile.open(path, clock=lambda: NOON + timedelta(minutes=minutes))
    assert told.value.may_be_taken is silent
    assert ("Nothing has been heard" in told.value.sentence) is silent


def test_a_silent_holder_is_put_aside_only_when_the_person_says_so(path: Path) -> None:
    leave_lock(path)
    later = NOON + timedelta(minutes=30)
    with pytest.raises(LockedByAnother):
        OfficeFile.open(path, clock=lambda: later)
    with OfficeFile.open(path, clock=lambda: later, take_over=True) as file:
        assert file.keep_lock()


def test_a_holder_who_was_heard_of_is_not_put_aside_even_so(path: Path) -> None:
    leave_lock(path)
    with pytest.raises(LockedByAnother):
        OfficeFile.open(path, clock=lambda: NOON + timedelta(minutes=5), take_over=True)


def test_whoever_lost_the_lock_learns_of_it_and_does_not_remove_the_new_one(path: Path) -> None:
    with OfficeFile.open(path, who="Ash") as file:
        leave_lock(path)
        assert not file.keep_lock()
    holder = holder_of(path)
    assert holder and holder.who == "Rowan"


def test_a_heartbeat_keeps_a_holder_from_seeming_silent(path: Path) -> None:
    lock = FileLock.take(path, who="Ash", at=NOON)
    assert lock.beat(who="", at=NOON + timedelta(minutes=20))
    with pytest.raises(LockedByAnother, match="Ash") as told:
        FileLock.take(path, who="Rowan", at=NOON + timedelta(minutes=25), take_over=True)
    assert not told.value.may_be_taken
    lock.release()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"who": "x"}', '{"who":1,"machine":2,"pid":"x","since":"y"}', "\0"]
)
def test_a_lock_nobody_can_read_is_held_by_somebody(path: Path, text: str) -> None:
    lock_path(path).write_text(text, "utf-8")
    with pytest.raises(LockedByAnother, match="somebody"):
        OfficeFile.open(path)


def test_a_lock_that_changed_hands_meanwhile_is_not_put_aside(path: Path) -> None:
    leave_lock(path, machine=platform.node(), pid=dead_pid())
    judged = read_lock(lock_path(path))
    leave_lock(path, who="Sorrel", token="cd" * 8)
    there = read_lock(lock_path(path))
    with (
        patch("boarddesk.records.file.lock.read_lock", side_effect=[judged, there, there]),
        pytest.raises(LockedByAnother, match="Sorrel"),
    ):
        FileLock.take(path, who="Ash", at=NOON)
    holder = holder_of(path)
    assert holder and holder.who == "Sorrel"


def test_a_folder_that_cannot_be_written_is_said_calmly(path: Path) -> None:
    opening = os.open

    def refuse_new_files(name: Path, *how: int) -> int:
        if how[0] & os.O_CREAT:
            raise PermissionError
        return opening(name, *how)

    with (
        patch("boarddesk.records.file.lock.os.open", refuse_new_files),
        pytest.raises(OnlyReadable, match="cannot be written"),
    ):
        OfficeFile.open(path)


def test_on_a_full_disk_no_lock_is_left_and_the_office_can_be_read(path: Path) -> None:
    with (
        patch("boarddesk.records.file.lock.os.fsync", side_effect=OSError(errno.ENOSPC, "No space left")),
        pytest.raises(OnlyReadable, match="The disk is full"),
    ):
        OfficeFile.open(path)
    assert [child.name for child in path.parent.iterdir()] == [path.name]
    OfficeFile.open(path, read_only=True).close()


@pytest.mark.skipif(os.name == "nt", reason="names are shorter there from the start")
def test_a_name_that_leaves_no_room_for_a_lock_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(OnlyReadable, match="too long for the lock"):
        OfficeFile.create(tmp_path / f"{'o' * 244}.boarddesk")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="there is no such bit there")
def test_a_lock_is_no_program(path: Path) -> None:
    with OfficeFile.open(path):
        assert lock_path(path).stat().st_mode & 0o111 == 0


def test_what_a_program_left_that_broke_off_while_locking_goes_the_next_time(path: Path) -> None:
    left = path.with_name(f"boarddesk-{'0' * 16}.part")
    left.write_bytes(b"")
    os.utime(left, (0, 0))
    OfficeFile.open(path).close()
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_lock_that_was_tidied_away_stands_again_at_the_next_beat(path: Path) -> None:
    with OfficeFile.open(path, who="Ash") as file:
        lock_path(path).unlink()
        assert file.keep_lock()
        holder = holder_of(path)
        assert holder and holder.who == "Ash"


def test_an_opening_that_fails_lets_go_of_the_lock(path: Path) -> None:
    with path.open("r+b") as damaged:
        damaged.seek(100)
        damaged.write(b"\0" * 2000)
    before = path.read_bytes()
    with pytest.raises(Exception, match="damaged"):
        OfficeFile.open(path)
    assert holder_of(path) is None
    assert path.read_bytes() == before
