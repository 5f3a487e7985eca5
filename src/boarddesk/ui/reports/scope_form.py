"""What a document is narrowed to: its meeting, area, risk, period, person, and the copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from boarddesk.issuing.document_kind import Audience, DocumentKind, DocumentQuery, LeftOut, Scope
from boarddesk.records import meetings, people
from boarddesk.records.agenda.cover_headings import headings_for
from boarddesk.records.agenda.items import item_titles
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import lines
from boarddesk.records.plan import plans
from boarddesk.records.risks.register import risks
from boarddesk.rules.governance.receivers import Receiver, receivers
from boarddesk.rules.meetings.boards_around import next_board
from boarddesk.rules.meetings.meeting import MeetingState, meeting_title
from boarddesk.rules.people import Board
from boarddesk.rules.refused import Refused
from boarddesk.ui.attendance.period import Period, days_of
from boarddesk.ui.reports.heading_words import heading_words_form
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.opening import open_dialog

WHOLE = ""

COPIES = {
    Audience.MEMBERS: "Whole, for members",
    Audience.PUBLIC: "Published copy",
    Audience.ACTIONS: "Actions only",
    Audience.EXTRACT: "One item",
}
"""The copies a document may have, as they are offered where there are more than two."""


class ScopeForm(QWidget):
    """Only what the chosen kind can be told is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first_day: date | None = None
        self._kind: DocumentKind | None = None
        self._meetings: Sequence[tuple[str, str]] = ()
        self._today = ""  # what is offered for a board with no meeting to come; empty where there is one
        self._picked_meeting = ""
        self.meeting = Choice(name="For the meeting")
        self.area = Choice([(WHOLE, "Whole board")], name="Area")
        self.risk = Choice([(WHOLE, "Every open risk")], name="Risk")
        self.period = Choice([(period, period) for period in Period], name="Period")
        self.person = Choice(name="Person")
        self.receiver = Choice(name="Goes to")
        self.day = DateField(name="As it stood on")
        self.copies = Choice(name="Copy")
        self.item = Choice(name="Item")
        self.words_button = buttons.secondary("Words for its headings…", self.ask_words)
        self._receivers: dict[str, Receiver] = {}
        self._words: dict[str, dict[str, str]] = {}  # by the receiver: what was written for its headings
        self._file: OfficeFile | None = None
        self._has_parts = False
        self.published = QCheckBox("Published copy")
        self.percentages = QCheckBox("Leave out percentages")
        self.names = QCheckBox("Seats instead of names")
        self.twin = QCheckBox("HTML copy beside the Word file")
        self.twin.setChecked(True)
        self._fields = {
            Scope.MEETING: Field("For the meeting", self.meeting),
            Scope.COPY: Field("Copy", self.copies),
            Scope.ITEM: Field("Item", self.item),
            Scope.AREA: Field("Area", self.area),
            Scope.RISK: Field("Risk", self.risk),
            Scope.PERSON: Field("Person", self.person),
            Scope.PERIOD: Field("Period", self.period),
            Scope.RECEIVER: Field("Goes to", self.receiver),
            Scope.DAY: Field("As it stood on", self.day, hint="Left empty it is today."),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for shown in (
            *self._fields.values(),
            self.words_button,
            self.published,
            self.percentages,
            self.names,
            self.twin,
        ):
            column.addWidget(shown)
        column.addStretch(1)
        self.meeting.picked.connect(self._pick_meeting)
        self.copies.picked.connect(lambda _value: self._show_item())
        offered = (self.meeting, self.area, self.risk, self.period, self.person, self.receiver)
        for choice in (*offered, self.copies, self.item):
            choice.picked.connect(lambda _value: self.changed.emit())
        self.day.picked.connect(lambda _day: self.changed.emit())
        for tick in (self.published, self.percentages, self.names):
            tick.clicked.connect(lambda _on: self._tick())

    def _tick(self) -> None:
        """What leaves something out is a published copy, and is shown to be one."""
        leaves_out = self.percentages.isChecked() or self.names.isChecked()
        self.published.setChecked(leaves_out or self.published.isChecked())
        self.published.setEnabled(not leaves_out)
        self.changed.emit()

    def show_kind(self, kind: DocumentKind) -> None:
        """Show what this kind can be told."""
        self._kind = kind
        self._offer_meetings()
        for scope, field in self._fields.items():
            field.setVisible(kind.need(scope) is not None)
        self.words_button.setVisible(kind.need(Scope.TEXTS) is not None)
        need = kind.need(Scope.COPY)
        copies = need.copies if need else ()
        self._has_parts = Audience.EXTRACT in copies
        self.copies.set_choices([(copy, COPIES[copy]) for copy in copies])
        self._fields[Scope.COPY].setVisible(self._has_parts)
        self._show_item()
        self.published.setVisible(kind.can_be_published and not self._has_parts)
        for left_out, tick in ((LeftOut.PERCENTAGES, self.percentages), (LeftOut.NAMES, self.names)):
            tick.setVisible(left_out in kind.may_leave_out)

    def _show_item(self) -> None:
        """Which item is asked only for a copy of one."""
        self._fields[Scope.ITEM].setVisible(self._has_parts and self.copies.value() == Audience.EXTRACT)

    def _pick_meeting(self, meeting_id: str) -> None:
        self._picked_meeting = meeting_id
        self._offer_items()

    def _offer_meetings(self) -> None:
        """The meeting somebody picked, else what this kind is of where nothing is said."""
        need = self._kind.need(Scope.MEETING) if self._kind else None
        today = [("", self._today)] if need and need.or_today and self._today else []
        self.meeting.set_choices([*today, *self._meetings] or [("", "No meeting planned")])
        self.meeting.choose(self._picked_meeting)
        self._offer_items()

    def _offer_items(self) -> None:
        """The items of the meeting that is chosen, by their numbers."""
        of = self.meeting.value()
        titles = item_titles(self._file, of) if self._file and of else {}
        items = [(number, f"{number} {title}") for number, title in titles.items()]
        self.item.set_choices(items or [("", "No agenda yet")])

    def _copy(self) -> Audience:
        """Which copy is chosen: by its name where there are several, else whether it is published."""
        if self._has_parts:
            return Audience(self.copies.value())
        return Audience.PUBLIC if self.published.isChecked() else Audience.MEMBERS

    def fill(self, file: OfficeFile, board: Board, today: date) -> None:
        """Offer the board's meetings, areas and people; what was chosen stays while it is there."""
        self._meetings = _meetings(file, board, today)
        is_to_come = next_board(meetings.meetings(file, board.id), today) is not None
        self._today = "" if is_to_come else f"None to come: today, {short_date(today)}"
        self._first_day = min(
            (meeting.date for meeting in meetings.meetings(file, board.id, last=today)), default=None
        )
        found = plans.plans(file, board.id)
        areas = plans.plan(file, found[0].id).areas if found else ()
        numbered = [(area.number, f"{area.number} {area.title}") for area in areas]
        self.area.set_choices([(WHOLE, "Whole board"), *numbered])
        known = [(risk.ref, f"{risk.ref} {risk.title}") for risk in risks(file, board.id) if risk.live]
        self.risk.set_choices([(WHOLE, "Every open risk"), *known])
        self.person.set_choices(_people(file, board))
        self._file = file
        self._offer_meetings()
        self._receivers = {end.key: end for end in receivers(lines(file), board.id, today)}
        ends = [(key, end.name) for key, end in self._receivers.items()]
        self.receiver.set_choices(ends or [("", "No reporting line yet")])

    def query(self, board: Board, today: date) -> DocumentQuery:
        """What is chosen now."""
        first, last = days_of(Period(self.period.value()), (board,), today)
        return DocumentQuery(
            today=today,
            board_id=board.id,
            meeting_id=self.meeting.value() or None,
            area=self.area.value(),
            risk=self.risk.value(),
            first=first or self._first_day,
            last=last,
            person_id=self.person.value(),
            percentages=not self.percentages.isChecked(),
            names=not self.names.isChecked(),
            copy=self._copy(),
            item=self.item.value(),
            to=self.receiver.value(),
            on=self.day.value(),
            texts=tuple(self._words.get(self.receiver.value(), {}).items()),
        )

    def ask_words(self) -> None:
        """Ask what stands under the headings of the board it goes to."""
        receiver = self._receivers.get(self.receiver.value())
        if self._file is None or receiver is None:
            raise Refused("Draw a reporting line under People first: it says whom the board reports to.")
        key = receiver.key

        def take(words: dict[str, str]) -> None:
            self._words[key] = words
            self.changed.emit()

        headings, words = headings_for(self._file, receiver), self._words.get(key, {})
        open_dialog(FormDialog(self, heading_words_form(headings, words, take, receiver=receiver.name)))


def _meetings(file: OfficeFile, board: Board, today: date) -> Sequence[tuple[str, str]]:
    """The next meeting first, then those before it, newest first, then those after."""
    known = [
        meeting
        for meeting in meetings.meetings(file, board.id)
        if meeting.state is not MeetingState.CANCELLED
    ]
    first = next_board(known, today)
    coming = [meeting for meeting in known if first and meeting.date >= first.date]
    before = [meeting for meeting in reversed(known) if meeting not in coming]
    return [
        (
            meeting.id,
            f"{meeting_title(board.short_name, meeting, board.year_start)}, {short_date(meeting.date)}",
        )
        for meeting in [*coming[:1], *before, *coming[1:]]
    ]


def _people(file: OfficeFile, board: Board) -> Sequence[tuple[str, str]]:
    """Everybody who ever stood on a register of the board, by name."""
    found = sorted((person.name, person.id) for person in people.on_registers(file, board.id))
    return [(key, name) for name, key in found] or [("", "Nobody yet")]
