"""The items of the meeting at the left: number, title, and the time each began."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.ui.meetings.minutes.shown import ShownMinutes
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, Ink, Kind, Row

NUMBER, TITLE, BEGAN = "number", "title", "began"

COLUMNS = (
    Column(NUMBER, "No", 30, fits=50, ink=Ink.MUTED),
    Column(TITLE, "Item", 150, stretch=True, names=True),
    Column(BEGAN, "Began", 52, kind=Kind.NUMBER, editor=Editor()),
)

SCREEN_COLUMNS = (COLUMNS[0], Column(TITLE, "Item", 150, stretch=True, names=True))


def rows(shown: ShownMinutes) -> list[Row]:
    """Every item in the order of the agenda, whatever order it was taken in."""
    return [_row(item, editable=not shown.why_not) for item in shown.items]


def screen_rows(shown: ShownMinutes) -> list[Row]:
    """The same for the whole screen: others may see it, so nothing of it says what is restricted."""
    return [
        Row(
            item.row.item.id,
            {
                NUMBER: Cell(item.row.number, ink=Ink.MUTED),
                TITLE: Cell(
                    item.row.item.short_title or item.row.item.title,
                    strong=item.row.is_heading,
                    tip=item.row.item.title,
                ),
            },
        )
        for item in shown.items
    ]


def _row(item: ItemMinute, *, editable: bool) -> Row:
    row, to_come = item.row, not item.began
    locked = row.item.restricted
    title = row.item.short_title or row.item.title
    said = [
        row.item.title,
        "restricted" if locked else "",
        "added on the day" if row.item.added_on_the_day else "",
    ]
    return Row(
        row.item.id,
        {
            NUMBER: Cell(row.number, ink=Ink.MUTED if to_come else None, said=row.number),
            TITLE: Cell(
                title,
                strong=row.is_heading,
                ink=Ink.MUTED if to_come and not row.is_heading else None,
                locked=locked,
                said=", ".join(filter(None, said)),
                tip=row.item.title,
            ),
            BEGAN: _began(item, editable=editable),
        },
    )


def _began(item: ItemMinute, *, editable: bool) -> Cell:
    if item.row.is_heading:
        return Cell("", said="a heading", editable=False)
    return Cell(
        item.began or "–",
        value=item.began,
        ink=None if item.began else Ink.MUTED,
        said=item.began or "not begun",
        editable=editable,
    )


def no_items(to_agenda: Callable[[], object], on_the_day: QPushButton) -> EmptyState:
    """What stands where the meeting has no agenda; on the day business may be added here too."""
    return EmptyState(
        "No agenda yet",
        "What is said stands here under the items of the agenda: make it first. On the day an item may also "
        "be added here.",
        buttons=[buttons.secondary("Go to the agenda", to_agenda), on_the_day],
    )
