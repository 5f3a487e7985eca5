"""Where things stand on the sheet of a register, whichever way round it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from boarddesk.reports.xml_text import legal
from boarddesk.rules.registers.register import Register

MOST_FIGURES = 7
"""Columns of figures beside the marks, or the sums of each meeting and the line left free before them."""


@dataclass(frozen=True)
class Places:
    """Lines of people, line 0 their headings, and columns: who they are, then a column for each meeting.

    Turned, the lines run across the sheet and the columns down it.
    """

    beside: int
    lines: int
    meetings: int
    turned: bool = False

    def at(self, line: int, column: int) -> tuple[int, int]:
        """Row and column of the sheet."""
        return (column, line) if self.turned else (line, column)

    def cell(self, line: int, column: int) -> str:
        """The address of a cell."""
        return str(xl_rowcol_to_cell(*self.at(line, column)))

    def marks_of(self, line: int) -> str:
        """The range of one line's marks."""
        return self._range((line, self.beside), (line, self.beside + self.meetings - 1))

    def column(self, column: int) -> str:
        """The range of all people in one column."""
        return self._range((1, column), (self.lines, column))

    @property
    def marks(self) -> tuple[int, int, int, int]:
        """The corners of all marks."""
        first = self.at(1, self.beside)
        return (*first, *self.at(self.lines, self.beside + self.meetings - 1))

    def _range(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        return str(xl_range(*self.at(*first), *self.at(*last)))


@dataclass(frozen=True)
class RegisterPage:
    """A sheet of the workbook written to by line and column."""

    page: Worksheet
    places: Places

    def text(self, line: int, column: int, words: str, shape: Format) -> None:
        """Text, and never anything else."""
        self.page.write_string(*self.places.at(line, column), legal(words), shape)

    def formula(self, line: int, column: int, formula: str, shape: Format, value: float | str) -> None:
        """A formula with the value it has now."""
        self.page.write_formula(*self.places.at(line, column), formula, shape, value)

    def widths(self, who: Sequence[float], *, mark: float, figure: float, people: float) -> None:
        """Columns wide enough for what stands in them: who, marks and figures, or people where turned."""
        places = self.places
        if places.turned:
            across = [max(who), *[people] * places.lines, *[figure] * MOST_FIGURES]
        else:
            across = [*who, *[mark] * places.meetings, *[figure] * MOST_FIGURES]
        for column, width in enumerate(across):
            self.page.set_column(column, column, width)


def headings(registers: Sequence[Register], shape: str) -> list[str]:
    """The day of each meeting, with its time where a day has several; no heading stands twice."""
    days = [register.meeting.date for register in registers]
    found: list[str] = []
    for register in registers:
        several = days.count(register.meeting.date) > 1
        words = [f"{register.meeting.date:{shape}}", register.meeting.start_time if several else ""]
        found.append(" ".join(filter(None, words)))
    return found


def once(words: Sequence[str]) -> list[str]:
    """Each heading once: the second of a kind gets a number, since a table wants each its own."""
    found: list[str] = []
    for word in words:
        same = sum(other.casefold() == word.casefold() for other in words[: len(found)])
        found.append(f"{word} ({same + 1})" if same else word)
    return found
