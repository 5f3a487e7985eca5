"""How far minutes have come: with the chair, circulated, confirmed at a later meeting, corrected after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.records.agenda.items import agenda, agenda_items
from boarddesk.records.boards import board
from boarddesk.records.file.change import Change
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meeting, meetings
from boarddesk.records.minutes.circulating import circulate
from boarddesk.records.minutes.reading import blocks_of, minutes_of, state_of
from boarddesk.records.minutes.sealing import seal_minutes, sealed
from boarddesk.records.minutes.transcripts import delete_transcripts
from boarddesk.records.registers.reading import register
from boarddesk.rules.agenda.item import Fills
from boarddesk.rules.characters import keepable
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.minutes.block import Block, BlockKind, spans_kept
from boarddesk.rules.minutes.minutes import MinutesState, check_unlocked
from boarddesk.rules.minutes.sealing import Sealed
from boarddesk.rules.minutes.states import (
    Amendment,
    Confirming,
    MinutesStand,
    amended,
    check_confirming,
    check_stage,
    place_of,
)
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import live_quorum

_TEXTS = {
    BlockKind.DECISION: "decision",
    BlockKind.ACTION: "board_action",
    BlockKind.CHALLENGE: "challenge",
}
"""Where the words of a row in the text are kept."""


def send_to_chair(file: OfficeFile, meeting_id: str, *, on: date, today: date) -> None:
    """The draft went to the chair; the meeting has draft minutes with it."""
    _check_stage(file, meeting_id, on=on, today=today)
    with file.change("Send minutes to the chair") as change:
        _put(file, change, meeting_id, MinutesState.WITH_THE_CHAIR, with_chair_on=on)
        _drafted(file, change, meeting_id)


def circulate_minutes(
    file: OfficeFile, meeting_id: str, *, on: date, today: date, corrections_by: date | None = None
) -> None:
    """The draft went round as it stands, for corrections until a day."""
    _check_stage(file, meeting_id, on=on, today=today)
    if corrections_by is not None and corrections_by < on:
        raise Refused("Corrections cannot be wanted before the minutes went round.", field="corrections_by")
    with file.change("Circulate minutes") as change:
        circulate(file, meeting_id, sent_on=on, corrections_by=corrections_by)
        _put(file, change, meeting_id, MinutesState.CIRCULATED, circulated_on=on)
        _drafted(file, change, meeting_id)


def back_to_draft(file: OfficeFile, meeting_id: str) -> None:
    """They did not go out after all."""
    state = state_of(file, meeting_id)
    check_unlocked(state)
    if state is MinutesState.DRAFT:
        raise Refused("These minutes are a draft.")
    with file.change("Take minutes back to draft") as change:
        _put(file, change, meeting_id, MinutesState.DRAFT, with_chair_on=None, circulated_on=None)


def confirming_meetings(file: OfficeFile, meeting_id: str, *, today: date) -> tuple[Meeting, ...]:
    """The later meetings of the board that could confirm these minutes, the nearest first."""
    of = meeting(file, meeting_id)
    later = [
        other
        for other in meetings(file, of.board_id, last=today)
        if other.date > of.date
        and other.state not in (MeetingState.CANCELLED, MeetingState.INQUORATE)
        and confirming_item(file, other.id, meeting_id)
    ]
    return tuple(later)


def confirming_item(file: OfficeFile, at_id: str, meeting_id: str) -> str:
    """The item of an agenda that confirms the minutes of a meeting; '' where it has none."""
    items = agenda_items(file, at_id)
    for item in items:
        if item.minutes_of_id == meeting_id:
            return item.id
    return next((item.id for item in items if item.fills is Fills.MINUTES and not item.minutes_of_id), "")


def check_may_confirm(file: OfficeFile, meeting_id: str, *, at_id: str, today: date) -> None:
    """Refused where these minutes cannot be confirmed at that meeting, with what to do first."""
    check_confirming(_confirming(file, meeting_id, at_id), today=today)


def stand_of(file: OfficeFile, meeting_id: str) -> MinutesStand:
    """How far the minutes of a meeting have come, and whether a word of them is written."""
    written = file.value(
        "SELECT 1 FROM minute_block b JOIN agenda_item i ON i.id = b.item_id WHERE i.meeting_id = ?",
        (meeting_id,),
    )
    return MinutesStand(state_of(file, meeting_id), bool(written))


def confirm(
    file: OfficeFile,
    meeting_id: str,
    *,
    at_id: str,
    today: date,
    corrections: Sequence[Amendment] = (),
) -> Sealed:
    """Confirm minutes at a later meeting, as presented or with corrections, and seal them.

    The corrections change the text and stay known as numbered amendments of the meeting that confirms. An
    inquorate meeting stays one: its notes are confirmed too. A transcript was kept until now: it is deleted
    for good, and then the confirmation cannot be undone.
    """
    known = _confirming(file, meeting_id, at_id)
    check_confirming(known, today=today)
    with file.change("Confirm minutes") as change:
        for number, amendment in enumerate(corrections, start=1):
            _amend(file, change, known, amendment, number=number)
        if known.of.state is not MeetingState.INQUORATE:
            change.update("meeting", meeting_id, state=MeetingState.CONFIRMED)
        _put(
            file,
            change,
            meeting_id,
            MinutesState.CONFIRMED,
            confirmed_on=known.at.date,
            confirmed_at_id=at_id,
        )
        seal = seal_minutes(file, change, meeting_id, on=known.at.date)
    delete_transcripts(file, meeting_id, on=today)
    return seal


def correct_confirmed(
    file: OfficeFile,
    meeting_id: str,
    *,
    at_id: str,
    will_be: str,
    was: str = "",
    why: str = "",
    item_id: str | None = None,
    today: date,
) -> str:
    """A correction of confirmed minutes: an entry beside them, made at a meeting; their text stays."""
    of, at = meeting(file, meeting_id), meeting(file, at_id)
    if sealed(file, meeting_id) is None:
        raise Refused("These minutes are not confirmed yet: correct their text.")
    if at.board_id != of.board_id or at.date <= of.date or at.date > today or not _can_meet(at):
        raise Refused("Choose the later meeting of the board that made the correction.", field="at")
    if not will_be.strip():
        raise Refused("Say how it is to read.", field="will_be")
    number = _last_number(file, meeting_id) + 1
    with file.change(f"Add correction {number} to confirmed minutes") as change:
        return change.insert(
            "minutes_correction",
            meeting_id=meeting_id,
            number=number,
            item_id=item_id,
            was=was.strip(),
            will_be=will_be.strip(),
            why=why.strip(),
            made_on=at.date,
            made_at_id=at_id,
            after_confirmation=1,
        )


def _can_meet(at: Meeting) -> bool:
    return at.state not in (MeetingState.CANCELLED, MeetingState.INQUORATE)


def _check_stage(file: OfficeFile, meeting_id: str, *, on: date, today: date) -> None:
    check_stage(minutes_of(file, meeting_id), meeting(file, meeting_id), on=on, today=today)


def _put(file: OfficeFile, change: Change, meeting_id: str, state: MinutesState, **fields: object) -> None:
    held = file.value("SELECT id FROM minutes WHERE meeting_id = ?", (meeting_id,))
    if held is None:
        change.insert("minutes", meeting_id=meeting_id, state=state, **fields)
    else:
        change.update("minutes", str(held), state=state, **fields)


def _drafted(file: OfficeFile, change: Change, meeting_id: str) -> None:
    """The minutes of a held meeting are drafted once they go out; an inquorate one stays what it is."""
    if meeting(file, meeting_id).state is MeetingState.HELD:
        change.update("meeting", meeting_id, state=MeetingState.DRAFT_MINUTES)


def _confirming(file: OfficeFile, meeting_id: str, at_id: str) -> Confirming:
    found, at = register(file, meeting_id), register(file, at_id)
    quorum = live_quorum(board(file, at.meeting.board_id), at) if at.closed else None
    undecided = file.value(
        "SELECT count(*) FROM proposed_correction p JOIN returned_copy r ON r.id = p.copy_id "
        "JOIN circulation c ON c.id = r.circulation_id "
        "WHERE c.meeting_id = ? AND p.choice = '' AND (p.kind <> 'comment' OR p.answer = '')",
        (meeting_id,),
    )
    return Confirming(
        found.meeting,
        at.meeting,
        minutes_of(file, meeting_id),
        register_closed=found.closed,
        on_its_agenda=bool(confirming_item(file, at_id, meeting_id)),
        undecided=int(str(undecided)),
        quorum=quorum,
    )


def _last_number(file: OfficeFile, meeting_id: str) -> int:
    last = file.value("SELECT max(number) FROM minutes_correction WHERE meeting_id = ?", (meeting_id,))
    return int(str(last or 0))


def _amend(file: OfficeFile, change: Change, known: Confirming, amendment: Amendment, *, number: int) -> None:
    """Write one correction into the text, and its number beside it."""
    rows = {row.number: row.item for row in agenda(file, known.of.id).rows}
    item = rows.get(amendment.item)
    if item is None:
        raise Refused(f"There is no item {amendment.item} in these minutes.", field="corrections")
    blocks = blocks_of(file, item.id)
    block = blocks[place_of(amendment, [_words(file, block) for block in blocks])]
    text = keepable(_words(file, block).replace(amendment.was, amendment.will_be))
    if block.kind.is_row:
        change.update(_TEXTS[block.kind], block.record_id, text=text)
    else:
        mended = amended(block, amendment.was, keepable(amendment.will_be))
        change.update("minute_block", block.id, text=mended.text, marks=spans_kept(mended.spans))
    change.insert(
        "minutes_correction",
        meeting_id=known.of.id,
        number=number,
        item_id=item.id,
        was=amendment.was,
        will_be=amendment.will_be,
        made_on=known.at.date,
        made_at_id=known.at.id,
        block=block.id,
    )


def _words(file: OfficeFile, block: Block) -> str:
    if not block.kind.is_row:
        return block.text
    table = _TEXTS[block.kind]
    return str(file.value(f"SELECT text FROM {table} WHERE id = ?", (block.record_id,)) or "")
