"""How wide the columns of the matrix are: as their widest words, known from the counts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from math import ceil

from boarddesk.rules.attendance.figures import NO_FIGURE, Figure
from boarddesk.rules.attendance.report import AttendanceRow
from boarddesk.rules.people import TargetFigure
from boarddesk.ui.attendance.across import MEETING_WIDTH, Across
from boarddesk.ui.attendance.shown import ONE_NAME, ShownAttendance
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.table.cells import FIRST_PAD, PAD, figure_room

NAME_WIDTH, NAME_LEAST, NAME_MOST = 146, 96, 220
MARK_LEAST = paint.MARK_WIDTH + 2
CLOSE = 1.0
"""So close in points to its target, to nothing or to everything, a per cent may be printed with decimals."""


def words_width(words: Iterable[str], *, size: int = 13, strong: bool = False, pad: int = PAD * 2) -> int:
    """The width of the longest of some words with room beside it, in pixels of the design."""
    longest = sorted(words, key=len)[-3:]  # letters differ in width: the longest three stand for all
    font = look().font(size, strong=strong)
    return ceil(max((paint.width_of(word, font) for word in longest), default=0) / look().scale) + pad + 1


def name_width(names: Collection[str]) -> tuple[int, int]:
    """Wanted, and so little where that spares scrolling: whole names up to a bound."""
    whole = min(words_width(names, pad=FIRST_PAD + PAD), NAME_MOST)
    return max(whole, NAME_WIDTH), min(max(whole, NAME_LEAST), NAME_WIDTH)


def figure_width(title: str, rows: Sequence[AttendanceRow], *, kind: TargetFigure | None) -> int:
    """Of a column of figures; `kind` is which one, None for representation."""
    held = any(row.target is not None and row.target_figure is kind for row in rows)
    figures = [(_figure_of(row, kind), row.target if row.target_figure is kind else None) for row in rows]
    most = max((figure.of for figure, _ in figures), default=0)
    per_cents = ["100%", *(_with_decimals(figure, target) for figure, target in figures)]
    widest = figure_room(f"{most} of {most}", max(per_cents, key=len), signed=held)
    return max(ceil(widest / look().scale) + PAD * 2 + 1, words_width([title], size=12, strong=True))


def _figure_of(row: AttendanceRow, kind: TargetFigure | None) -> Figure:
    if kind is None:
        return row.representation or NO_FIGURE
    return row.personal if kind is TargetFigure.PERSONAL else row.seat


def _with_decimals(figure: Figure, target: Decimal | None) -> str:
    """A per cent where it may have decimals: right beside its target, nothing or everything."""
    share = figure.n * 100 / figure.of if figure.of else 0.0
    beside = (share - float(end) for end in (0, 100, target) if end is not None)
    return figure.shown(target) if any(0 < abs(far) <= CLOSE for far in beside) else ""


def mark_width(shown: ShownAttendance, across: Sequence[Across]) -> tuple[int, int]:
    """Of a meeting's column, wanted and at least: a letter, or how many of several seats were filled."""
    heads = [line for column in across for line in column.title.split("\n")]
    head = words_width(heads, size=12, strong=True, pad=2)
    if shown.query.by in ONE_NAME:
        return max(MEETING_WIDTH, head), max(MARK_LEAST, head)
    most = shown.most_seats * max((_most_of_a_board(column) for column in across), default=1)
    needed = words_width([f"{most}/{most}"], pad=PAD - 2)
    return max(MEETING_WIDTH, needed + 4, head), max(needed, MARK_LEAST, head)


def _most_of_a_board(across: Across) -> int:
    """How many meetings of one board a column holds at most."""
    return max(Counter(meeting.meeting.board_id for meeting in across.meetings).values())
