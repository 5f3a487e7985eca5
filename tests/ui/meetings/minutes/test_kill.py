"""The program ended while somebody types: at most two seconds of typing are lost, and the file is whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from tests.long_runs import many
from tests.records.offices import board_with_seats

from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.minutes.reading import blocks_of

SRC = Path(__file__).parents[4] / "src"
AT_ONCE = 8
MOST_LOST = 2.0

TYPIST = """
import random, sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.reading import blocks_of
from boarddesk.ui.meetings.minutes.keeper import Keeper
from boarddesk.ui.meetings.minutes.writing_field import WritingField

class SlowDisk:
    def __init__(self, connection):
        self.connection = connection
    def execute(self, sql, *params):
        if sql == "COMMIT":
            time.sleep(0.3)
        return self.connection.execute(sql, *params)
    def __getattr__(self, name):
        return getattr(self.connection, name)

app = QApplication([])
file, item, chance = OfficeFile.open(Path(sys.argv[1])), sys.argv[2], random.Random(int(sys.argv[3]))
if sys.argv[4] == "slow":
    file._door._connection = SlowDisk(file._door.connection)
field = WritingField()
field.show_item(item, blocks_of(file, item), {})
field.show()
keeper = Keeper(field, file)

def type_on():
    key = "\\r" if chance.random() < 0.03 else chance.choice("abcdefgh ")
    print(time.time(), ord(key), flush=True)
    if chance.random() < 0.03:
        field.toggle_bold()
    QTest.keyClick(field, Qt.Key.Key_Return if key == "\\r" else key)
    QTimer.singleShot(chance.choice([10, 20, 60]) if chance.random() < 0.99 else 800, type_on)

type_on()
app.exec()
"""


def meeting_with_an_item(path: Path) -> str:
    with OfficeFile.create(path) as file:
        meeting = add_meeting(file, board_with_seats(file), date(2026, 5, 12))
        return add_item(file, meeting, "Waiting times", minutes=20)


def seconds_lost(folder: Path, chance: random.Random, *, disk: str) -> list[float]:
    """Of typists who were ended at some moment, how long each had typed what was lost."""
    typists = []
    for number in range(AT_ONCE):
        path = folder / f"{number}.boarddesk"
        item = meeting_with_an_item(path)
        told = [sys.executable, "-c", TYPIST, str(path), item, str(chance.randrange(10**6)), disk]
        typist = subprocess.Popen(
            told,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(SRC), "QT_QPA_PLATFORM": "offscreen"},
        )
        typists.append((typist, path, item))
    first = {path: str(typist.stdout and typist.stdout.readline()) for typist, path, _ in typists}
    lost = []
    for typist, path, item in typists:
        time.sleep(chance.random() * 0.8)
        typist.kill()
        typed = first[path] + str(typist.stdout and typist.stdout.read())
        if typist.stdout:
            typist.stdout.close()
        typist.wait()
        lost.append(lost_of(typed, path, item))
        path.unlink()
    return lost


def lost_of(typed: str, path: Path, item: str) -> float:
    keys = [line.split() for line in typed.splitlines() if line.count(" ") == 1 and line[-1:].isdigit()]
    words = "".join(chr(int(letter)) for _, letter in keys).replace("\r", "\n")
    with OfficeFile.open(path) as file:
        kept = "\n".join(block.text for block in blocks_of(file, item))
    assert faults(path) == []
    assert words.startswith(kept), "what is kept is what was typed"
    return float(keys[-1][0]) - float(keys[len(kept)][0]) if len(kept) < len(keys) else 0


@pytest.mark.parametrize("disk", ["quick", "slow"])
def test_a_killed_editor_loses_at_most_two_seconds(tmp_path: Path, disk: str) -> None:
    assert max(seconds_lost(tmp_path, random.Random(disk), disk=disk)) <= MOST_LOST


@pytest.mark.soak
def test_a_hundred_killed_editors(tmp_path: Path) -> None:
    chance = random.Random(2)
    lost = [
        each
        for turn in range(many(13))
        for each in seconds_lost(tmp_path, chance, disk="slow" if turn % 2 else "quick")
    ]
    print(f"{len(lost)} editors ended, at most {max(lost):.2f} seconds of typing lost")
    assert max(lost) <= MOST_LOST
