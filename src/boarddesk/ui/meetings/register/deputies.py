"""Who comes in somebody's place: the named deputies in their order, somebody else, or not known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from boarddesk.records import people, seats
from boarddesk.records.file.office_file import BoardFile
from boarddesk.rules.people import Person
from boarddesk.rules.registers.marking import why_not_deputy
from boarddesk.rules.registers.register import Register, RollRow
from boarddesk.ui.widgets.opening import pop_up
from boarddesk.ui.widgets.table.record_table import RecordTable


def named_deputies(file: BoardFile, row: RollRow) -> list[Person]:
    """The deputies of a seat, in order."""
    known = {person.id: person for person in people.people(file)}
    return [known[one] for one in seats.seat(file, row.seat_id).deputy_ids if one in known]


def why_not(register: Register, row: RollRow, deputies: Iterable[Person]) -> dict[str, str]:
    """Which of these cannot come in the place of a row, and the reason, by their id."""
    reasons = {one.id: why_not_deputy(register, row, one.id) for one in deputies}
    return {person_id: reason for person_id, reason in reasons.items() if reason}


def deputy_choices(
    row: RollRow, deputies: Sequence[Person], everybody: Sequence[Person]
) -> list[tuple[str, str]]:
    """For a drop-down: those named for the seat first, in their order, then everybody else by name."""
    named = {one.id for one in deputies}
    others = sorted(
        (one for one in everybody if one.id not in named | {row.person_id}), key=lambda one: one.name
    )
    return [
        ("", "Not known"),
        *((one.id, f"{one.name}, named deputy") for one in deputies),
        *((one.id, one.name) for one in others),
    ]


def offer_deputies(
    table: RecordTable,
    row: RollRow,
    deputies: Sequence[Person],
    *,
    takes: Callable[[str | None], object],
    asks: Callable[[], object],
    barred: Collection[str] = (),
) -> None:
    """A menu under the chosen row; Enter takes the first who can come; who is there already is shown."""
    menu = QMenu(table)
    menu.setAccessibleName(f"Deputy of {row.who}")
    for person in deputies:
        away = person.id not in barred
        words = person.name if away else f"{person.name}: there in their own seat"
        menu.addAction(words, partial(takes, person.id)).setEnabled(away)
    menu.addSeparator()
    menu.addAction("Somebody else…", asks)
    menu.addAction("Not known", lambda: takes(None))
    menu.setActiveAction(next(one for one in menu.actions() if one.isEnabled() and not one.isSeparator()))
    view = table.view
    place = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(0, 2)
    pop_up(menu, view.viewport().mapToGlobal(place))
