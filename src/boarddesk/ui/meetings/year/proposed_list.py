"""The days proposed for a year's meetings, each with a tick and with what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.rules.meetings.series import ProposedMeeting
from boarddesk.rules.wording import count_in_figures
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.date_text import long_date
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Ink, Kind, Row

ROW, LEAST_ROWS, MOST_ROWS = 28, 5, 12
REST = 560
"""Height of everything else in the dialog and around it."""

COLUMNS = (
    Column("tick", "", 36, kind=Kind.TICK, editor=Editor(EditorKind.TICK), full="Planned"),
    Column("day", "Day", 150, kind=Kind.DATE),
    Column("wrong", "What speaks against it", 420, stretch=True),
)
NONE_YET = "No day comes of this yet."


class ProposedList(QWidget):
    """What somebody ticked stays ticked when other days are proposed."""

    def __init__(self) -> None:
        super().__init__()
        self._proposed: tuple[ProposedMeeting, ...] = ()
        self._chosen: dict[date, bool] = {}
        self.count = label("", "muted")
        self.table = RecordTable("proposed meetings", COLUMNS, noun=("day", "days"), row_height=ROW)
        self.table.view.setAccessibleName("Days proposed")
        room = self.screen().availableGeometry().height() - look().px(REST)
        rows = min(max(room // look().px(ROW), LEAST_ROWS), MOST_ROWS)
        self.table.setFixedHeight(look().px(ROW * (rows + 1) + 4))
        self.reason = WrappedLabel("", "meta")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for shown in (self.count, self.table, self.reason):
            column.addWidget(shown)
        self.table.ticked.connect(lambda row_id, _key, wanted: self._tick(row_id, wanted=wanted))
        self.table.chosen.connect(lambda _row_id: self._show_reason())

    def propose(self, proposed: Sequence[ProposedMeeting]) -> None:
        """These days, in order."""
        self._proposed = tuple(proposed)
        self.table.set_rows([_row(each, ticked=self._is_ticked(each)) for each in proposed])
        wanted = len(self.wanted())
        ticked = f"{wanted} of {count_in_figures(len(proposed), 'day')} ticked"
        self.count.setText(ticked if proposed else NONE_YET)
        self._show_reason()

    def wanted(self) -> list[date]:
        """The days ticked."""
        return [each.day for each in self._proposed if self._is_ticked(each)]

    def _is_ticked(self, each: ProposedMeeting) -> bool:
        return each.may_be_made and self._chosen.get(each.day, each.is_wanted)

    def _tick(self, row_id: str, *, wanted: bool) -> None:
        self._chosen[date.fromisoformat(row_id)] = wanted
        self.propose(self._proposed)

    def _show_reason(self) -> None:
        """All that speaks against the chosen day: a cell may be too narrow for it."""
        by_id = {each.day.isoformat(): each for each in self._proposed if each.wrong}
        chosen = by_id.get(self.table.chosen_id())
        self.reason.setText(f"{long_date(chosen.day)}: {' '.join(chosen.wrong)}" if chosen else "")


def _row(each: ProposedMeeting, *, ticked: bool) -> Row:
    words = " ".join(each.wrong)
    cells: dict[str, Cell | str] = {
        "tick": Cell(ticked=ticked, editable=each.may_be_made),
        "day": Cell(long_date(each.day), sort=each.day),
        "wrong": Cell(words, tip=words, shape=Shape.TRIANGLE, shape_ink=Ink.WARN) if words else Cell(""),
    }
    return Row(each.day.isoformat(), cells, ink=None if ticked else Ink.MUTED)
