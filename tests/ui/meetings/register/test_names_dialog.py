"""Names pasted from a call: the very name is matched, a doubt is offered, an answer is remembered."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.records import meetings, people
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import rows as roll_rows
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.register.names_dialog import NamesDialog
from boarddesk.ui.page import Session


@pytest.fixture
def register(sample_office: Session) -> Register:
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
def dialog(parent: QWidget, sample_office: Session, register: Register) -> NamesDialog:
    return NamesDialog(parent, sample_office.file, register)


def _unmarked(register: Register) -> list[str]:
    return [row.person for row in register.rows if row.mark is None and row.person]


def _link(dialog: NamesDialog, at: int) -> QPushButton:
    """The first “It is …” of a name."""
    links: list[QPushButton] = dialog.names[at].offers.findChildren(QPushButton)
    return links[0]


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
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    name = _unmarked(register)[1]
    dialog.text.setPlainText(f"{name}x")
    _link(dialog, 0).click()
    dialog.try_accept()
    marked = registers.register(sample_office.file, register.meeting.id)
    assert next(row.mark for row in marked.rows if row.person == name) is Mark.REMOTE
    assert f"{name}x" in next(one.aliases for one in people.people(sample_office.file) if one.name == name)


def test_somebody_unknown_becomes_a_guest_when_asked(
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    before = len(register.guests)
    dialog.text.setPlainText("Zebedee Quill")
    dialog.names[0].take("guest")
    dialog.try_accept()
    marked = registers.register(sample_office.file, register.meeting.id)
    assert [guest.name for guest in marked.guests[before:]] == ["Zebedee Quill"]


def _mark_of(session: Session, register: Register, name: str) -> list[tuple[Mark | None, str, str, str]]:
    rows = registers.register(session.file, register.meeting.id).rows
    return [(row.mark, row.part_from, row.part_to, row.note) for row in rows if row.person == name]


def _marks(session: Session, register: Register, name: str) -> list[Mark | None]:
    return [one[0] for one in _mark_of(session, register, name)]


def test_somebody_there_already_stays_as_marked(
    parent: QWidget, register: Register, sample_office: Session
) -> None:
    row = next(one for one in register.rows if one.mark is None)
    attendance.mark(sample_office.file, row.id, Mark.PRESENT)
    now = registers.register(sample_office.file, register.meeting.id)
    dialog = NamesDialog(parent, sample_office.file, now)
    dialog.text.setPlainText(row.person)
    assert dialog.names[0].outcome.full_text() == "stays P"
    assert dialog.summary.text() == "1 name: 1 as marked before."
    assert not dialog.accept_button.isEnabled()


def test_apologies_of_somebody_on_the_call_are_offered_as_a_change(
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    row = next(one for one in register.rows if one.mark is Mark.APOLOGIES)
    dialog.text.setPlainText(row.person)
    [line] = dialog.names
    assert (line.change.box.text(), line.change.box.isChecked()) == ("Change A to V", True)
    assert line.change.why.full_text() == f"{row.person} gave apologies"
    assert dialog.summary.text() == "1 name: 1 changed on the roll."
    dialog.try_accept()
    assert _marks(sample_office, register, row.person) == [Mark.REMOTE]


def test_apologies_stay_where_the_change_is_not_wanted(
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    row = next(one for one in register.rows if one.mark is Mark.APOLOGIES)
    dialog.text.setPlainText(f"{row.person}\n{_unmarked(register)[0]}\n{_unmarked(register)[1]}x")
    line = dialog.names[0]
    line.change.box.click()
    assert line.outcome.full_text() == "stays A"
    _link(dialog, 2).click()
    assert not line.change.box.isChecked(), "an answer about another name ticks nothing again"
    dialog.try_accept()
    assert _marks(sample_office, register, row.person) == [Mark.APOLOGIES]


TEAMS = "Name\tFirst Join\tLast Leave\n"


def test_who_left_early_is_proposed_for_part_and_may_be_unticked(
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    early, late, dropped, whole, unticked = _unmarked(register)[:5]
    assert register.meeting.start_time == "13:30"
    rows = [
        (early, "1:28 PM", "2:10 PM"),
        (late, "1:52 PM", "3:31 PM"),
        (dropped, "1:30 PM", "1:50 PM"),
        (dropped, "2:30 PM", "3:30 PM"),
        (whole, "1:34 PM", "3:27 PM"),
        (unticked, "1:28 PM", "2:10 PM"),
    ]
    dialog.text.setPlainText(TEAMS + "\n".join("\t".join(row) for row in rows))
    said = {line.listed.name: line.part.why.full_text() for line in dialog.names if line.part.box.isChecked()}
    assert said == {
        early: "Left at 14:10",
        late: "Came at 13:52",
        dropped: "Away 13:50 to 14:30",
        unticked: "Left at 14:10",
    }
    assert "more than 5 minutes of 13:30 to 15:30" in dialog.summary.text()
    dialog.names[4].part.box.click()
    dialog.try_accept()
    assert _mark_of(sample_office, register, early) == [(Mark.PART, "", "14:10", "")]
    assert _mark_of(sample_office, register, late) == [(Mark.PART, "13:52", "", "")]
    assert _mark_of(sample_office, register, dropped) == [(Mark.PART, "", "", "Away 13:50 to 14:30")]
    assert _mark_of(sample_office, register, whole) == [(Mark.REMOTE, "", "", "")]
    assert _mark_of(sample_office, register, unticked) == [(Mark.REMOTE, "", "", "")]


def test_somebody_on_two_seats_is_marked_on_both(
    parent: QWidget, register: Register, sample_office: Session
) -> None:
    first, second = [row for row in register.rows if row.mark is None and row.person][:2]
    roll_rows.correct_row(sample_office.file, second.id, person_id=first.person_id)
    now = registers.register(sample_office.file, register.meeting.id)
    dialog = NamesDialog(parent, sample_office.file, now)
    dialog.text.setPlainText(first.person)
    assert dialog.names[0].outcome.full_text() == "V on both seats"
    dialog.try_accept()
    assert _marks(sample_office, register, first.person) == [Mark.REMOTE, Mark.REMOTE]


def test_a_known_guest_found_by_a_click_is_remembered_too(
    parent: QWidget, register: Register, sample_office: Session
) -> None:
    people.add_person(sample_office.file, "Edward Frost")
    dialog = NamesDialog(parent, sample_office.file, register)
    dialog.text.setPlainText("Ed Frost")
    _link(dialog, 0).click()
    assert dialog.names[0].outcome.full_text() == "guest"
    dialog.try_accept()
    [guest] = registers.register(sample_office.file, register.meeting.id).guests
    assert guest.name == "Edward Frost"
    [frost] = [one for one in people.people(sample_office.file) if one.name == "Edward Frost"]
    assert (frost.aliases, guest.person_id) == (("Ed Frost",), frost.id)


def test_a_name_that_means_somebody_a_second_time_is_said_to_repeat(
    dialog: NamesDialog, register: Register
) -> None:
    name = _unmarked(register)[0]
    first, last = name.split()[-2:]
    dialog.text.setPlainText(f"{name}\n{last}, {first}\n{name}")
    assert [line.outcome.full_text() for line in dialog.names] == [
        "V, 2 times in the list",
        f"the same as {name}",
    ]
    assert dialog.summary.text() == "2 names: 1 marked on the roll, 1 repeated."


def test_what_is_no_name_is_said_to_be_left_aside(dialog: NamesDialog) -> None:
    dialog.text.setPlainText("Zebedee Quill\nApologies: Ann Hale")
    assert dialog.summary.text().endswith("Left aside, not read as names: “Apologies: Ann Hale”.")


def test_a_settled_name_no_longer_says_that_it_is_not_matched(
    dialog: NamesDialog, register: Register
) -> None:
    dialog.text.setPlainText(f"{_unmarked(register)[1]}x")
    name = dialog.names[0].name
    assert (name.property("role"), name.accessibleName()[-15:]) == ("warn strong", "not matched yet")
    _link(dialog, 0).click()
    assert (name.property("role"), name.accessibleName()) == ("", f"{_unmarked(register)[1]}x")


def test_answers_given_stay_while_more_names_are_typed(dialog: NamesDialog) -> None:
    dialog.text.setPlainText("Zebedee Quill")
    dialog.names[0].take("guest")
    dialog.text.appendPlainText("Quentin Zill")
    assert [chosen for _, chosen in dialog.lines()] == [
        "Somebody else: add as guest",
        "Not matched: leave out",
    ]


def test_nothing_is_wider_than_the_dialog_and_its_button_stays_on_the_screen(
    parent: QWidget, register: Register, sample_office: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """At text of 150% on a laptop 768 pixels high."""
    screen = QRect(0, 0, 1366, 768)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _self: screen)
    look().set_text_size(150)
    try:
        dialog = NamesDialog(parent, sample_office.file, register)
        dialog.open()
        dialog.text.setPlainText("\n".join(f"{name}x" for name in _unmarked(register)))
        qtbot.waitUntil(lambda: dialog.height() == dialog.sizeHint().height())
        assert dialog.height() <= screen.height() - 40
        inside = dialog.area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= dialog.area.viewport().width()
        dialog.reject()
    finally:
        look().set_text_size(100)


def test_the_whole_list_is_one_step_to_undo(
    dialog: NamesDialog, register: Register, sample_office: Session
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


def test_minutes_without_times_propose_that_somebody_was_there_for_part(
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    short, *others = _unmarked(register)[:4]
    rows = [f"{short},20", *(f"{name},{118 + at}" for at, name in enumerate(others))]
    dialog.text.setPlainText("\n".join(["Name (Original Name),Total Duration (Minutes)", *rows]))
    assert "T is proposed for whoever missed more than 5 of" in dialog.summary.text()
    dialog.try_accept()
    [(mark, part_from, part_to, note)] = _mark_of(sample_office, register, short)
    assert (mark, part_from, part_to) == (Mark.PART, "", "")
    assert note.startswith("On the call for 20 of ")
    assert [_mark_of(sample_office, register, name)[0][0] for name in others] == [Mark.REMOTE] * 3


def test_a_guest_of_a_list_is_kept_first_name_first(
    dialog: NamesDialog, register: Register, sample_office: Session
) -> None:
    dialog.text.setPlainText("VAN QUILL, Zebedee (NORTHMOOR ICB - 15A)\n+44 7700 900123")
    assert "Left aside, not read as names: “+44 7700 900123”." in dialog.summary.text()
    assert dialog.names[0].name.text() == "VAN QUILL, Zebedee"
    dialog.names[0].take("guest")
    dialog.try_accept()
    marked = registers.register(sample_office.file, register.meeting.id)
    assert [guest.name for guest in marked.guests][-1] == "Zebedee van Quill"
