"""The attendance page with nothing to show: what will stand here, and what to do first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons, paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.empty_state import EmptyState

Action = Callable[[], object]

_ROWS = ("======", "==-===", "======", "=-====", "== ===", "======")
"""A row for each seat, a sign for each meeting: there, missed, or not on the roll."""

_EXAMPLE = [
    ("11 of 12 · 92%", "the count first, then the per cent"),
    ("Personal", "the person was there"),
    ("Seat", "the person or a deputy was there"),
    ("Represented", "anybody of the organisation was there"),
]


class MatrixShape(Drawing):
    """The page to come, in greys: who down, meetings across, a figure at the end, bars below."""

    def __init__(self) -> None:
        super().__init__(width=320, height=236)
        self.say("A register as a table: people down, meetings across, a figure at the end of each row")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        high, left = here.px(28), box.left() + here.px(112)
        for at, signs in enumerate(_ROWS):
            middle = box.top() + at * high + high / 2
            name = QRectF(box.left() + here.px(8), middle - 4, here.px(64 + at * 23 % 32), 8)
            paint.box_edge(painter, name, fill=tokens.rule, edge="", radius=4)
            for number, sign in enumerate(signs):
                if sign != " ":
                    place = QRectF(left + number * here.px(26), middle - 8, here.px(20), 16)
                    fill = tokens.line if sign == "=" else tokens.rule
                    paint.box_edge(painter, place, fill=fill, edge="")
            figure = QRectF(box.right() - here.px(40), middle - 4, here.px(32), 8)
            paint.box_edge(painter, figure, fill=tokens.rule, edge="", radius=4)
            painter.fillRect(
                QRectF(box.left(), middle + high / 2 - 1, box.width(), 1), here.colour(tokens.line)
            )
        self._draw_bars(painter, QRectF(left, box.top() + len(_ROWS) * high + 8, 0, box.height()))

    @staticmethod
    def _draw_bars(painter: QPainter, start: QRectF) -> None:
        here = look()
        foot = start.top() + here.px(52)
        for number in range(len(_ROWS[0])):
            there = sum(row[number] == "=" for row in _ROWS)
            high = here.px(48) * there / len(_ROWS)
            bar = QRectF(start.left() + number * here.px(26), foot - high, here.px(20), high)
            paint.box_edge(painter, bar, fill=here.tokens.line, edge="", radius=0)


def no_register(take: Action, imports: Action) -> EmptyState:
    """No register was ever taken."""
    return EmptyState(
        "No registers yet",
        "Once a register is taken, everybody’s attendance stands here meeting by meeting, with the figures "
        "a board is judged on and the sum behind each. A register kept in Excel brings its past with it.",
        buttons=[
            buttons.primary("Take a register", take),
            buttons.secondary("Import a register", imports),
        ],
        example_title="How a figure reads",
        example=_EXAMPLE,
        shape=MatrixShape(),
    )


def none_in_period(period: str, show_all: Action, take: Action) -> EmptyState:
    """There are registers, at other times."""
    return EmptyState(
        "No register in this period",
        f"{period}: no register was taken. There are registers of other days.",
        buttons=[
            buttons.primary("Show all meetings", show_all),
            buttons.secondary("Take a register", take),
        ],
        example_title="How a figure reads",
        example=_EXAMPLE,
        shape=MatrixShape(),
    )


def nobody(show_everybody: Action) -> EmptyState:
    """Registers were taken, but nobody on them is of the role and sector asked for."""
    return EmptyState(
        "Nobody of this role and sector",
        "Registers were taken in this period, but no seat on them is of the role and sector chosen above.",
        buttons=[buttons.primary("Show all roles and sectors", show_everybody)],
        shape=MatrixShape(),
    )
