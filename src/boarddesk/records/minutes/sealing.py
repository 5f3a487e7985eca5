"""Seals of confirmed minutes: made as they are confirmed, read for what prints their code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.declarations import declarations
from boarddesk.records.agenda.papers import papers_of_meeting
from boarddesk.records.boards import board
from boarddesk.records.file.change import Change
from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.sealed_rows import SEALED_ROWS, rows_query
from boarddesk.records.meetings import title
from boarddesk.records.minutes.reading import minutes_of
from boarddesk.records.registers.reading import register
from boarddesk.rules.agenda.laid_out import AgendaRow
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.sealing import Content, Sealed, seal
from boarddesk.rules.registers.quorum import live_quorum
from boarddesk.rules.registers.register import Register


def sealed(file: OfficeFile, meeting_id: str) -> Sealed | None:
    """The seal of a meeting's minutes; None until they are confirmed."""
    row = file.row("SELECT * FROM sealed_minutes WHERE meeting_id = ?", (meeting_id,))
    return _sealed(row) if row else None


def seals(file: OfficeFile, board_id: str | None = None) -> tuple[Sealed, ...]:
    """Every seal, or those of one board, in their order."""
    rows = file.rows(
        "SELECT * FROM sealed_minutes WHERE (:board IS NULL OR board_id = :board)"
        " ORDER BY board_id, sequence",
        {"board": board_id},
    )
    return tuple(_sealed(row) for row in rows)


def seal_minutes(file: OfficeFile, change: Change, meeting_id: str, *, on: date) -> Sealed:
    """Seal the minutes as they stand: the last a confirmation writes, for from here on they are locked."""
    board_id = register(file, meeting_id).meeting.board_id
    content: Content = {
        "says": _says(file, meeting_id, on=on),
        "rows": sealed_rows(file, [meeting_id])[meeting_id],
        # the log of changes up to here: the printed code answers for it too
        "log": [file.commit_number, file.value("SELECT chain_head FROM file_meta")],
    }
    before = seals(file, board_id)
    made = seal(
        content, meeting_id=meeting_id, board_id=board_id, before=before[-1] if before else None, on=on
    )
    change.insert(
        "sealed_minutes",
        meeting_id=meeting_id,
        board_id=board_id,
        sequence=made.sequence,
        sealed_on=on,
        content=made.content,
        previous=made.previous,
        fingerprint=made.fingerprint,
        code=made.code,
    )
    return made


def sealed_rows(file: OfficeFile, meeting_ids: Iterable[str]) -> dict[str, dict[str, list[Row]]]:
    """What the tables hold of each of these meetings that minutes say: table → its rows by id."""
    wanted: dict[str, dict[str, list[Row]]] = {
        meeting_id: {rows.table: [] for rows in SEALED_ROWS} for meeting_id in meeting_ids
    }
    for rows in SEALED_ROWS:
        for row in file.rows(rows_query(rows)):
            of_meeting = row.pop("of_meeting")
            if of_meeting in wanted:
                wanted[of_meeting][rows.table].append(row)
    return wanted


def _says(file: OfficeFile, meeting_id: str, *, on: date) -> Content:
    """Everything the minutes say, with the names people and boards have on that day."""
    found = register(file, meeting_id)
    of, whose = found.meeting, board(file, found.meeting.board_id)
    papers = papers_of_meeting(file, meeting_id)
    return {
        "board": whose.name,
        "title": title(file, of),
        "date": of.date.isoformat(),
        "times": [of.start_time, of.end_time],
        "place": of.venue,
        "quorum": live_quorum(whose, found).sentence,
        **_people(found),
        "declared": [
            [each.person, each.item_number, each.nature, each.did.value]
            for each in declarations(file, meeting_id)
        ],
        "items": [
            {
                **_item(item.row),
                "began": item.began,
                "text": [_block(block) for block in item.blocks],
                "papers": [paper.title for paper in papers.get(item.row.item.id, ())],
            }
            for item in minutes_of(file, meeting_id).items
        ],
        "decisions": [
            [made.ref, made.sentence, made.item_title]
            for made in reversed(decisions(file, meeting_id=meeting_id))
        ],
        "actions": [
            [
                *(action.ref, action.text, action.owner.name, action.due_as_written),
                action.first_due.isoformat() if action.first_due else "",
            ]
            for action in board_actions(file, of.board_id, today=on)
            if action.meeting_id == meeting_id
        ],
        "challenges": [
            [row["text"], row["asked_by"], row["relayed_by"]]
            for row in file.rows("SELECT * FROM challenge WHERE meeting_id = ? ORDER BY id", (meeting_id,))
        ],
        "corrections": [
            [row["number"], row["was"], row["will_be"], row["why"]]
            for row in file.rows(
                "SELECT * FROM minutes_correction WHERE meeting_id = ? ORDER BY number", (meeting_id,)
            )
        ],
    }


def _people(found: Register) -> Content:
    return {
        "roll": [
            [
                *(row.who, row.seat_title, row.organisation, row.mark_label, row.deputy),
                *(row.part_from, row.part_to),
            ]
            for row in found.rows
        ],
        "guests": [
            [guest.name, guest.organisation, guest.purpose, guest.arrived, guest.departed]
            for guest in found.guests
        ],
    }


def _item(row: AgendaRow) -> dict[str, object]:
    return {"number": row.number, "title": row.item.title, "restricted": row.item.restricted}


def _block(block: Block) -> list[object]:
    marked = [[piece.text, "b" * piece.bold + "r" * piece.restricted] for piece in block.pieces]
    return [block.kind.value, block.record_id, marked]


def _sealed(row: Row) -> Sealed:
    return Sealed(
        row["meeting_id"],
        row["board_id"],
        row["sequence"],
        date.fromisoformat(row["sealed_on"]),
        row["content"],
        row["previous"],
        row["fingerprint"],
        row["code"],
    )
