"""The calendar file of a meeting: what calendars do with it is said before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from boarddesk.issuing.document_kind import DocumentQuery, PreparedDocument
from boarddesk.issuing.issue import save_draft
from boarddesk.issuing.meetings import CALENDAR
from boarddesk.records import calendar, meetings
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.meetings.meeting import MeetingState, board_year, year_label
from boarddesk.rules.people import Board
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.document_saving import KINDS, file_name, say_written
from boarddesk.ui.page import Page
from boarddesk.ui.widgets.form import FieldKind, Form, FormField
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
OF_A_YEAR = (
    "One file with all of them. Those that were cancelled are in it, marked as cancelled; those that were "
    "held are not."
)
NO_NAMES_IN_A_YEAR = "It says when and where each meeting is and how to join, and names nobody."
TITLE_YEAR = "Calendar of the year"
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


def year_form(boards: Sequence[Board], *, today: date, save: Callable[[Stretch], object]) -> Form:
    """Which meetings go into one file: all that are to come, or those of a board's year."""
    stretches = {stretch.words: stretch for stretch in _stretches(boards, today)}
    return Form(
        "year",
        TITLE_YEAR,
        lambda given: save(stretches[given.text("which")]),
        [
            FormField("which", "Meetings", FieldKind.CHOICE, choices=[(words, words) for words in stretches]),
            partial(WrappedLabel, OF_A_YEAR),
            partial(WrappedLabel, OF_A_CHANGE),
        ],
        button="Choose where to save…",
        under=NO_NAMES_IN_A_YEAR,
    )


def offer_year_file(page: Page, boards: Sequence[Board]) -> None:
    """Ask which meetings, then where the file goes."""

    def save(stretch: Stretch) -> None:
        query = DocumentQuery(
            page.session.today, board_id=stretch.board_id, first=stretch.first, last=stretch.last
        )
        _ask(page, query, name=f"Meetings, {stretch.words}")

    open_dialog(FormDialog(page, year_form(boards, today=page.session.today, save=save)))


@dataclass(frozen=True)
class Stretch:
    """Meetings that go into one calendar file."""

    words: str
    first: date
    board_id: str | None = None
    last: date | None = None


def _stretches(boards: Sequence[Board], today: date) -> Iterator[Stretch]:
    """Of one board its meetings to come, its year and the next; of several all to come, then each board's."""
    if len(boards) > 1:
        yield Stretch("All boards, to come", today)
    for board in boards:
        yield Stretch(f"{board.short_name}, to come", today, board.id)
        first, last = board_year(today, board.year_start)
        for begins, ends in ((first, last), board_year(last + timedelta(1), board.year_start)):
            words = f"{board.short_name} {year_label(begins, board.year_start)}"
            yield Stretch(words, begins, board.id, ends)


def _ask_where(page: Page, meeting_id: str, *, name: str) -> None:
    _ask(page, DocumentQuery(page.session.today, meeting_id=meeting_id), name=name)


def _ask(page: Page, query: DocumentQuery, *, name: str) -> None:
    prepared = CALENDAR.prepare(page.session.file, query)
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
