"""The register at a meeting: the roll it starts from, what may be written on it, when it may be closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from boarddesk.rules.attendance import VACANT, Mark, Register, RollRow
from boarddesk.rules.meetings import Meeting, MeetingState
from boarddesk.rules.people import Organisation, Person, Role, Seat, Sector
from boarddesk.rules.quorum import Answer, Reply
from boarddesk.rules.refused import Refused

SEAT_VACANT = "Seat vacant"


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


def apologies_given(rows: Iterable[RollRow], replies: Iterable[Reply]) -> tuple[RollRow, ...]:
    """The roll with the apologies given before the day; who said they would come is not marked for that."""
    reasons = {one.seat_id: one.reason for one in replies if one.answer is Answer.APOLOGIES}
    return tuple(
        replace(row, mark=Mark.APOLOGIES, reason=reasons[row.seat_id])
        if row.seat_id in reasons and row.mark is None
        else row
        for row in rows
    )


def check_may_open(meeting: Meeting) -> None:
    """A cancelled meeting has no register."""
    if meeting.state is MeetingState.CANCELLED:
        raise Refused("This meeting was cancelled, so it has no register.")


def check_may_mark(register: Register) -> None:
    """A closed register is corrected by reopening it first, so that nobody does it by accident."""
    if register.roll_id is None:
        raise Refused("Open the register first.")
    if register.closed:
        raise Refused("This register is closed. Reopen it to correct it.")


def check_may_close(register: Register, *, today: date) -> None:
    """Refused while anyone is not recorded, and says who; refused before the day."""
    if register.roll_id is None:
        raise Refused("Open the register first.")
    if register.meeting.date > today:
        raise Refused("This meeting has not been held yet: its register can be closed on the day.")
    missing = [row_words(row) for row in register.not_recorded]
    if missing:
        raise Refused(f"Not recorded yet: {_listed(missing)}. Give each a mark, then close the register.")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def everyone_present(register: Register) -> tuple[RollRow, ...]:
    """The rows that “everyone expected present” marks: expected, held by somebody, and not recorded yet."""
    return tuple(row for row in register.not_recorded if row.expected and row.person_id)


def with_marks(register: Register, marks: Mapping[str, Mark | None]) -> Register:
    """The register as it would be with other marks, by row id: to show what a correction would change."""
    rows = tuple(replace(row, mark=marks[row.id]) if row.id in marks else row for row in register.rows)
    return replace(register, rows=rows)


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
