"""Tells what the sample's boards decided and gave people to do, on the day of each board."""

from __future__ import annotations

from datetime import date

from boarddesk.records.agenda import arising, decisions, declarations, returns
from boarddesk.records.file.office_file import Change
from boarddesk.records.owners import owners_called
from boarddesk.rules.arising import PlanLink
from boarddesk.rules.decisions import Bearing, DecisionPath
from boarddesk.rules.returns import RETURN_KEYS
from boarddesk.sample.business.minuted import (
    ERRANDS,
    INTERESTED,
    RETURNS,
    RULINGS,
    Errand,
    Interested,
    Ruling,
)
from boarddesk.sample.diary import Diary

DAYS_AFTER = 8
"""Between boards is so many days after the one before."""


def note_business(diary: Diary, *, board: str) -> None:
    """Decisions and actions in the order of the boards that made them."""
    for ruling in RULINGS:
        _note_ruling(diary, ruling, board)
    for errand in ERRANDS:
        _note_errand(diary, errand, board)
    for interested in INTERESTED:
        _note_interest(diary, interested, board)
    for count, letters in RETURNS.items():
        _note_returns(diary, board, count, letters)


def _meeting(diary: Diary, board: str, count: int) -> str:
    return diary.named("meeting", f"{board} {count}")


def _item(diary: Diary, board: str, count: int, title: str) -> str | None:
    return diary.ids.get((f"item {board} {count}", title))


def _note_ruling(diary: Diary, ruling: Ruling, board: str) -> None:
    at_a_board = ruling.how is DecisionPath.MEETING
    day = diary.calendar.board(ruling.board)
    if not at_a_board:
        day = min(date.fromordinal(day.toordinal() + DAYS_AFTER), diary.calendar.since_last(DAYS_AFTER))

    def write(change: Change) -> None:
        if at_a_board:
            made = decisions.decide(
                diary.file,
                _meeting(diary, board, ruling.board),
                text=ruling.text,
                verb=ruling.verb,
                item_id=_item(diary, board, ruling.board, ruling.item),
                bearing=_bearing(diary, ruling),
            )
        else:
            made = decisions.decide_between(
                diary.file,
                diary.named("board", board),
                text=ruling.text,
                made_on=day,
                how=ruling.how,
                by_whom=ruling.by,
                verb=ruling.verb,
            )
        diary.name("decision", ruling.text, made)

    diary.note(day, f"Note decisions of {board}", write)
    if ruling.ratified is not None:
        _note_ratified(diary, ruling, board, ruling.ratified)


def _bearing(diary: Diary, ruling: Ruling) -> Bearing:
    return Bearing(
        action_id=diary.named("action", ruling.about) if ruling.about else None,
        effect=ruling.effect,
        agreed_by_when=diary.fill_in(ruling.by_when),
        replaces_id=diary.named("decision", ruling.replaces) if ruling.replaces else None,
    )


def _note_ratified(diary: Diary, ruling: Ruling, board: str, by: int) -> None:
    def ratify(change: Change) -> None:
        made = diary.named("decision", ruling.text)
        decisions.ratify(diary.file, made, _meeting(diary, board, by))

    diary.note(diary.calendar.board(by), f"Note decisions of {board}", ratify)


def _note_errand(diary: Diary, errand: Errand, board: str) -> None:
    day = diary.calendar.board(errand.board)

    def write(change: Change) -> None:
        owner, *others = owners_called(diary.file, errand.owner)
        kind, ref = errand.is_for
        made = arising.add_action(
            diary.file,
            diary.named("board", board),
            text=errand.text,
            raised_on=day,
            due=diary.fill_in(errand.due),
            owner=owner,
            co_owners=others,
            is_for=PlanLink(kind, diary.named(kind, ref), ref) if ref else None,
            meeting_id=_meeting(diary, board, errand.board),
            item_id=_item(diary, board, errand.board, errand.item),
        )
        diary.name("errand", errand.text, made)

    diary.note(day, f"Note actions of {board}", write)
    for count, due in enumerate(errand.moved, errand.board + 1):
        _note_moved(diary, errand, due, on=diary.calendar.forms_back(count))
    if errand.done is not None:
        _note_done(diary, errand, on=diary.calendar.forms_back(errand.done))
    if errand.withdrawn:
        _note_withdrawn(diary, errand, on=diary.calendar.board(errand.board + 1))
    for days, words in errand.said:
        _note_said(diary, errand, words, on=diary.calendar.since_last(days))
    for days in errand.chased:
        _note_chased(diary, errand, on=diary.calendar.since_last(days))


def _note_said(diary: Diary, errand: Errand, words: str, *, on: date) -> None:
    def say(change: Change) -> None:
        arising.add_update(diary.file, diary.named("errand", errand.text), text=words, as_at=on)

    diary.note(on, f"Note what is said of “{errand.text}”", say)


def _note_chased(diary: Diary, errand: Errand, *, on: date) -> None:
    def chase(change: Change) -> None:
        made = diary.named("errand", errand.text)
        arising.note_chased(diary.file, [made], whom=errand.owner, how="by e-mail", on=on)

    diary.note(on, f"Chase {errand.owner}", chase)


def _note_moved(diary: Diary, errand: Errand, due: str, *, on: date) -> None:
    def move(change: Change) -> None:
        made = diary.named("errand", errand.text)
        arising.move_action(diary.file, made, due=diary.fill_in(due), today=on)

    diary.note(on, f"Move the date of “{errand.text}”", move)


def _note_done(diary: Diary, errand: Errand, *, on: date) -> None:
    def finish(change: Change) -> None:
        made = diary.named("errand", errand.text)
        arising.finish_action(diary.file, made, on=on, what=errand.what)
        if errand.reopened:
            arising.reopen_action(diary.file, made, why=errand.reopened, on=on)
            arising.finish_action(diary.file, made, on=on, what="All are reached.")

    diary.note(on, f"Note “{errand.text}” as done", finish)


def _note_withdrawn(diary: Diary, errand: Errand, *, on: date) -> None:
    def withdraw(change: Change) -> None:
        made = diary.named("errand", errand.text)
        arising.withdraw_action(diary.file, made, on=on, why=errand.withdrawn)

    diary.note(on, f"Withdraw “{errand.text}”", withdraw)


def _note_interest(diary: Diary, interested: Interested, board: str) -> None:
    def declare(change: Change) -> None:
        declarations.declare(
            diary.file,
            _meeting(diary, board, interested.board),
            diary.named("person", interested.who),
            nature=interested.nature,
            did=interested.did,
            item_id=_item(diary, board, interested.board, interested.item),
        )

    diary.note(diary.calendar.board(interested.board), f"Note interests declared at {board}", declare)


def _note_returns(diary: Diary, board: str, count: int, letters: str) -> None:
    """How each area of the plan reported, noted with the forms of that board."""

    def note(change: Change) -> None:
        meeting_id = _meeting(diary, board, count)
        for number, letter in enumerate(letters, 1):
            if letter in RETURN_KEYS:
                area = diary.named("area", str(number))
                returns.set_return(diary.file, meeting_id, area, RETURN_KEYS[letter])

    diary.note(diary.calendar.forms_back(count), f"Note returns to {board}", note)
