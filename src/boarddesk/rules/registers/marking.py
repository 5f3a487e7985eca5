"""The register at a meeting: the roll it starts from, what may be written on it, when it may be closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Organisation, Person, Role, Seat, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.quorum import Answer, Reply
from boarddesk.rules.registers.register import (
    ATTENDED,
    MARK_LABELS,
    VACANT,
    Mark,
    MarkLabels,
    Register,
    RollRow,
)

SEAT_VACANT = "Seat vacant"
NO_SEATS = (
    "This board has no seats on that day, so nobody would be on the register. "
    "Add its seats under People first, then open the register."
)
ADD_ROWS = (
    "Add a row for each seat; where the board has none yet, add them under People, "
    "then put the register away and open it again."
)
SAY_WHO = (
    "Bring the document in again and choose; or give them a row here, and tick the name under Import, "
    "Left over from earlier imports, as settled."
)
SAT_NOBODY = "This seat was vacant. Correct the row to name who sat in it, or leave it not required."


def roll(
    seats: Iterable[Seat],
    day: date,
    *,
    people: Mapping[str, Person],
    organisations: Mapping[str, Organisation],
) -> tuple[RollRow, ...]:
    """The roll as it stands on a day, in roll order; a vacant seat is not required until somebody says so."""
    there = sorted((seat for seat in seats if seat.exists_on(day)), key=lambda seat: (seat.position, seat.id))
    return tuple(
        replace(roll_row(seat, day, people=people, organisations=organisations), position=place)
        for place, seat in enumerate(there)
    )


def roll_row(
    seat: Seat, day: date, *, people: Mapping[str, Person], organisations: Mapping[str, Organisation]
) -> RollRow:
    """One seat as it stands on a day; its id is the seat's until it is stored."""
    person = people.get(seat.holder_on(day) or "")
    organisation = organisations.get(seat.organisation_id or "")
    return RollRow(
        id=seat.id,
        seat_id=seat.id,
        seat_title=seat.title,
        person_id=person.id if person else None,
        person=person.name if person else "",
        organisation_id=organisation.id if organisation else None,
        organisation=organisation.name if organisation else "",
        sector=organisation.sector if organisation else Sector.OTHER,
        role=seat.role,
        expected=seat.expected,
        counts_for_quorum=seat.counts_for_quorum,
        mark=None if person else Mark.NOT_REQUIRED,
        note="" if person else SEAT_VACANT,
        position=seat.position,
    )


def as_replied(rows: Iterable[RollRow], replies: Iterable[Reply]) -> tuple[RollRow, ...]:
    """The roll with apologies given and deputies named before the day; a promise to come marks nobody.

    A deputy who has an own seat there, or was named for two, is left to be marked on the day.
    """
    roll, given = tuple(rows), {reply.seat_id: reply for reply in replies}
    seated = {row.person_id for row in roll}
    named = Counter(reply.deputy_id for reply in given.values() if reply.answer is Answer.DEPUTY)

    def replied(row: RollRow) -> RollRow:
        reply = given.get(row.seat_id)
        if reply is None or row.mark is not None:
            return row
        if reply.answer is Answer.APOLOGIES:
            return replace(row, mark=Mark.APOLOGIES, reason=reply.reason)
        free = reply.deputy_id is None or (reply.deputy_id not in seated and named[reply.deputy_id] == 1)
        if reply.answer is Answer.DEPUTY and free:
            return replace(row, mark=Mark.DEPUTY, deputy_id=reply.deputy_id, deputy=reply.deputy)
        return row

    return tuple(map(replied, roll))


def check_may_open(meeting: Meeting) -> None:
    """A cancelled meeting has no register."""
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled, so it has no register.")


def check_has_seats(rows: Collection[RollRow]) -> None:
    """A roll without a row says nothing of anybody."""
    if not rows:
        raise Refused(NO_SEATS)


def check_may_mark(register: Register) -> None:
    """A closed register is corrected by reopening it first, so that nobody does it by accident."""
    check_may_open(register.meeting)
    if register.roll_id is None:
        raise Refused("Open the register first.")
    if register.closed:
        raise Refused("This register is closed. Reopen it to correct it.")


def check_may_take(row: RollRow, letter: Mark) -> None:
    """Nobody sat in a vacant seat, and nobody deputised for nobody: all that fits it is N."""
    if row.person_id is None and letter is not Mark.NOT_REQUIRED:
        raise Refused(SAT_NOBODY, field="mark")


def why_not_deputy(register: Register, row: RollRow, person_id: str) -> str:
    """Nobody comes for themselves, nor for another while there in their own seat; empty where all is well."""
    if person_id == row.person_id:
        return f"{row.person} cannot be their own deputy."
    for other in register.rows:
        if other.person_id == person_id and other.mark in ATTENDED:
            return f"{other.person} is marked as there in their own seat, so cannot be the deputy here."
    return ""


def check_may_deputise(register: Register, row: RollRow, person_id: str) -> None:
    """Refused with the reason somebody cannot be the deputy of a row."""
    why_not = why_not_deputy(register, row, person_id)
    if why_not:
        raise Refused(why_not, field="deputy")


def free_to_deputise(register: Register, people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody but those marked as there in their own seat."""
    there = {row.person_id for row in register.rows if row.mark in ATTENDED}
    return tuple(person for person in people if person.id not in there)


def check_may_attend(register: Register, row: RollRow) -> None:
    """Who is down as the deputy in another seat is not marked as there in their own as well."""
    for other in register.rows:
        if row.person_id and other.mark is Mark.DEPUTY and other.deputy_id == row.person_id:
            raise Refused(f"{row.person} is down as the deputy for {row_words(other)}. Change that first.")


def still_unclear(names: Collection[str]) -> str:
    """Why a register stays open over people of whom nobody has said yet who they are."""
    are = "is" if len(names) == 1 else "are"
    said = f"{_listed(list(names))} {are} not clear yet"
    return f"{said}: this register stays open until it is said who is meant."


def check_may_close(register: Register, *, today: date, unclear: Collection[str] = ()) -> None:
    """Refused while anyone is not recorded, and says who; refused before the day, and while it is empty.

    `unclear` names whom an import left off it, because it is not known who they are.
    """
    check_may_open(register.meeting)
    if register.roll_id is None:
        raise Refused("Open the register first.")
    if register.meeting.date > today:
        raise Refused("This meeting has not been held yet: its register can be closed on the day.")
    if not register.rows:
        raise Refused(f"Nobody is on this register, so there is nothing to count. {ADD_ROWS}")
    missing = [row_words(row) for row in register.not_recorded]
    if missing:
        raise Refused(f"Not recorded yet: {_listed(missing)}. Give each a mark, then close the register.")
    if unclear:
        raise Refused(f"{still_unclear(unclear)} {SAY_WHO}")


LONGEST_LABEL = 40


def check_labels(wanted: Iterable[tuple[Mark, str]], known: MarkLabels) -> tuple[tuple[Mark, str], ...]:
    """The words for marks as kept, empty for the usual ones; no two marks may be called the same."""
    given = {mark: "" if words.strip() == MARK_LABELS[mark] else words.strip() for mark, words in wanted}
    called = {**known, **{mark: words or MARK_LABELS[mark] for mark, words in given.items()}}
    for mark, words in given.items():
        if len(words) > LONGEST_LABEL:
            raise Refused(f"At most {LONGEST_LABEL} letters fit beside a mark.", field=mark.value)
        same = [
            other
            for other in Mark
            if other is not mark and called[other].casefold() == called[mark].casefold()
        ]
        if words and same:
            sentence = f"{same[0].value} is called that already. Give each mark its own words."
            raise Refused(sentence, field=mark.value)
    return tuple(given.items())


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def as_closed(register: Register) -> Register:
    """The register as closing it would leave it: a meeting still to come is held with it."""
    to_come = register.meeting.state.is_to_come
    meeting = replace(register.meeting, state=MeetingState.HELD) if to_come else register.meeting
    return replace(register, meeting=meeting, closed=True)


def everyone_present(register: Register) -> tuple[RollRow, ...]:
    """Who “everyone expected present” marks: expected, not recorded yet, and nobody's deputy."""
    deputies = {row.deputy_id for row in register.rows if row.mark is Mark.DEPUTY}
    return tuple(
        row
        for row in register.not_recorded
        if row.expected and row.person_id and row.person_id not in deputies
    )


def place_on_roll(seat: Seat, rows: Iterable[RollRow], seats: Iterable[Seat]) -> int:
    """Which place a seat has among the rows of a roll, by the order of the board's seats."""
    order = {seat.id: (seat.position, seat.id) for seat in seats}
    later = (at for at, row in enumerate(rows) if order.get(row.seat_id, (0, "")) > order[seat.id])
    return next(later, len(tuple(rows)))


def with_rows_of(
    register: Register, *, roles: Collection[Role] = (), sectors: Collection[Sector] = ()
) -> Register:
    """The register with rows of these roles and sectors alone; none named keeps all."""
    if not roles and not sectors:
        return register
    rows = tuple(
        row
        for row in register.rows
        if (not roles or row.role in roles) and (not sectors or row.sector in sectors)
    )
    return replace(register, rows=rows)


def row_words(row: RollRow) -> str:
    """Whose row it is, for a sentence: the name, or the vacant seat."""
    return row.person or f"{VACANT}: {row.seat_title}"
