"""Draft minutes sent round: what went out is kept word for word, and copies that come back are held to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.reading import minutes_of
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.minutes.block import Block, BlockKind
from boarddesk.rules.minutes.draft import Circulation, DraftItem, DraftLine, draft_kept, draft_read
from boarddesk.rules.minutes.minutes import ItemMinute

GONE = "That circulation is no longer there."


def circulate(file: OfficeFile, meeting_id: str, *, sent_on: date, corrections_by: date | None = None) -> str:
    """Keep the draft as it goes out, as the next version of its meeting; the id of the circulation."""
    version = file.value(
        "SELECT coalesce(max(version), 0) + 1 FROM circulation WHERE meeting_id = ?", (meeting_id,)
    )
    content = json.dumps(draft_kept(draft_now(file, meeting_id)), ensure_ascii=False)
    with file.change("Circulate draft minutes") as change:
        return change.insert(
            "circulation",
            meeting_id=meeting_id,
            version=version,
            sent_on=sent_on,
            corrections_by=corrections_by,
            content=content,
        )


def draft_now(file: OfficeFile, meeting_id: str) -> tuple[DraftItem, ...]:
    """The draft as it would go out now."""
    rows = _rows(file, meeting_id)
    of_item = gathered((item_id, row) for item_id, row in rows)
    known = {row.record_id: row for _, row in rows}
    return tuple(
        DraftItem(
            item.row.item.id,
            item.row.number,
            item.row.item.title,
            tuple(_lines(item, known, of_item[item.row.item.id])),
        )
        for item in minutes_of(file, meeting_id).items
    )


def circulations(file: OfficeFile, meeting_id: str) -> tuple[Circulation, ...]:
    """Every time the draft of a meeting was sent round, the last first."""
    rows = file.rows("SELECT * FROM circulation WHERE meeting_id = ? ORDER BY version DESC", (meeting_id,))
    return tuple(_circulation(row) for row in rows)


def was_circulated(file: OfficeFile, meeting_id: str) -> bool:
    """Whether the draft of a meeting was ever sent round."""
    return file.value("SELECT 1 FROM circulation WHERE meeting_id = ?", (meeting_id,)) is not None


def circulated_meetings(file: OfficeFile, board_id: str | None = None) -> tuple[str, ...]:
    """The meetings whose draft was ever sent round, the last first."""
    rows = file.rows(
        "SELECT m.id FROM circulation c JOIN meeting m ON m.id = c.meeting_id "
        "WHERE :board IS NULL OR m.board_id = :board GROUP BY m.id "
        "ORDER BY max(c.sent_on) DESC, m.date DESC, m.id",
        {"board": board_id},
    )
    return tuple(row["id"] for row in rows)


def last_of_each(file: OfficeFile) -> tuple[Circulation, ...]:
    """What was last sent round of each meeting, the newest first."""
    rows = file.rows(
        "SELECT * FROM circulation c WHERE version = "
        "(SELECT max(version) FROM circulation WHERE meeting_id = c.meeting_id) ORDER BY sent_on DESC, id"
    )
    return tuple(_circulation(row) for row in rows)


def circulation(file: OfficeFile, circulation_id: str) -> Circulation:
    """One of them; refused when it is no longer there."""
    return _circulation(one(file.row("SELECT * FROM circulation WHERE id = ?", (circulation_id,)), GONE))


def _circulation(row: Row) -> Circulation:
    return Circulation(
        row["id"],
        row["meeting_id"],
        row["version"],
        date.fromisoformat(row["sent_on"]),
        day(row["corrections_by"]),
        draft_read(json.loads(row["content"])),
    )


def _lines(
    item: ItemMinute, known: dict[str, DraftLine], of_item: Iterable[DraftLine]
) -> Iterator[DraftLine]:
    """An item's blocks in order, then its rows that stand in no text."""
    standing = {block.record_id for block in item.blocks}
    for block in item.blocks:
        if not block.kind.is_row:
            yield _text(block)
        elif block.record_id in known:
            yield replace(known[block.record_id], id=block.id, restricted=block.restricted)
    yield from (row for row in of_item if row.record_id not in standing)


def _text(block: Block) -> DraftLine:
    return DraftLine(block.id, block.kind, block.text, block.spans, block.restricted)


def _rows(file: OfficeFile, meeting_id: str) -> list[tuple[str | None, DraftLine]]:
    """The decisions, actions and challenges of a meeting with the item each is of."""
    blocks = file.rows(
        "SELECT DISTINCT challenge_id FROM minute_block b JOIN agenda_item i ON i.id = b.item_id "
        "WHERE i.meeting_id = ? AND challenge_id IS NOT NULL",
        (meeting_id,),
    )
    standing = {row["challenge_id"] for row in blocks}
    at = meeting(file, meeting_id)
    made: list[tuple[str | None, DraftLine]] = [
        (known.item_id, _line(BlockKind.DECISION, known.id, known.text, known.ref, known.verb.capitalize()))
        for known in reversed(decisions(file, meeting_id=meeting_id))
    ]
    for action in board_actions(file, at.board_id, today=at.date):
        if action.meeting_id == meeting_id:
            about = " ".join(filter(None, (action.owner.name, action.due_as_written)))
            line = _line(BlockKind.ACTION, action.id, action.text, action.ref, action.owner.name, about)
            made.append((action.item_id, line))
    for row in file.rows("SELECT * FROM challenge ORDER BY asked_on, number, id"):
        if row["meeting_id"] == meeting_id or row["id"] in standing:
            ref = f"C-{row['number']:03}" if row["number"] else ""
            line = _line(BlockKind.CHALLENGE, row["id"], row["text"], ref, row["asked_by"], row["asked_by"])
            made.append((row["item_id"], line))
    return made


def _line(kind: BlockKind, record_id: str, text: str, ref: str, lead: str, about: str = "") -> DraftLine:
    return DraftLine(record_id, kind, text, record_id=record_id, ref=ref, lead=lead, about=about)
