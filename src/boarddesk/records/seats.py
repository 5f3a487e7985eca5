"""Seats on boards: who held them from when to when, and who deputises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.reading import day, gathered, one
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.rules.memberships.timeline import check_time
from boarddesk.rules.people import Membership, Role, Seat, follow_role
from boarddesk.rules.refused import Refused
from boarddesk.rules.wording import day as written
from boarddesk.rules.wording import one_line

GONE = "That seat is no longer there."
MEMBERSHIP_GONE = "That membership is no longer there."


def seats(file: OfficeFile, board_id: str | None = None) -> tuple[Seat, ...]:
    """Every seat there is or was, or those of one board, in roll order."""
    held = gathered(
        (row["seat_id"], _membership(row))
        for row in file.rows("SELECT * FROM membership ORDER BY coalesce(from_date, ''), id")
    )
    deputies = gathered(
        (row["seat_id"], row["person_id"]) for row in file.rows("SELECT * FROM deputy ORDER BY position, id")
    )
    rows = file.rows(
        "SELECT s.* FROM seat s JOIN board b ON b.id = s.board_id WHERE :board IS NULL OR s.board_id = :board"
        " ORDER BY b.position, b.name, s.board_id, s.position, s.id",
        {"board": board_id},
    )
    return tuple(_seat(row, held[row["id"]], deputies[row["id"]]) for row in rows)


def seat(file: OfficeFile, seat_id: str) -> Seat:
    """One seat; refused when it is no longer there."""
    row = one(file.row("SELECT board_id FROM seat WHERE id = ?", (seat_id,)), GONE)
    return next(found for found in seats(file, row["board_id"]) if found.id == seat_id)


def add_seat(
    file: OfficeFile,
    board_id: str,
    title: str,
    *,
    role: Role = Role.MEMBER,
    organisation_id: str | None = None,
    expected: bool | None = None,
    counts_for_quorum: bool | None = None,
    from_date: date | None = None,
    to_date: date | None = None,
) -> str:
    """A new seat, last on the roll; expected and quorum follow the role unless given."""
    title = one_line(title)
    if not title:
        raise Refused("Give the seat a title: the post, or the person's capacity.", field="title")
    _check_dates(from_date, to_date)
    place = file.value("SELECT coalesce(max(position) + 1, 0) FROM seat WHERE board_id = ?", (board_id,))
    with file.change(f"Add seat {title}") as change:
        return change.insert(
            "seat",
            board_id=board_id,
            title=title,
            role=role,
            organisation_id=organisation_id,
            expected=role.expected_by_default if expected is None else expected,
            counts_for_quorum=(
                role.counts_for_quorum_by_default if counts_for_quorum is None else counts_for_quorum
            ),
            from_date=from_date,
            to_date=to_date,
            position=place,
        )


def update_seat(file: OfficeFile, seat_id: str, **fields: object) -> None:
    """Change the fields given; registers already opened keep what they stored.

    Given its last day, whoever holds it leaves it then.
    """
    known = seat(file, seat_id)
    if "title" in fields and not str(fields["title"]).strip():
        raise Refused("Give the seat a title: the post, or the person's capacity.", field="title")
    _check_dates(_day_of(fields, "from_date", known.from_date), _day_of(fields, "to_date", known.to_date))
    last = _day_of(fields, "to_date", None)
    with file.change(f"Change seat {known.title}", coalesce=f"{seat_id} {' '.join(fields)}") as change:
        change.update("seat", seat_id, **fields)
        if last:
            _leave(file, change, known, last)


def set_role(file: OfficeFile, seat_id: str, role: Role) -> None:
    """Another role; expected and quorum follow it where they followed the one before."""
    known = seat(file, seat_id)
    expected, quorum = follow_role(
        known.role, role, expected=known.expected, for_quorum=known.counts_for_quorum
    )
    update_seat(file, seat_id, role=role, expected=expected, counts_for_quorum=quorum)


def registers_otherwise(file: OfficeFile, seat_id: str) -> int:
    """On how many registers the seat stands in another role, or counts otherwise, than it does now.

    Those of confirmed minutes are not among them: what they say is sealed.
    """
    return len(_rows_otherwise(file, seat_id))


def mend_registers(file: OfficeFile, seat_id: str) -> int:
    """Put the seat's role right on every register it stands on, closed ones too, as one change; how many.

    A register whose minutes are sealed stays as it was confirmed.

    For a role that was read or entered wrongly; who became chair on a day has two seats, or two memberships.
    """
    known, rows = seat(file, seat_id), _rows_otherwise(file, seat_id)
    if not rows:
        return 0
    with file.change(f"Correct role of {known.title} on {len(rows)} registers") as change:
        for row in rows:
            change.update(
                "roll_row",
                row["id"],
                role=known.role,
                expected=known.expected,
                counts_for_quorum=known.counts_for_quorum,
            )
    return len(rows)


def _rows_otherwise(file: OfficeFile, seat_id: str) -> list[Row]:
    return file.rows(
        "SELECT rr.id FROM roll_row rr JOIN seat s ON s.id = rr.seat_id WHERE s.id = ? AND"
        " (rr.role, rr.expected, rr.counts_for_quorum) <> (s.role, s.expected, s.counts_for_quorum)"
        " AND rr.roll_id NOT IN"
        " (SELECT r.id FROM roll r JOIN sealed_minutes n ON n.meeting_id = r.meeting_id)",
        (seat_id,),
    )


def end_seat(file: OfficeFile, seat_id: str, on: date) -> None:
    """The board has this seat no longer after a day; whoever holds it leaves it then."""
    known = seat(file, seat_id)
    _check_dates(known.from_date, on)
    with file.change(f"End seat {known.title}") as change:
        change.update("seat", seat_id, to_date=on)
        _leave(file, change, known, on)


def _leave(file: OfficeFile, change: Change, seat: Seat, on: date) -> None:
    """Whoever holds a seat leaves it with its last day; refused where somebody is to take it after that."""
    for held in seat.memberships:
        if held.from_date and held.from_date > on:
            who, begins = _names(file)[held.person_id], written(held.from_date)
            says = f"{who} takes this seat on {begins}, after its last day: take that out first."
            raise Refused(says, field="to_date")
        if held.holds_on(on):
            change.update("membership", held.id, to_date=on)


def order_seats(file: OfficeFile, board_id: str, seat_ids: Sequence[str]) -> None:
    """The roll order of a board from now on: the seats named first, in that order."""
    rest = [found.id for found in seats(file, board_id) if found.id not in set(seat_ids)]
    with file.change("Order seats") as change:
        for place, seat_id in enumerate([*seat_ids, *rest]):
            change.update("seat", seat_id, position=place)


def remove_seat(file: OfficeFile, seat_id: str) -> None:
    """Take out a seat entered by mistake; refused where it stands on a register."""
    known = seat(file, seat_id)
    if file.value("SELECT 1 FROM roll_row WHERE seat_id = ? LIMIT 1", (seat_id,)):
        raise Refused(f"{known.title} stands on a register, so it stays: end the seat instead.")
    with file.change(f"Remove seat {known.title}") as change:
        change.delete("seat", seat_id)


def appoint(
    file: OfficeFile,
    seat_id: str,
    person_id: str,
    *,
    from_date: date | None = None,
    to_date: date | None = None,
) -> str:
    """The seat changes hands: whoever held it leaves the day before; the first holder needs no date."""
    known = seat(file, seat_id)
    _check_dates(from_date, to_date)
    if known.memberships and from_date is None:
        raise Refused("Give the day from which the seat is held.", field="from_date")
    with file.change(f"Appoint to {known.title}") as change:
        for held in known.memberships:
            if from_date and held.holds_on(from_date):
                if held.from_date == from_date:
                    raise Refused("Somebody else took this seat on that very day.", field="from_date")
                change.update("membership", held.id, to_date=from_date - timedelta(days=1))
        _check_free(file, Membership("", seat_id, person_id, from_date, to_date))
        return change.insert(
            "membership", seat_id=seat_id, person_id=person_id, from_date=from_date, to_date=to_date
        )


def add_membership(
    file: OfficeFile,
    seat_id: str,
    person_id: str,
    *,
    from_date: date | None = None,
    to_date: date | None = None,
) -> str:
    """A person holds, or held, a seat between two days; refused where it is somebody else's time."""
    _check_dates(from_date, to_date)
    _check_free(file, Membership("", seat_id, person_id, from_date, to_date))
    with file.change(f"Add membership of {seat(file, seat_id).title}") as change:
        return change.insert(
            "membership", seat_id=seat_id, person_id=person_id, from_date=from_date, to_date=to_date
        )


def update_membership(file: OfficeFile, membership_id: str, **fields: Any) -> None:
    """Change its days, its person or what it has on record; registers already opened keep what they stored.

    Terms accepted without a version are those in force.
    """
    row = one(file.row("SELECT * FROM membership WHERE id = ?", (membership_id,)), MEMBERSHIP_GONE)
    before = _membership(row)
    wanted = replace(before, **fields)
    _check_dates(wanted.from_date, wanted.to_date)
    if (wanted.from_date, wanted.to_date) != (before.from_date, before.to_date):
        _check_free(file, wanted, before)
    if fields.get(OnRecord.TERMS) and not wanted.terms_version:
        fields["terms_version"] = _terms_in_force(file, before.seat_id)
    with file.change("Change membership", coalesce=f"{membership_id} {' '.join(fields)}") as change:
        change.update("membership", membership_id, **fields)


def put_on_record(
    file: OfficeFile, membership_ids: Iterable[str], *, kinds: Iterable[OnRecord], on: date
) -> None:
    """What several members did on a day, as one change; terms accepted are those in force."""
    wanted = tuple(kinds)
    if not wanted:
        raise Refused("Tick what is to be put on record.", field="kinds")
    with file.change("Put on record") as change:
        for membership_id in membership_ids:
            row = one(
                file.row("SELECT seat_id FROM membership WHERE id = ?", (membership_id,)), MEMBERSHIP_GONE
            )
            fields: dict[str, object] = {kind.value: on for kind in wanted}
            if OnRecord.TERMS in wanted:
                fields["terms_version"] = _terms_in_force(file, row["seat_id"])
            change.update("membership", membership_id, **fields)


def _terms_in_force(file: OfficeFile, seat_id: str) -> str:
    return str(
        file.value(
            "SELECT b.terms_version FROM seat s JOIN board b ON b.id = s.board_id WHERE s.id = ?", (seat_id,)
        )
    )


def remove_membership(file: OfficeFile, membership_id: str) -> None:
    """Take out a membership entered by mistake; registers already opened keep their rows."""
    with file.change("Remove membership") as change:
        change.delete("membership", membership_id)


def set_deputies(file: OfficeFile, seat_id: str, person_ids: Sequence[str]) -> None:
    """Who may deputise for a seat, in order, in place of those there were."""
    known = seat(file, seat_id)
    if tuple(person_ids) == known.deputy_ids:
        return
    with file.change(f"Name deputies of {known.title}") as change:
        for row in file.rows("SELECT id FROM deputy WHERE seat_id = ?", (seat_id,)):
            change.delete("deputy", row["id"])
        for place, person_id in enumerate(dict.fromkeys(person_ids)):
            change.insert("deputy", seat_id=seat_id, person_id=person_id, position=place)


def _day_of(fields: dict[str, object], name: str, held: date | None) -> date | None:
    given = fields.get(name, held)
    return given if isinstance(given, date) else None


def _check_free(file: OfficeFile, wanted: Membership, before: Membership | None = None) -> None:
    check_time(seat(file, wanted.seat_id), wanted, names=_names(file), before=before)


def _names(file: OfficeFile) -> dict[str, str]:
    return {row["id"]: row["name"] for row in file.rows("SELECT id, name FROM person")}


def _check_dates(from_date: date | None, to_date: date | None) -> None:
    if from_date and to_date and to_date < from_date:
        raise Refused("The last day lies before the first.", field="to_date")


def _seat(row: Row, memberships: tuple[Membership, ...], deputies: tuple[str, ...]) -> Seat:
    return Seat(
        id=row["id"],
        board_id=row["board_id"],
        title=row["title"],
        organisation_id=row["organisation_id"],
        role=Role(row["role"]),
        counts_for_quorum=bool(row["counts_for_quorum"]),
        expected=bool(row["expected"]),
        from_date=day(row["from_date"]),
        to_date=day(row["to_date"]),
        position=row["position"],
        memberships=memberships,
        deputy_ids=deputies,
    )


def _membership(row: Row) -> Membership:
    return Membership(
        row["id"],
        row["seat_id"],
        row["person_id"],
        day(row["from_date"]),
        day(row["to_date"]),
        row["terms_version"],
        *(day(row[kind]) for kind in OnRecord),
    )
