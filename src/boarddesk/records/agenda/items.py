"""The items of a meeting's agenda: added, changed, put in order, copied from other meetings, sent on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from boarddesk.records.boards import board
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, unconfirmed_meetings
from boarddesk.records.owners import OWNED, owner_fields, owner_of
from boarddesk.records.reading import one
from boarddesk.rules.agenda.item import (
    NOWHERE,
    AgendaItem,
    Fills,
    ItemKind,
    Origin,
    Outcome,
    Purpose,
    check_minutes,
    check_restriction,
    check_title,
)
from boarddesk.rules.agenda.laid_out import Agenda, lay_out, length_of
from boarddesk.rules.agenda.locking import check_may_change, check_may_reopen, check_may_supplement
from boarddesk.rules.agenda.order import Order, Place, in_order, put
from boarddesk.rules.agenda.standing import minutes_title, minutes_to_confirm
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.people import BoardKind
from boarddesk.rules.refused import Refused

GONE = "That item is no longer there."

_NAME, _JOINS = (part.format(of="i") for part in OWNED)
_READ = f"SELECT i.*, {_NAME} FROM agenda_item i {_JOINS}"
_UNLOCKED = {
    *("short_title", "papers_wanted", "chair_note", "words_to_use", "outcome", "outcome_note", "consent"),
}
"""What is no part of the agenda as issued, and may be changed after it."""
_EDITED = (
    *("title", "short_title", "purpose", "kind", "lead", "minutes", "fills", "papers_wanted"),
    *("restricted", "exempt_paragraph", "restricted_why", "late_why", "chair_note", "words_to_use"),
    *("outcome", "outcome_note", "consent"),
)


def agenda_items(file: OfficeFile, meeting_id: str) -> tuple[AgendaItem, ...]:
    """The items of a meeting in the order the person made, sub-items after the one they are under."""
    rows = file.rows(f"{_READ} WHERE i.meeting_id = ? ORDER BY i.position, i.id", (meeting_id,))
    known = {row["id"]: row for row in rows}
    order = in_order([Place(row["id"], row["parent_id"]) for row in rows])
    return tuple(replace(_item(known[place.id]), parent_id=place.parent_id) for place in order)


def items_of_board(file: OfficeFile, board_id: str) -> tuple[AgendaItem, ...]:
    """Every item of a board's meetings, the oldest meeting first."""
    rows = file.rows(
        f"{_READ} JOIN meeting m ON m.id = i.meeting_id WHERE m.board_id = ? "
        "ORDER BY m.date, i.position, i.id",
        (board_id,),
    )
    return tuple(_item(row) for row in rows)


def agenda_item(file: OfficeFile, item_id: str) -> AgendaItem:
    """One item; refused when it is no longer there."""
    return _item(one(file.row(f"{_READ} WHERE i.id = ?", (item_id,)), GONE))


def agenda(file: OfficeFile, meeting_id: str) -> Agenda:
    """The agenda of a meeting laid out: numbers, times, and by how much it is too long."""
    of = meeting(file, meeting_id)
    length = length_of(of, board(file, of.board_id).minutes_long)
    return lay_out(agenda_items(file, meeting_id), start=of.start_time, length=length)


def item_titles(file: OfficeFile, meeting_id: str) -> dict[str, str]:
    """The titles of a meeting's items by their numbers, in order."""
    return {row.number: row.item.title for row in agenda(file, meeting_id).rows}


def add_item(
    file: OfficeFile,
    meeting_id: str,
    title: str,
    *,
    under: str | None = None,
    purpose: Purpose = Purpose.NOT_SAID,
    kind: ItemKind = ItemKind.ORDINARY,
    lead: Owner = NO_OWNER,
    minutes: int | None = None,
    fills: Fills = Fills.NOTHING,
    papers_wanted: bool = False,
    late_why: str = "",
    origin: Origin = NOWHERE,
    minutes_of_id: str | None = None,
) -> str:
    """An item at the end, or the last under another; to an issued agenda only as a supplement."""
    of = meeting(file, meeting_id)
    supplement = None
    if late_why.strip() and of.agenda_version:
        check_may_supplement(of, late_why)
        supplement, under = of.agenda_version, None
    else:
        check_may_change(of)
    check_minutes(minutes)
    kept = check_title(title)
    with file.change(f"Add item {kept}") as change:
        made = change.insert(
            "agenda_item",
            meeting_id=meeting_id,
            title=kept,
            parent_id=under,
            purpose=purpose,
            kind=kind,
            **owner_fields(lead),
            minutes=minutes,
            fills=fills,
            papers_wanted=papers_wanted,
            late_why=late_why.strip(),
            supplement=supplement,
            from_item_id=origin.item_id,
            from_entry_id=origin.entry_id,
            from_escalation_id=origin.escalation_id,
            from_decision_id=origin.decision_id,
            minutes_of_id=minutes_of_id,
            position=len(agenda_items(file, meeting_id)),
        )
        if origin.escalation_id:
            change.update("escalation", origin.escalation_id, meeting_id=meeting_id)
        _write_order(change, _order(file, meeting_id))
    return made


def change_item(file: OfficeFile, changed: AgendaItem) -> None:
    """Keep an item as it is now given; refused where the issued agenda has it otherwise.

    Its place, its meeting and where it came from are not changed here.
    """
    known = agenda_item(file, changed.id)
    fields = [name for name in _EDITED if getattr(known, name) != getattr(changed, name)]
    if set(fields) - _UNLOCKED:
        check_may_change(meeting(file, known.meeting_id))
    if {"restricted", "exempt_paragraph", "restricted_why"} & set(fields):
        check_restriction(changed, statutory=_is_statutory(file, known.meeting_id))
    check_minutes(changed.minutes)
    kept: dict[str, object] = {name: getattr(changed, name) for name in fields}
    kept["title"] = check_title(changed.title)
    if kept.pop("lead", None) is not None:
        kept |= owner_fields(changed.lead)
    with file.change(f"Change item {kept['title']}", coalesce=f"{changed.id} {' '.join(fields)}") as change:
        change.update("agenda_item", changed.id, **kept)


def rearrange(file: OfficeFile, item_id: str, by: Callable[[Order, str], Order]) -> None:
    """Put an item elsewhere by a rule of rules/agenda/order."""
    known = agenda_item(file, item_id)
    check_may_change(meeting(file, known.meeting_id))
    with file.change(f"Move item {known.title}") as change:
        _write_order(change, by(_order(file, known.meeting_id), item_id))


def put_item(file: OfficeFile, item_id: str, *, before: str | None, under: str | None = None) -> None:
    """Put an item before another, or at the end."""
    rearrange(file, item_id, lambda order, moved: put(order, moved, before=before, under=under))


def remove_item(file: OfficeFile, item_id: str) -> None:
    """Take an item off the agenda, with what is under it; Undo brings it back."""
    known = agenda_item(file, item_id)
    check_may_change(meeting(file, known.meeting_id))
    with file.change(f"Remove item {known.title}") as change:
        change.delete("agenda_item", item_id)
        _write_order(change, _order(file, known.meeting_id))


def copy_agenda(file: OfficeFile, from_meeting_id: str, to_meeting_id: str) -> tuple[str, ...]:
    """Another meeting's items at the end of this agenda, but for what was only that day's.

    Notes for the chair, words to use, papers, outcomes, late items and those added on the day stay where
    they are.
    """
    check_may_change(meeting(file, to_meeting_id))
    items = [
        item for item in agenda_items(file, from_meeting_id) if not item.is_late and not item.added_on_the_day
    ]
    if not items:
        raise Refused("That meeting has no agenda to copy.")
    with file.change("Copy agenda"):
        return copy_items(file, items, to_meeting_id)


def copy_items(file: OfficeFile, items: Sequence[AgendaItem], to_meeting_id: str) -> tuple[str, ...]:
    """Items as they are wanted again at another meeting; each remembers which it was.

    The one that confirms minutes confirms those that are due there.
    """
    of, made = meeting(file, to_meeting_id), dict[str, str]()
    earlier = minutes_to_confirm(unconfirmed_meetings(file, of.board_id), of)
    with file.change("Copy items") as change:
        for item in items:
            minutes = earlier if item.fills is Fills.MINUTES else None
            made[item.id] = add_item(
                file,
                to_meeting_id,
                minutes_title(minutes) if minutes else item.title,
                under=made.get(item.parent_id or ""),
                purpose=item.purpose,
                kind=item.kind,
                lead=item.lead,
                minutes=item.minutes,
                fills=item.fills,
                papers_wanted=item.papers_wanted,
                origin=Origin(item_id=item.id),
                minutes_of_id=minutes.id if minutes else None,
            )
            change.update(
                "agenda_item",
                made[item.id],
                short_title=item.short_title,
                restricted=item.restricted,
                exempt_paragraph=item.exempt_paragraph,
                restricted_why=item.restricted_why,
            )
    return tuple(made.values())


def send_on(file: OfficeFile, item_id: str, to_meeting_id: str) -> None:
    """Move an item, with what is under it and its papers, to another meeting that is still to come."""
    known = agenda_item(file, item_id)
    target = meeting(file, to_meeting_id)
    check_may_change(meeting(file, known.meeting_id))
    check_may_change(target)
    if target.id == known.meeting_id:
        raise Refused("It is on that agenda already.")
    moved = [
        item
        for item in agenda_items(file, known.meeting_id)
        if item.id == item_id or item.parent_id == item_id
    ]
    with file.change(f"Move item {known.title} to the next meeting") as change:
        after = len(agenda_items(file, to_meeting_id))
        for place, item in enumerate(moved):
            parent = item.parent_id if item.parent_id == item_id else None
            change.update(
                "agenda_item", item.id, meeting_id=to_meeting_id, parent_id=parent, position=after + place
            )
        _write_order(change, _order(file, known.meeting_id))


def reopen_agenda(file: OfficeFile, meeting_id: str, *, why: str, on: date) -> None:
    """Begin a new version of an issued agenda; the reason is printed on it."""
    check_may_reopen(meeting(file, meeting_id), why)
    with file.change("Begin a new version of the agenda") as change:
        change.update("meeting", meeting_id, agenda_reopened_on=on, agenda_reopened_why=why.strip())


def agenda_issued(file: OfficeFile, meeting_id: str) -> None:
    """Its agenda went out: from now on it stands. A new version counts one up; its reason stays printed."""
    known = meeting(file, meeting_id)
    if not known.state.is_to_come:
        return  # held since: a copy of what was issued changes nothing
    fields: dict[str, object] = {"state": MeetingState.AGENDA_ISSUED}
    if known.agenda_version == 0 or known.agenda_reopened_on:
        fields |= {"agenda_version": known.agenda_version + 1, "agenda_reopened_on": None}
    with file.change("Issue agenda") as change:
        change.update("meeting", meeting_id, **fields)


def set_outcome(file: OfficeFile, item_id: str, outcome: Outcome, *, note: str = "") -> None:
    """What became of an item; deferred and not reached ones are offered to the next agenda."""
    known = agenda_item(file, item_id)
    if outcome and not meeting(file, known.meeting_id).state.was_held:
        raise Refused("The meeting is still to come: this is noted once it was held.", field="outcome")
    words = f"Mark item {known.title} as {outcome}" if outcome else f"Clear what became of {known.title}"
    with file.change(words) as change:
        change.update("agenda_item", item_id, outcome=outcome, outcome_note=note.strip())


def _order(file: OfficeFile, meeting_id: str) -> Order:
    return tuple(Place(item.id, item.parent_id) for item in agenda_items(file, meeting_id))


def _write_order(change: Change, order: Order) -> None:
    for position, place in enumerate(order):
        change.update("agenda_item", place.id, position=position, parent_id=place.parent_id)


def _is_statutory(file: OfficeFile, meeting_id: str) -> bool:
    return board(file, meeting(file, meeting_id).board_id).kind is BoardKind.STATUTORY


def _item(row: Row) -> AgendaItem:
    return AgendaItem(
        id=row["id"],
        meeting_id=row["meeting_id"],
        title=row["title"],
        parent_id=row["parent_id"],
        short_title=row["short_title"],
        purpose=Purpose(row["purpose"]),
        kind=ItemKind(row["kind"]),
        lead=owner_of(row),
        minutes=row["minutes"],
        fills=Fills(row["fills"]),
        papers_wanted=bool(row["papers_wanted"]),
        restricted=bool(row["restricted"]),
        exempt_paragraph=row["exempt_paragraph"],
        restricted_why=row["restricted_why"],
        late_why=row["late_why"],
        supplement=row["supplement"],
        chair_note=row["chair_note"],
        words_to_use=row["words_to_use"],
        outcome=Outcome(row["outcome"]),
        outcome_note=row["outcome_note"],
        origin=Origin(
            row["from_item_id"], row["from_entry_id"], row["from_escalation_id"], row["from_decision_id"]
        ),
        minutes_of_id=row["minutes_of_id"],
        added_on_the_day=bool(row["added_on_the_day"]),
        consent=bool(row["consent"]),
    )
