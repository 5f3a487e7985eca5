"""Actions arising: given to somebody at a meeting, moved, done, withdrawn and taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boarddesk.records.boards import board
from boarddesk.records.file.change import Change
from boarddesk.records.file.change_log import EntryKind
from boarddesk.records.file.driver import Row
from boarddesk.records.file.history import HistoryEntry
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings
from boarddesk.records.owners import ALL_COLUMNS, OWNED_BY_ANY, owner_fields, owner_of
from boarddesk.records.reading import day, one
from boarddesk.rules.arising import ActionEvent, BoardAction, Holding
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.dates.due import NO_DAY as NO_DAY
from boarddesk.rules.dates.due import Due, read_due
from boarddesk.rules.decisions import check_deciding
from boarddesk.rules.meetings.boards_around import next_board
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line

GONE = "That action is no longer there."


def _owned(table: str) -> tuple[str, str]:
    """The columns that name who has it and holds a post today, and the joins they need."""
    name, joins = (part.format(of=table) for part in OWNED_BY_ANY)
    return f"{name}, holds.name AS holder, holds.id AS holder_id", (
        f"{joins} LEFT JOIN membership held ON held.id = ("
        f"SELECT id FROM membership WHERE seat_id = {table}.owner_seat_id"
        " AND coalesce(from_date, '') <= :today AND coalesce(to_date, '9') >= :today"
        " ORDER BY from_date DESC LIMIT 1) LEFT JOIN person holds ON holds.id = held.person_id"
    )


_NAMES, _OWNERS = _owned("a")
_READ = f"""
SELECT a.*, {_NAMES}, i.title AS item_title
FROM board_action a {_OWNERS} LEFT JOIN agenda_item i ON i.id = a.item_id
WHERE (:board IS NULL OR a.board_id = :board) AND (:id IS NULL OR a.id = :id)
"""
_OTHER_NAMES, _OTHERS = _owned("o")
_READ_OTHERS = f"""
SELECT o.*, {_OTHER_NAMES} FROM co_owner o {_OTHERS} JOIN board_action a ON a.id = o.board_action_id
WHERE (:board IS NULL OR a.board_id = :board) AND (:id IS NULL OR a.id = :id) ORDER BY o.position
"""


def board_actions(file: OfficeFile, board_id: str | None = None, *, today: date) -> tuple[BoardAction, ...]:
    """Every action arising, or those of one board, by ref; the holder of a post is that of today."""
    found = _read(file, {"board": board_id, "id": None, "today": today.isoformat()})
    return tuple(sorted(found, key=lambda action: (action.board_id, ref_order(action.ref), action.ref)))


def board_action(file: OfficeFile, action_id: str, *, today: date) -> BoardAction:
    """One of them; refused when it is no longer there."""
    found = _read(file, {"board": None, "id": action_id, "today": today.isoformat()})
    if not found:
        raise Refused(GONE)
    return found[0]


def _read(file: OfficeFile, asked: dict[str, str | None]) -> list[BoardAction]:
    others: dict[str, list[Holding]] = {}
    for row in file.rows(_READ_OTHERS, asked):
        others.setdefault(row["board_action_id"], []).append(_holding(row))
    return [_action(row, others.get(row["id"], [])) for row in file.rows(_READ, asked)]


def open_actions(file: OfficeFile, board_id: str, *, today: date) -> tuple[BoardAction, ...]:
    """What is neither done nor withdrawn, overdue first, then by day."""
    still_open = [action for action in board_actions(file, board_id, today=today) if action.is_open]
    return tuple(sorted(still_open, key=lambda action: (-action.days_late(today), action.due or date.max)))


def course(file: OfficeFile, action_id: str) -> tuple[ActionEvent, ...]:
    """How it went since it was given, the oldest first; what was undone is not told."""
    told: list[ActionEvent] = []
    taken_back: list[ActionEvent] = []
    for entry in file.history("board_action", action_id):
        if entry.op != "update":
            continue
        if entry.kind is EntryKind.UNDO:
            taken_back += [told.pop()] if told else []
        elif entry.kind is EntryKind.REDO:
            told += [taken_back.pop()] if taken_back else []
        else:
            told.append(ActionEvent(entry.when.astimezone().date(), _happened(entry)))
    return tuple(event for event in told if event.words)


def _happened(entry: HistoryEntry) -> str:
    """What an entry of the log did to an action; empty for what its own fields tell."""
    before, after = entry.before, entry.after
    if after.get("done_on"):
        return f"done: {after.get('done_what') or before.get('done_what', '')}"
    if after.get("withdrawn_on"):
        return f"withdrawn: {after['withdrawn_why']}"
    if "done_on" in after or "withdrawn_on" in after:
        was = before.get("done_what") or before.get("withdrawn_why") or ""
        return f"opened again: {entry.label.partition(': ')[2]} (was: {was})"
    if "due" in after:
        was, now = day(before["due"]), day(after["due"])
        return f"moved from {in_words(was) if was else 'no date'} to {in_words(now) if now else 'no date'}"
    if "owner" in after:
        return f"from {before['owner'] or 'nobody'} to {after['owner'] or 'nobody'}"
    return ""


def next_ref(file: OfficeFile, board_id: str) -> str:
    """A and the number after the highest the board ever gave."""
    refs = file.rows("SELECT ref FROM board_action WHERE board_id = ?", (board_id,))
    numbers = [int(row["ref"][1:]) for row in refs if row["ref"][1:].isdecimal()]
    return f"A{max(numbers, default=0) + 1}"


def due_typed(file: OfficeFile, board_id: str, typed: str, *, said_on: date) -> Due:
    """When an action of a board is due, read from the words typed at a meeting or on the day itself."""
    coming = next_board(meetings(file, board_id, first=said_on + timedelta(days=1)), said_on)
    return read_due(
        typed, today=said_on, meeting_day=said_on, next_meeting=coming.date if coming is not None else None
    )


def add_action(
    file: OfficeFile,
    board_id: str,
    *,
    text: str,
    raised_on: date,
    due: str = "",
    owner: Owner = NO_OWNER,
    co_owners: Sequence[Owner] = (),
    meeting_id: str | None = None,
    item_id: str | None = None,
) -> str:
    """An action of a board, from a meeting and an item of it or from none; `due` is the day as typed."""
    board(file, board_id)
    _check_text(text)
    if meeting_id:
        check_deciding(meeting(file, meeting_id))
    when = due_typed(file, board_id, due, said_on=raised_on)
    ref = next_ref(file, board_id)
    with file.change(f"Add action {ref}") as change:
        made = change.insert(
            "board_action",
            board_id=board_id,
            ref=ref,
            text=text.strip(),
            raised_on=raised_on,
            meeting_id=meeting_id,
            item_id=item_id,
            **owner_fields(owner, ALL_COLUMNS),
            due=when.day,
            due_as_written=when.as_written,
            first_due=when.day,
        )
        _put_co_owners(file, made, co_owners, change=change)
    return made


def _put_co_owners(file: OfficeFile, action_id: str, owners: Sequence[Owner], *, change: Change) -> None:
    """Who has it with its first owner, in order; only what differs is written."""
    kept = file.rows("SELECT * FROM co_owner WHERE board_action_id = ? ORDER BY position", (action_id,))
    wanted = [owner_fields(owner, ALL_COLUMNS) for owner in owners]
    if [{key: row[key] for key in ("owner", *ALL_COLUMNS.values())} for row in kept] == wanted:
        return
    for row in kept:
        change.delete("co_owner", row["id"])
    for position, fields in enumerate(wanted):
        change.insert("co_owner", board_action_id=action_id, position=position, **fields)


def change_action(
    file: OfficeFile,
    action_id: str,
    *,
    text: str | None = None,
    owner: Owner | None = None,
    co_owners: Sequence[Owner] | None = None,
) -> None:
    """Change what was given; None leaves it as it is."""
    row = _row(file, action_id)
    fields: dict[str, object] = {}
    if text is not None:
        _check_text(text)
        fields["text"] = text.strip()
    if owner is not None:
        fields |= owner_fields(owner, ALL_COLUMNS)
    with file.change(f"Change action {row['ref']}") as change:
        change.update("board_action", action_id, **fields)
        if co_owners is not None:
            _put_co_owners(file, action_id, co_owners, change=change)


def move_action(file: OfficeFile, action_id: str, *, due: str, today: date) -> None:
    """Another day, as typed; the first one it ever had stays known."""
    row = _row(file, action_id)
    when = due_typed(file, row["board_id"], due, said_on=today)
    with file.change(f"Move date of action {row['ref']}") as change:
        change.update(
            "board_action",
            action_id,
            due=when.day,
            due_as_written=when.as_written,
            first_due=day(row["first_due"]) or when.day,
        )


def finish_action(file: OfficeFile, action_id: str, *, on: date, what: str) -> None:
    """It was done on a day; what was done is kept with it."""
    if not what.strip():
        raise Refused("Say what was done.", field="what")
    row = _still_open(file, action_id, on)
    with file.change(f"Mark action {row['ref']} as done") as change:
        change.update("board_action", action_id, done_on=on, done_what=what.strip())


def withdraw_action(file: OfficeFile, action_id: str, *, on: date, why: str) -> None:
    """It is wanted no longer, and why; it stays in the log."""
    if not why.strip():
        raise Refused("Say why it is withdrawn.", field="why")
    row = _still_open(file, action_id, on)
    with file.change(f"Withdraw action {row['ref']}") as change:
        change.update("board_action", action_id, withdrawn_on=on, withdrawn_why=why.strip())


def reopen_action(file: OfficeFile, action_id: str, *, why: str) -> None:
    """It was not done after all, or is wanted again; its history keeps why, and what was said before."""
    if not why.strip():
        raise Refused("Say why it is opened again.", field="why")
    row = _row(file, action_id)
    if not row["done_on"] and not row["withdrawn_on"]:
        raise Refused(f"{row['ref']} is open already.")
    with file.change(f"Reopen action {row['ref']}: {one_line(why)}") as change:
        change.update(
            "board_action", action_id, done_on=None, done_what="", withdrawn_on=None, withdrawn_why=""
        )


def remove_action(file: OfficeFile, action_id: str) -> None:
    """Take out one entered by mistake; undo brings it back."""
    with file.change(f"Remove action {_row(file, action_id)['ref']}") as change:
        change.delete("board_action", action_id)


def _row(file: OfficeFile, action_id: str) -> Row:
    return one(file.row("SELECT * FROM board_action WHERE id = ?", (action_id,)), GONE)


def _still_open(file: OfficeFile, action_id: str, on: date) -> Row:
    """Refused where it is over already, or the day lies before the one it was given."""
    row = _row(file, action_id)
    if row["done_on"] or row["withdrawn_on"]:
        raise Refused(f"{row['ref']} is {'done' if row['done_on'] else 'withdrawn'} already.")
    if on < date.fromisoformat(row["raised_on"]):
        raise Refused("That day is before the action was given.", field="on")
    return row


def _check_text(text: str) -> None:
    if not text.strip():
        raise Refused("Say what is to be done.", field="text")


def _holding(row: Row) -> Holding:
    return Holding(owner_of(row), row["holder"] or "", row["holder_id"] or "")


def _action(row: Row, others: Sequence[Holding]) -> BoardAction:
    return BoardAction(
        id=row["id"],
        board_id=row["board_id"],
        ref=row["ref"],
        text=row["text"],
        raised_on=date.fromisoformat(row["raised_on"]),
        meeting_id=row["meeting_id"],
        item_id=row["item_id"],
        item_title=row["item_title"] or "",
        owner=owner_of(row),
        holder=row["holder"] or "",
        holder_id=row["holder_id"] or "",
        co_owners=tuple(others),
        due=day(row["due"]),
        due_as_written=row["due_as_written"],
        first_due=day(row["first_due"]),
        done_on=day(row["done_on"]),
        done_what=row["done_what"],
        withdrawn_on=day(row["withdrawn_on"]),
        withdrawn_why=row["withdrawn_why"],
    )
