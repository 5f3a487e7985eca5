"""Lines of a separated file whose marks stand under the wrong dates: `Hale, Ann,P,A` without quotes.

Nobody can see from such a line which of its commas is one of the text, so none of its marks is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boarddesk.importing.attendance.columns_beside import is_remark
from boarddesk.importing.attendance.legend import Legend
from boarddesk.importing.attendance.lines import line_text, people_lines
from boarddesk.importing.attendance.marks import read_mark
from boarddesk.importing.attendance.matrix import Matrix, matrix_of
from boarddesk.importing.headings import Field
from boarddesk.rules.registers.register import Mark

MOST_NAMED = 5
MARKS = {mark.value for mark in Mark}


def why_shifted(matrices: Iterable[Matrix], legend: Legend) -> str:
    """That lines have a cell too many, so that their marks may stand under the wrong dates; else empty."""
    lines = [
        (matrix, line) for one in matrices for matrix in _seen_flat(one) for line in _shifted(matrix, legend)
    ]
    if not lines:
        return ""
    shown = [f"{matrix.place(line)}, “{line_text(matrix, line)}”" for matrix, line in lines]
    more = [f"and {len(lines) - MOST_NAMED} more"] if len(lines) > MOST_NAMED else []
    return (
        f"Marks would stand under the wrong dates, as "
        f"{'a line has' if len(lines) == 1 else f'{len(lines)} lines have'} a cell too many: "
        f"{'; '.join([*shown[:MOST_NAMED], *more])}. A comma inside a name, an organisation or a mark needs "
        'quotes around the whole, such as "Hale, Ann"; or save the register as an Excel workbook.'
    )


def _seen_flat(matrix: Matrix) -> Iterator[Matrix]:
    """The matrix with its dates across; one taken for turned once for each of its dates as the headings."""
    if not matrix.turned:
        yield matrix
        return
    for meeting in matrix.meetings[:MOST_NAMED]:
        flat = matrix_of(matrix.grid, {}, turned=False, head=meeting.at)
        names = flat.of(Field.NAME)
        if names and flat.meetings and names.index < flat.meetings[0].at:
            yield flat


def _shifted(matrix: Matrix, legend: Legend) -> Iterator[int]:
    lines = list(people_lines(matrix))
    last = max(column.index for column in matrix.columns if matrix.cell(matrix.head, column.index).line)
    behind = {line: [matrix.cell(line, at).text for at in range(last + 1, matrix.width)] for line in lines}
    everybody = all(map(any, behind.values()))
    for line in lines:
        under = [matrix.cell(line, meeting.at).text for meeting in matrix.meetings]
        strange = [legend.read(text).unknown for text in under]
        is_word = strange[0] and len(under[0]) > 1
        figures = any(text[:1].isdigit() for text in under)
        marks = [one for one in behind[line] if _is_mark(one, legend, figures=figures)]
        longer = (marks and any(strange)) or (not everybody and (marks or (is_word and any(behind[line]))))
        if longer or _has_mark_in_remarks(matrix, line, letters=not is_word):
            yield line


def _is_mark(text: str, legend: Legend, *, figures: bool) -> bool:
    """Whether a text is a mark; a figure may be one only where marks are figures, else it is a sum."""
    return bool(text) and (figures or not text[:1].isdigit()) and not legend.read(text).unknown


def _has_mark_in_remarks(matrix: Matrix, line: int, *, letters: bool) -> bool:
    """Whether a mark stands among the remarks behind the dates; `letters`: only a bare letter is one."""
    last = max(meeting.at for meeting in matrix.meetings)
    texts = (
        matrix.cell(line, column.index).line
        for column in matrix.columns
        if column.index > last and is_remark(column)
    )
    return any(text in MARKS if letters else read_mark(text).mark is not None for text in texts if text)
