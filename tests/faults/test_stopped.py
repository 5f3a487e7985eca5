"""Ctrl+C at any moment of a command: one line, the status a shell knows, and nothing written by half."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.long_runs import many

from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile

SRC = Path(__file__).parents[2] / "src"
STOPPED = (130, -2)
"""As a program says it, and as Python ends one that was stopped while it executed a text."""

PROGRAM = """
import signal, sys
at, calls = int(sys.argv.pop(1)), 0

def count(frame, event, argument):
    global calls
    calls += event == "call"
    if calls == at:
        sys.setprofile(None)
        signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in the background
from boarddesk import __main__
sys.setprofile(count)
status = WAY
sys.setprofile(None)
print(calls)
sys.exit(status)
"""
LISTENING = PROGRAM.replace("WAY", "__main__.main()")
DEAF = PROGRAM.replace("WAY", "__main__.start(sys.argv[1:])")
COMMANDS = (
    ("new", "made.boarddesk"),
    ("list", "people", "office.boarddesk"),
    ("backup", "office.boarddesk", "--to", "copies"),
    ("restore", "office.boarddesk", "made.boarddesk"),
    ("export", "office.boarddesk", "--out", "office.json"),
)


@dataclass(frozen=True)
class Ended:
    """How a program ended that was stopped at one of its calls."""

    status: int
    out: str
    err: str

    @property
    def is_calm(self) -> bool:
        if self.status == 0:  # it was done by then
            return not self.err
        return self.status in STOPPED and self.err.count("\n") == 1 and "stopped" in self.err


def run_until(at: int, command: tuple[str, ...], folder: Path, *, program: str = LISTENING) -> Ended:
    done = subprocess.run(
        [sys.executable, "-c", program, str(at), *command],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(SRC), "BOARDDESK_DATA": str(folder / "data")},
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def left_by_half(folder: Path) -> list[str]:
    """Drafts still there, and what has its name without being whole."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    drafts = [path.name for path in files if path.suffix not in (".boarddesk", ".json")]
    halves = [path.name for path in files if path.suffix == ".boarddesk" and faults(path)]
    return [
        *drafts,
        *halves,
        *(path.name for path in files if path.suffix == ".json" and not path.stat().st_size),
    ]


def stop_again_and_again(folder: Path, times: int, *, commands: Sequence[tuple[str, ...]]) -> list[str]:
    """What was not calm, or left by half, of so many stops at a random call of each command."""
    chance, wrong = random.Random(7), list[str]()
    OfficeFile.create(folder / "office.boarddesk", office="Northmoor").close()
    for command in commands:
        calls = int(run_until(0, command, folder).out.splitlines()[-1])
        for _ in range(times):
            for made in ("made.boarddesk", "office.json"):
                (folder / made).unlink(missing_ok=True)
            at = chance.randint(1, calls)
            ended = run_until(at, command, folder)
            if not ended.is_calm or left_by_half(folder):
                wrong.append(f"{command[0]} at {at} of {calls}: {ended} {left_by_half(folder)}")
    print(f"{len(commands) * times} stops, {len(wrong)} wrong")
    return wrong


POSIX = pytest.mark.skipif(os.name == "nt", reason="Ctrl+C comes from the console there, not from a process")


@POSIX
def test_a_command_stopped_at_any_call_says_one_line_and_leaves_nothing_by_half(tmp_path: Path) -> None:
    assert stop_again_and_again(tmp_path, 2, commands=COMMANDS[:2]) == []


@POSIX
def test_the_same_stops_end_in_tracebacks_where_nobody_listens(tmp_path: Path) -> None:
    OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor").close()
    ended = run_until(2000, COMMANDS[1], tmp_path, program=DEAF)
    assert "Traceback" in ended.err and not ended.is_calm


@POSIX
@pytest.mark.soak
def test_no_moment_of_hundreds_is_one_of_noise_or_halves(tmp_path: Path) -> None:
    assert stop_again_and_again(tmp_path, many(60), commands=COMMANDS) == []
