"""The days the office keeps free of meetings: those there are, changed where they stand, and another."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.timetable import free_days, give_free, keep_free, timetable, update_free_days
from boarddesk.rules.meetings.clashes import FreeDays
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import count_in_figures, listed
from boarddesk.ui.action import Action
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.date_text import day_and_month, long_date
from boarddesk.ui.widgets.form import FieldKind, Form, FormField, Note
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Kind, Row

TITLE = "Days kept free"
ROW, MOST_ROWS = 28, 7
MOST_NAMED = 4
COLUMNS = (
    Column("from_day", "From", 140, kind=Kind.DATE, editor=Editor(EditorKind.DATE)),
    Column("until_day", "Until", 140, kind=Kind.DATE, editor=Editor(EditorKind.DATE)),
    Column("why", "Why", 200, stretch=True, editor=Editor()),
)


class FreeDaysList(QWidget):
    """Those kept free now; gone while there are none."""

    def __init__(self, file: OfficeFile) -> None:
        super().__init__()
        self._file = file
        self._kept: dict[str, FreeDays] = {}
        self.table = RecordTable("days kept free", COLUMNS, noun=("entry", "entries"), row_height=ROW)
        self.table.view.setAccessibleName(TITLE)
        self.refusal = WrappedLabel("", "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addWidget(self.refusal)
        self.table.edited.connect(self._edit)
        self.table.set_actions([Action("Keep free no longer", self.remove, row_keys="Del")])
        self.reload()

    def reload(self) -> None:
        """As the office has them now."""
        self._kept = {free.id: free for free in free_days(self._file)}
        self.table.set_rows([_row(free) for free in self._kept.values()])
        self.table.setFixedHeight(look().px(ROW * (min(len(self._kept), MOST_ROWS) + 1) + 4))
        self.setVisible(bool(self._kept))
        self.refusal.hide()

    def remove(self) -> None:
        """Keep the chosen days free no longer."""
        for free_id in self.table.chosen_ids():
            give_free(self._file, free_id)
        self.reload()

    def _edit(self, free_id: str, key: str, typed: str) -> None:
        free = self._kept[free_id]
        days = {"from_day": free.from_day, "until_day": free.until_day}
        why = typed if key == "why" else free.why
        if key in days:
            days[key] = date.fromisoformat(typed)
        try:
            update_free_days(self._file, free_id, **days, why=why)
        except Refused as no:
            self.refusal.setText(f"▲ {no.sentence}")
            self.refusal.show()
        else:
            self.reload()


def free_days_form(file: OfficeFile) -> Form:
    """What is kept free, and another stretch of days."""
    known = timetable(file)

    def write(given: Answers) -> None:
        from_day, until_day = given.needed_day("from_day"), given.needed_day("until_day")
        keep_free(file, from_day, until_day, given.text("why"))

    def meet_then(given: Answers) -> str:
        """The meetings that are planned on those days: they stay, and are said to clash."""
        from_day, until_day = given.day_if_any("from_day"), given.day_if_any("until_day")
        if from_day is None or until_day is None:
            return ""
        there = [
            meeting
            for meeting in known.meetings
            if meeting.state.is_to_come and from_day <= meeting.date <= until_day
        ]
        short = {board.id: board.short_name for board in known.boards}
        named = [f"{short[meeting.board_id]} on {day_and_month(meeting.date)}" for meeting in there]
        rest = named[MOST_NAMED:]
        shown = named if not rest else [*named[:MOST_NAMED], f"{len(rest)} more"]
        then = f"{count_in_figures(len(there), 'meeting is', 'meetings are')} planned then: {listed(shown)}. "
        return f"{then}Move them, or they stand there as clashes." if there else ""

    return Form(
        "free days",
        TITLE,
        write,
        [
            lambda: FreeDaysList(file),
            FormField("from_day", "From", FieldKind.DAY, required="Give the first day."),
            FormField(
                "until_day",
                "Until",
                FieldKind.DAY,
                required="Give the last day.",
                follows=lambda given: _same_day(given.day_if_any("from_day")),
                beside=True,
            ),
            FormField("why", "Why", placeholder="such as half-term", beside=True),
            Note(meet_then, "warn"),
        ],
        button="Keep these days free",
        under="No meeting is proposed on them, and one that is planned on them is said to clash.",
        focus="from_day",
        width=640,
    )


def _same_day(day: date | None) -> str:
    return long_date(day) if day else ""


def _row(free: FreeDays) -> Row:
    cells: dict[str, Cell | str] = {
        "from_day": Cell(long_date(free.from_day), sort=free.from_day, value=free.from_day.isoformat()),
        "until_day": Cell(long_date(free.until_day), sort=free.until_day, value=free.until_day.isoformat()),
        "why": Cell(free.why, value=free.why),
    }
    return Row(free.id, cells)
