"""The Nth call to the disk fails, in every command: all or nothing was done, calmly, and it works again."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults.office_commands import (
    COMMANDS,
    DONE,
    OFFICE,
    PROBLEM,
    Held,
    OfficeCommand,
    copied,
    harm_in,
    held,
    traceback_in,
    whole,
)
from tests.long_runs import share

ROOT = Path(__file__).parents[2]
WRITING = ",".join(
    (
        *("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2"),
        *("link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat"),
    )
)
MOST_CALLS = 400
NO_MORE = 2
"""Tries one after another that needed more calls than there are, after which no more are made."""
ERRORS = ("EIO", "ENOSPC", "EACCES")
RUN = (
    "import sys; from tests.faults.office_commands import perform; perform(sys.argv[1], tuple(sys.argv[2:]))"
)


def _may_trace() -> bool:
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0


@pytest.fixture
def prepared(request: pytest.FixtureRequest) -> Path:
    if not _may_trace():
        pytest.skip("strace, which makes calls fail, is not here or may not be used")
    folder: Path = request.getfixturevalue("office_prepared")
    return folder


@dataclass(frozen=True)
class Failed:
    """How a command ended whose Nth call of each kind failed; no call where it made fewer."""

    status: int
    call: str
    unheard: bool = False
    """Whether the call that failed was the one that says its sentence."""


def run_failing(place: Path, command: OfficeCommand, *, nth: int, error: str) -> Failed:
    trace = place.with_name("trace")
    done = subprocess.run(
        [
            *("strace", "-f", "--seccomp-bpf", "-y", "-o", str(trace), "-e", f"trace={WRITING}"),
            *("-e", f"inject={WRITING}:error={error}:when={nth}"),
            *(sys.executable, "-B", "-c", RUN, str(place), *command.arguments),
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    told = trace.read_text(errors="replace")
    injected = re.findall(r"^(?:\d+ +)?(.*\(INJECTED\))$", told, re.MULTILINE)
    unheard = any(call.startswith(f"write(2<{place / 'trouble'}>") for call in injected)
    return Failed(done.returncode, injected[0] if injected else "", unheard)


def harm_of(place: Path, command: OfficeCommand, failed: Failed, *, before: Held, after: Held) -> list[str]:
    harm = harm_in(place, command, before=before, after=after) + traceback_in(place)
    if failed.status == DONE:
        harm += [f"{name} was not made" for name in command.makes if not (place / name).exists()]
        harm += ["the change was not made"] if held(place / OFFICE) != after else []
    elif failed.status != PROBLEM:
        harm.append(f"it ended with {failed.status}")
    else:
        harm += [f"{name} was made" for name in command.makes if (place / name).exists()]
        said = failed.unheard or (place / "trouble").read_bytes().strip()
        harm += [] if said else ["it said nothing"]
    return harm


def failing(
    prepared: Path, work: Path, command: OfficeCommand, tries: Sequence[tuple[int, str]]
) -> Iterator[str]:
    """A sentence for each harm; the tries end where they need more calls than there are."""
    undisturbed = copied(prepared, work / "undisturbed")
    before = held(undisturbed / OFFICE)
    whole(undisturbed, command)
    after = held(undisturbed / OFFICE)
    number = missed = 0
    for nth, error in tries:
        place = copied(prepared, work / "place")
        failed = run_failing(place, command, nth=nth, error=error)
        missed = 0 if failed.call else missed + 1
        if not failed.call:
            shutil.rmtree(place)
            if missed == NO_MORE:
                break
            continue
        number += 1
        harm = harm_of(place, command, failed, before=before, after=after)
        if not harm and failed.status == PROBLEM:
            whole(place, command)
        shutil.rmtree(place)
        yield from (f"{command.name}, call {nth} {failed.call}: {each}" for each in harm)
    print(f"{command.name}: {number} calls failed")
    assert number, "not one call failed"


def test_a_call_that_fails_leaves_all_or_nothing(prepared: Path, tmp_path: Path) -> None:
    chance = random.Random(11)
    harm: list[str] = []
    for command in COMMANDS:
        if command.name in {"new", "feed", "issue action-log"}:
            (tmp_path / command.name).mkdir()
            tries = [(chance.randint(2, 30), chance.choice(ERRORS)) for _ in range(3)]
            harm += failing(prepared, tmp_path / command.name, command, tries)
    assert harm == []


def test_a_failed_call_nobody_minds_is_found(prepared: Path, tmp_path: Path) -> None:
    """The control: a command that takes its failed write for done is told apart from one that says so."""
    place = copied(prepared, tmp_path / "place")
    (place / "trouble").write_text("")
    before = held(place / OFFICE)
    command = next(command for command in COMMANDS if command.name == "new")
    for status in (DONE, PROBLEM):
        assert harm_of(place, command, Failed(status, "write"), before=before, after=before) != []


@pytest.mark.soak
@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_call_of_every_command(prepared: Path, tmp_path: Path, name: str) -> None:
    command = next(command for command in COMMANDS if command.name == name)
    tries = [(nth, ERRORS[nth % len(ERRORS)]) for nth in range(1, MOST_CALLS)]
    assert list(failing(prepared, tmp_path, command, share(tries))) == []
