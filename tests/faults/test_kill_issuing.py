"""A program ended at any step of issuing: once the office was opened again, document and record are both
there or neither is.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from types import CodeType
from typing import Any, Final

import pytest
from tests.faults.office_commands import CONTEXT
from tests.faults.stepping import end_at

from boarddesk.disk import delivery_notes, drafts, patience, saving
from boarddesk.issuing import issue as issuing
from boarddesk.issuing.completing import complete_deliveries
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.registry import kind_of
from boarddesk.records import boards, documents
from boarddesk.records.file import door
from boarddesk.records.file.office_file import OfficeFile

TODAY: Final = date(2026, 6, 2)
OFFICE, WORD, WEB = "office.boarddesk", "log.docx", "log.html"
KILLED: Final = 9

STEPS: Final = {
    module.__file__: names
    for module, names in (
        (issuing, ()),
        (saving, ()),
        (drafts, ()),
        (delivery_notes, ()),
        (patience, ()),
        (door, ("_finish", "_commit")),
    )
}
"""Where each line is a step; of the door for writing only what ends a change."""


def _is_step(code: CodeType) -> bool:
    names = STEPS.get(code.co_filename)
    return names is not None and (not names or code.co_name in names)


def issue_until(folder: str, step: int) -> None:
    """To be run in a process of its own: issues a document with its twin, and ends at that step."""
    os.environ["BOARDDESK_DATA"] = str(Path(folder, "data"))
    with OfficeFile.open(Path(folder, OFFICE)) as file:
        query = DocumentQuery(TODAY, board_id=boards.boards(file)[0].id)
        prepared = kind_of("action-log").prepare(file, query)
        steps = end_at(step, _is_step, status=KILLED)
        issuing.issue(file, prepared, Path(folder, WORD), today=TODAY, with_html=True)
        sys.settrace(None)
    Path(folder, "steps").write_text(json.dumps(steps))


def open_until(folder: str, step: int) -> None:
    """To be run in a process of its own: opens the office to write, and ends at that step of what follows."""
    os.environ["BOARDDESK_DATA"] = str(Path(folder, "data"))
    with OfficeFile.open(Path(folder, OFFICE)) as file:
        end_at(step, lambda code: _is_step(code) and code.co_filename != door.__file__, status=KILLED)
        complete_deliveries(file)
        sys.settrace(None)


class Trial:
    """An office in a folder of its own, copied for each try."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._made, self.place = folder / "made", folder / "place"
        self._patch = monkeypatch
        self._made.mkdir()
        with OfficeFile.create(self._made / OFFICE, office="Northmoor") as file:
            boards.add_board(file, "SEND Improvement Board", "SIB")
        assert self.issue(0) == 0
        self.steps: list[str] = json.loads((self.place / "steps").read_text())

    def issue(self, step: int) -> int:
        """How the program ended that issued in a fresh copy of the office."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._made, self.place)
        self._patch.setenv("BOARDDESK_DATA", str(self.place / "data"))
        return self._run(issue_until, step)

    def open_and_end(self, step: int) -> int:
        """How the program ended that opened it next."""
        return self._run(open_until, step)

    def _run(self, target: Any, step: int) -> int:
        process = CONTEXT.Process(target=target, args=(str(self.place), step))
        process.start()
        process.join()
        assert process.exitcode in (0, KILLED), process.exitcode
        return process.exitcode or 0

    def open_again(self) -> list[str]:
        with OfficeFile.open(self.place / OFFICE) as file:
            return complete_deliveries(file)

    def harm(self) -> list[str]:
        """A sentence for each thing that is there without the other, or left behind."""
        there = [name for name in (WORD, WEB) if (self.place / name).exists()]
        with OfficeFile.open(self.place / OFFICE, read_only=True) as file:
            kept = [documents.word_of(file, document.id) for document in documents.issued(file)]
        if kept and there != [WORD, WEB]:
            return [f"recorded, and only {there} is there"]
        if there and not kept:
            return [f"{there} is there and was not recorded"]
        harm = [] if not kept or (self.place / WORD).read_bytes() == kept[0] else ["not what was recorded"]
        known = {OFFICE, WORD, WEB, "data", "steps"}
        harm += [f"{path.name} is left" for path in self.place.iterdir() if path.name not in known]
        notes = (self.place / "data" / "deliveries").glob("*.json")
        return harm + [f"the note {path.name} is left" for path in notes if path.stat().st_size]

    def turning_points(self) -> list[int]:
        """Where the note is written, where the change is committed, and each step of handing over."""
        committed = max(at for at, name in enumerate(self.steps, 1) if name == "_commit")
        noted = max(at for at, name in enumerate(self.steps, 1) if name == "write_note")
        placed = [at for at, name in enumerate(self.steps, 1) if at > committed and name == "hand_over"]
        return [noted, committed, committed + 1, placed[0], placed[-1], len(self.steps) - 1]


@pytest.fixture
def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    return Trial(tmp_path, monkeypatch)


def killed_at(trial: Trial, steps: list[int]) -> list[str]:
    harmed: list[str] = []
    for step in steps:
        assert trial.issue(step) == KILLED
        is_noted = bool(delivery_notes.awaited_drafts())
        trial.open_again()
        for draft in () if is_noted else trial.place.glob("*.part"):
            draft.unlink()  # of before the note: somebody's work for ten minutes, then cleared as every draft
        harmed += [f"ended at step {step} ({trial.steps[step - 1]}): {each}" for each in trial.harm()]
    print(f"{len(steps)} of {len(trial.steps)} steps of issuing tried, {len(harmed)} harmed")
    return harmed


def test_document_and_record_are_both_there_or_neither_is(trial: Trial) -> None:
    assert killed_at(trial, trial.turning_points()) == []


def test_without_its_note_a_document_is_recorded_and_never_there(trial: Trial) -> None:
    """The control: the same judge where the notes are taken away before the office is opened again."""
    committed = trial.turning_points()[2]
    assert trial.issue(committed) == KILLED
    shutil.rmtree(trial.place / "data" / "deliveries")
    assert trial.open_again() == []
    assert trial.harm() == ["recorded, and only [] is there"]


def test_ended_again_while_it_was_completed_it_is_completed_the_next_time(trial: Trial) -> None:
    committed = trial.turning_points()[2]
    for step in (25, 90):
        assert trial.issue(committed) == KILLED
        assert trial.open_and_end(step) == KILLED
        trial.open_again()
        for draft in trial.place.glob("*.part"):
            draft.unlink()
        assert trial.harm() == []


@pytest.mark.soak
def test_ended_at_every_step(trial: Trial) -> None:
    assert killed_at(trial, list(range(1, len(trial.steps) + 1))) == []
