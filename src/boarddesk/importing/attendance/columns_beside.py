"""Columns beside the dates whose entries are not taken: each is said, with how many entries stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boarddesk.importing.attendance.column_contents import LETTER, SAYS_WHO
from boarddesk.importing.attendance.legend import LONGEST_SIGN, is_key
from boarddesk.importing.attendance.lines import A_MEETING, name_of, people_lines
from boarddesk.importing.attendance.marks import read_mark
from boarddesk.importing.attendance.matrix import REGISTER_WORDS, Matrix
from boarddesk.importing.attendance.meetings import says_not_met
from boarddesk.importing.columns import Column, fits, plain
from boarddesk.importing.headings import Field
from boarddesk.rules.wording import count_in_words

REMARKS = re.compile(
    r"\b(?:notes?|comments?|remarks?|reasons?|deput\w*|substitutes?|alternates?|apologies)\b", re.IGNORECASE
)
"""Headings of what is said about somebody's attendance, which no mark holds."""

MARKS_IN_FIGURES = ("0", "1")
MEANT = "write what counts beside the mark, such as “D – name” or “A – reason”"


@dataclass(frozen=True)
class ColumnBeside:
    """A column with its entries as they stand, and why they were not taken."""

    column: Column
    text: str
    why: str


def columns_beside(matrix: Matrix) -> Iterator[ColumnBeside]:
    """Marks that no date stands over, cancelled meetings without a date, remarks and deputies in columns."""
    dates, lines = {meeting.at for meeting in matrix.meetings}, list(people_lines(matrix))
    for column in matrix.columns:
        if column.index in dates or column.field in (*SAYS_WHO, Field.IGNORE) or _is_surname(column):
            continue
        entries = {line: text for line in lines if (text := matrix.cell(line, column.index).line)}
        if said := _said(matrix, column, entries):
            yield said


def _said(matrix: Matrix, column: Column, entries: dict[int, str]) -> ColumnBeside | None:
    heading, texts = column.heading or "no heading", list(entries.values())
    counts = column.field is Field.OTHER or not _uses_figures(matrix)
    marks = sum(_is_letter(text) or (not counts and text in MARKS_IN_FIGURES) for text in texts)
    listed = f"{heading}: {', '.join(texts)}"
    if says_not_met(column.heading):
        beside = f", and {count_in_words(marks, 'mark')} under it" if marks else ""
        why = f"a meeting that did not take place stands here without a date{beside}, so it was not read"
        return ColumnBeside(column, listed.removesuffix(": "), why)
    if marks * 2 > len(texts) and not is_remark(column) and not _says_who(column.heading):
        these = "this mark" if marks == 1 else f"these {marks} marks"
        why = f"no date stands over {these}, so no meeting was read here; if it is one, write its day above"
        return ColumnBeside(column, listed, why)
    if any(map(LETTER.search, texts)) and (
        is_remark(column) or (not column.heading and _speaks(matrix, column, entries))
    ):
        named = "; ".join(f"{name_of(matrix, line)}: {text}" for line, text in entries.items())
        entered = "1 entry is" if len(texts) == 1 else f"{len(texts)} entries are"
        how = MEANT if column.heading else "if they belong to the register, give this column a heading"
        why = f"{entered} not taken in: {how}"
        return ColumnBeside(column, f"{heading}: {named}", why)
    return None


def _is_letter(text: str) -> bool:
    """Whether a text is somebody's mark; a figure may as well be a count."""
    return not text[:1].isdigit() and read_mark(text).mark is not None


def _says_who(heading: str) -> bool:
    """Whether a heading speaks of the people and not of a meeting: `Voting member`, with yes and no below."""
    fields = {fit.field for fit in fits(heading, REGISTER_WORDS)}
    return bool(fields & SAYS_WHO) and not A_MEETING.search(heading)


def _uses_figures(matrix: Matrix) -> bool:
    """Whether marks are written as 1 and 0, so that these are no counts elsewhere either."""
    cells = [
        matrix.cell(line, meeting.at).line for line in people_lines(matrix) for meeting in matrix.meetings
    ]
    return sum(text in MARKS_IN_FIGURES for text in cells) * 2 > sum(map(bool, cells))


def is_remark(column: Column) -> bool:
    """Whether a column holds what is said beside the marks: comments, reasons, deputies."""
    return column.field in (None, Field.OTHER) and REMARKS.search(column.heading) is not None


def _is_surname(column: Column) -> bool:
    return plain(column.heading) in ("surname", "last name")


def _speaks(matrix: Matrix, column: Column, entries: dict[int, str]) -> bool:
    """Whether a column without a heading holds words that are no part of a key beside the table."""
    signs = (matrix.cell(line, column.index - 1).line for line in entries if column.index)
    return not any(
        0 < len(sign) <= LONGEST_SIGN for sign in signs if not _is_dated(matrix, column.index - 1)
    ) and any(text[:1].isalpha() and not is_key(text) for text in entries.values())


def _is_dated(matrix: Matrix, at: int) -> bool:
    return any(meeting.at == at for meeting in matrix.meetings)
