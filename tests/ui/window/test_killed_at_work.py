"""The window ended at any moment of several kinds of work: what was done is kept, and nothing is by half.

A process that is stopped holds what one that is killed leaves: at many moments the window is stopped, what
lies on the disk is copied and judged, and it goes on. At the last it is killed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.faults.office_commands import kept_bytes
from tests.long_runs import many

from boarddesk.disk.folders import data_folder
from boarddesk.records.file.check import faults
from boarddesk.records.file.lock import lock_path
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.verifying import verify
from boarddesk.rules.refused import FileProblem

ROOT = Path(__file__).parents[3]
OFFICE = "office.boarddesk"
PATIENCE = 5
"""Seconds some more changes are waited for."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process can be stopped and go on there")


@dataclass
class Found:
    """What was there at all moments."""

    moments: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """The changes told, each once, by the first word of what they are called."""
    beyond: int = 0
    """Moments at which more was kept than was told: a change was just being made."""
    harm: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
        return (
            f"{self.moments} moments, {self.beyond} of them within a change; {kinds}; {len(self.harm)} harmed"
        )


class WindowAtWork:
    """A process with a window in which somebody works; what it tells lies in a file."""

    def __init__(self, folder: Path, seed: int, *, told: str) -> None:
        self.folder, self._said = folder, folder.with_name(f"{folder.name} said")
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.ui.window.at_work", str(folder / OFFICE), str(seed), told],
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                env={
                    **os.environ,
                    "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
                    "QT_QPA_PLATFORM": "offscreen",
                },
            )
        while not self.changes() and self._process.poll() is None:
            time.sleep(0.05)

    def changes(self) -> dict[int, str]:
        """Number and words of each change that was told."""
        lines = self._said.read_text("utf-8", errors="replace").splitlines(keepends=True)
        told = [line.strip().partition(" ") for line in lines if line.endswith("\n")]
        return {int(number): words for number, _, words in told if number.isdecimal()}

    def go_on_for(self, chance: random.Random) -> None:
        """Up to some changes more, and into the next."""
        wanted, ends = len(self.changes()) + chance.randrange(4), time.monotonic() + PATIENCE
        while len(self.changes()) < wanted and time.monotonic() < ends:
            time.sleep(0.02)
        time.sleep(chance.random() / 4)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGSTOP)
        _, status = os.waitpid(self._process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), self._said.read_text("utf-8", errors="replace")[-2000:]

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


def judge(place: Path, told: dict[int, str], found: Found) -> None:
    """Whether what lies there is whole and holds all that was told."""
    found.moments += 1
    office = place / OFFICE
    lock_path(office).unlink(missing_ok=True)
    try:
        with OfficeFile.open(office) as file:
            kept = {entry.number: entry.label for entry in file.log(10_000)}
    except FileProblem as problem:
        found.harm.append(problem.sentence)
        return
    found.beyond += max(kept) > max(told)
    found.harm += [f"change {number} is lost" for number in told.keys() - kept.keys()]
    found.harm += [
        f"change {number} is “{kept[number]}”, not “{told[number]}”"
        for number in told.keys() & kept.keys()
        if told[number] not in ("", kept[number])
    ]
    found.harm += verify(office, remembered=False)
    issued = kept_bytes(office)
    found.harm += [
        f"{document.name} is not recorded as it is"
        for document in place.glob("*.docx")
        if not issued[document.read_bytes()]
    ]
    found.harm += [
        f"{backup.name} is not whole"
        for backup in (data_folder() / "backups").rglob("*.boarddesk")
        if faults(backup)
    ]


def look_again_and_again(
    folder: Path, sample: Path, *, windows: int, moments: int, told: str = "late"
) -> Found:
    found, chance = Found(), random.Random(14)
    for number in range(windows):
        place = folder / f"desk {number}"
        place.mkdir()
        shutil.copy(sample, place / OFFICE)
        window = WindowAtWork(place, number, told=told)
        try:
            for _ in range(moments - 1):
                window.go_on_for(chance)
                window.stop()
                copied = Path(shutil.copytree(place, folder / "copied"))
                judge(copied, window.changes(), found)
                shutil.rmtree(copied)
                window.go_on()
            window.go_on_for(chance)
        finally:
            window.kill()
        changes = window.changes()
        found.kinds.update(words.partition(" ")[0] for words in changes.values())
        judge(place, changes, found)
        shutil.rmtree(place)
        print(f"{number + 1} of {windows} windows: {found}", flush=True)
    return found


def test_what_was_done_in_the_window_is_kept_whenever_it_ends(tmp_path: Path, sample_path: Path) -> None:
    assert look_again_and_again(tmp_path, sample_path, windows=1, moments=4).harm == []


def test_what_is_told_before_it_is_done_is_found_lost(tmp_path: Path, sample_path: Path) -> None:
    """The control: the same judge and a window that tells of each change before it makes it."""
    found = look_again_and_again(tmp_path, sample_path, windows=1, moments=4, told="early")
    assert any("is lost" in harm for harm in found.harm)


@pytest.mark.soak
def test_hundreds_of_moments_of_work_in_the_window(tmp_path: Path, sample_path: Path) -> None:
    found = look_again_and_again(tmp_path, sample_path, windows=many(10), moments=25)
    assert found.harm == []
    assert found.kinds.keys() >= {"Mark", "Add", "Issue"}
