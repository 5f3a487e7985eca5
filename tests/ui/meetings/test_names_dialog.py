"""Names pasted from a call: the very name is matched, a doubt is offered, an answer is remembered."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boarddesk.records import attendance, meetings, people, registers
from boarddesk.rules.attendance import Mark, Register
from boarddesk.ui.meetings.names_dialog import NamesDialog
from boarddesk.ui.page import Office


@pytest.fixture
def register(sample_office: Office) -> Register:
    """The next meeting's register, just opened, nobody marked but the apologies given before."""
    found = meetings.meetings(
        sample_office.file, sample_office.board_id, first=date(2026, 6, 9), last=date(2026, 6, 9)
    )[0]
    attendance.open_register(sample_office.file, found.id, today=sample_office.today)
    return registers.register(sample_office.file, found.id)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent: QWidget, sample_office: Office, register: Register) -> NamesDialog:
    return NamesDialog(parent, sample_office.file, register)


def _unmarked(register: Register) -> list[str]:
    return [row.person for row in register.rows if row.mark is None and row.person]


def test_the_very_name_is_matched_in_any_order(dialog: NamesDialog, register: Register) -> None:
    name = _unmarked(register)[0]
    first, last = name.split()[-2:]
    dialog.text.setPlainText(f"{last.upper()}, Mx {first} (Guest)")
    assert [chosen for _, chosen in dialog.lines()] == [name]


def test_a_slip_is_offered_and_never_taken_by_itself(dialog: NamesDialog, register: Register) -> None:
    name = _unmarked(register)[1]
    dialog.text.setPlainText(f"{name}x")
    assert [chosen for _, chosen in dialog.lines()] == ["Not matched: leave out"]


def test_what_is_mapped_once_is_remembered(
    dialog: NamesDialog, register: Register, sample_office: Office
) -> None:
    name = _unmarked(register)[1]
    dialog.text.setPlainText(f"{name}x")
    line = dialog._lines[0]
    offered = dialog._offer(line.found)
    assert offered is not None
    dialog._take(line, offered[0])
    dialog.try_accept()
    marked = registers.register(sample_office.file, register.meeting.id)
    assert next(row.mark for row in marked.rows if row.person == name) is Mark.REMOTE
    assert f"{name}x" in next(one.aliases for one in people.people(sample_office.file) if one.name == name)


def test_somebody_unknown_becomes_a_guest_when_asked(
    dialog: NamesDialog, register: Register, sample_office: Office
) -> None:
    before = len(register.guests)
    dialog.text.setPlainText("Zebedee Quill")
    dialog._lines[0].choice.choose("guest")
    dialog.try_accept()
    marked = registers.register(sample_office.file, register.meeting.id)
    assert [guest.name for guest in marked.guests[before:]] == ["Zebedee Quill"]


def test_a_row_already_marked_stays_as_it_is(
    dialog: NamesDialog, register: Register, sample_office: Office
) -> None:
    row = next(one for one in register.rows if one.mark is Mark.APOLOGIES)
    dialog.text.setPlainText(row.person)
    dialog.try_accept()
    marked = registers.register(sample_office.file, register.meeting.id)
    assert next(one.mark for one in marked.rows if one.id == row.id) is Mark.APOLOGIES


def test_the_whole_list_is_one_step_to_undo(
    dialog: NamesDialog, register: Register, sample_office: Office
) -> None:
    dialog.text.setPlainText("\n".join(_unmarked(register)))
    dialog.try_accept()
    assert sample_office.file.undo() == "Mark names of a list"
    assert registers.register(sample_office.file, register.meeting.id) == register


def test_the_dialog_is_as_high_as_its_fields_and_whole_on_the_screen(
    dialog: NamesDialog, qtbot: QtBot
) -> None:
    dialog.open()
    dialog.move(0, dialog.screen().availableGeometry().bottom() - dialog.height())
    dialog.text.setPlainText("\n".join(f"Some Body{at}" for at in range(5)))
    floor = dialog.screen().availableGeometry().bottom()
    qtbot.waitUntil(lambda: dialog.area.isVisible() and dialog.frameGeometry().bottom() <= floor)
    assert dialog.height() == dialog.sizeHint().height()
    dialog.text.setPlainText("")
    qtbot.waitUntil(lambda: dialog.height() == dialog.sizeHint().height())
    dialog.reject()
