"""What can be done with actions arising and decisions, on their page and in a meeting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from boarddesk.records.agenda import arising, decisions
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.decisions import Decision
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.refused import Refused
from boarddesk.ui.actions import forms
from boarddesk.ui.actions.bearing import bearing_form
from boarddesk.ui.actions.business import Business
from boarddesk.ui.actions.editing import RECORDS
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form

ACTION_KIND, DECISION_KIND = "board_action", "decision"


class BusinessActions:
    """Asks with a form, and writes what was picked or typed; `opened` brings a record to the front."""

    def __init__(
        self,
        page: QWidget,
        *,
        session: Callable[[], Session],
        shown: Callable[[], Business],
        opened: Callable[[str, str], object],
    ) -> None:
        self._page, self._session, self.shown, self.opened = page, session, shown, opened

    @property
    def file(self) -> OfficeFile:
        """The open office."""
        return self._session().file

    def _open(self, form: Form, *, makes: str = "") -> None:
        open_form(self._page, form, partial(self.opened, makes) if makes else None)

    # ── something new ──

    def add_action(self) -> None:
        """Ask for an action of a board."""
        shown = self.shown()
        boards = list(shown.boards.values())
        if not boards:
            raise Refused("Add a board under People first; then its meetings give actions.")
        form = forms.add_action_form(self.file, boards, board_id=shown.board_id, today=shown.today)
        self._open(form, makes=ACTION_KIND)

    def add_meeting_action(self, at: Meeting, *, item_id: str = "") -> None:
        """Ask for an action given at a meeting."""
        form = forms.meeting_action_form(self.file, at, today=self.shown().today, item_id=item_id)
        self._open(form, makes=ACTION_KIND)

    def add_meeting_decision(self, at: Meeting, *, item_id: str = "") -> None:
        """Ask for a decision of a meeting."""
        self._open(forms.meeting_decision_form(self.file, at, item_id=item_id), makes=DECISION_KIND)

    def decide_between(self) -> None:
        """Ask for a decision between meetings."""
        shown = self.shown()
        boards = list(shown.boards.values())
        if not boards:
            raise Refused("Add a board under People first; then it can decide.")
        form = forms.between_meetings_form(self.file, boards, board_id=shown.board_id, today=shown.today)
        self._open(form, makes=DECISION_KIND)

    # ── an action ──

    def finish(self, action: BoardAction) -> None:
        """Ask what was done."""
        self._open(forms.finish_action_form(self.file, action, today=self.shown().today))

    def withdraw(self, action: BoardAction) -> None:
        """Ask why it is wanted no longer."""
        self._open(forms.withdraw_action_form(self.file, action, today=self.shown().today))

    def reopen(self, action: BoardAction) -> None:
        """Ask why it is opened again."""
        self._open(forms.reopen_action_form(self.file, action, today=self.shown().today))

    def update(self, action: BoardAction) -> None:
        """Ask what is said of it now."""
        self._open(forms.update_action_form(self.file, action, today=self.shown().today))

    def remove_update(self, update_id: str) -> None:
        """Take out one entered by mistake."""
        arising.remove_update(self.file, update_id)

    def move(self, action: BoardAction) -> None:
        """Ask for another date."""
        self._open(forms.move_action_form(self.file, action, today=self.shown().today))

    # ── a decision ──

    def ratify(self, made: Decision, *, at: str = "") -> None:
        """Ask which meeting ratified it; the one `at` is proposed where it could have."""
        self._open(forms.ratify_form(self.file, made, today=self.shown().today, at=at))

    def relate(self, made: Decision) -> None:
        """Ask what it is about, what it does there, and what it replaces."""
        self._open(bearing_form(self.file, made))

    def take_back_ratification(self, made: Decision) -> None:
        """It was not ratified after all."""
        decisions.take_back_ratification(self.file, made.id)

    # ── words changed where they stand ──

    def edit(self, kind: str, record_id: str, key: str, value: str) -> None:
        """One field of a record was changed, in a cell or in its detail; only a form takes a day gone by."""
        if key == "due":
            today, action = self.shown().today, self.shown().actions[record_id]
            due = arising.due_typed(self.file, action.board_id, value, said_on=today)
            if due.day is not None and due.day < today:
                raise Refused(f"{due.understood} has passed: Move date takes it where it is meant.")
        RECORDS[kind][key].write(self.file, record_id, value)

    def paste(self, kind: str, cells: list[tuple[str, str, str]]) -> None:
        """Cells pasted from a spreadsheet, as one change."""
        with self.file.change("Paste"):
            for record_id, key, value in cells:
                self.edit(kind, record_id, key, value)

    def remove(self, kind: str, record_id: str) -> None:
        """Take out what was entered by mistake; undo brings it back."""
        removes = {ACTION_KIND: arising.remove_action, DECISION_KIND: decisions.remove_decision}
        removes[kind](self.file, record_id)
