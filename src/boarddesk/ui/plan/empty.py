"""The plan page with nothing in it yet: what will be here, what to do first, how an action reads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons, paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.empty_state import EmptyState

_ROWS = ((0, 150, 3), (1, 120, 2), (1, 170, 0), (1, 100, 1), (0, 130, 2), (0, 170, 1))
"""Depth, length of the words, and how the bar or chip is filled."""


class PlanShape(Drawing):
    """The page to come, in greys: areas with their bars, actions with their chips."""

    def __init__(self) -> None:
        super().__init__(width=320, height=250)
        self.say("A plan as a table: areas with a bar of statuses, and their actions")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        high = box.height() / len(_ROWS)
        for at, (depth, length, chips) in enumerate(_ROWS):
            top = box.top() + at * high
            if depth == 0:
                ground = QRectF(box.left(), top + 2, box.width(), high - 4)
                paint.box_edge(painter, ground, fill=tokens.panel, edge="")
            words = QRectF(box.left() + here.px(12 + depth * 20), top + high / 2 - 4, here.px(length), 8)
            paint.box_edge(painter, words, fill=tokens.rule, edge="", radius=4)
            width = here.px(30 + chips * 12)
            chip = QRectF(box.right() - here.px(12) - width, top + high / 2 - 6, width, 12)
            paint.box_edge(painter, chip, fill=tokens.line, edge=tokens.rule)


def no_plan(imports: Callable[[], object] | None, begin: Callable[[], object]) -> EmptyState:
    """There is no plan at all."""
    import_it = [buttons.primary("Import a plan from Word or Excel", imports)] if imports else []
    make = buttons.secondary if imports else buttons.primary
    return EmptyState(
        "No plan yet",
        "The improvement plan stands here: areas, their actions with dates, owners and statuses, and why "
        "each is where it is. Most offices bring it in from the document they have.",
        buttons=[*import_it, make("Begin a plan here", begin)],
        example_title="A good action says",
        example=[
            ("What", "Issue final plans within 20 weeks"),
            ("By when", "31 July 2026"),
            ("Who", "one name, not a team"),
            ("How we know", "nine plans in ten are on time"),
        ],
        shape=PlanShape(),
    )


def no_areas(add_area: Callable[[], object], imports: Callable[[], object] | None) -> EmptyState:
    """A plan without anything in it."""
    others = [buttons.secondary("Import a plan from Word or Excel", imports)] if imports else []
    return EmptyState(
        "This plan has no areas yet",
        "An area, also called a priority or a theme, holds the actions that answer one weakness. Add the "
        "first, then its actions.",
        buttons=[buttons.primary("Add an area", add_area), *others],
        example_title="A good area has",
        example=[
            ("A title", "Plans on time and of good quality"),
            ("Leads", "one or two people who answer for it"),
            ("An outcome", "what will be different for families"),
        ],
        shape=PlanShape(),
    )
