"""Actions arising: given to somebody at a meeting, moved, done, withdrawn and taken up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from boarddesk.records.agenda.action_rows import OF_THE_PLAN, REOPENED, read_actions
from boarddesk.records.boards import board
from boarddesk.records.file.change import Change
from boarddesk.records.file.change_log import EntryKind
from boarddesk.records.file.driver import Row
from boarddesk.records.file.history import HistoryEntry
from boarddesk.records.file.moments import now
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings
from boarddesk.records.numbers import next_action_ref
from boarddesk.records.owners import ALL_COLUMNS, owner_fields
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.arising import ActionEvent, BoardAction, PlanLink
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


def board_actions(file: OfficeFile, board_id: str | None = None, *, today: date) -> tuple[BoardAction, ...]:
    """Every action arising, or those of one board, by ref; the holder of a post is that of today."""
    found = read_actions(file, {"board": board_id, "id": None, "today": today.isoformat()})
    return tuple(sorted(found, key=lambda action: (action.board_id, ref_order(action.ref), action.ref)))


def board_action(file: OfficeFile, action_id: str, *, today: date) -> BoardAction:
    """One of them; refused when it is no longer there."""
    found = read_actions(file, {"board": None, "id": action_id, "today": today.isoformat()})
    if not found:
        raise Refused(GONE)
    return found[0]


def linked_actions(file: OfficeFile, *kinds: str, today: date) -> Mapping[str, tuple[BoardAction, ...]]:
    """The actions of meetings by what of the plan they are for, of these kinds; open ones first."""
    found = sorted(board_actions(file, today=today), key=lambda action: not action.is_open)
    links = ((action.is_for, action) for action in found)
    return gathered((of.id, action) for of, action in links if of is not None and of.kind in kinds)


def board_of(file: OfficeFile, action_id: str) -> str:
    """The board whose action it is."""
    return str(_row(file, action_id)["board_id"])


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
    is_for: PlanLink | None = None,
    meeting_id: str | None = None,
    item_id: str | None = None,
) -> str:
    """An action of a board, from a meeting and an item of it or from none; `due` is the day as typed."""
    board(file, board_id)
    _check_text(text)
    if meeting_id:
        check_deciding(meeting(file, meeting_id))
    when = due_typed(file, board_id, due, said_on=raised_on)
    ref = next_action_ref(file, board_id)
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
            **_link_fields(is_for),
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


def _link_fields(is_for: PlanLink | None) -> dict[str, object]:
    return {
        f"{kind}_id": is_for.id if is_for is not None and is_for.kind == kind else None
        for kind in OF_THE_PLAN
    }


def link_action(file: OfficeFile, action_id: str, is_for: PlanLink | None) -> None:
    """What of the plan it is for; None for nothing of it."""
    with file.change(f"Link action {_row(file, action_id)['ref']}") as change:
        change.update("board_action", action_id, **_link_fields(is_for))


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


def reopen_action(file: OfficeFile, action_id: str, *, why: str, on: date | None = None) -> None:
    """It was not done after all, or is wanted again: why is kept with its updates, of today unless given.

    Its history keeps what was said of its end.
    """
    if not why.strip():
        raise Refused("Say why it is opened again.", field="why")
    row = _row(file, action_id)
    if not row["done_on"] and not row["withdrawn_on"]:
        raise Refused(f"{row['ref']} is open already.")
    with file.change(f"Reopen action {row['ref']}: {one_line(why)}") as change:
        change.update(
            "board_action", action_id, done_on=None, done_what="", withdrawn_on=None, withdrawn_why=""
        )
        add_update(file, action_id, text=why, as_at=on or now().astimezone().date(), kind=REOPENED)


def add_update(
    file: OfficeFile, action_id: str, *, text: str, as_at: date, said_by: str = "", kind: str = "update"
) -> str:
    """What is said of it as at a day; what was said before stays."""
    if not text.strip():
        raise Refused("Write the update.", field="text")
    row = _row(file, action_id)
    last = file.value("SELECT max(sequence) FROM action_update WHERE board_action_id = ?", (action_id,))
    with file.change(f"Update {row['ref']}") as change:
        return change.insert(
            "action_update",
            board_action_id=action_id,
            as_at=as_at,
            sequence=int(str(last or 0)) + 1,
            text=text.strip(),
            said_by=one_line(said_by),
            kind=kind,
        )


def remove_update(file: OfficeFile, update_id: str) -> None:
    """Take out one entered by mistake."""
    with file.change("Remove update") as change:
        change.delete("action_update", update_id)


def note_chased(file: OfficeFile, action_ids: Sequence[str], *, whom: str, how: str, on: date) -> None:
    """Somebody was asked about these, as one change."""
    with file.change(f"Chase {whom}") as change:
        for action_id in action_ids:
            change.insert("action_chase", board_action_id=action_id, chased_on=on, whom=whom, how=how)


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
