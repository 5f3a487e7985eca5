"""The calendar file of a meeting: what calendars do with it is said before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from boarddesk.issuing.document_kind import DocumentQuery, PreparedDocument
from boarddesk.issuing.issue import save_draft
from boarddesk.issuing.meetings import CALENDAR
from boarddesk.records import calendar, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.document_saving import KINDS, file_name, say_written
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.form import Form
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.opening import open_dialog

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


def calendar_form(file: OfficeFile, meeting_id: str, *, name: str, save: Callable[[], object]) -> Form:
    """What calendars do with the file, and nothing to fill in."""
    cancelled = meetings.meeting(file, meeting_id).state is MeetingState.CANCELLED
    said = () if cancelled else (calendar.assumed(file, meeting_id), OF_A_CHANGE)
    return Form(
        "calendar",
        "Calendar file",
        lambda _given: save(),
        [partial(WrappedLabel, words) for words in said if words],
        button="Choose where to save…",
        under=f"{name}. {OF_A_CANCELLATION if cancelled else NO_NAMES}",
    )


def offer_calendar_file(page: Page, meeting_id: str, *, name: str) -> None:
    """Say what calendars do with it, then ask where it goes."""
    form = calendar_form(
        page.session.file, meeting_id, name=name, save=lambda: _ask_where(page, meeting_id, name=name)
    )
    open_dialog(FormDialog(page, form))


def _ask_where(page: Page, meeting_id: str, *, name: str) -> None:
    prepared = CALENDAR.prepare(page.session.file, DocumentQuery(page.session.today, meeting_id=meeting_id))
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
