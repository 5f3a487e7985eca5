"""The letters of a register as they were read: people down, meetings across, before anything is taken."""

from __future__ import annotations

from datetime import date

from boarddesk.rules.imports.contents import FoundMark, FoundMeeting, FoundMember, FoundRegisters
from boarddesk.ui.import_wizard.words import place_shown
from boarddesk.ui.look.tokens import MarkStyle
from boarddesk.ui.widgets.date_text import day_and_month, long_date
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Ink, Kind, Pin, Row

NAME_WIDTH, MEETING_WIDTH = 232, 52


class LettersTable(RecordTable):
    """A letter for each person and meeting; dashed is not recorded, nothing is not on that roll."""

    def __init__(self) -> None:
        super().__init__("import letters", (), noun=("person", "people"))
        self.view.setAccessibleName("Letters as they were read")

    def show_letters(self, found: FoundRegisters) -> None:
        """Every member of the document with what was read of each meeting."""
        marks = [{mark.member: mark for mark in meeting.marks} for meeting in found.meetings]
        self.set_columns(
            [
                Column("name", "Name", NAME_WIDTH, stretch=True, pin=Pin.LEFT),
                *(_column(at, one, found.meetings) for at, one in enumerate(found.meetings)),
            ]
        )
        self.set_rows([_row(at, member, found.meetings, marks) for at, member in enumerate(found.members)])


def _column(at: int, meeting: FoundMeeting, meetings: tuple[FoundMeeting, ...]) -> Column:
    day = date.fromisoformat(meeting.date)
    another_year = at == 0 or date.fromisoformat(meetings[at - 1].date).year != day.year
    twice = sum(one.date == meeting.date for one in meetings) > 1
    under = meeting.time if twice and meeting.time else str(day.year) if another_year else ""
    said = long_date(day) + (f", {meeting.time}" if meeting.time else "")
    title = f"{day_and_month(day)}\n{under}".rstrip()
    return Column(str(at), title, MEETING_WIDTH, kind=Kind.MARK, tip=said, full=said)


def _row(
    at: int, member: FoundMember, meetings: tuple[FoundMeeting, ...], marks: list[dict[int, FoundMark]]
) -> Row:
    who = member.name or "Vacant"
    beside = member.organisation or member.seat_title
    cells: dict[str, Cell | str] = {
        "name": Cell(", ".join(filter(None, (who, beside))), tip=place_shown(member.place))
    }
    for column, (meeting, of_meeting) in enumerate(zip(meetings, marks, strict=True)):
        cells[str(column)] = _cell(who, meeting, of_meeting.get(at))
    return Row(f"member {at}", cells, ink=None if member.name else Ink.MUTED)


def _cell(who: str, meeting: FoundMeeting, mark: FoundMark | None) -> Cell:
    day = long_date(date.fromisoformat(meeting.date))
    if meeting.cancelled:
        return Cell(muted_ground=True, said=f"{who}, {day}, cancelled")
    if mark is None:
        return Cell(said=f"{who}, {day}, not on the roll")
    if mark.mark is None:
        where = place_shown(mark.place)
        said = f"{who}, {day}, not recorded"
        return Cell(mark_style=MarkStyle.NOT_RECORDED, said=said, tip=where)
    more = ", ".join(filter(None, (mark.deputy, mark.reason, mark.note)))
    tip = "\n".join(filter(None, (more, place_shown(mark.place))))
    said = f"{who}, {day}, {mark.mark.name.lower().replace('_', ' ')}"
    return Cell(mark=mark.mark.value, said=f"{said}, {more}" if more else said, tip=tip)
