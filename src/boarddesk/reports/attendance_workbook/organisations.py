"""Which organisation was represented at which meeting, worked out in the book from the members' letters."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.attendance_workbook.places import Places, RegisterPage, headings, once
from boarddesk.reports.attendance_workbook.sheets import FIGURE, MARK, TALL, WHO, Look, Sheet, over, share
from boarddesk.reports.excel import TABLE_STYLE, fit_to_print
from boarddesk.rules.attendance.figures import NO_FIGURE, NOTHING, Figure
from boarddesk.rules.attendance.groups import organisations_filled
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.registers.register import FILLED, Mark, Standing

ORGANISATIONS, WIDE = "Organisations", 34
REPRESENTED, NOT_REPRESENTED = "R", "X"
EXPLAINED = (
    f"“{ORGANISATIONS}”: {REPRESENTED} represented, {NOT_REPRESENTED} not, {NOTHING} nobody was expected."
)
COUNTS = ("Expected", "Seat filled", "Meetings expected", "Meetings represented")
SHARES = ("Seat attendance", "Representation")


def represented_cells(pack: AttendancePack) -> tuple[str, str]:
    """The pooled representation, as another sheet names it: represented, and expected."""
    places, first = _places(pack), 1 + len(pack.counting_registers)
    line = places.lines + 2
    return (
        f"{ORGANISATIONS}!{places.cell(line, first + 3)}",
        f"{ORGANISATIONS}!{places.cell(line, first + 2)}",
    )


def _places(pack: AttendancePack) -> Places:
    return Places(1, len(pack.organisations.members), len(pack.counting_registers))


def write(page: Worksheet, pack: AttendancePack, members: Sheet, look: Look) -> None:
    """A line for each organisation, a column for each meeting, then its seats and its representation."""
    whole, rows = RegisterPage(page, _places(pack)), pack.organisations.members
    figures = [*COUNTS, *(SHARES if pack.percentages else ())]
    across = ["Organisation", *once(headings(pack.counting_registers, "%d %b %Y")), *figures]
    columns = [{"header": heading, "header_format": look[over(at, 1)]} for at, heading in enumerate(across)]
    area = (0, 0, len(rows), len(across) - 1)
    page.add_table(*area, {"columns": columns, "style": TABLE_STYLE, "name": ORGANISATIONS})
    filled = [organisations_filled(register, Standing.MEMBERS) for register in pack.counting_registers]
    for at, row in enumerate(rows, start=1):
        whole.text(at, 0, row.name, look["text"])
        own = _own(whole, at, row, members)
        for column, there in enumerate(filled, start=1):
            was = there.get(row.group.key)
            value = NOTHING if was is None else REPRESENTED if was else NOT_REPRESENTED
            if row.organisation:
                whole.formula(at, column, _represented(members, column - 1, own), look["letter"], value)
        _counts(whole, at, row, members, own, look)
    _total(whole, pack, look)
    page.set_column(0, 0, WIDE)
    page.set_column(1, len(pack.counting_registers), MARK)
    page.set_column(1 + len(pack.counting_registers), len(across) - 1, FIGURE + 3)
    page.set_row(0, TALL)
    page.freeze_panes(1, 1)
    fit_to_print(page)


def _own(whole: RegisterPage, at: int, row: AttendanceRow, members: Sheet) -> str:
    """Which lines of the members are the organisation's."""
    name = whole.places.cell(at, 0) if row.organisation else f'"{NOTHING}"'
    return f"({members.range(WHO.index('Organisation'))}={name})"


def _represented(members: Sheet, meeting: int, own: str) -> str:
    marks = members.range(len(WHO) + meeting)
    there = "+".join(f'({marks}="{mark.value}")' for mark in Mark if mark in FILLED)
    expected = f'({marks}<>"")*({marks}<>"{Mark.NOT_REQUIRED.value}")'
    return (
        f'=IF(SUMPRODUCT({own}*({there}))>0,"{REPRESENTED}",'
        f'IF(SUMPRODUCT({own}*{expected})>0,"{NOT_REPRESENTED}","{NOTHING}"))'
    )


def _counts(whole: RegisterPage, at: int, row: AttendanceRow, members: Sheet, own: str, look: Look) -> None:
    """Seats from the members' figures, representation from the letters of this line."""
    places, first = whole.places, 1 + whole.places.meetings
    column = members.expected_column
    marks, represented = places.marks_of(at), row.representation or NO_FIGURE
    formulas = (
        (f"=SUMPRODUCT({own}*{members.range(column)})", row.seat.of),
        (f"=SUMPRODUCT({own}*{members.range(column + 1)})", row.seat.n),
        (f'=COUNTIF({marks},"{REPRESENTED}")+COUNTIF({marks},"{NOT_REPRESENTED}")', represented.of),
        (f'=COUNTIF({marks},"{REPRESENTED}")', represented.n),
    )
    for place, (formula, value) in enumerate(formulas, start=first):
        whole.formula(at, place, formula, look["count"], value)
    if members.pack.percentages:
        _shares(whole, at, row.seat, represented, look)


def _shares(whole: RegisterPage, at: int, seat: Figure, represented: Figure, look: Look) -> None:
    first = 1 + whole.places.meetings
    cells = [whole.places.cell(at, first + place) for place in range(len(COUNTS))]
    share(whole, (at, first + 4), (cells[1], cells[0]), seat, look)
    share(whole, (at, first + 5), (cells[3], cells[2]), represented, look)


def _total(whole: RegisterPage, pack: AttendancePack, look: Look) -> None:
    at, first = whole.places.lines + 2, 1 + whole.places.meetings
    total = pack.people.total
    whole.text(at, 0, "Total", look["heading"])
    values = (total.seat.of, total.seat.n, total.representation.of, total.representation.n)
    for column, value in enumerate(values, start=first):
        whole.formula(at, column, f"=SUM({whole.places.column(column)})", look["count"], value)
    if pack.percentages:
        _shares(whole, at, total.seat, total.representation, look)
