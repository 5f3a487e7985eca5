"""A decision, an action, a challenge by one key: asked, made, put into the text, and taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boarddesk.records.agenda.arising import board_action
from boarddesk.records.agenda.decisions import decision
from boarddesk.records.minutes.on_the_day import take_off_again
from boarddesk.records.plan.challenges import question
from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.rules.refused import Refused
from boarddesk.ui.meetings.minutes.quick_forms import (
    item_on_the_day_form,
    minute_action_form,
    minute_challenge_form,
    minute_decision_form,
)
from boarddesk.ui.meetings.minutes.rows import Minuted, row_of
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.opening import check_may_write

if TYPE_CHECKING:
    from boarddesk.ui.meetings.minutes.view import MinutesView

_NOT_PUT = "The text could not be kept, so nothing was added. Try again."

_FORMS: Mapping[BlockKind, Callable[..., Form]] = {
    BlockKind.DECISION: minute_decision_form,
    BlockKind.ACTION: minute_action_form,
    BlockKind.CHALLENGE: minute_challenge_form,
}

State = tuple[int, tuple[Block, ...]]
"""The office and the text as they were when a row had just been put in, or taken back."""


class QuickEntry:
    """Asks over the view, or over the whole screen while that is open (`over`)."""

    def __init__(self, view: MinutesView) -> None:
        self._view = view
        self.over: QWidget | None = None
        self._put: State | None = None
        self._taken_back: State | None = None

    # ── asking ──

    def ask(self, kind: BlockKind) -> None:
        """Ask for a new row of a kind, at the caret."""
        view, shown, item = self._view, self._view.shown, self._view.item
        check_may_write(view)
        if shown is None or item is None:
            return
        if view.why_not():
            raise Refused(view.why_not())
        view.keep()
        view.going.begin()
        asks = _FORMS[kind]
        self._open(asks(view.file, shown, item, place=partial(self._place, kind)), made=True)

    def open(self, kind: str, record_id: str) -> None:
        """A row was opened: what it says is changed where it was asked."""
        view, shown, item = self._view, self._view.shown, self._view.item
        check_may_write(view)
        if shown is None or item is None:
            return
        if view.why_not():
            raise Refused(view.why_not())
        view.keep()
        made = shown.record(BlockKind(kind), record_id)
        if made is not None:
            asks = _FORMS[BlockKind(kind)]
            self._open(asks(view.file, shown, item, place=_nowhere, made=made), made=False)

    def add_item(self) -> None:
        """Ask for business that was on no agenda; the text goes on under it."""
        view, shown = self._view, self._view.shown
        check_may_write(view)
        if shown is None:
            return
        if shown.why_not:
            raise Refused(shown.why_not)
        view.keep()
        dialog = open_form(self.over or view, item_on_the_day_form(view.file, shown), view.going.go_to_item)
        dialog.rejected.connect(view.field.setFocus)

    def take_off(self) -> None:
        """Take out the item in front, that was added on the day by mistake."""
        check_may_write(self._view)
        self._view.keep()
        take_off_again(self._view.file, self._view.item_id)

    def _open(self, form: Form, *, made: bool) -> None:
        dialog = open_form(self.over or self._view, form, lambda _id: self._done(made=made))
        dialog.rejected.connect(self._view.field.setFocus)

    def _done(self, *, made: bool) -> None:
        self._view.field.setFocus()
        if made:
            self._put, self._taken_back = self._state(), None

    def _place(self, kind: BlockKind, record_id: str) -> None:
        """Its row at the caret, kept with it; what cannot be kept is not there."""
        view = self._view
        row = row_of(view.file, self._record(kind, record_id))
        view.field.put_row(kind, record_id, row)
        if view.keeper is None or not view.keeper.keep_now():
            view.field.undo()
            raise Refused(_NOT_PUT)

    def _record(self, kind: BlockKind, record_id: str) -> Minuted:
        file, today = self._view.file, self._view.on.session.today
        if kind is BlockKind.DECISION:
            return decision(file, record_id)
        return (
            board_action(file, record_id, today=today)
            if kind is BlockKind.ACTION
            else question(file, record_id)
        )

    # ── taken back ──

    def _state(self) -> State:
        return self._view.file.commit_number, self._view.field.blocks()

    def undo(self) -> None:
        """What was typed last; a row put in last goes with its record."""
        if self._put is not None and self._put == self._state():
            self._view.field.undo()
            self._view.file.undo()
            self._taken_back = self._state()
        else:
            self._view.field.undo()

    def redo(self) -> None:
        """The same the other way."""
        if self._taken_back is not None and self._taken_back == self._state():
            self._view.field.redo()
            self._view.file.redo()
            self._put = self._state()
        else:
            self._view.field.redo()


def _nowhere(_record_id: str) -> None:
    """What is changed stands in the text already."""
