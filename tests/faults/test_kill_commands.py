"""A command ended at any moment of its work: what it writes is there whole or not at all, and it can be
given again.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults.office_commands import (
    COMMANDS,
    DONE,
    OFFICE,
    Held,
    OfficeCommand,
    copied,
    harm_in,
    held,
    left_behind,
    open_again,
    started,
    whole,
)
from tests.long_runs import many

QUICK = {"feed", "new", "backup", "restore", "issue action-log", "import risks"}


class Trial:
    """One command: how long it takes, what the office holds before and after it."""

    def __init__(self, office_prepared: Path, folder: Path, command: OfficeCommand) -> None:
        self.command = command
        self._prepared = office_prepared
        self._folder = folder
        undisturbed = copied(office_prepared, folder / "undisturbed")
        self.before = held(undisturbed / OFFICE)
        began = time.monotonic()
        whole(undisturbed, command)
        self.seconds = time.monotonic() - began
        self.after: Held = held(undisturbed / OFFICE)
        shutil.rmtree(undisturbed)

    def kill(self, seconds: float) -> tuple[bool, list[str]]:
        """Whether it was killed before its end, and the harm that is left, also once it was given again."""
        place = copied(self._prepared, self._folder / "killed")
        process = started(place, self.command)
        process.join(seconds)
        process.kill()
        process.join()
        killed = process.exitcode != DONE
        if self.command.issues:
            open_again(place)
        harm = harm_in(place, self.command, before=self.before, after=self.after)
        if killed and not harm:
            harm = self._given_again(place)
        shutil.rmtree(place)
        return killed, harm

    def _given_again(self, place: Path) -> list[str]:
        done = held(place / OFFICE) != self.before
        for name in self.command.makes:
            done = done or (place / name).exists()
        if not done:
            for left in left_behind(place, self.command):  # a draft is somebody's work for ten minutes
                os.utime(place / left, times=(0, 0))
            whole(place, self.command)
            return [f"{name} is left behind" for name in left_behind(place, self.command)]
        return []


def kills(
    office_prepared: Path, folder: Path, commands: tuple[OfficeCommand, ...], *, times: int
) -> Iterator[tuple[str, bool, list[str]]]:
    chance = random.Random(5)
    for command in commands:
        (folder / command.name).mkdir()
        trial = Trial(office_prepared, folder / command.name, command)
        for _ in range(times):
            killed, harm = trial.kill(trial.seconds * chance.uniform(0.05, 1.1))
            yield command.name, killed, harm


def kill_again_and_again(
    office_prepared: Path, folder: Path, commands: tuple[OfficeCommand, ...], times: int
) -> None:
    tried: Counter[str] = Counter()
    harmed: list[str] = []
    for name, killed, harm in kills(office_prepared, folder, commands, times=times):
        tried[name] += killed
        harmed += [f"{name}: {each}" for each in harm]
    print(f"{times * len(commands)} tries, {tried.total()} killed in time, {len(harmed)} harmed")
    assert harmed == []
    assert tried.total() > times * len(commands) // 3, tried


def test_a_killed_command_did_all_or_nothing_and_can_be_given_again(
    office_prepared: Path, tmp_path: Path
) -> None:
    quick = tuple(command for command in COMMANDS if command.name in QUICK)
    kill_again_and_again(office_prepared, tmp_path, quick, times=2)


def test_half_a_document_and_half_an_office_would_be_seen(office_prepared: Path, tmp_path: Path) -> None:
    """The control: the same judge over half a file, a twin, a document nobody recorded."""
    issuing = next(command for command in COMMANDS if command.issues)
    place = copied(office_prepared, tmp_path / "control")
    before = held(place / OFFICE)
    shutil.copy(place / "form.docx", place / issuing.makes[0])
    assert harm_in(place, issuing, before=before, after=before) == [
        "a document nobody recorded",
        "the document is not the one recorded",
    ]
    restoring = next(command for command in COMMANDS if command.name == "restore")
    whole_bytes = (place / OFFICE).read_bytes()
    (place / restoring.makes[0]).write_bytes(whole_bytes[: len(whole_bytes) // 2])
    assert harm_in(place, restoring, before=before, after=before)
    shutil.copy(next((place / "kept").glob("*/*.boarddesk")), place / restoring.makes[0])
    assert harm_in(place, restoring, before=before, after=before) == [
        "the restored office has the identity of the one it came from"
    ]
    whole(place, next(command for command in COMMANDS if command.name == "feed"))
    assert harm_in(place, issuing, before=before, after=before) != []


@pytest.mark.soak
def test_five_hundred_killed_commands(office_prepared: Path, tmp_path: Path) -> None:
    kill_again_and_again(office_prepared, tmp_path, COMMANDS, times=many(34))
