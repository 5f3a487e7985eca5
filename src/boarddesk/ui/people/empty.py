"""The lists with nothing in them yet: what will be here, and what to do first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from boarddesk.ui.look.theme import look
from boarddesk.ui.people.actions import PeopleActions
from boarddesk.ui.widgets import buttons, paint
from boarddesk.ui.widgets.drawing import Drawing
from boarddesk.ui.widgets.empty_state import EmptyState

_ROWS = ((96, 170), (120, 140), (84, 190), (0, 150), (110, 120), (100, 160), (76, 130))
"""Length of the name, none for a vacancy, and of the post."""


class RollShape(Drawing):
    """The page to come, in greys: a roll with its holders, one seat vacant."""

    def __init__(self, *, vacant: bool = True) -> None:
        super().__init__(width=320, height=224)
        self._rows = [(name, post) for name, post in _ROWS if name or vacant]
        roll, others = "A roll as a table: who holds each seat, one of them vacant", "A table of names"
        self.say(roll if vacant else others)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        high = box.height() / len(self._rows)
        for at, (name, post) in enumerate(self._rows):
            middle = box.top() + at * high + high / 2
            words = QRectF(box.left() + here.px(12), middle - 4, here.px(name or 64), 8)
            edge = "" if name else tokens.ctl
            paint.box_edge(painter, words, fill=tokens.rule if name else "", edge=edge, radius=4)
            rest = QRectF(box.left() + here.px(148), middle - 4, here.px(post) * 0.9, 8)
            paint.box_edge(painter, rest, fill=tokens.line, edge="", radius=4)
            painter.fillRect(QRectF(box.left(), middle + high / 2 - 1, box.width(), 1), tokens.line)


class LinesShape(Drawing):
    """The page to come, in greys: a board under three bodies."""

    def __init__(self) -> None:
        super().__init__(width=320, height=200)
        self.say("A governance chart: a board, and three bodies above it")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        here, tokens = look(), look().tokens
        wide, high = here.px(92), here.px(40)
        middle, lane = box.center().x(), box.top() + here.px(92)
        below = QRectF(middle - wide / 2, box.top() + here.px(140), wide, high)
        for at in (-1, 0, 1):
            upper = QRectF(middle + at * here.px(108) - wide / 2, box.top() + here.px(8), wide, high)
            paint.box_edge(painter, upper, fill=tokens.line, edge="", radius=4)
            stem = QRectF(upper.center().x() - 1, upper.bottom(), 2, lane - upper.bottom())
            painter.fillRect(stem, here.colour(tokens.rule))
        across = QRectF(middle - here.px(108) - 1, lane, here.px(216) + 2, 2)
        painter.fillRect(across, here.colour(tokens.rule))
        painter.fillRect(QRectF(middle - 1, lane, 2, below.top() - lane), here.colour(tokens.rule))
        paint.box_edge(painter, below, fill=tokens.rule, edge="", radius=4)


def no_board(people_actions: PeopleActions) -> EmptyState:
    """Nothing at all: a board comes first."""
    return EmptyState(
        "No boards yet",
        "A board, committee or group stands here with its terms of reference, its seats and who holds them. "
        "Add the first one; its seats and people follow.",
        buttons=[buttons.primary("Add a board", people_actions.add_board)],
        example_title="A board has",
        example=[
            ("A name", "SEND Improvement Board"),
            ("A short name", "SIB, for its meetings’ numbers"),
            ("A quorum", "8 seats, or a fraction such as 1/3"),
        ],
        shape=RollShape(),
    )


def no_seat(people_actions: PeopleActions, imports: Callable[[], object] | None) -> EmptyState:
    """A board without seats."""
    others = [buttons.secondary("Import a register from Excel", imports)] if imports else []
    return EmptyState(
        "No seats yet",
        "The roll of the board stands here in order: each seat with its post, who holds it, and who "
        "deputises. A register kept in Excel brings seats and people with it.",
        buttons=[buttons.primary("Add a seat", people_actions.add_seat), *others],
        example_title="A seat has",
        example=[
            ("A post", "Executive nurse"),
            ("An organisation", "Northmoor Integrated Care Board"),
            ("A role", "chair, member, adviser, observer …"),
            ("A holder", "and deputies, in order"),
        ],
        shape=RollShape(),
    )


def no_person(people_actions: PeopleActions) -> EmptyState:
    """Nobody is known."""
    return EmptyState(
        "Nobody yet",
        "Everybody the office knows stands here: members, former members and deputies. Who is given a seat "
        "is added with it; anybody else is added here.",
        buttons=[buttons.primary("Add a person", people_actions.add_person)],
        shape=RollShape(),
    )


def no_organisation(people_actions: PeopleActions) -> EmptyState:
    """No organisation is known."""
    return EmptyState(
        "No organisations yet",
        "Councils, health trusts, schools and forums that send people stand here, each with its sector. "
        "Quorum rules and attendance by organisation go by them.",
        buttons=[buttons.primary("Add an organisation", people_actions.add_organisation)],
        shape=RollShape(),
    )


def no_line(people_actions: PeopleActions) -> EmptyState:
    """Boards without reporting lines."""
    return EmptyState(
        "No reporting lines yet",
        "To whom each board is accountable, whom it informs and who scrutinises it stands here, drawn and in "
        "words, as it stood on any day. What is escalated goes up the lines of those it is accountable to.",
        buttons=[buttons.primary("Add a reporting line", people_actions.add_line)],
        example_title="A line has",
        example=[
            ("A kind", "accountable to, informs, scrutinised by"),
            ("An end", "a board here, or a body such as the cabinet"),
            ("Its days", "from when until when, where they are known"),
        ],
        shape=LinesShape(),
    )


def no_interest(people_actions: PeopleActions) -> EmptyState:
    """Nobody has declared anything."""
    return EmptyState(
        "No interests yet",
        "What members declare that could bear on what a board decides stands here, person by person, with "
        "the day it was declared. An interest that is over is given its last day and stays on the register.",
        buttons=[buttons.primary("Declare an interest", people_actions.declare_interest)],
        example_title="An interest has",
        example=[
            ("A person", "whoever declares it"),
            ("Its words", "governor of Skelden Primary School"),
            ("A nature", "financial, non-financial, indirect"),
            ("Its days", "when it was declared, and when it ended"),
        ],
        shape=RollShape(vacant=False),
    )
