"""The calendar file of a meeting: what calendars do with it is said before it is saved."""

from __future__ import annotations

from pathlib import Path

from boarddesk.issuing.document_kind import DocumentQuery, PreparedDocument
from boarddesk.issuing.issue import save_draft
from boarddesk.issuing.meetings import CALENDAR
from boarddesk.records import calendar, meetings
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.document_saving import KINDS, file_name, say_written
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel

ENDING = ".ics"
OF_A_CHANGE = (
    "After a change, save it again and send it round. Many calendars then change the entry they hold. "
    "Outlook does so only for meetings that came as an invitation; opened from a file, the meeting often "
    "stands there twice. Then delete the older entry."
)
OF_A_CANCELLATION = (
    "This file cancels the meeting: many calendars take its entry out, or mark it as cancelled. Outlook does "
    "so only for meetings that came as an invitation; otherwise the entry stays. Then delete it by hand."
)
NO_NAMES = "It says when and where the meeting is and how to join, and names nobody."


def offer_calendar_file(page: Page, meeting_id: str, *, name: str) -> FormDialog:
    """Say what calendars do with it, then ask where it goes."""
    file = page.office.file
    cancelled = meetings.meeting(file, meeting_id).state is MeetingState.CANCELLED
    dialog = FormDialog(
        page,
        title="Calendar file",
        button="Choose where to save…",
        does=lambda: _ask_where(page, meeting_id, name=name),
        under=f"{name}. {OF_A_CANCELLATION if cancelled else NO_NAMES}",
    )
    for words in () if cancelled else (calendar.assumed(file, meeting_id), OF_A_CHANGE):
        if words:
            dialog.add(WrappedLabel(words))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _ask_where(page: Page, meeting_id: str, *, name: str) -> None:
    prepared = CALENDAR.prepare(page.office.file, DocumentQuery(page.office.today, meeting_id=meeting_id))
    office_dialogs.ask_save(
        page,
        lambda path: _save(page, prepared, path),
        title="Save the calendar file",
        name=file_name(name) + ENDING,
        kinds=KINDS[ENDING],
    )


def _save(page: Page, prepared: PreparedDocument, path: Path) -> None:
    background.run(
        lambda: save_draft(prepared, path),
        lambda written: say_written(page, "Calendar file saved", written, asked=path),
        of=page,
    )
