"""Registers as they were recorded, on one sheet that can be read in again without loss.

Cancelled and planned meetings, vacant seats, deputies and reasons are on it; the other sheets hold letters.
"""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.attendance_workbook.places import Places, RegisterPage, headings, once
from boarddesk.reports.attendance_workbook.sheets import Look
from boarddesk.reports.excel import TABLE_STYLE, fit_to_print
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.registers.parts import part_words
from boarddesk.rules.registers.register import Mark, Register, RollRow
from boarddesk.rules.registers.sheet import (
    CANCELLED,
    HELD,
    INQUORATE,
    NOT_ON_ROLL,
    NOT_RECORDED,
    PLANNED_OPEN,
    REGISTER_OPEN,
    SHEET,
    TO_COME,
    Line,
    lines,
)

HEADINGS = ("Name", "Seat", "Organisation", "Role", "Sector")
WIDTHS, MARK, PERSON = (24, 24, 24, 18, 18), 14, 18
EXPLAINED = (
    f"“{SHEET}” holds every register, to be read in again: “{NOT_RECORDED}” leaves a register open, "
    f"“{NOT_ON_ROLL}” and an empty cell at either end say that the person was not on the board then. "
    f"“{TO_COME}”: on the roll of a meeting that has no register yet."
)


def who(line: Line) -> tuple[str, ...]:
    """The cells beside the marks: whose line it is, in which seat."""
    row = line.latest
    return row.who, line.title, row.organisation, line.role, row.sector.value


def state_words(register: Register) -> str:
    """What the marks of a meeting do not show: that it was cancelled, inquorate, held, or is still open."""
    state = register.meeting.state
    if state is MeetingState.CANCELLED:
        return CANCELLED
    begun = register.roll_id is not None
    if state.is_to_come:
        return PLANNED_OPEN if begun else ""
    words = [INQUORATE] if state is MeetingState.INQUORATE else [] if begun else [HELD]
    waits = begun and not register.closed and not register.not_recorded
    return ", ".join([*words, *([REGISTER_OPEN] if waits else [])])


def cell(line: Line, register: Register) -> str:
    """The mark with what belongs to it; for a meeting without a register, who will be on its roll."""
    if register.meeting.state is MeetingState.CANCELLED:
        return ""
    row = line.at(register)
    if row is None:
        return NOT_ON_ROLL
    if register.roll_id is None:
        return TO_COME
    return _words(row) if row.mark else NOT_RECORDED


def _words(row: RollRow) -> str:
    reason = f"reason: {row.reason}" if row.reason else ""
    beside = {Mark.DEPUTY: row.deputy, Mark.PART: part_words(row)}.get(row.mark or Mark.PRESENT, reason)
    note = f"note: {row.note}" if row.note else ""
    said = "; ".join(filter(None, (beside, note)))
    return f"{row.mark} – {said}" if said else f"{row.mark}"


def write(page: Worksheet, registers: Sequence[Register], look: Look, *, turned: bool = False) -> None:
    """People down and meetings across, or turned."""
    found = lines(register for register in registers if register.meeting.state is not MeetingState.CANCELLED)
    places = Places(len(HEADINGS), len(found), len(registers), turned)
    words = [
        " ".join(filter(None, (day, state_words(register))))
        for day, register in zip(headings(registers, "%d/%m/%Y"), registers, strict=True)
    ]
    across = [*HEADINGS, *once(words)]
    sheet = RegisterPage(page, places)
    if not turned:
        columns = [{"header": heading, "header_format": look["heading"]} for heading in across]
        area = (0, 0, max(len(found), 1), len(across) - 1)
        page.add_table(*area, {"columns": columns, "style": TABLE_STYLE, "name": "As_recorded"})
    for column, heading in enumerate(across):
        sheet.text(0, column, heading, look["heading"])
    for at, line in enumerate(found, start=1):
        cells = [*who(line), *(cell(line, register) for register in registers)]
        for column, written in enumerate(cells):
            shape = look["heading"] if turned and column == 0 else look["text"]
            sheet.text(at, column, written, shape)
    sheet.widths(WIDTHS, mark=MARK, figure=MARK, people=PERSON)
    page.freeze_panes(1, 1)
    fit_to_print(page)
