"""The standing items of a board: kept in order, and brought onto an agenda, where three fill themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boarddesk.records.agenda.items import add_item, agenda_items
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, unconfirmed_meetings
from boarddesk.records.owners import OWNED, owner_fields, owner_of
from boarddesk.records.reading import one
from boarddesk.rules.agenda.item import Fills, ItemKind, Purpose, StandingItem, check_minutes, check_title
from boarddesk.rules.agenda.standing import USUAL, minutes_to_confirm, wording_of
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.refused import Refused

GONE = "That standing item is no longer there."

_NAME, _JOINS = (part.format(of="s") for part in OWNED)


def standing_items(file: OfficeFile, board_id: str) -> tuple[StandingItem, ...]:
    """A board's standing items in order."""
    rows = file.rows(
        f"SELECT s.*, {_NAME} FROM standing_item s {_JOINS} WHERE s.board_id = ? ORDER BY s.position, s.id",
        (board_id,),
    )
    return tuple(_standing(row) for row in rows)


def standing_item(file: OfficeFile, standing_id: str) -> StandingItem:
    """One standing item; refused when it is no longer there."""
    found = file.row(f"SELECT s.*, {_NAME} FROM standing_item s {_JOINS} WHERE s.id = ?", (standing_id,))
    return _standing(one(found, GONE))


def take_usual_items(file: OfficeFile, board_id: str) -> None:
    """Those most boards have, for a board that has none."""
    with file.change("Take the usual standing items"):
        for title, fills in USUAL:
            add_standing_item(file, board_id, title, fills=fills)


def add_standing_item(
    file: OfficeFile,
    board_id: str,
    title: str,
    *,
    purpose: Purpose = Purpose.NOT_SAID,
    kind: ItemKind = ItemKind.STANDING,
    lead: Owner = NO_OWNER,
    minutes: int | None = None,
    fills: Fills = Fills.NOTHING,
) -> str:
    """An item that every agenda of the board has; one of a kind fills itself."""
    kept = check_title(title)
    check_minutes(minutes)
    _check_fills(file, board_id, fills)
    with file.change(f"Add standing item {kept}") as change:
        return change.insert(
            "standing_item",
            board_id=board_id,
            title=kept,
            purpose=purpose,
            kind=kind,
            **owner_fields(lead),
            minutes=minutes,
            fills=fills,
            position=len(standing_items(file, board_id)),
        )


def change_standing_item(file: OfficeFile, changed: StandingItem) -> None:
    """Keep a standing item as it is now given; agendas made before have it as it was."""
    one(file.row("SELECT 1 FROM standing_item WHERE id = ?", (changed.id,)), GONE)
    check_minutes(changed.minutes)
    _check_fills(file, changed.board_id, changed.fills, but=changed.id)
    kept = check_title(changed.title)
    with file.change(f"Change standing item {kept}") as change:
        change.update(
            "standing_item",
            changed.id,
            title=kept,
            purpose=changed.purpose,
            kind=changed.kind,
            **owner_fields(changed.lead),
            minutes=changed.minutes,
            fills=changed.fills,
        )


def order_standing_items(file: OfficeFile, board_id: str, ids: Sequence[str]) -> None:
    """Put them in this order."""
    with file.change("Move standing item") as change:
        for position, standing_id in enumerate(ids):
            change.update("standing_item", standing_id, position=position)


def remove_standing_item(file: OfficeFile, standing_id: str) -> None:
    """No agenda made from now on has it."""
    row = one(file.row("SELECT title FROM standing_item WHERE id = ?", (standing_id,)), GONE)
    with file.change(f"Remove standing item {row['title']}") as change:
        change.delete("standing_item", standing_id)


def missing_standing_items(file: OfficeFile, meeting_id: str) -> tuple[StandingItem, ...]:
    """Those an agenda has not, under the title each would have on it."""
    of = meeting(file, meeting_id)
    there = agenda_items(file, meeting_id)
    titles = {item.title.casefold() for item in there}
    filled = {item.fills for item in there if item.fills}
    earlier = minutes_to_confirm(unconfirmed_meetings(file, of.board_id), of)
    wanted = (
        replace(standing, title=wording_of(standing, earlier))
        for standing in standing_items(file, of.board_id)
    )
    return tuple(
        standing
        for standing in wanted
        if standing.title.casefold() not in titles and standing.fills not in filled
    )


def bring_in_standing_items(file: OfficeFile, meeting_id: str, *, only: str | None = None) -> tuple[str, ...]:
    """The standing items an agenda has not, or one of them; those that fill themselves say of what."""
    of = meeting(file, meeting_id)
    missing = [
        standing for standing in missing_standing_items(file, meeting_id) if only in (None, standing.id)
    ]
    if not standing_items(file, of.board_id):
        raise Refused("This board has no standing items yet: add them under People, at the board.")
    if not missing:
        raise Refused(f"{'They are all' if only is None else 'It is'} on the agenda already.")
    earlier = minutes_to_confirm(unconfirmed_meetings(file, of.board_id), of)
    with file.change("Bring in standing items" if only is None else f"Bring in {missing[0].title}"):
        return tuple(
            add_item(
                file,
                meeting_id,
                standing.title,
                purpose=standing.purpose,
                kind=standing.kind,
                lead=standing.lead,
                minutes=standing.minutes,
                fills=standing.fills,
                minutes_of_id=earlier.id if earlier and standing.fills is Fills.MINUTES else None,
            )
            for standing in missing
        )


def _check_fills(file: OfficeFile, board_id: str, fills: Fills, *, but: str = "") -> None:
    if fills and any(
        standing.fills is fills and standing.id != but for standing in standing_items(file, board_id)
    ):
        raise Refused("Another standing item fills itself from that already.", field="fills")


def _standing(row: Row) -> StandingItem:
    return StandingItem(
        id=row["id"],
        board_id=row["board_id"],
        title=row["title"],
        purpose=Purpose(row["purpose"]),
        kind=ItemKind(row["kind"]),
        lead=owner_of(row),
        minutes=row["minutes"],
        fills=Fills(row["fills"]),
    )
