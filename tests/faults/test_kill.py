"""A program ended in the middle of its work: nothing acknowledged is lost, nothing is there by half."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.long_runs import many

from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile

SRC = Path(__file__).parents[2] / "src"

WRITER = """
import sys
from pathlib import Path
from boarddesk.records.file.office_file import OfficeFile

path, early = Path(sys.argv[1]), sys.argv[2] == "early"
with OfficeFile.open(path) as file:
    for number in range(100000):
        with file.change(f"Add {number}") as change:
            organisation = change.insert("organisation", name=str(number))
            change.insert("person", name=str(number), organisation_id=organisation)
            if early:
                print(number, flush=True)
        if number % 7 == 6:
            file.undo()  # ended here, the change is rightly gone: so it is acknowledged only after the redo
            file.redo()
        if not early:
            print(number, flush=True)
"""


def write_and_kill(path: Path, chance: random.Random, *, acknowledge: str) -> int:
    """The last change acknowledged by a writer that was killed at some moment after it."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), acknowledge],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert writer.stdout
    for _ in range(chance.randint(1, 40)):
        writer.stdout.readline()
    time.sleep(chance.random() * 0.01)
    writer.kill()
    told = writer.stdout.read().split()
    writer.stdout.close()
    writer.wait()
    return int(told[-1]) if told else -1


def lost(path: Path, acknowledged: int) -> bool:
    with OfficeFile.open(path) as file:
        held = file.value("SELECT max(CAST(name AS INTEGER)) FROM organisation")
        return acknowledged > (held if isinstance(held, int) else -1)


def check_whole(path: Path) -> None:
    began = time.monotonic()
    with OfficeFile.open(path) as file:
        assert time.monotonic() - began < 2
        organisations = file.rows("SELECT name FROM organisation ORDER BY id")
        people = file.rows(
            "SELECT o.name FROM person p JOIN organisation o ON o.id = p.organisation_id ORDER BY o.id"
        )
        assert organisations == people, "half a change"
        assert file.undo_label is not None
    assert faults(path) == []


def kill_again_and_again(folder: Path, times: int) -> None:
    chance = random.Random(1)
    for number in range(times):
        path = folder / f"{number}.boarddesk"
        OfficeFile.create(path).close()
        acknowledged = write_and_kill(path, chance, acknowledge="late")
        assert not lost(path, acknowledged)
        check_whole(path)


def test_a_killed_program_loses_nothing_acknowledged_and_leaves_nothing_by_half(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 8)


def test_a_program_that_acknowledges_too_early_is_caught(tmp_path: Path) -> None:
    """The control: the same judge must find the loss when a change is acknowledged before its commit.

    How often a kill falls between the two depends on how busy the machine is; one is enough.
    """
    chance = random.Random(1)

    def is_caught(number: int) -> bool:
        path = tmp_path / f"{number}.boarddesk"
        OfficeFile.create(path).close()
        return bool(lost(path, write_and_kill(path, chance, acknowledge="early")))

    assert any(is_caught(number) for number in range(80))


@pytest.mark.soak
def test_five_hundred_kills(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, many(500))
