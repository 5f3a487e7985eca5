"""A seat that changes hands, and rows that are in no figure: each is shown as what it is."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from tests.ui.attendance.conftest import group_by, shown
from tests.ui.finding import button

from boarddesk.records.registers import reading as registers
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Register
from boarddesk.ui import background
from boarddesk.ui.attendance import matrix
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.table.rows import Row

HOLDER = "Bryony Talbot"


def handed_over(page: AttendancePage, session: Session, *, to: str, at: slice) -> None:
    """Some registers of the period name another holder of the seat."""
    known = registers.registers(
        session.file, session.board_id, first=shown(page).first, last=shown(page).last
    )
    taken: list[Register] = [one for one in known if one.rows]
    with session.file.change("Seats change hands") as change:
        other = change.insert("person", name=to)
        for one in taken[at]:
            row = next(row for row in one.rows if row.person == HOLDER)
            change.update("roll_row", row.id, person_id=other)
    page.reload()


def row_of(page: AttendancePage, name: str) -> Row:
    return next(row for row in page.table.model.rows if row.cell("name").text.startswith(name))


def asked_why(page: AttendancePage, name: str) -> list[str]:
    """What the panel says of a row, from top to bottom."""
    page.table.choose(row_of(page, name).id)
    page.explain(asked=True)
    labels = [one for one in page.why.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in sorted(labels, key=lambda one: one.mapTo(page, QPoint(0, 0)).y())]


def letter(page: AttendancePage, path: Path) -> str:
    """The words of the letter the panel offers."""
    button(page.why, "Write a letter…").click()
    dialog = page.findChildren(QFileDialog)[-1]
    with background.at_once():
        dialog.fileSelected.emit(str(path))
    dialog.close()
    with ZipFile(path) as document:
        return re.sub("<[^>]+>", " ", document.read("word/document.xml").decode())


def test_a_letter_goes_to_the_person_the_row_names_when_the_newest_register_names_another(
    page: AttendancePage, sample_office: Session, tmp_path: Path
) -> None:
    handed_over(page, sample_office, to="Nina Cole", at=slice(-1, None))
    asked_why(page, HOLDER)
    words = letter(page, tmp_path / "letter.docx")
    assert HOLDER in words
    assert "Nina Cole" not in words


def test_a_letter_about_the_holder_says_nothing_of_the_one_before(
    page: AttendancePage, sample_office: Session, tmp_path: Path
) -> None:
    handed_over(page, sample_office, to="Dr Wren", at=slice(0, 4))
    group_by(page, By.PERSON)
    own = next(one for one in shown(page).report.rows if one.person == HOLDER)
    group_by(page, By.SEAT)
    whole = next(one for one in shown(page).report.rows if one.person == HOLDER)
    assert own.personal.of < whole.personal.of
    asked_why(page, HOLDER)
    assert own.personal.fraction in letter(page, tmp_path / "letter.docx")


def test_a_seat_that_changed_hands_says_so_in_its_name_and_in_the_sum(
    page: AttendancePage, sample_office: Session
) -> None:
    handed_over(page, sample_office, to="Dr Wren", at=slice(0, 4))
    name = row_of(page, HOLDER).cell("name")
    assert name.text == f"{HOLDER} and 1 before"
    assert "Held by Dr Wren to" in name.tip
    assert "Held by Dr Wren to" in name.spoken
    said = asked_why(page, HOLDER)
    assert any(words.startswith("Held by Dr Wren to ") for words in said)
    seat = next(one for one in shown(page).report.rows if one.person == HOLDER)
    assert f"{seat.organisation}, {seat.seat_title}" in said
    assert said.index("Dr Wren") > said.index(HOLDER), "the newest holder first, as the meetings stand"
    page.why.copy()
    assert "(Dr Wren)" in QGuiApplication.clipboard().text()


def test_a_person_is_never_said_to_have_others_before(page: AttendancePage, sample_office: Session) -> None:
    handed_over(page, sample_office, to="Dr Wren", at=slice(0, 4))
    group_by(page, By.PERSON)
    assert row_of(page, HOLDER).cell("name").text == HOLDER
    assert row_of(page, "Dr Wren").cell("name").text == "Dr Wren"


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.OBSERVER])
def test_who_is_not_expected_keeps_their_letters_when_rows_are_roles(
    page: AttendancePage, sample_office: Session, role: Role
) -> None:
    known = registers.registers(sample_office.file, sample_office.board_id, first=shown(page).first)
    group_by(page, By.ROLE)
    row = next(row for row in page.table.model.rows if matrix.group_of(row.id).key == role)
    there = {one.meeting.id: [each for each in one.rows if each.role is role] for one in known if one.counts}
    for across in page._across:
        found = there.get(across.meetings[0].meeting.id, [])
        cell = row.cell(across.key)
        if len(found) == 1:
            assert cell.mark == (found[0].mark or "")
        elif found:
            assert cell.text.endswith(f"/{len(found)}")
        assert "not required" not in cell.spoken or all(one.mark == "N" for one in found)


def test_meetings_still_to_come_stand_in_one_line_at_the_end(page: AttendancePage) -> None:
    page.controls.show_period(Period.ALL)
    page.reload()
    said = asked_why(page, HOLDER)
    to_come = [words for words in said if "still to come, left out" in words]
    assert len(to_come) == 1
    counts = max(at for at, words in enumerate(said) if words == "counts")
    assert said.index(to_come[0]) > counts
    page.why.copy()
    assert QGuiApplication.clipboard().text().splitlines()[-1] == to_come[0]
