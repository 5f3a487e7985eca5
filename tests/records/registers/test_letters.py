"""Rolls kept in memory are the rolls of the file, whatever was written to it in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tests.records.attendance.test_tallies import TODAY, random_office

from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.attendance.tallies import rolls
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.letters import KeptLetters
from boarddesk.rules.attendance.rolls import Rolls
from boarddesk.rules.registers.register import Mark


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        random_office(file, 11)
        yield file


def read_anew(file: OfficeFile) -> Rolls:
    assert file.path is not None
    with OfficeFile.open(file.path, read_only=True) as other:
        return rolls(other)


class Stopped(Exception):
    """Something went wrong in the middle of a change."""


def one_of(file: OfficeFile, table: str, random: Random) -> str:
    return str(random.choice(file.rows(f"SELECT id FROM {table} ORDER BY id"))["id"])


def some_deed(file: OfficeFile, random: Random) -> None:
    """One of all the ways in which a register becomes another."""
    action = random.randrange(8)
    if action == 0:
        file.undo()
    elif action == 1:
        file.redo()
    elif action == 2:
        with suppress(Stopped), file.change("Stopped half way") as change:
            for row in file.rows("SELECT id FROM attendance_mark"):
                change.update("attendance_mark", row["id"], mark=Mark.ABSENT)
            rolls(file)  # what is read here is taken back again
            raise Stopped
    else:
        with file.change("Correct") as change:
            if action == 3:
                change.delete("roll_row", one_of(file, "roll_row", random))
            elif action == 4:
                change.update("roll_row", one_of(file, "roll_row", random), role="member", expected=True)
            elif action == 5:
                change.delete("attendance_mark", one_of(file, "attendance_mark", random))
            elif action == 6:
                change.delete("meeting", one_of(file, "meeting", random))
            else:
                mark = random.choice(list(Mark))
                change.update("attendance_mark", one_of(file, "attendance_mark", random), mark=mark)
            rolls(file)


@pytest.mark.parametrize("seed", range(4))
def test_what_was_kept_is_what_the_file_says_after_any_deed(office: OfficeFile, seed: int) -> None:
    random = Random(seed)
    assert rolls(office) == read_anew(office)
    for _ in range(25):
        some_deed(office, random)
        assert rolls(office) == read_anew(office)


def test_what_another_program_wrote_is_read_too(office: OfficeFile) -> None:
    assert office.path is not None
    with OfficeFile.open(office.path, read_only=True) as beside:
        before = rolls(beside)
        with office.change("Mark") as change:
            for row in office.rows("SELECT id FROM attendance_mark"):
                change.update("attendance_mark", row["id"], mark=Mark.ABSENT)
        assert rolls(beside) != before
        assert rolls(beside) == rolls(office)


def test_only_the_register_that_changed_is_read_again(office: OfficeFile) -> None:
    rolls(office)
    meeting = office.row(
        "SELECT m.id FROM meeting m JOIN roll r ON r.meeting_id = m.id WHERE r.state = 'closed'"
    )
    assert meeting is not None
    before = dict(office.kept(KeptLetters).of([]))
    attendance.reopen_register(office, meeting["id"])
    row = office.row(
        "SELECT rr.id FROM roll_row rr JOIN roll r ON r.id = rr.roll_id WHERE r.meeting_id = ?",
        (meeting["id"],),
    )
    assert row is not None
    attendance.mark(office, row["id"], Mark.PART)
    left = office.kept(KeptLetters).of([])
    assert len(before) - len(left) == 1
    assert attendance_report(office, today=TODAY) is not None


def test_reading_writes_nothing_to_the_file(office: OfficeFile) -> None:
    assert office.path is not None
    before, number = office.path.read_bytes(), office.commit_number
    rolls(office)
    assert (office.path.read_bytes(), office.commit_number) == (before, number)
