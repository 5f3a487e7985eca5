"""Registers as they were recorded, on one sheet that can be read in again without loss.

Cancelled and planned meetings, deputies and reasons are on it; the sheets of figures hold letters alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.excel import TABLE_STYLE, fit_to_print
from boarddesk.reports.xml_text import legal
from boarddesk.rules.attendance import Mark, Register, RollRow
from boarddesk.rules.meetings import MeetingState
from boarddesk.rules.parts import part_words

SHEET = "As recorded"
HEADINGS = ("Name", "Seat", "Organisation", "Role", "Sector")
NOT_RECORDED, NOT_ON_ROLL, CANCELLED = "not recorded", "not on the roll", "cancelled"
EXPLAINED = (
    f"“{SHEET}” holds every register, to be read in again: “{NOT_RECORDED}” leaves a register open, "
    f"“{NOT_ON_ROLL}” and an empty cell at either end say that the person was not on the board then."
)


class Line(NamedTuple):
    """Who a line is: a person in one seat."""

    name: str
    seat: str
    organisation: str
    role: str
    sector: str


def lines(registers: Iterable[Register]) -> list[Line]:
    """Everybody who was ever on a roll, in roll order of the newest; vacant seats hold nothing to read in."""
    found: dict[Line, None] = {}
    for register in reversed(list(registers)):
        found.update(dict.fromkeys(line_of(row) for row in register.rows if row.person))
    return list(found)


def line_of(row: RollRow) -> Line:
    """The line a row stands on."""
    return Line(row.person, row.seat_title, row.organisation, row.role.value, row.sector.value)


def heading(register: Register) -> str:
    """The day, and whether the meeting was cancelled."""
    day = f"{register.meeting.date:%d/%m/%Y}"
    return f"{day} {CANCELLED}" if register.meeting.state is MeetingState.CANCELLED else day


def cell(line: Line, register: Register) -> str:
    """The mark with what belongs to it; empty for a meeting without a register."""
    if register.roll_id is None or register.meeting.state is MeetingState.CANCELLED:
        return ""
    row = next((row for row in register.rows if row.person and line_of(row) == line), None)
    if row is None:
        return NOT_ON_ROLL
    return _words(row) if row.mark else NOT_RECORDED


def _words(row: RollRow) -> str:
    beside = {
        Mark.DEPUTY: row.deputy,
        Mark.APOLOGIES: row.reason,
        Mark.PART: part_words(row),
    }.get(row.mark or Mark.PRESENT, "")
    return f"{row.mark} – {beside or row.note}" if beside or row.note else f"{row.mark}"


def write(page: Worksheet, registers: Sequence[Register], formats: dict[str, Format]) -> None:
    """People down, meetings across."""
    headings = [*HEADINGS, *map(heading, registers)]
    people = lines(registers)
    columns = [{"header": one, "header_format": formats["heading"]} for one in headings]
    area = (0, 0, max(len(people), 1), len(headings) - 1)
    page.add_table(*area, {"columns": columns, "style": TABLE_STYLE, "name": "As_recorded"})
    for down, line in enumerate(people, start=1):
        cells = [*line, *(cell(line, register) for register in registers)]
        for across, words in enumerate(cells):
            page.write_string(down, across, legal(words), formats["text"])
    page.set_column(0, len(HEADINGS) - 1, 24)
    page.set_column(len(HEADINGS), len(headings) - 1, 14)
    page.freeze_panes(1, 1)
    fit_to_print(page)
