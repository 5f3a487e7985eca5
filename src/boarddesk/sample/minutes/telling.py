"""Writes the minutes of the sample's last boards, with decisions and actions where they fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from boarddesk.records.agenda.arising import board_actions
from boarddesk.records.agenda.decisions import decisions
from boarddesk.records.agenda.items import agenda
from boarddesk.records.file.office_file import Change
from boarddesk.records.meetings import meeting
from boarddesk.records.minutes.states import circulate_minutes, confirm
from boarddesk.records.minutes.writing import begin_item, keep_minute, write_public_lines
from boarddesk.records.plan.challenges import questions
from boarddesk.rules.minutes.block import Block, BlockKind, Piece, block_of
from boarddesk.sample.diary import Diary
from boarddesk.sample.minutes.said import CONFIRMED_BY, MINUTED, Minuted

SENT_AFTER, CORRECTED_WITHIN = timedelta(6), timedelta(8)

ROWS = {"D": BlockKind.DECISION, "A": BlockKind.ACTION, "C": BlockKind.CHALLENGE}
_MARKED = re.compile(r"(\*\*.+?\*\*|\[\[.+?\]\])")


def note_minutes(diary: Diary, *, board: str) -> None:
    """Board by board, on its day: after what it decided and whom it asked to do something."""
    for count in MINUTED:
        _note_board(diary, board, count)
    for count in CONFIRMED_BY:
        _note_confirmed(diary, board, count, CONFIRMED_BY[count])


def _note_board(diary: Diary, board: str, count: int) -> None:
    def write(change: Change) -> None:
        meeting_id = diary.named("meeting", f"{board} {count}")
        if not meeting(diary.file, meeting_id).state.was_held:
            return
        said = {minuted.item: minuted for minuted in MINUTED[count]}
        for row in agenda(diary.file, meeting_id).rows:
            found = said.get(row.item.title) or said.get(_standing(row.item.title))
            if found:
                if row.starts:
                    begin_item(diary.file, row.item.id, at=row.starts)
                keep_minute(diary.file, row.item.id, list(_blocks(diary, found, meeting_id, row.item.id)))
                write_public_lines(diary.file, row.item.id, found.public)

    day = diary.calendar.board(count)
    diary.note(day, f"Write the minutes of {board} {day:%d %m %Y}", write)


def _note_confirmed(diary: Diary, board: str, count: int, by: int) -> None:
    """Sent round six days later, confirmed as presented by the next board that met."""
    file, day = diary.file, diary.calendar.board(count)

    def circulate(change: Change) -> None:
        meeting_id, sent = diary.named("meeting", f"{board} {count}"), day + SENT_AFTER
        circulate_minutes(file, meeting_id, on=sent, today=sent, corrections_by=sent + CORRECTED_WITHIN)

    def seal(change: Change) -> None:
        meeting_id, at_id = (diary.named("meeting", f"{board} {each}") for each in (count, by))
        confirm(file, meeting_id, at_id=at_id, today=diary.calendar.board(by))

    diary.note(day + SENT_AFTER, f"Circulate the minutes of {board} {day:%d %m %Y}", circulate)
    diary.note(diary.calendar.board(by), f"Confirm the minutes of {board} {day:%d %m %Y}", seal)


def _standing(title: str) -> str:
    return "Minutes of the last meeting" if title.startswith("Minutes of") else title


def _blocks(diary: Diary, minuted: Minuted, meeting_id: str, item_id: str) -> Iterator[Block]:
    records = {kind: _records(diary, kind, meeting_id, item_id) for kind in ROWS.values()}
    for line in minuted.lines:
        if kind := ROWS.get(line):
            record_id = next(records[kind], "")
            if record_id:
                yield Block(kind=kind, record_id=record_id)
            continue
        restricted, text = line.startswith("! "), line.removeprefix("! ")
        bullet, text = text.startswith("- "), text.removeprefix("- ")
        made = block_of(_pieces(text), of=Block(kind=BlockKind.BULLET if bullet else BlockKind.PARAGRAPH))
        yield replace(made, restricted=restricted)


def _pieces(text: str) -> Iterator[Piece]:
    for part in filter(None, _MARKED.split(text)):
        if part.startswith("**"):
            yield Piece(part.strip("*"), bold=True)
        elif part.startswith("[["):
            yield Piece(part[2:-2], restricted=True)
        else:
            yield Piece(part)


def _records(diary: Diary, kind: BlockKind, meeting_id: str, item_id: str) -> Iterator[str]:
    """The records of an item of a kind, in the order they were made."""
    file = diary.file
    match kind:
        case BlockKind.DECISION:
            found = [(made.id, made.item_id) for made in decisions(file, meeting_id=meeting_id)][::-1]
        case BlockKind.ACTION:
            known = board_actions(file, meeting(file, meeting_id).board_id, today=diary.calendar.today)
            found = [(made.id, made.item_id) for made in known if made.meeting_id == meeting_id]
        case _:
            asked = [each.challenge for each in questions(file, still_open=False)]
            found = [(each.id, each.item_id) for each in asked if each.meeting_id == meeting_id]
    return (record_id for record_id, of in found if of == item_id)
