"""Minutes read from the office: their state, the items in order, and the blocks under each."""

from __future__ import annotations

from boarddesk.records.agenda.items import agenda
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.reading import day, gathered
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.minutes.block import Block, BlockKind, spans_read
from boarddesk.rules.minutes.minutes import ItemMinute, Minutes, MinutesState, PublicLines

RECORDS = {
    BlockKind.DECISION: "decision_id",
    BlockKind.ACTION: "board_action_id",
    BlockKind.CHALLENGE: "challenge_id",
}
"""Which column ties a row in the text to its record."""

_OF_MEETING = "SELECT b.* FROM minute_block b JOIN agenda_item i ON i.id = b.item_id WHERE i.meeting_id = ?"


def minutes_of(file: OfficeFile, meeting_id: str) -> Minutes:
    """The minutes of a meeting; draft and empty where nobody began to write them."""
    blocks = gathered(
        (row["item_id"], block_of(row))
        for row in file.rows(f"{_OF_MEETING} ORDER BY b.position", (meeting_id,))
    )
    items = {
        row["item_id"]: row
        for row in file.rows(
            "SELECT n.* FROM item_minute n JOIN agenda_item i ON i.id = n.item_id WHERE i.meeting_id = ?",
            (meeting_id,),
        )
    }
    found = tuple(
        _item(row, items.get(row.item.id), tuple(blocks[row.item.id]))
        for row in agenda(file, meeting_id).rows
    )
    state = file.row("SELECT * FROM minutes WHERE meeting_id = ?", (meeting_id,))
    if state is None:
        return Minutes(meeting_id, items=found)
    return Minutes(
        meeting_id,
        MinutesState(state["state"]),
        found,
        with_chair_on=day(state["with_chair_on"]),
        circulated_on=day(state["circulated_on"]),
        confirmed_on=day(state["confirmed_on"]),
        confirmed_at_id=state["confirmed_at_id"],
    )


def state_of(file: OfficeFile, meeting_id: str) -> MinutesState:
    """How far the minutes of a meeting have come."""
    found = file.value("SELECT state FROM minutes WHERE meeting_id = ?", (meeting_id,))
    return MinutesState(str(found)) if found else MinutesState.DRAFT


def blocks_of(file: OfficeFile, item_id: str) -> tuple[Block, ...]:
    """The blocks under one item, in order."""
    rows = file.rows("SELECT * FROM minute_block WHERE item_id = ? ORDER BY position", (item_id,))
    return tuple(block_of(row) for row in rows)


def block_of(row: Row) -> Block:
    kind = BlockKind(row["kind"])
    return Block(
        row["id"],
        kind,
        row["text"],
        spans_read(row["marks"]),
        bool(row["restricted"]),
        (row[RECORDS[kind]] or "") if kind.is_row else "",
    )


def _item(row: AgendaRow, kept: Row | None, blocks: tuple[Block, ...]) -> ItemMinute:
    if kept is None:
        return ItemMinute(row, blocks)
    public = PublicLines(kept["heading"], kept["was_said"], kept["will_do"], kept["for_families"])
    return ItemMinute(row, blocks, kept["began"], kept["sequence"], public)
