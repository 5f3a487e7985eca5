"""Minutes written: the text of an item kept as it is typed, when each item began, its public lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boarddesk.records.agenda.items import agenda_item
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.reading import RECORDS, block_of, minutes_of, state_of
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.characters import keepable
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.meetings.meeting import check_time as read_time
from boarddesk.rules.minutes.block import Block, BlockKind, spans_kept
from boarddesk.rules.minutes.minutes import PublicLines, check_unlocked
from boarddesk.rules.minutes.places import placed
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line


def keep_minute(file: OfficeFile, item_id: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Keep the text of an item as it stands now, and return it with the ids of what is new.

    Only what differs is written; blocks that are missing are taken out, their decisions and actions stay in
    the registers. Edits of one block within seconds are one step to undo.
    """
    item = _open(file, item_id)
    rows = {
        row["id"]: row
        for row in file.rows("SELECT * FROM minute_block WHERE item_id = ? ORDER BY position", (item_id,))
    }
    known = [rows[block.id]["position"] if block.id in rows else None for block in blocks]
    positions = placed(known)
    gone = set(rows) - {block.id for block in blocks}
    changed = [
        (block, position)
        for block, position in zip(blocks, positions, strict=True)
        if block.id not in rows or _fields(block, position) != _kept(rows[block.id])
    ]
    if not gone and not changed:
        return tuple(blocks)
    alone = changed[0][0].id if len(changed) == 1 and not gone else ""
    made: dict[int, str] = {}
    with file.change(
        f"Write the minute of {item.title}", coalesce=f"minute {alone}" if alone else ""
    ) as change:
        for block_id in gone:
            change.delete("minute_block", block_id)
        for block, position in changed:
            if block.id in rows:
                change.update("minute_block", block.id, **_fields(block, position))
            else:
                made[id(block)] = change.insert("minute_block", item_id=item_id, **_fields(block, position))
    return tuple(replace(block, id=made.get(id(block), block.id)) for block in blocks)


def _fields(block: Block, position: int) -> dict[str, object]:
    return {
        "position": position,
        "kind": block.kind.value,
        "text": keepable(block.text),
        "marks": spans_kept(block.spans),
        "restricted": int(block.restricted),
        **{
            column: block.record_id or None if block.kind is kind else None
            for kind, column in RECORDS.items()
        },
    }


def _kept(row: Row) -> dict[str, object]:
    return _fields(block_of(row), row["position"])


def put_row(file: OfficeFile, item_id: str, kind: BlockKind, record_id: str) -> str:
    """Let a decision, an action or a challenge stand at the end of the text of an item; its block's id."""
    _open(file, item_id)
    last = file.value("SELECT max(position) FROM minute_block WHERE item_id = ?", (item_id,))
    position = placed([last if isinstance(last, int) else None, None])[-1]
    with file.change(f"Put the {kind} into the text") as change:
        return change.insert(
            "minute_block", item_id=item_id, **_fields(Block(kind=kind, record_id=record_id), position)
        )


def begin_item(file: OfficeFile, item_id: str, *, at: str) -> None:
    """Business on an item began at a time of day, after what was taken before; again, it is only mended."""
    item = _open(file, item_id)
    began = read_time(at, field="began")
    row = file.row("SELECT * FROM item_minute WHERE item_id = ?", (item_id,))
    last = max((taken.sequence for taken in minutes_of(file, item.meeting_id).items), default=0)
    sequence = row["sequence"] if row and row["sequence"] else last + 1
    with file.change(f"Begin {item.title}") as change:
        _put(change, row, item_id, began=began, sequence=sequence)


def take_back_beginning(file: OfficeFile, item_id: str) -> None:
    """It was not begun after all."""
    item = _open(file, item_id)
    row = file.row("SELECT * FROM item_minute WHERE item_id = ?", (item_id,))
    with file.change(f"Take back the beginning of {item.title}") as change:
        _put(change, row, item_id, began="", sequence=0)


def write_public_lines(file: OfficeFile, item_id: str, lines: PublicLines) -> None:
    """What the chair's update says of an item; it may still be written once the minutes are confirmed."""
    item = agenda_item(file, item_id)
    row = file.row("SELECT * FROM item_minute WHERE item_id = ?", (item_id,))
    fields = {
        "heading": one_line(lines.heading),
        "was_said": lines.was_said.strip(),
        "will_do": lines.will_do.strip(),
        "for_families": lines.for_families.strip(),
    }
    with file.change(f"Write the chair’s update of {item.title}", coalesce=f"update {item_id}") as change:
        _put(change, row, item_id, **fields)


def _put(change: Change, row: Row | None, item_id: str, **fields: object) -> None:
    if row is None:
        change.insert("item_minute", item_id=item_id, **fields)
    else:
        change.update("item_minute", row["id"], **fields)


def _open(file: OfficeFile, item_id: str) -> AgendaItem:
    """The item, where its minute may still be written."""
    item = agenda_item(file, item_id)
    check_unlocked(state_of(file, item.meeting_id))
    if meeting(file, item.meeting_id).state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled, so there is nothing to minute.")
    return item
