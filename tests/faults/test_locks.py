"""Whatever lies where a lock stands: a file that opens or a calm sentence, soon, and nobody's lock taken."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from boarddesk.cli.commands import run
from boarddesk.disk.machine import machine_name
from boarddesk.disk.processes import beginning_of
from boarddesk.records.file import lock as locking
from boarddesk.records.file.holder import Holder, LockOnDisk
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.moments import now, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem

FRESH, OLD, AHEAD = timedelta(0), timedelta(minutes=30), timedelta(days=-5 * 365)
BOUND = 4.0
"""Seconds a try may take, waiting for another program and all."""
LONG_AGO = stamp(now() - OLD)
NO_KPI = "There is no KPI K1"
"""What the command says once it has the office: that it could have written."""

Make = Callable[[Path], object]


@dataclass(frozen=True)
class Kind:
    """A kind of lock: what is put there, how long ago, and whether its holder lives or people made it."""

    name: str
    make: Make
    ago: timedelta = FRESH
    lives: bool = False
    stays: bool = False
    opens: bool = False
    """Whether it is no obstacle, since its holder is certainly gone."""


@dataclass
class Outcome:
    """What came of trying every kind."""

    tried: int = 0
    opened: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.tried} tries: {self.opened} opened, {self.refused} refused, {len(self.wrong)} wrong"


def told(**other: object) -> bytes:
    moment = stamp(now())
    lock = {
        "who": "Rowan",
        "machine": "DESK-12",
        "pid": 1,
        "since": moment,
        "beat": moment,
        "token": "ab" * 8,
    }
    return json.dumps({**lock, **other}).encode("utf-8", "surrogatepass")


def holds(content: bytes) -> Make:
    return lambda lock: lock.write_bytes(content)


def of(**other: object) -> Make:
    return lambda lock: lock.write_bytes(told(**other))


def here(pid: int, **other: object) -> Make:
    return of(machine=machine_name(), pid=pid, **other)


def sparse(lock: Path) -> None:
    with lock.open("wb") as file:
        file.truncate(1 << 30)


def folder_with_a_file(lock: Path) -> None:
    lock.mkdir()
    (lock / "kept.txt").write_text("Theirs", "utf-8")


def link_to_itself(lock: Path) -> None:
    lock.symlink_to(lock)


def link_to_a_lock(lock: Path) -> None:
    elsewhere = lock.with_name("elsewhere.lock")
    elsewhere.write_bytes(told())
    lock.symlink_to(elsewhere)


def bound_socket(lock: Path) -> None:
    assert sys.platform != "win32"
    before = Path.cwd()
    os.chdir(lock.parent)  # its whole path may be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(lock.name)
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def living() -> Iterator[int]:
    with subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
    ) as other:
        yield other.pid
        assert other.stdin
        other.stdin.close()


def dead_pid() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    return ended.pid


def kinds(living: int) -> list[Kind]:
    dead, began = dead_pid(), beginning_of(living)
    garbled = {
        "empty": b"",
        "blank": b"   \n",
        "half": told()[:40],
        "a bracket": b"{",
        "a list": b"[]",
        "null": b"null",
        "a number": b"3",
        "a word": b'"locked"',
        "words": b"locked by Ash, ring 4711",
        "nothing in it": b"{}",
        "no pid": b'{"who": "x"}',
        "lists inside": told(since=[], beat={}),
        "nulls inside": told(since=None, beat=None, pid=None),
        "no moment": told(since="yesterday", beat="soon"),
        "no day": told(since="2026-02-30T00:00:00"),
        "not UTF-8": told().replace(b"Rowan", b"Ro\xffan"),
        "UTF-16": told().decode().encode("utf-16"),
        "zeros": bytes(512),
        "text after it": told() + b"}}",
        "deep": b"[" * 8000,
        "deeper": b'{"a":' * 100_000,
        "long": b" " * 9000 + told(),
        "ten million letters": b"x" * 10_000_000,
        "a number of 5,000 figures": told().replace(b'"pid": 1', b'"pid": ' + b"9" * 5000),
        "a number of 31 figures": told(pid=10**30),
        "an infinite number": told().replace(b'"pid": 1', b'"pid": 1e999'),
        "no number": told().replace(b'"pid": 1', b'"pid": NaN'),
        "a number below": told(pid=-5),
    }
    found = [Kind(name, holds(content)) for name, content in garbled.items()]
    found += [Kind(f"{name}, old", holds(content), OLD) for name, content in list(garbled.items())[:4]]
    found += [
        Kind("heard of elsewhere", of(), lives=True),
        Kind("silent elsewhere", of(beat=LONG_AGO), OLD),
        Kind("a clock five years behind", of(beat="2021-01-01T00:00:00"), lives=True),
        Kind("a clock five years ahead", of(beat="2031-01-01T00:00:00"), lives=True),
        Kind("a heartbeat in the future", of(beat="2031-01-01T00:00:00"), OLD),
        Kind("a file of the future", of(beat="2031-01-01T00:00:00"), AHEAD),
        Kind("the last year there is", of(since="9999-12-31T23:59:59"), lives=True),
        Kind("the first year there is", of(since="0001-01-01T00:00:00"), lives=True),
        Kind("of nobody", of(who="", machine=""), lives=True),
        Kind("who clears the screen", of(who="\x1b[2J\x1b]0;Ash\x07", machine="\r\nDESK"), lives=True),
        Kind("who turns the writing round", of(who="Ash\u202egnp", machine="\u2066DESK"), lives=True),
        Kind("half a letter", of(who="Ash \ud83d"), lives=True),
        Kind("a process here", here(living, began=began), lives=True),
        Kind("a process here, of an older version", here(living), lives=True),
        Kind("a process here that ended", here(dead), opens=True),
        Kind("its number is another's now", here(living, began="0"), opens=bool(began), lives=not began),
        Kind("its number is ours now", here(os.getpid()), opens=True),
        Kind("a number beyond all", here((1 << 32) - 1), opens=True),
    ]
    found += [Kind("a folder", lambda lock: lock.mkdir(), OLD, stays=True)]
    found += [Kind("a folder with a file", folder_with_a_file, OLD, stays=True)]
    if sys.platform != "win32":
        found += [
            Kind("sparse, of a gigabyte", sparse),
            Kind("a dangling link", lambda lock: lock.symlink_to("nowhere"), stays=True),
            Kind("a link to itself", link_to_itself, stays=True),
            Kind("a link to a lock", link_to_a_lock, stays=True),
            Kind("a link to what never ends", lambda lock: lock.symlink_to("/dev/zero"), stays=True),
            Kind("a link to a folder", lambda lock: lock.symlink_to(lock.parent), stays=True),
            Kind("a pipe", lambda lock: os.mkfifo(lock), stays=True),
            Kind("a socket", bound_socket, stays=True),
        ]
    return found


class SharingViolation(PermissionError):
    """As Windows tells of a file that another program holds."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "The process cannot access the file")
        self.winerror = 32


UNREAD: dict[str, Callable[[], OSError]] = {
    "not yours": lambda: PermissionError(errno.EACCES, "Permission denied"),
    "held": SharingViolation,
    "the disk fails": lambda: OSError(errno.EIO, "Input/output error"),
}


@contextmanager
def unread(error: Callable[[], OSError], *, tries: int = 1_000_000) -> Iterator[None]:
    """No lock but our own, which are longer, can be opened, as often as that."""
    opening, left = os.open, [tries]

    def refused(name: Any, flags: int, *mode: int) -> int:
        if left[0] > 0 and str(name).endswith(".boarddesk.lock") and Path(name).stat().st_size < 2048:
            left[0] -= 1
            raise error()
        return opening(name, flags, *mode)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "open", refused)
        yield


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("made") / "office.boarddesk"
    OfficeFile.create(path).close()
    return path.read_bytes()


class Trial:
    """One kind of lock beside an office, met in the window's way or from the command line."""

    def __init__(self, folder: Path, office: bytes, kind: Kind, outcome: Outcome) -> None:
        folder.mkdir()
        self.path, self.office, self.kind, self.outcome = folder / "office.boarddesk", office, kind, outcome
        self.path.write_bytes(office)
        self.lock = lock_path(self.path)
        kind.make(self.lock)
        if kind.ago:
            moment = time.time() - kind.ago.total_seconds()
            os.utime(self.lock, (moment, moment))

    def meet(self, capsys: pytest.CaptureFixture[str], *, command: bool, take_over: bool) -> None:
        kind, outcome = self.kind, self.outcome
        words = f"{kind.name}, {'command' if command else 'window'}{', taken over' if take_over else ''}"
        outcome.tried += 1
        before = self.lock_as_it_is()
        began = time.monotonic()
        try:
            sentence = self.by_command(capsys, take_over) if command else self.by_window(take_over)
        except Exception as error:  # which is what is looked for
            outcome.wrong.append(f"{words}: {type(error).__name__}")
            return
        wrong = []
        if time.monotonic() - began > BOUND:
            wrong.append("too long")
        if self.path.read_bytes() != self.office:
            wrong.append("written")
        if sentence:
            wrong += self.of_refusal(sentence, before, take_over)
        elif kind.lives or kind.stays or not (kind.opens or take_over):
            wrong.append("taken from a living holder")
        outcome.opened += not sentence
        outcome.refused += bool(sentence)
        outcome.wrong += [f"{words}: {what}" for what in wrong]

    def of_refusal(self, sentence: str, before: object, take_over: bool) -> list[str]:
        wrong = []
        if not sentence.isprintable() or self.lock.name not in sentence or not sentence.endswith("."):
            wrong.append(f"not calm: {sentence!r}")
        if self.lock_as_it_is() != before:
            wrong.append("another's lock was touched")
        if self.kind.opens or (take_over and self.kind.ago and not self.kind.stays):
            wrong.append(f"kept out: {sentence}")
        return wrong

    def by_window(self, take_over: bool) -> str:
        """The sentence, or none where the office opened; it is closed again, and no lock stays."""
        try:
            with OfficeFile.open(self.path, take_over=take_over) as file:
                assert file.keep_lock()
        except FileProblem as problem:
            return problem.sentence
        assert [child.name for child in self.path.parent.iterdir()] == [self.path.name]
        return ""

    def by_command(self, capsys: pytest.CaptureFixture[str], take_over: bool) -> str:
        capsys.readouterr()
        status = run(["feed", str(self.path), "K1", "--stop", *(["--take-over"] if take_over else [])])
        out, err = capsys.readouterr()
        assert (status, out, err.count("\n")) == (1, "", 1)
        return "" if NO_KPI in err else err.strip()

    def lock_as_it_is(self) -> object:
        details = os.lstat(self.lock)
        whole = self.lock.read_bytes() if self.lock.is_file() and details.st_size < 1 << 25 else b""
        return details.st_ino, details.st_mtime_ns, details.st_mode, whole


WAYS = [(False, False), (True, False), (False, True), (True, True)]
"""By the window or by a command, with taking over or without."""


def try_all(
    tried: list[Kind],
    folder: Path,
    office: bytes,
    capsys: pytest.CaptureFixture[str],
    ways: Sequence[tuple[bool, bool]] = WAYS,
) -> Outcome:
    outcome = Outcome()
    for number, kind in enumerate(tried):
        for way, (command, take_over) in enumerate(ways):
            trial = Trial(folder / f"{number}-{way}", office, kind, outcome)
            trial.meet(capsys, command=command, take_over=take_over)
    return outcome


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of the waiting; some are met at their own pace below."""
    waiting = time.sleep
    monkeypatch.setattr(time, "sleep", lambda seconds: waiting(seconds / 100))


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("ways", [WAYS[::3], pytest.param(WAYS, marks=pytest.mark.soak)])
def test_every_kind_of_lock_ends_soon_in_an_open_office_or_a_calm_sentence(
    living: int,
    tmp_path: Path,
    office: bytes,
    capsys: pytest.CaptureFixture[str],
    ways: Sequence[tuple[bool, bool]],
) -> None:
    tried = kinds(living)
    outcome = try_all(tried, tmp_path, office, capsys, ways)
    with capsys.disabled():
        print(f"\n{len(tried)} kinds of lock, {outcome}")
    assert len(tried) >= 40
    assert not outcome.wrong
    assert outcome.opened >= len(ways) * sum(kind.opens for kind in tried)
    assert outcome.refused >= len(ways) * sum(kind.lives for kind in tried)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("why", UNREAD)
def test_a_lock_that_cannot_be_read_is_no_lock_that_is_not_there(
    why: str, tmp_path: Path, office: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    tried = [Kind("unread", of()), Kind("unread, old", of(beat=LONG_AGO), OLD)]
    with unread(UNREAD[why]):
        outcome = try_all(tried, tmp_path, office, capsys)
    assert not outcome.wrong
    assert outcome.opened == 2


def test_a_lock_held_for_a_moment_is_read_once_it_is_let_go(
    tmp_path: Path, office: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """At its own pace, with the waiting as it is."""
    outcome = Outcome()
    for number, kind in enumerate(
        [Kind("gone", here(dead_pid()), opens=True), Kind("there", of(), lives=True)]
    ):
        with unread(SharingViolation, tries=4):
            Trial(tmp_path / str(number), office, kind, outcome).meet(capsys, command=False, take_over=False)
    assert not outcome.wrong
    assert (outcome.opened, outcome.refused) == (1, 1)


def test_a_lock_that_comes_and_goes_holds_nobody_for_ever(
    tmp_path: Path, office: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time there is one where ours shall stand, and none when it is looked at."""
    path = tmp_path / "office.boarddesk"
    path.write_bytes(office)

    def taken(*_names: object) -> None:
        raise FileExistsError

    with monkeypatch.context() as busy:
        busy.setattr("boarddesk.disk.patience.rename", taken)
        with pytest.raises(FileProblem, match=r"office\.boarddesk\.lock.* Try again"):
            OfficeFile.open(path)
    OfficeFile.open(path).close()


@pytest.mark.parametrize("at", [timedelta(days=-5 * 365), timedelta(days=5 * 365)])
def test_a_clock_years_wrong_takes_nobodys_office_and_keeps_nobody_out(
    at: timedelta, tmp_path: Path, office: bytes
) -> None:
    path = tmp_path / "office.boarddesk"
    path.write_bytes(office)
    wrong = now() + at
    with OfficeFile.open(path, who="Ash") as file:
        for take_over in (False, True):
            with pytest.raises(FileProblem, match="Ash on"):
                OfficeFile.open(path, clock=lambda: wrong, take_over=take_over)
        assert file.keep_lock()
    with OfficeFile.open(path, clock=lambda: wrong) as other:  # whose beats are years off
        assert other.keep_lock()
        with pytest.raises(FileProblem, match="is open already"):
            OfficeFile.open(path, take_over=True)
    of(beat=LONG_AGO)(lock_path(path))
    moment = time.time() - OLD.total_seconds()
    os.utime(lock_path(path), (moment, moment))
    OfficeFile.open(path, clock=lambda: wrong, take_over=True).close()


# The controls: the same tries against what is careless find what they look for.


def trusting(lock: Path) -> LockOnDisk | None:
    """A reader that believes what it finds, and takes what it cannot read for nothing."""
    try:
        told = json.loads(lock.read_text("utf-8"))
    except OSError:
        return None
    return LockOnDisk(Holder(**told), "", True, lock.stat().st_mtime)


@pytest.mark.usefixtures("hurried")
def test_a_trusting_reader_would_be_found_out(
    living: int,
    tmp_path: Path,
    office: bytes,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    endless = {"a pipe", "a link to what never ends", "sparse, of a gigabyte", "ten million letters"}
    tried = [kind for kind in kinds(living) if kind.name not in endless]
    monkeypatch.setattr(locking, "read_lock", trusting)
    outcome = try_all(tried[::3], tmp_path, office, capsys, WAYS[::3])
    with capsys.disabled():
        print(f"\nthe control, a reader that trusts: {outcome}")
    assert len(outcome.wrong) > outcome.tried / 4


def by_the_heartbeat_alone(self: LockOnDisk, at: datetime, *, disk_now: float) -> datetime:
    beat = datetime.fromisoformat(self.holder.beat).replace(tzinfo=UTC)
    return max(at, beat + timedelta(minutes=10))


@pytest.mark.usefixtures("hurried")
def test_judging_by_the_heartbeat_alone_would_be_found_out(
    living: int,
    tmp_path: Path,
    office: bytes,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = [kind for kind in kinds(living) if "five years" in kind.name or "the future" in kind.name]
    monkeypatch.setattr(LockOnDisk, "free_from", by_the_heartbeat_alone)
    outcome = try_all(tried, tmp_path, office, capsys)
    assert any("taken from a living holder" in wrong for wrong in outcome.wrong)
    assert any("kept out" in wrong for wrong in outcome.wrong)
