"""Closing a register that was corrected: every figure the correction changes, before it is counted again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from boarddesk.records import meetings
from boarddesk.records.attendance import corrections
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.attendance.corrections import FigureChange
from boarddesk.rules.attendance.groups import By
from boarddesk.ui.look.theme import look
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import open_form
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.opening import check_may_write
from boarddesk.ui.widgets.window_place import room_for

HEADS = {
    By.BOARD: "Board",
    By.MEETING: "Meeting",
    By.ORGANISATION: "Organisations",
    By.SEAT: "Seats",
    By.PERSON: "People",
}


def correction_form(
    parent: QWidget, changes: Sequence[FigureChange], *, close: Callable[[], object], meeting: str
) -> Form:
    """Old → new for the board, the meeting, organisations, seats and people."""
    count = f"{len(changes)} figure{'' if len(changes) == 1 else 's'}"
    return Form(
        "correction",
        "Close the corrected register",
        lambda _given: close(),
        [lambda: _figures(changes, most=room_for(parent).height() - look().px(240))] if changes else [],
        button="Close register",
        under=f"{meeting}. Counting it again changes {count}. Reports already issued keep what they said."
        if changes
        else f"{meeting}. No figure changes.",
        width=620,
    )


def _figures(changes: Sequence[FigureChange], *, most: int) -> QWidget:
    listed = QWidget()
    column = QVBoxLayout(listed)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(6)
    heads = [change.by for change in changes]
    for at, change in enumerate(changes):
        if change.by not in heads[:at]:
            column.addWidget(label(HEADS[change.by], "head"))
        crosses = change.crosses_target
        words = f"▲ {change.sentence}, across the target" if crosses else change.sentence
        column.addWidget(WrappedLabel(words, "bad" if crosses else ""))
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(listed)
    area.setAccessibleName("Figures that change")
    lines = len(changes) + len(set(heads))
    area.setFixedHeight(min(look().px(26) * lines + 8, look().px(320), most))
    return area


def close_register(parent: QWidget, session: Session, meeting_id: str) -> None:
    """Count it from now on; refused before anything is shown while anybody is not recorded or not clear."""
    file = session.file
    check_may_write(parent)
    attendance.closable(file, meeting_id, today=session.today)

    def close() -> None:
        attendance.close_register(file, meeting_id, today=session.today)

    if corrections.last_closed(file, meeting_id) is None:
        close()
        return
    changes = corrections.changed_figures(file, meeting_id)
    title = meetings.title(file, meetings.meeting(file, meeting_id))
    open_form(parent, correction_form(parent, changes, close=close, meeting=title))
