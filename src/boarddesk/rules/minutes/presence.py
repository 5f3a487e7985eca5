"""Who was in the room while an item was taken, in sentences: from the register and the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from boarddesk.rules.meetings.points import is_time, point_words
from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.rules.people import Board
from boarddesk.rules.registers.declarations import Conduct, Declaration, out_of_item
from boarddesk.rules.registers.quorum import Quorum, live_quorum
from boarddesk.rules.registers.register import Mark, Register

_DECLARED = {
    Conduct.LEFT: "{who} left for item {number} (declared interest).",
    Conduct.NO_PART: "{who} took no part in item {number} (declared interest).",
}


@dataclass(frozen=True)
class Presence:
    """The room during one item: the quorum without those away, and who is away or soon to go in sentences."""

    quorum: Quorum
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class _Stay:
    """Somebody there for part of the meeting, from and to a point; guests have no row."""

    row_id: str
    who: str
    start: str
    end: str


def taken_order(items: Sequence[ItemMinute]) -> tuple[ItemMinute, ...]:
    """Business in the order it was taken; what nobody began stands before the next item of the agenda.

    So out of order is as it was, and a beginning that was forgotten moves nothing.
    """
    begun = sorted((item for item in items if item.sequence), key=lambda item: item.sequence)
    places = {item.row.item.id: at for at, item in enumerate(items)}
    order = list(begun)
    for item in (item for item in items if not item.sequence):
        here = places[item.row.item.id]
        later = (known for known in begun if places[known.row.item.id] > here)
        after = next(later, None)
        order.insert(order.index(after) if after else len(order), item)
    return tuple(order)


def presence_sentences(
    register: Register, declarations: Iterable[Declaration], items: Sequence[ItemMinute]
) -> Mapping[str, tuple[str, ...]]:
    """What the minutes say under each item of who came, who left for it and who went: item id → sentences.

    A time of day belongs to the item that was taken then; items nobody began count from their place on the
    agenda.
    """
    order = taken_order(items)
    came: dict[str, list[str]] = {}
    went: dict[str, list[str]] = {}
    for stay in _stays(register):
        first, last = _first(order, stay.start), _last(order, stay.end)
        only = _only_item(stay)
        if only and first:
            came.setdefault(first.row.item.id, []).append(f"{stay.who} was there for item {only} only.")
            continue
        if first and stay.start:
            words = f"{stay.who} joined at {point_words(stay.start)}."
            came.setdefault(first.row.item.id, []).append(words)
        if last and stay.end:
            went.setdefault(last.row.item.id, []).append(f"{stay.who} left {_going(stay.end)}.")
    declared = list(declarations)
    return {
        item.row.item.id: (
            *came.get(item.row.item.id, ()),
            *_declared_in(declared, item),
            *went.get(item.row.item.id, ()),
        )
        for item in order
    }


def presence(
    board: Board,
    register: Register,
    declarations: Sequence[Declaration],
    items: Sequence[ItemMinute],
    *,
    item_id: str,
    at: str = "",
) -> Presence:
    """The room while an item is taken; `at` is the time of day there, where one is known."""
    order = taken_order(items)
    places = {item.row.item.id: place for place, item in enumerate(order)}
    here = places[item_id]
    away: set[str] = set()
    told: list[str] = []
    for stay in _stays(register):
        is_late, is_gone = _not_yet(order, stay, here, at), _has_left(order, stay, here, at)
        if is_late or is_gone:
            away.add(stay.row_id)
        told += _told(stay, is_late=is_late, is_gone=is_gone)
    gone = out_of_item(register, declarations, item_id) | away
    return Presence(
        live_quorum(board, register, away=frozenset(gone)),
        (*_declared_in(declarations, order[here]), *told),
    )


def _told(stay: _Stay, *, is_late: bool, is_gone: bool) -> Iterable[str]:
    if is_gone:
        yield f"{stay.who} left {_going(stay.end)}."
    elif is_late:
        yield f"{stay.who} joins at {point_words(stay.start)}."
    elif stay.end:
        yield f"{stay.who} leaves {_going(stay.end)}."


def _declared_in(declarations: Iterable[Declaration], item: ItemMinute) -> list[str]:
    return [
        _DECLARED[known.did].format(who=known.person, number=item.row.number)
        for known in declarations
        if known.item_id == item.row.item.id and known.did in _DECLARED
    ]


def _stays(register: Register) -> list[_Stay]:
    """Those there for part with a point given: members in the order of the roll, then guests."""
    members = [
        _Stay(row.id, row.who, row.part_from, row.part_to) for row in register.rows if row.mark is Mark.PART
    ]
    guests = [_Stay("", guest.name, guest.arrived, guest.departed) for guest in register.guests]
    return [stay for stay in (*members, *guests) if stay.start or stay.end]


def _only_item(stay: _Stay) -> str:
    """The one item somebody was there for; empty for any other stay."""
    return stay.start if stay.start and stay.start == stay.end and not is_time(stay.start) else ""


def _going(point: str) -> str:
    return f"at {point}" if is_time(point) else f"after item {point}"


def _first(order: Sequence[ItemMinute], point: str) -> ItemMinute | None:
    """The item at which a point falls: the first under it, or the one taken at that time."""
    if is_time(point):
        return _at_time(order, point)
    return next((item for item in order if _is_under(item, point)), None)


def _last(order: Sequence[ItemMinute], point: str) -> ItemMinute | None:
    """The item after which a point lies."""
    if is_time(point):
        return _at_time(order, point)
    return next((item for item in reversed(order) if _is_under(item, point)), None)


def _at_time(order: Sequence[ItemMinute], time: str) -> ItemMinute | None:
    """What was taken at a time of day: the last begun by then; by the agenda's times where none was begun."""
    any_begun = any(item.began for item in order)
    begun = [
        item
        for item in order
        if not item.row.is_heading
        and (clock := item.began if any_begun else item.row.starts)
        and clock <= time
    ]
    return begun[-1] if begun else (order[0] if order else None)


def _is_under(item: ItemMinute, point: str) -> bool:
    """Whether a point names an item or the heading over it; the heading itself is no business."""
    number = item.row.number
    return bool(point) and not item.row.is_heading and (number == point or number.startswith(f"{point}."))


def _not_yet(order: Sequence[ItemMinute], stay: _Stay, here: int, at: str) -> bool:
    if is_time(stay.start):
        return bool(at) and at < stay.start
    first = _first(order, stay.start)
    return first is not None and here < order.index(first)


def _has_left(order: Sequence[ItemMinute], stay: _Stay, here: int, at: str) -> bool:
    if is_time(stay.end):
        return bool(at) and at > stay.end
    last = _last(order, stay.end)
    return last is not None and here > order.index(last)
