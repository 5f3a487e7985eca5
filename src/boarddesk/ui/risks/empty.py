"""The three lists with nothing in them yet: what will be here, what to do first, how a risk reads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.rules.risks.matrix import Matrix
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons, paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.empty_state import EmptyState

_CELL, _GAP, _AXIS = 48, 4, 40


class MapShape(Drawing):
    """The map to come, in greys: darker where it is worse."""

    def __init__(self, matrix: Matrix) -> None:
        across, up = len(matrix.impacts), len(matrix.likelihoods)
        super().__init__(width=_AXIS + across * (_CELL + _GAP), height=_AXIS + up * (_CELL + _GAP))
        self._matrix = matrix
        self.say(f"A heat map of {up} likelihoods by {across} impacts")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        pitch, left, up = here.px(_CELL + _GAP), here.px(_AXIS), len(self._matrix.likelihoods)
        grounds = (tokens.panel, tokens.panel, tokens.line, tokens.rule)
        font = here.font(12)
        for likelihood, impact in self._matrix.places:
            place = QRectF(
                left + (impact - 1) * pitch, (up - likelihood) * pitch, here.px(_CELL), here.px(_CELL)
            )
            rank = self._matrix.cells[likelihood, impact].severity.rank
            paint.box_edge(painter, place, fill=grounds[rank], edge="", radius=4)
            ink = tokens.ink if rank == len(grounds) - 1 else tokens.muted
            words = str(likelihood * impact)
            paint.text(painter, place, words, font=font, colour=ink, align=paint.CENTRE)
            if impact == 1:
                beside = QRectF(here.px(16), place.top(), here.px(16), place.height())
                paint.text(
                    painter, beside, str(likelihood), font=font, colour=tokens.muted, align=paint.RIGHT
                )
            if likelihood == 1:
                under = QRectF(place.left(), up * pitch, place.width(), here.px(20))
                paint.text(painter, under, str(impact), font=font, colour=tokens.muted, align=paint.CENTRE)
        foot = QRectF(left, up * pitch + here.px(20), box.width() - left, here.px(20))
        paint.text(painter, foot, "Impact", font=font, colour=tokens.muted, align=paint.CENTRE)
        painter.rotate(-90)
        upright = QRectF(-up * pitch, 0, up * pitch, here.px(16))
        paint.text(painter, upright, "Likelihood", font=font, colour=tokens.muted, align=paint.CENTRE)


def no_risk(add: Callable[[], object], imports: Callable[[], object], matrix: Matrix) -> EmptyState:
    """No risk on this board, or in this office."""
    return EmptyState(
        "No risks on this board yet",
        "Add the first one, or bring in the register you keep in Excel or Word. Risks then show here as a "
        "list beside the heat map, and on Today when a review is due.",
        buttons=[
            buttons.primary("Add the first risk", add, icon="plus"),
            buttons.secondary("Import a register", imports, icon="import"),
        ],
        example_title="How a risk reads",
        example=[
            ("Because", "three therapy posts are empty,"),
            ("there is a risk that", "children wait longer for their plans,"),
            ("which would", "miss the 20-week limit."),
        ],
        shape=MapShape(matrix),
    )


def no_issue(add: Callable[[], object]) -> EmptyState:
    """Nothing has happened."""
    return EmptyState(
        "No issues yet",
        "An issue is something that has happened. A risk that comes true becomes one, with its history; "
        "others are added here.",
        buttons=[buttons.primary("Add an issue", add)],
        example_title="A good issue says",
        example=[
            ("What", "The clinic is shut for six weeks"),
            ("What it does", "47 children missed an appointment"),
            ("Who and when", "one owner, and the day it is put right by"),
        ],
    )


def no_escalation(send: Callable[[], object]) -> EmptyState:
    """Nothing went up."""
    return EmptyState(
        "Nothing was sent to a board above",
        "What a board cannot settle goes up to the board it is accountable to: with what is asked, and back "
        "with an outcome. A risk or an issue goes up from its own row; anything else from here.",
        buttons=[buttons.primary("Send something up", send)],
        example_title="What goes up",
        example=[
            ("A difference", "between whom, and what was tried"),
            ("A barrier", "what stands in the way, and who can move it"),
            ("Asked for", "one thing the board above can decide"),
        ],
    )
