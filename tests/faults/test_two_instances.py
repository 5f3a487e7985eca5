"""Two programs at one file: the database's locks hold, and nothing of ours lets go of them by accident."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from tests.long_runs import share

from boarddesk.records.file.backups import back_up
from boarddesk.records.file.check import faults
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.moments import now, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import LockedByAnother

SRC = Path(__file__).parents[2] / "src"

OTHER_WRITER = """
import sys
from pathlib import Path
from boarddesk.records.file.driver import Error, connect
connection = connect(Path(sys.argv[1]))
connection.execute("PRAGMA busy_timeout = 50")
try:
    connection.execute("BEGIN IMMEDIATE")
    print("writes")
except Error:
    print("waits")
"""

OTHER_WINDOW = """
import sys
from pathlib import Path
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
try:
    OfficeFile.open(Path(sys.argv[1]))
    print("opens")
except FileProblem as problem:
    print(type(problem).__name__)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk"


@pytest.fixture
def file(path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(path, who="Ash") as made:
        yield made


def another_program(script: str, path: Path) -> str:
    told = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def look_at_it(path: Path) -> None:
    OfficeFile.open(path, read_only=True).close()


def be_refused(path: Path) -> None:
    with pytest.raises(LockedByAnother):
        OfficeFile.open(path)


@pytest.mark.parametrize("meanwhile", [back_up, faults, look_at_it, be_refused])
def test_nothing_done_beside_a_change_lets_another_program_write(
    file: OfficeFile, path: Path, meanwhile: Callable[[Path], object]
) -> None:
    with file.change("Add") as change:
        change.insert("person", name="Robin")
        meanwhile(path)
        assert another_program(OTHER_WRITER, path) == "waits"


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX drops locks so")
def test_opening_and_closing_the_file_by_hand_would_let_it(file: OfficeFile, path: Path) -> None:
    """The control: what every look at the file must avoid."""
    with file.change("Nothing"):
        assert another_program(OTHER_WRITER, path) == "waits"
        path.read_bytes()
        assert another_program(OTHER_WRITER, path) == "writes"


def test_another_window_is_told_that_the_office_is_open(file: OfficeFile, path: Path) -> None:
    assert another_program(OTHER_WINDOW, path) == "LockedByAnother"


def test_when_the_first_is_closed_the_other_opens(file: OfficeFile, path: Path) -> None:
    file.close()
    assert another_program(OTHER_WINDOW, path) == "opens"


# In every order: windows and commands, one of which may be taken over, closed or killed at any moment.

INSTANCE = """
import sys
from pathlib import Path
from boarddesk.records.file.holder import Holder
from boarddesk.records.file.identity import FileIdentity
from boarddesk.records.file.lock import FileLock
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem

if "careless" in sys.argv:
    nobody = Holder("", "", 0, "2026-05-14", "2026-05-14", "")
    FileLock.take = classmethod(lambda cls, path, **_how: cls(path, nobody))
    FileIdentity.refuse_if_written = lambda self: None

path = file = None
seen = ""

def done(what, *of):
    global path, file, seen
    if what == "at":
        path = Path(of[0])
    elif what in ("open", "take"):
        file = OfficeFile.open(path, take_over=what == "take")
        seen = file.office
    elif file is None:
        return "is not open"
    elif what == "write":
        with file.change("Rename the office") as change:
            change.update("office", file.value("SELECT id FROM office"), name=f"{seen} {of[0]}")
        seen = file.office
    elif what == "beat":
        return "kept" if file.keep_lock() else "lost"
    else:
        closing, file = file, None
        closing.close()
    return "done"

for line in sys.stdin:
    try:
        answer = done(*line.rstrip("\\n").split("\\t"))
    except FileProblem as problem:
        answer = problem.sentence
    print(answer, flush=True)
"""
"""Holds an office as a window or a command does, and writes what it saw when it opened, with a mark more."""


class Instance:
    """A program of its own, told what to do line by line."""

    def __init__(self, *how: str) -> None:
        self._how = how
        self._process: subprocess.Popen[str] | None = None

    def ask(self, *words: str) -> str:
        process = self._process = self._process or subprocess.Popen(
            [sys.executable, "-c", INSTANCE, *self._how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONIOENCODING": "utf-8"},
        )
        assert process.stdin and process.stdout
        process.stdin.write("\t".join(words) + "\n")
        process.stdin.flush()
        return process.stdout.readline().strip() or "fell over"

    def kill(self) -> str:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()
        return "done"


@dataclass(frozen=True)
class Order:
    """Who does what when: the steps of A and B as they come."""

    steps: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return ", ".join(" ".join(step) for step in self.steps)


def orders() -> list[Order]:
    """A window beside a window, and beside a command, which opens, writes and closes in one go."""
    ends = ("close", "kill")
    found = []
    for opens, mine, theirs in itertools.product(("open", "take"), ends, ends):
        first = [("A", "open"), ("A", "write"), ("A", "write"), ("A", mine)]
        second = [("B", opens), ("B", "write"), ("B", theirs)]
        for places in itertools.combinations(range(7), 3):
            steps, one, two = [], iter(first), iter(second)
            for place in range(7):
                steps.append(next(two if place in places else one))
            found.append(Order(tuple(steps)))
    return found


@dataclass
class Reckoning:
    """What became of the changes of all orders."""

    orders: int = 0
    saved: int = 0
    refused: int = 0
    taken_over: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.orders} orders, {self.saved} changes saved, {self.refused} refused in a sentence, "
            f"{self.taken_over} offices taken over, {len(self.wrong)} changes lost or untrue"
        )


def fall_silent(path: Path) -> None:
    """Whoever has the office has not been heard of for eleven minutes."""
    lock = lock_path(path)
    if lock.exists():
        told = json.loads(lock.read_bytes())
        told["beat"] = stamp(now() - timedelta(minutes=11))
        lock.write_text(json.dumps(told), "utf-8")
        moment = time.time() - 11 * 60
        os.utime(lock, (moment, moment))


def play(order: Order, path: Path, both: dict[str, Instance], reckoning: Reckoning) -> None:
    reckoning.orders += 1
    marks: list[str] = []
    opened: list[str] = []
    taken = False
    for instance in both.values():
        instance.ask("at", str(path))
    for number, (who, what) in enumerate(order.steps):
        if what == "take":
            fall_silent(path)
        beside = set(opened) - {who}
        answer = both[who].kill() if what == "kill" else both[who].ask(what, f"{who}{number}")
        if what == "kill":
            both[who].ask("at", str(path))
        if answer == "done" and what == "write":
            marks.append(f"{who}{number}")
        if answer == "done" and what in ("open", "take"):
            taken = taken or bool(beside)
            reckoning.taken_over += bool(beside)
            opened.append(who)
        if what in ("close", "kill") and who in opened:
            opened.remove(who)
        if answer not in ("done", "is not open"):
            reckoning.refused += 1
            if not answer.endswith((".", "over")) or "fell over" in answer:
                reckoning.wrong.append(f"{order}: {who} is told: {answer}")
        for other in opened:
            if both[other].ask("beat") == "lost" and not taken:
                reckoning.wrong.append(f"{order}: {other} is told of a taking over that was none")
    for instance in both.values():
        instance.ask("close")
    with OfficeFile.open(path) as file:
        held = file.office.split()
    reckoning.saved += len(marks)
    reckoning.wrong += [f"{order}: {mark} is lost" for mark in marks if mark not in held]


def play_all(played: Sequence[Order], made: Path, folder: Path, *how: str) -> Reckoning:
    both, reckoning = {"A": Instance(*how), "B": Instance(*how)}, Reckoning()
    try:
        for number, order in enumerate(played):
            path = folder / f"{number}.boarddesk"
            path.write_bytes(made.read_bytes())
            play(order, path, both, reckoning)
    finally:
        for instance in both.values():
            instance.kill()
    return reckoning


@pytest.mark.parametrize(
    "played", [orders()[::17], pytest.param(share(orders()), marks=pytest.mark.soak)], ids=["some", "all"]
)
def test_in_every_order_no_change_of_two_programs_is_lost_without_a_sentence(
    played: Sequence[Order], path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    OfficeFile.create(path, office="Marks:").close()
    reckoning = play_all(played, path, tmp_path)
    with capsys.disabled():
        print(f"\n{reckoning}")
    assert not reckoning.wrong
    assert reckoning.saved
    assert reckoning.refused
    assert reckoning.taken_over


def test_without_lock_and_look_at_the_file_changes_would_be_lost(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The control: the same orders, with two programs that look at nothing."""
    OfficeFile.create(path, office="Marks:").close()
    both_close = [order for order in orders() if not any("kill" in step for step in order.steps)]
    reckoning = play_all(both_close[::7], path, tmp_path, "careless")
    with capsys.disabled():
        print(f"\nthe control, careless: {reckoning}")
    assert any("is lost" in wrong for wrong in reckoning.wrong)


COMMAND = """
import sys, time
from pathlib import Path
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
path, who, saved, refused = Path(sys.argv[1]), sys.argv[2], 0, 0
sys.stdin.readline()
ends = time.monotonic() + float(sys.argv[3])
while time.monotonic() < ends:
    try:
        with OfficeFile.open(path, take_over=True) as file, file.change("Add") as change:
            change.insert("person", name=f"{who} {saved}")
        saved += 1
    except FileProblem as problem:
        refused += "is open already" in problem.sentence or "may be open" in problem.sentence
print(saved, refused)
"""


@pytest.mark.parametrize(("seconds", "programs"), [(1.5, 3), pytest.param(20, 4, marks=pytest.mark.soak)])
def test_commands_that_come_all_at_once_keep_each_others_changes(
    seconds: float, programs: int, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    OfficeFile.create(path).close()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(path), f"P{number}", str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SRC)},
        )
        for number in range(programs)
    ]
    for process in running:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    ended = [process.communicate()[0].split() for process in running]
    saved, refused = (sum(int(numbers[place]) for numbers in ended) for place in (0, 1))
    with OfficeFile.open(path) as file:
        kept = file.value("SELECT count(*) FROM person")
    with capsys.disabled():
        print(f"\n{programs} commands at once: {saved} changes saved, {refused} refused in a sentence")
    assert kept == saved > 0
    assert not faults(path)
    assert [child.name for child in path.parent.iterdir()] == [path.name]
