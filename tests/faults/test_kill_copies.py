"""A program ended while it copies a backup to the second place, or publishes it: what is there is whole."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.long_runs import share

from boarddesk.disk.folders import data_folder
from boarddesk.records.file.backups import back_up, backups_of
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.second_place import choose_second_place
from boarddesk.records.working_copy import work_locally
from boarddesk.rules.refused import FileProblem

SRC = Path(__file__).parents[2] / "src"

BACK_UP = """
import os, shutil, sys
from pathlib import Path
from boarddesk.disk import drafts
from boarddesk.records.file import backups, second_place, snapshots, whole

path, dies_at, safely = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "safely"
moments = 0

def passed():
    global moments
    moments += 1
    if moments == dies_at:
        os._exit(9)

def in_pieces(source, target):
    content = Path(source).read_bytes()
    with Path(target).open("wb", buffering=0) as new:
        for at in range(0, len(content), 65536):
            passed()
            new.write(content[at:at + 65536])
    passed()

shutil.copyfile = in_pieces
if safely:
    for module, name in ((snapshots, "sync_file"), (whole, "sync_file"), (whole, "rename")):
        def then(*given, act=getattr(module, name)):
            passed()
            done = act(*given)
            passed()
            return done
        setattr(module, name, then)
else:
    second_place.copy_backup = backups.copy_backup = shutil.copyfile
    snapshots._put = shutil.copyfile
backups.back_up(path)
print(moments)
"""


class Office:
    """Worked on in a folder of its own, published in another, its backups copied to a third."""

    def __init__(self, folder: Path) -> None:
        for name in ("OneDrive", "Own", "Stick"):
            (folder / name).mkdir()
        self.home, self.stick = folder / "OneDrive" / "Northmoor.boarddesk", folder / "Stick"
        with OfficeFile.create(self.home, office="Northmoor") as file:
            self.path, self.file_id = work_locally(file, folder / "Own"), file.file_id
        choose_second_place(self.file_id, self.stick)
        self.added = 0
        self.change()
        back_up(self.path)

    def change(self) -> None:
        """One more person, and a name long enough for the copies to be written in several pieces."""
        with OfficeFile.open(self.path) as file, file.change("Add person") as change:
            change.insert("person", name=f"{self.added} {'Ash Patel ' * 3000}")
        self.added += 1

    def back_up(self, *, dies_at: int, safely: bool = True) -> tuple[bool, int]:
        """Whether it was ended at that moment of its copying, else how many there are."""
        words = [sys.executable, "-c", BACK_UP, str(self.path), str(dies_at)]
        ended = subprocess.run(
            [*words, "safely" if safely else "carelessly"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(SRC), "BOARDDESK_DATA": str(data_folder())},
        )
        assert ended.returncode in {0, 9}, ended.stderr
        return ended.returncode == 9, int(ended.stdout or 0)

    def harm(self) -> list[str]:
        """A sentence for each copy that is neither the old one nor the new one, whole."""
        return [*self._harm_of_published(), *self._harm_of_second()]

    def _harm_of_published(self) -> Iterator[str]:
        if faults_at(self.home):
            yield "the published copy is not whole"
        elif people(self.home) not in {self.added - 1, self.added}:
            yield f"the published copy holds {people(self.home)} people of {self.added}"

    def _harm_of_second(self) -> Iterator[str]:
        there = backups_of(self.file_id, self.stick)
        if not there:
            yield "nothing is left in the second place"
        for backup in there:
            if faults_at(backup.path):
                yield "a copy in the second place is not whole"


def faults_at(path: Path) -> list[str]:
    try:
        return faults(path)
    except FileProblem as problem:
        return [problem.sentence]


def people(path: Path) -> int:
    with OfficeFile.open(path, read_only=True) as file:
        return int(str(file.value("SELECT count(*) FROM person")))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def ended_at(office: Office, moments: list[int], *, safely: bool = True) -> list[str]:
    tried: Counter[bool] = Counter()
    harmed: list[str] = []
    for moment in moments:
        office.change()
        ended, _ = office.back_up(dies_at=moment, safely=safely)
        tried[ended] += 1
        harmed += [f"ended at {moment}: {said}" for said in office.harm()]
        office.back_up(dies_at=0)
        again = office.harm()
        harmed += [f"ended at {moment}, then backed up again: {said}" for said in again] if safely else []
    print(f"{tried.total()} backups, {tried[True]} ended while they were copied, {len(harmed)} harmed")
    assert tried[True] == len(moments)
    return harmed


def all_moments(office: Office) -> int:
    office.change()
    _, moments = office.back_up(dies_at=0)
    assert moments > 10
    return moments


def test_a_copy_is_the_old_one_or_the_new_one_whenever_the_program_ends(office: Office) -> None:
    moments = all_moments(office)
    chosen = sorted(random.Random(3).sample(range(1, moments), 4))
    assert ended_at(office, chosen) == []
    assert people(office.home) == office.added


def test_copies_written_in_their_place_are_caught(office: Office) -> None:
    """The control: the same judge over copies that have their names while they are written."""
    harmed = ended_at(office, [2], safely=False)
    assert any("second place is not whole" in said for said in harmed)
    office.change()
    shutil.rmtree(office.stick)
    assert office.back_up(dies_at=2, safely=False)[0]
    assert "the published copy is not whole" in office.harm()


@pytest.mark.soak
def test_ended_at_every_moment(office: Office) -> None:
    assert ended_at(office, list(share(range(1, all_moments(office) + 1)))) == []
