"""A program ended while it restores a backup in the place of a damaged file: the name is never without an
office, and the damaged file is kept.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Final
from unittest.mock import patch

import pytest
from tests.faults.office_commands import CONTEXT
from tests.faults.stepping import end_at

from boarddesk.disk import drafts, patience
from boarddesk.records.file import backups, whole
from boarddesk.records.file.backups import back_up, newest_of, restore_in_place
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem

OFFICE: Final = "office.boarddesk"
SPOILT: Final = b"spoilt" * 700
KILLED: Final = 9
STEPS: Final = frozenset(module.__file__ for module in (backups, whole, drafts, patience))
"""Each of their lines is a step."""


def restore_until(folder: str, step: int, *, is_moved: bool) -> None:
    """To be run in a process of its own: ends at that step; `is_moved` takes the safety away."""
    os.environ["BOARDDESK_DATA"] = str(Path(folder, "data"))
    if is_moved:
        patch.object(whole, "keep_under", patience.rename).start()
    newest = newest_of(Path(folder, OFFICE))
    assert newest is not None
    steps = end_at(step, lambda code: code.co_filename in STEPS, status=KILLED)
    restore_in_place(newest, Path(folder, OFFICE))
    sys.settrace(None)
    Path(folder, "steps").write_text(json.dumps(steps))


class Trial:
    """A damaged office, its journal and its backup, copied for each try."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._made, self.place = folder / "made", folder / "place"
        monkeypatch.setenv("BOARDDESK_DATA", str(self._made / "data"))
        with OfficeFile.create(self._made_office(), office="Northmoor") as file, file.change("Add") as change:
            change.insert("person", name="Robin")
        back_up(self._made / OFFICE)
        monkeypatch.setenv("BOARDDESK_DATA", str(self.place / "data"))
        self.restore(0)
        self.steps: list[str] = json.loads((self.place / "steps").read_text())

    def _made_office(self) -> Path:
        self._made.mkdir()
        return self._made / OFFICE

    def restore(self, step: int, *, is_moved: bool = False) -> bool:
        """Whether it was ended at that step, of a fresh copy."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._made, self.place)
        with OfficeFile.open(self.place / OFFICE):  # where it was last seen
            pass
        (self.place / OFFICE).write_bytes(SPOILT)
        (self.place / f"{OFFICE}-journal").write_bytes(b"left by a program that broke off")
        process = CONTEXT.Process(
            target=restore_until, args=(str(self.place), step), kwargs={"is_moved": is_moved}
        )
        process.start()
        process.join()
        assert process.exitcode in (0, KILLED), process.exitcode
        return process.exitcode == KILLED

    def exchange(self) -> list[int]:
        """The steps at which the one takes the place of the other."""
        return [at for at, name in enumerate(self.steps, 1) if name == "put_in_place"]

    def harm(self) -> list[str]:
        """A sentence for each thing that is lost or spoilt."""
        office = self.place / OFFICE
        if not office.exists():
            return ["no office has the name"]
        is_restored = office.read_bytes() != SPOILT
        if is_restored:
            try:
                harm = faults(office)
            except FileProblem as problem:
                harm = [problem.sentence]
            if (self.place / f"{OFFICE}-journal").exists():
                harm.append("the journal of the damaged file would spoil it")
        else:
            harm = []
        kept = [path for path in self.place.glob(f"{OFFICE}.damaged-*") if path.read_bytes() == SPOILT]
        return harm if kept or not is_restored else [*harm, "the damaged file is gone"]


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    return Trial(tmp_path, monkeypatch)


def ended_at(trial: Trial, steps: list[int], *, is_moved: bool = False) -> list[str]:
    harmed: list[str] = []
    for step in steps:
        assert trial.restore(step, is_moved=is_moved)
        harmed += [f"ended at step {step}: {each}" for each in trial.harm()]
        if not is_moved:
            newest = newest_of(trial.place / OFFICE)
            if newest is not None and trial.place.joinpath(OFFICE).read_bytes() == SPOILT:
                restore_in_place(newest, trial.place / OFFICE)
                harmed += [f"ended at step {step}, restored again: {each}" for each in trial.harm()]
    print(f"{len(steps)} of {len(trial.steps)} steps of restoring tried, {len(harmed)} harmed")
    return harmed


def test_the_name_is_never_without_an_office(trial: Trial) -> None:
    assert ended_at(trial, trial.exchange()[2::2]) == []


def test_a_file_moved_away_first_is_missed(trial: Trial) -> None:
    """The control: the same judge where the damaged file is moved before the restored one comes."""
    harmed = ended_at(trial, trial.exchange()[-3:-2], is_moved=True)
    assert any("no office has the name" in said for said in harmed)


@pytest.mark.soak
def test_ended_at_every_step(trial: Trial) -> None:
    assert ended_at(trial, list(range(1, len(trial.steps)))) == []
