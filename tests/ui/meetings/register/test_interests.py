"""An interest is declared in an item: the quorum of that item says so, and of no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.meetings.desk_for_tests import Desk

from boarddesk.records import interests
from boarddesk.records.agenda import declarations, items
from boarddesk.records.boards import update_board
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.declarations import Conduct
from boarddesk.ui.widgets.form_dialog import FormDialog


@dataclass
class Declared:
    """A board of four with an agenda of two items, everybody there, four needed."""

    desk: Desk
    waits: str
    budget: str

    def dialog(self) -> FormDialog:
        return self.desk.view.window().findChildren(FormDialog)[-1]

    def said(self) -> list[str]:
        return [shown.text() for shown in self.desk.view.panel.findChildren(QLabel)]


@pytest.fixture
def declared(qtbot: QtBot, tmp_path: Path) -> Iterator[Declared]:
    desk = Desk(qtbot, tmp_path, 4)
    update_board(desk.file, str(desk.session.board_id), quorum="4")
    waits, budget = (items.add_item(desk.file, desk.meeting, title) for title in ("Therapies", "Budget"))
    attendance.mark_everyone_present(desk.file, desk.meeting)
    yield Declared(desk, waits, budget)
    desk.close()


def test_the_quorum_of_the_item_is_told_before_it_is_declared(declared: Declared) -> None:
    declared.desk.view.table.choose(declared.desk.register.rows[1].id)
    declared.desk.view.declare()
    dialog = declared.dialog()
    assert dialog.answers.text("person") == declared.desk.register.rows[1].person_id
    dialog.answers.put("item", declared.waits)
    dialog.answers.put("nature", "Works for the trust")
    dialog.answers.put("did", Conduct.LEFT.value)
    note = dialog.notes[0].text()
    assert note.startswith("Item 1, without ") and "Not quorate: 3 of 4 quorum seats present" in note
    dialog.try_accept()
    (made,) = declarations.declarations(declared.desk.file, declared.desk.meeting)
    assert (made.item_title, made.did, made.nature) == ("Therapies", Conduct.LEFT, "Works for the trust")
    assert "Item 1 · Therapies: not quorate" in declared.said()
    assert "Quorate" in declared.said(), "the meeting itself is quorate all the same"


def test_what_is_on_the_register_of_interests_stands_there_already(declared: Declared) -> None:
    person = declared.desk.register.rows[2].person_id
    assert person
    interests.declare_interest(declared.desk.file, person, "Governor of a school")
    declared.desk.view.declare()
    declared.dialog().answers.put("person", person)
    assert declared.dialog().answers.text("nature") == "Governor of a school"


def test_a_declaration_is_changed_or_taken_out_where_it_stands(declared: Declared) -> None:
    row = declared.desk.register.rows[0]
    declarations.declare(
        declared.desk.file,
        declared.desk.meeting,
        row.person_id or "",
        nature="Works there",
        item_id=declared.budget,
    )
    name = f"Change the declaration of {row.person}, Item 2 · Budget"
    opens = button(declared.desk.view.panel, name)
    assert isinstance(opens, QAbstractButton)
    opens.click()
    declared.dialog().answers.put("did", Conduct.LEFT.value)
    declared.dialog().try_accept()
    assert declarations.declarations(declared.desk.file, declared.desk.meeting)[0].did is Conduct.LEFT
    button(declared.desk.view.panel, name).click()
    button(declared.dialog(), "Remove declaration").click()
    assert not declarations.declarations(declared.desk.file, declared.desk.meeting)


def test_part_attendance_chooses_an_item_of_the_agenda(declared: Declared) -> None:
    row = declared.desk.register.rows[0]
    attendance.set_part(declared.desk.file, row.id, part_from="item 2 · Budget")
    assert declared.desk.register.rows[0].part_from == "2"
    with pytest.raises(Refused, match="There is no item 7 on this agenda"):
        attendance.set_part(declared.desk.file, row.id, part_from="item 7")


def test_an_item_is_offered_and_told_by_its_title_in_the_row_in_full(declared: Declared) -> None:
    row = declared.desk.register.rows[0]
    declared.desk.view.open_row(row.id)
    dialog = declared.dialog()
    dialog.answers.put("mark", "T")
    dialog.answers.put("part_from", "2")
    assert dialog.fields["part_from"].said() == "Understood as item 2 · Budget"
    dialog.answers.put("part_from", "item 9")
    dialog.try_accept()
    assert dialog.fields["part_from"].refused() == "There is no item 9 on this agenda."
    dialog.reject()
