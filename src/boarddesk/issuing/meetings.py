"""The papers of one meeting: its sheet to sign at the door, and its file for calendars."""

from __future__ import annotations

from datetime import date

from boarddesk.issuing.document_kind import DocumentKind, DocumentQuery, Need, PreparedDocument, Reader, Scope
from boarddesk.records import calendar as calendars
from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.packs.attendance import sign_in_pack
from boarddesk.reports.attendance.sign_in_sheet import sign_in_sheet
from boarddesk.rules.meetings.calendar import CalendarEntry
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures


def _gather_sheet(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """In roll order."""
    if not query.meeting_id:
        raise Refused("Add a meeting first; then its sheet can be printed.", field="meeting")
    pack = sign_in_pack(file, query.meeting_id, today=query.today)
    return PreparedDocument(
        SIGN_IN,
        lambda edition: sign_in_sheet(pack, edition),
        scope=query.meeting_id,
        as_at=query.today,
        meeting_id=query.meeting_id,
        edition=documents.draft_edition(file, query.today),
    )


SIGN_IN = DocumentKind(
    key="sign-in",
    title="Sign-in sheet",
    noun="sheet",
    reader=Reader.MEETING,
    note="to print",
    sentence="Write the sign-in sheet of a meeting, in roll order.",
    example="boarddesk report sign-in office.boarddesk --meeting SIB-2026-03 --out sign-in.docx",
    needs=(Need(Scope.MEETING, required=True),),
    gather=_gather_sheet,
)


def _gather_calendar(file: OfficeFile, query: DocumentQuery) -> PreparedDocument:
    """Of a meeting, of the next, or of all in a time; or the file that cancels it."""
    if query.first is not None:
        return _gather_year(file, query, query.first)
    meeting_id = query.meeting_or_next(file)
    file.end_typing()  # an edit made after this one counts as a change of its own
    entry = calendars.entry(file, meeting_id)
    return PreparedDocument(
        CALENDAR,
        None,
        scope=meeting_id,
        as_at=query.today,
        meeting_id=meeting_id,
        other_forms={".ics": lambda _edition: _calendar_file(entry, today=query.today)},
        name=entry.summary,
    )


def _gather_year(file: OfficeFile, query: DocumentQuery, first: date) -> PreparedDocument:
    """All from one day on, or to another: those to come, and those cancelled in between."""
    file.end_typing()
    entries = calendars.entries(file, query.board_id, first=first, last=query.last)
    return PreparedDocument(
        CALENDAR,
        None,
        scope=query.board_id or "",
        as_at=query.today,
        board_id=query.board_id,
        other_forms={".ics": lambda _edition: _calendar_file(*entries, today=query.today)},
        name=count_in_figures(len(entries), "meeting"),
    )


def _calendar_file(*entries: CalendarEntry, today: date) -> bytes:
    # Imported when first written: the window would otherwise open later for a file few days need.
    from boarddesk.reports.calendar import calendar_file

    return calendar_file(*entries, today=today)


CALENDAR = DocumentKind(
    key="calendar",
    title="Calendar file",
    noun="calendar file",
    reader=None,
    note="",
    sentence="Write a meeting, or a year of them, as a file for calendars, or the file that cancels it.",
    example="boarddesk report calendar office.boarddesk --meeting SIB-2026-03 --out meeting.ics",
    needs=(Need(Scope.BOARD), Need(Scope.MEETING, otherwise="else the next"), Need(Scope.YEAR)),
    forms=(".ics",),
    gather=_gather_calendar,
)
