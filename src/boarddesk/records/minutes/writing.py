"""Minutes written: the text of an item kept as it is typed, when each item began, its public lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boarddesk.records.agenda.items import agenda_item
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.reading import RECORDS, blocks_of, minutes_of, state_of
from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.characters import keepable
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.meetings.meeting import check_time as read_time
from boarddesk.rules.minutes.block import Block, BlockKind, spans_kept
from boarddesk.rules.minutes.minutes import PublicLines, check_unlocked
from boarddesk.rules.minutes.places import placed
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import one_line


def keep_minute(
    file: OfficeFile, item_id: str, blocks: Sequence[Block], *, known: Sequence[Block] | None = None
) -> tuple[Block, ...]:
    """Keep the text of an item as it stands now, and return it with the ids of what is new.

    Only what differs is written; blocks that are missing are taken out, their decisions and actions stay in
    the registers. Edits of one block within seconds are one step to undo. Whoever types has the text at hand
    as it was last `known`: then only what differs from that is looked at, and the rest is left as it is.
    """
    item = _open(file, item_id)
    rows = file.rows("SELECT id, position FROM minute_block WHERE item_id = ?", (item_id,))
    places = {row["id"]: row["position"] for row in rows}
    before = {block.id: block for block in (blocks_of(file, item_id) if known is None else known)}
    positions = placed([places.get(block.id) for block in blocks])
    gone = (before.keys() & places.keys()) - {block.id for block in blocks}
    changed = [
        (number, block)
        for number, block in enumerate(blocks)
        if places.get(block.id) != positions[number]
        or ((was := before.get(block.id)) is not block and was != block)
    ]
    if not gone and not changed:
        return tuple(blocks)
    alone = changed[0][1].id if len(changed) == 1 and not gone else ""
    made = list(blocks)
    with file.change(
        f"Write the minute of {item.title}", coalesce=f"minute {alone}" if alone else ""
    ) as change:
        for block_id in gone:
            change.delete("minute_block", block_id)
        for number, block in changed:
            fields = _fields(block, positions[number])
            if block.id in places:
                change.update("minute_block", block.id, **fields)
            else:
                made[number] = replace(block, id=change.insert("minute_block", item_id=item_id, **fields))
    return tuple(made)


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
