"""A small action log on its page, for tests: four actions of a board, two decisions, one to ratify."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boarddesk.records import boards, meetings, people, seats
from boarddesk.records.agenda import arising, decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision, DecisionPath
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Role
from boarddesk.ui.actions.page import ActionsPage
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.page import Session
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.in_place import InPlace

TODAY = date(2026, 5, 28)
APRIL, MAY, JUNE = date(2026, 4, 14), date(2026, 5, 12), date(2026, 6, 9)


def office_with_business(path: Path) -> OfficeFile:
    """An improvement board that met twice; what it asked of two people, a vacant post and a forum."""
    file = OfficeFile.create(path)
    board = boards.add_board(file, "Improvement Board", "SIB")
    boards.add_board(file, "Youth Council", "YC")
    trust = boards.add_organisation(file, "Fellside Health Trust", short_name="Fellside")
    people.add_person(file, "Ruth Calder", organisation_id=trust)
    people.add_person(file, "Ann Hale")
    seats.add_seat(file, board, "College principal", role=Role.MEMBER)
    held = [meetings.add_meeting(file, board, day) for day in (APRIL, MAY)]
    for meeting_id in held:
        meetings.set_state(file, meeting_id, MeetingState.HELD, today=TODAY)
    meetings.add_meeting(file, board, JUNE)
    for text, owner, due, at in (
        ("Send the letter", "Ruth Calder", "15 May 2026", 0),
        ("Show waits", "Ruth Calder", "9 June 2026", 1),
        ("Bring the report", "Ann Hale", "end of June", 1),
        ("Ask colleges", "College principal", "", 1),
    ):
        arising.add_action(
            file,
            board,
            text=text,
            raised_on=(APRIL, MAY)[at],
            due=due,
            owner=owner_called(file, owner),
            meeting_id=held[at],
        )
    decisions.decide(file, held[1], text="Waits are shown monthly")
    decisions.decide_between(
        file, board, text="Pay the minibus", made_on=APRIL, how=DecisionPath.EMAIL, by_whom="All members"
    )
    return file


class BusinessDesk:
    """The page with a board chosen above, and how a test uses it."""

    def __init__(self, qtbot: QtBot, file: OfficeFile, folder: Path) -> None:
        self.qtbot, self.file = qtbot, file
        self.bus = ChangeBus(file)
        board = boards.board_named(file, "SIB").id
        self.session = Session(file, board, TODAY, self.bus, Settings(folder / "window.json"))
        self.page = ActionsPage()
        self.counts: list[int] = []
        self.page.count_changed.connect(self.counts.append)
        qtbot.addWidget(self.page)
        self.page.resize(1182, 680)
        self.page.show_session(self.session)
        self.page.show()

    def close(self) -> None:
        self.bus.close()
        self.file.close()

    def pick_board(self, short_name: str | None) -> None:
        """Another board in the switcher; None for all."""
        board = boards.board_named(self.file, short_name).id if short_name else None
        self.session = replace(self.session, board_id=board)
        self.page.show_session(self.session)

    def action(self, ref: str) -> BoardAction:
        known = arising.board_actions(self.file, today=TODAY)
        return next(action for action in known if action.ref == ref)

    def decision(self, ref: str) -> Decision:
        return next(made for made in decisions.decisions(self.file) if made.ref == ref)

    def cells(self, key: str) -> list[str]:
        return [row.cell(key).words for row in self.page.front.table.rows_shown()]

    def groups(self) -> list[str]:
        lines = self.page.front.table.model.lines
        return [f"{line.group.title}: {line.group.count}" for line in lines if line.group]

    def choose(self, ref: str) -> None:
        kind, record = ("decision", self.decision) if ref.startswith("D") else ("board_action", self.action)
        self.page.bring(kind, record(ref).id)

    def said(self) -> str:
        place = self.page.detail
        return "\n".join(shown.text() for shown in place.findChildren(QLabel) if shown.isVisibleTo(place))

    def field(self, name: str) -> InPlace:
        found = [shown for shown in self.page.detail.findChildren(InPlace) if shown.accessibleName() == name]
        assert found, f"there is no field called {name!r}"
        return found[-1]

    def type(self, name: str, words: str) -> InPlace:
        field = self.field(name)
        field.begin()
        field.editor.setPlainText(words)
        field.finish()
        return field

    def dialog(self) -> FormDialog:
        return self.page.window().findChildren(FormDialog)[-1]

    def answer(self, **given: str | date) -> FormDialog:
        """Type or pick in the dialog that is open, and accept it."""
        dialog = self.dialog()
        for key, value in given.items():
            dialog.answers.put(key, value)
        dialog.try_accept()
        return dialog
