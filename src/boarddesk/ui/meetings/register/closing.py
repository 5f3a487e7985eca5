"""Closing a register from wherever it is shown; a corrected one first shows which figures change."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boarddesk.records import meetings
from boarddesk.records.attendance import corrections
from boarddesk.records.registers import taking as attendance
from boarddesk.ui.meetings.register.correction_dialog import CorrectionDialog
from boarddesk.ui.page import Office
from boarddesk.ui.widgets.opening import check_may_write, open_to_write


def close_register(parent: QWidget, office: Office, meeting_id: str) -> None:
    """Count it from now on; refused before anything is shown while anybody is not recorded or not clear."""
    file = office.file
    check_may_write(parent)
    attendance.closable(file, meeting_id, today=office.today)

    def close() -> None:
        attendance.close_register(file, meeting_id, today=office.today)

    if corrections.last_closed(file, meeting_id) is None:
        close()
        return
    changes = corrections.changed_figures(file, meeting_id)
    title = meetings.title(file, meetings.meeting(file, meeting_id))
    dialog = CorrectionDialog(parent, changes, does=close, meeting=title)
    open_to_write(dialog)
