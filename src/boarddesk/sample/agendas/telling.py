"""Tells the agendas of the sample's improvement board: made before each board, and what became of it."""

from __future__ import annotations

from datetime import timedelta

from boarddesk.records.agenda.items import agenda_items
from boarddesk.records.file.office_file import Change
from boarddesk.records.meetings import meeting
from boarddesk.records.owners import owner_called, owner_fields
from boarddesk.rules.agenda.item import Fills, Outcome
from boarddesk.rules.agenda.standing import minutes_title
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.sample.agendas.business import CLOSING, COMING, OPENING, TAKEN, USUAL, Business
from boarddesk.sample.diary import Diary

MADE_BEFORE = timedelta(10)


def note_agendas(diary: Diary, *, board: str) -> None:
    """The standing items first, then the agenda of each board since it has any business told."""
    first = min(TAKEN)
    diary.note(
        diary.calendar.board(first) - 2 * MADE_BEFORE,
        f"Agree the standing items of {board}",
        lambda change: _add_standing(diary, change, board),
    )
    for count in range(first, 0):
        _note_agenda(diary, board, count, (*OPENING, *TAKEN.get(count, ()), *USUAL, *CLOSING))
    _note_agenda(diary, board, 0, COMING)


def _add_standing(diary: Diary, change: Change, board: str) -> None:
    for position, business in enumerate((*OPENING, *CLOSING)):
        change.insert(
            "standing_item",
            board_id=diary.named("board", board),
            title=business.title,
            purpose=business.purpose,
            kind=business.kind,
            minutes=business.minutes,
            fills=business.fills,
            **owner_fields(owner_called(diary.file, business.lead)),
            position=position,
        )


def _note_agenda(diary: Diary, board: str, count: int, items: tuple[Business, ...]) -> None:
    day = diary.calendar.board(count)

    def write(change: Change) -> None:
        for position, business in enumerate(items):
            _add(diary, change, business, board=board, count=count, position=position)

    def close(change: Change) -> None:
        meeting_id = diary.named("meeting", f"{board} {count}")
        if not meeting(diary.file, meeting_id).state.was_held:
            return
        by_title = {business.title: business for business in items}
        for item in agenda_items(diary.file, meeting_id):
            known = by_title.get(item.title)
            outcome = known.outcome if known else Outcome.TAKEN
            change.update("agenda_item", item.id, outcome=outcome, outcome_note=known.said if known else "")

    made = min(day - MADE_BEFORE, diary.calendar.since_last(3)) if count == 0 else day - MADE_BEFORE
    diary.note(made, f"Make the agenda of {board} {day:%d %m %Y}", write)
    if count < 0:
        diary.note(day, f"Note what became of the agenda of {board} {day:%d %m %Y}", close)


def _add(diary: Diary, change: Change, business: Business, *, board: str, count: int, position: int) -> None:
    key = f"item {board} {count}"
    of, title = None, business.title
    if business.fills is Fills.MINUTES:
        of = _last_before(diary, board, count)
        title = minutes_title(meeting(diary.file, of)) if of else title
    made = change.insert(
        "agenda_item",
        meeting_id=diary.named("meeting", f"{board} {count}"),
        parent_id=diary.named(key, business.under) if business.under else None,
        position=position,
        title=title,
        short_title=business.short,
        purpose=business.purpose,
        kind=business.kind,
        **owner_fields(owner_called(diary.file, business.lead)),
        minutes=business.minutes,
        fills=business.fills,
        papers_wanted=business.papers,
        restricted=bool(business.restricted),
        restricted_why=business.restricted,
        chair_note=business.note,
        words_to_use=business.words,
        minutes_of_id=of,
    )
    diary.name(key, business.title, made)
    if business.paper:
        paper_id = change.insert(
            "paper",
            board_id=diary.named("board", board),
            title=business.paper,
            asked_on=diary.calendar.since_last(3),
        )
        change.insert("item_paper", item_id=made, paper_id=paper_id)
        diary.name("paper", business.title, paper_id)


def _last_before(diary: Diary, board: str, count: int) -> str | None:
    """The board before that took place, or is still to."""
    for before in range(count - 1, count - 4, -1):
        meeting_id = diary.ids.get(("meeting", f"{board} {before}"))
        if meeting_id and meeting(diary.file, meeting_id).state is not MeetingState.CANCELLED:
            return meeting_id
    return None
