"""What members of the sample's boards accepted and declared, and whose term ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import Change
from boarddesk.rules.interests import Nature
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.sample.diary import Diary
from boarddesk.sample.people import Place
from boarddesk.sample.seating import IMPROVEMENT_BOARD, PARTNERSHIP_BOARD

NEW_TERMS, ADOPTED, SIGNED, RENEWED, LONG_AGO = "2", -9, -8, -5, -14
"""The terms in force, and the boards of their adoption, of their signing and of the last renewals."""

STILL_ON_THE_FIRST = ("Lead member for children", "Secondary head teachers")
NOT_ASKED_YET = ("Mental health service manager",)
NEWCOMER = ("Special school head teachers", "Nisha Kapadia")
RENEWED_LONG_AGO = "Director of therapies"
TERM_ENDS = ("Forum member", "Beverley Strang", 1)
"""Whose term on the partnership board ends, and with which month."""


@dataclass(frozen=True)
class Declared:
    """An interest declared at a board, and given its last day at another."""

    who: str
    text: str
    nature: Nature
    board: int
    over: int | None = None


INTERESTS = (
    Declared("Helen Garside", "Head teacher of a school with a resource base", Nature.PROFESSIONAL, RENEWED),
    Declared("Cllr Ted Barraclough", "Governor of Skelden Primary School", Nature.PERSONAL, LONG_AGO),
    Declared(
        "Ruth Okafor",
        "Employed by Fellside Health Trust, a provider of therapies",
        Nature.FINANCIAL,
        LONG_AGO,
    ),
    Declared("Bryony Talbot", "Sister works for Northmoor and Dales College", Nature.INDIRECT, RENEWED),
    Declared("Graham Nuttall", "Trustee of Dales Learning Trust", Nature.PROFESSIONAL, LONG_AGO, over=-10),
)


def note_membership(diary: Diary) -> None:
    """Terms adopted and signed, interests declared and renewed, one term with an end."""
    _note_terms(diary)
    _note_renewals(diary)
    for declared in INTERESTS:
        _note_interest(diary, declared)
    _note_term(diary)


def _note_terms(diary: Diary) -> None:
    calendar, short = diary.calendar, IMPROVEMENT_BOARD.short

    def adopt(change: Change) -> None:
        change.update("board", diary.named("board", short), terms_version=NEW_TERMS)

    def sign(change: Change) -> None:
        for place in _members():
            if place.title not in (*NOT_ASKED_YET, NEWCOMER[0]):
                version = "1" if place.title in STILL_ON_THE_FIRST else NEW_TERMS
                on = calendar.board(LONG_AGO if version == "1" else SIGNED)
                _put(diary, change, place, on, OnRecord.TERMS, OnRecord.CONFIDENTIALITY, version=version)

    def induct(change: Change) -> None:
        place = next(place for place in _members() if place.title == NEWCOMER[0])
        _put(diary, change, place, calendar.board(SIGNED + 1), *OnRecord, version=NEW_TERMS)

    diary.note(calendar.board(ADOPTED), f"Change board {short}", adopt)
    diary.note(calendar.board(SIGNED), "Put on record", sign)
    diary.note(calendar.board(SIGNED + 1), "Put on record", induct)


def _note_renewals(diary: Diary) -> None:
    def renew(change: Change) -> None:
        for place in _members():
            if place.title not in (RENEWED_LONG_AGO, NEWCOMER[0]):
                _put(diary, change, place, diary.calendar.board(RENEWED), OnRecord.INTERESTS)

    def renew_early(change: Change) -> None:
        place = next(place for place in _members() if place.title == RENEWED_LONG_AGO)
        _put(diary, change, place, diary.calendar.board(LONG_AGO), OnRecord.INTERESTS)

    diary.note(diary.calendar.board(LONG_AGO), "Put on record", renew_early)
    diary.note(diary.calendar.board(RENEWED), "Put on record", renew)


def _members() -> list[Place]:
    """The seats of the improvement board that belong to it and are held now."""
    return [place for place in IMPROVEMENT_BOARD.places if place.role.belongs and place.holder(-1)]


def _put(diary: Diary, change: Change, place: Place, on: date, *kinds: OnRecord, version: str = "") -> None:
    named = f"membership {IMPROVEMENT_BOARD.short} {place.title}"
    fields: dict[str, object] = {kind.value: on for kind in kinds}
    if version:
        fields["terms_version"] = version
    change.update("membership", diary.named(named, str(place.holder(-1))), **fields)


def _note_interest(diary: Diary, declared: Declared) -> None:
    calendar, label = diary.calendar, f"Declare interest of {declared.who}"

    def declare(change: Change) -> None:
        made = change.insert(
            "interest",
            person_id=diary.named("person", declared.who),
            text=declared.text,
            nature=declared.nature,
            declared_on=calendar.board(declared.board),
        )
        diary.name("interest", declared.text, made)

    def end(change: Change) -> None:
        over = calendar.board(declared.over or 0)
        change.update("interest", diary.named("interest", declared.text), until_day=over)

    diary.note(calendar.board(declared.board), label, declare)
    if declared.over is not None:
        diary.note(calendar.board(declared.over), "Change interest", end)


def _note_term(diary: Diary) -> None:
    title, who, month = TERM_ENDS

    def end(change: Change) -> None:
        membership = diary.named(f"membership {PARTNERSHIP_BOARD.short} {title}", who)
        change.update("membership", membership, to_date=diary.calendar.month_end(month))

    diary.note(diary.calendar.partnership(-1), "Change membership", end)
