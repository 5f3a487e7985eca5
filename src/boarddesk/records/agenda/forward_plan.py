"""The forward plan of each board: what is wanted later, added, changed, ordered, moved and withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boarddesk.records.boards import boards
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings
from boarddesk.records.owners import OWNED, owner_fields, owner_of
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.agenda.entry import Every, ForwardEntry, check_entry
from boarddesk.rules.agenda.forward_plan import ForwardPlan
from boarddesk.rules.agenda.item import ItemKind, Purpose
from boarddesk.rules.dates.months import month_of
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import cut_characters, one_line

GONE = "That entry of the forward plan is no longer there."
TITLE_IN_LABEL = 40


def forward_plan(file: OfficeFile) -> ForwardPlan:
    """The entries of every board in its order, with the meetings and agendas they are placed by."""
    rows = file.rows("SELECT from_entry_id, meeting_id FROM agenda_item")
    return ForwardPlan(
        entries(file),
        meetings(file),
        {board.id: board for board in boards(file)},
        gathered((row["from_entry_id"], row["meeting_id"]) for row in rows if row["from_entry_id"]),
        frozenset(row["meeting_id"] for row in rows),
    )


def entries(file: OfficeFile, board_id: str | None = None) -> tuple[ForwardEntry, ...]:
    """Every entry, or those of one board, in the board's order; withdrawn ones too."""
    name, joins = (part.format(of="e") for part in OWNED)
    rows = file.rows(
        f"SELECT e.*, {name} FROM forward_entry e {joins} JOIN board b ON b.id = e.board_id"
        " WHERE :board IS NULL OR e.board_id = :board"
        " ORDER BY b.position, b.name, e.board_id, e.position, e.id",
        {"board": board_id},
    )
    return tuple(_entry(row) for row in rows)


def area_names(file: OfficeFile) -> dict[str, tuple[str, str]]:
    """Number and title of every area an entry may be about, by its id, in the plans’ order."""
    rows = file.rows(
        "SELECT a.id, a.number, a.title FROM area a JOIN plan p ON p.id = a.plan_id"
        " ORDER BY p.name, p.id, a.position, a.id"
    )
    return {row["id"]: (row["number"], row["title"]) for row in rows}


def entry(file: OfficeFile, entry_id: str) -> ForwardEntry:
    """One entry; refused when it is no longer there."""
    row = one(file.row("SELECT board_id FROM forward_entry WHERE id = ?", (entry_id,)), GONE)
    return next(found for found in entries(file, row["board_id"]) if found.id == entry_id)


def add_entry(file: OfficeFile, made: ForwardEntry) -> str:
    """A new entry, last of its board; its id and place are given here."""
    kept = _checked(file, made)
    place = file.value(
        "SELECT coalesce(max(position) + 1, 0) FROM forward_entry WHERE board_id = ?", (kept.board_id,)
    )
    with file.change(f"Add {_called(kept)} to the forward plan") as change:
        return change.insert("forward_entry", **_fields(replace(kept, position=int(str(place)))))


def update_entry(file: OfficeFile, changed: ForwardEntry) -> None:
    """Keep an entry as it is now given: its words, its time, its route."""
    known = entry(file, changed.id)
    kept = _checked(file, changed)
    with file.change(f"Change {_called(known)} in the forward plan") as change:
        change.update("forward_entry", changed.id, **_fields(kept))


def place_entry(file: OfficeFile, entry_id: str, *, month: str = "", meeting_id: str | None = None) -> None:
    """Want it in another month, or at one meeting; without either some day."""
    known = entry(file, entry_id)
    moved = _checked(file, replace(known, wanted_month=month, meeting_id=meeting_id))
    with file.change(f"Move {_called(known)} in the forward plan") as change:
        change.update("forward_entry", entry_id, wanted_month=moved.wanted_month, meeting_id=moved.meeting_id)


def order_entry(file: OfficeFile, entry_id: str, *, step: int) -> None:
    """So many places down its board's plan, up where it is less than nothing; at an end it stays."""
    known = entry(file, entry_id)
    order = [found.id for found in entries(file, known.board_id) if not found.withdrawn_on]
    if entry_id not in order:
        raise Refused("It was withdrawn: take it back into the plan first.")
    at = order.index(entry_id)
    to = min(max(at + step, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    if to == at:
        return
    with file.change(f"Move {_called(known)} in the forward plan", coalesce=f"order {entry_id}") as change:
        for place, each in enumerate(order):
            change.update("forward_entry", each, position=place)


def withdraw_entry(file: OfficeFile, entry_id: str, *, on: date, why: str) -> None:
    """It is wanted no longer, and why; it stays to be read."""
    known = entry(file, entry_id)
    if not why.strip():
        raise Refused("Say why it is wanted no longer.", field="why")
    with file.change(f"Withdraw {_called(known)} from the forward plan") as change:
        change.update("forward_entry", entry_id, withdrawn_on=on, withdrawn_why=why.strip())


def bring_back_entry(file: OfficeFile, entry_id: str) -> None:
    """It is wanted after all."""
    known = entry(file, entry_id)
    with file.change(f"Take {_called(known)} back into the forward plan") as change:
        change.update("forward_entry", entry_id, withdrawn_on=None, withdrawn_why="")


def remove_entry(file: OfficeFile, entry_id: str) -> None:
    """Take out an entry made by mistake."""
    known = entry(file, entry_id)
    with file.change(f"Remove {_called(known)} from the forward plan") as change:
        change.delete("forward_entry", entry_id)


def entry_from_item(file: OfficeFile, item_id: str, *, month: str = "", meeting_id: str | None = None) -> str:
    """An entry with what an agenda item says, for a later month or meeting; the item stays as it is.

    The chair's note is never copied.
    """
    name, joins = (part.format(of="i") for part in OWNED)
    row = one(
        file.row(
            f"SELECT i.*, m.board_id, {name} FROM agenda_item i"
            f" JOIN meeting m ON m.id = i.meeting_id {joins} WHERE i.id = ?",
            (item_id,),
        ),
        "That agenda item is no longer there.",
    )
    return add_entry(
        file,
        ForwardEntry(
            "",
            row["board_id"],
            row["title"],
            Purpose(row["purpose"]),
            ItemKind(row["kind"]),
            owner_of(row),
            row["minutes"],
            month,
            meeting_id,
        ),
    )


def _checked(file: OfficeFile, made: ForwardEntry) -> ForwardEntry:
    """The entry as kept; refused, beside its field, where it cannot stand."""
    known = {board.id for board in boards(file)}
    if made.board_id not in known:
        raise Refused("Choose the board it is for.", field="board")
    check_entry(made)
    if made.meeting_id and meeting(file, made.meeting_id).board_id != made.board_id:
        raise Refused("That meeting is another board’s.", field="wanted")
    # Of a meeting the month is kept too: should the meeting go, the entry is still wanted then.
    month = month_of(meeting(file, made.meeting_id).date) if made.meeting_id else made.wanted_month
    return replace(made, title=one_line(made.title), note=made.note.strip(), wanted_month=month)


def _called(of: ForwardEntry) -> str:
    return f"“{cut_characters(of.title, TITLE_IN_LABEL)}”"


def _fields(of: ForwardEntry) -> dict[str, object]:
    return {
        "board_id": of.board_id,
        "title": of.title,
        "purpose": of.purpose,
        "kind": of.kind,
        "minutes": of.minutes,
        **owner_fields(of.owner),
        "wanted_month": of.wanted_month,
        "meeting_id": of.meeting_id,
        "every": of.every,
        "via_board_id": of.via_board_id,
        "area_id": of.area_id,
        "note": of.note,
        "position": of.position,
    }


def _entry(row: Row) -> ForwardEntry:
    return ForwardEntry(
        id=row["id"],
        board_id=row["board_id"],
        title=row["title"],
        purpose=Purpose(row["purpose"]),
        kind=ItemKind(row["kind"]),
        owner=owner_of(row),
        minutes=row["minutes"],
        wanted_month=row["wanted_month"],
        meeting_id=row["meeting_id"],
        every=Every(row["every"]),
        via_board_id=row["via_board_id"],
        area_id=row["area_id"],
        note=row["note"],
        withdrawn_on=day(row["withdrawn_on"]),
        withdrawn_why=row["withdrawn_why"],
        position=row["position"],
    )
