"""Lists boards with their reporting lines, people and seats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boarddesk.cli.listing.subject import Listing, ListQuery, day_shown
from boarddesk.records import people as kept
from boarddesk.records import seats as kept_seats
from boarddesk.records.agenda.clearance_roles import clearance_roles
from boarddesk.records.agenda.cover_headings import cover_headings
from boarddesk.records.agenda.standing import standing_items
from boarddesk.records.boards import boards as all_of_them
from boarddesk.records.boards import organisations
from boarddesk.records.interests import interests
from boarddesk.records.lines import lines
from boarddesk.rules.attendance.figures import target_shown
from boarddesk.rules.governance.lines import boards_above
from boarddesk.rules.interests import Interest, interests_of
from boarddesk.rules.memberships.ending import term_ending
from boarddesk.rules.memberships.record import OnRecord, renewal_due
from boarddesk.rules.people import Board, Membership, Person, Seat, is_over


def boards(query: ListQuery) -> Listing:
    all_boards = all_of_them(query.file)
    names = {board.id: board.short_name for board in all_boards}
    uppers = {board.id: _upper(query, board, names) for board in all_boards}
    chosen = [board for board in all_boards if query.board is None or board.id == query.board.id]
    return Listing(
        headings=("Board", "Name", "Reports to", "Year", "Quorum", "Target"),
        rows=[
            (
                board.short_name,
                board.name,
                uppers[board.id] or "–",
                board.year_start,
                board.quorum or "–",
                f"{target_shown(board.attendance_target)} {board.target_figure}",
            )
            for board in chosen
        ],
        document=[{**_board(board, uppers[board.id]), **_kept_by(query, board)} for board in chosen],
        noun="board",
    )


def _upper(query: ListQuery, board: Board, names: dict[str, str]) -> str | None:
    """The first board of the office it is accountable to today."""
    above = boards_above(lines(query.file, board.id), board.id, query.today)
    return next((names[line.to_board_id] for line in above if line.to_board_id), None)


def _board(board: Board, upper: str | None) -> dict[str, object]:
    return {
        "short_name": board.short_name,
        "name": board.name,
        "kind": board.kind,
        "purpose": board.purpose,
        "terms_version": board.terms_version,
        "frequency": board.frequency,
        "reports_to": upper,
        "year_start": board.year_start,
        "quorum": board.quorum,
        "attendance_target": board.attendance_target,
        "target_figure": board.target_figure,
        "small_numbers": board.small_numbers,
        "published_names": board.published_names,
        "review_on": board.review_on,
    }


def _kept_by(query: ListQuery, board: Board) -> dict[str, object]:
    """What its agendas, cover reports and papers have each time, in order."""
    return {
        "standing_items": [
            {
                "title": item.title,
                "purpose": item.purpose,
                "kind": item.kind,
                "minutes": item.minutes,
                "lead": item.lead.name,
                "fills": item.fills,
            }
            for item in standing_items(query.file, board.id)
        ],
        "cover_headings": [
            {"title": heading.title, "fills": heading.fills}
            for heading in cover_headings(query.file, board.id)
        ],
        "clearance_roles": [role.name for role in clearance_roles(query.file, board.id)],
    }


def reporting_lines(query: ListQuery) -> Listing:
    short = {board.id: board.short_name for board in all_of_them(query.file)}
    chosen = lines(query.file, query.board_id)
    return Listing(
        headings=("Board", "Line", "To", "From", "Until", "Today"),
        rows=[
            (
                short[line.board_id],
                line.kind,
                line.to_name,
                day_shown(line.from_day),
                day_shown(line.until_day),
                "yes" if line.stands_on(query.today) else "no",
            )
            for line in chosen
        ],
        document=[
            {
                "board": short[line.board_id],
                "kind": line.kind,
                "to": line.to_name,
                "to_board": short.get(line.to_board_id or ""),
                "from": line.from_day,
                "until": line.until_day,
                "today": line.stands_on(query.today),
            }
            for line in chosen
        ],
        noun="reporting line",
    )


def people(query: ListQuery) -> Listing:
    senders = {organisation.id: organisation.name for organisation in organisations(query.file)}
    seats = kept_seats.seats(query.file, query.board_id)
    now = {person_id: seat for seat in seats if (person_id := seat.holder_on(query.today))}
    ever = {membership.person_id for seat in seats for membership in seat.memberships}
    chosen = [person for person in kept.people(query.file) if query.board is None or person.id in ever]
    declared = interests(query.file)
    return Listing(
        headings=("Name", "Organisation", "Seat today", "Role", "Email"),
        rows=[
            (
                person.name,
                senders.get(person.organisation_id or "", "–"),
                now[person.id].title if person.id in now else "–",
                now[person.id].role if person.id in now else "–",
                person.email or "–",
            )
            for person in chosen
        ],
        document=[
            _person(
                person,
                senders=senders,
                seat=now.get(person.id),
                interests=interests_of(declared, person.id, query.today),
            )
            for person in chosen
        ],
        noun="person",
        plural="people",
    )


def _person(
    person: Person, *, senders: dict[str, str], seat: Seat | None, interests: Iterable[Interest]
) -> dict[str, object]:
    return {
        "name": person.name,
        "organisation": senders.get(person.organisation_id or ""),
        "email": person.email,
        "phone": person.phone,
        "aliases": person.aliases,
        "seat": seat.title if seat else None,
        "role": seat.role if seat else None,
        "interests": [
            {
                "interest": interest.text,
                "nature": interest.nature,
                "declared_on": interest.declared_on,
                "from": interest.from_day,
                "until": interest.until_day,
            }
            for interest in interests
        ],
    }


def seats(query: ListQuery) -> Listing:
    names = {person.id: person.name for person in kept.people(query.file)}
    senders = {organisation.id: organisation.name for organisation in organisations(query.file)}
    short = {board.id: board.short_name for board in all_of_them(query.file)}
    chosen = kept_seats.seats(query.file, query.board_id)
    return Listing(
        headings=("Board", "Seat", "Organisation", "Role", "Held today by", "Quorum", "Expected"),
        rows=[
            (
                short[seat.board_id],
                seat.title,
                senders.get(seat.organisation_id or "", "–"),
                seat.role,
                names.get(seat.holder_on(query.today) or "", "vacant"),
                "yes" if seat.counts_for_quorum else "no",
                "yes" if seat.expected else "no",
            )
            for seat in chosen
        ],
        document=[
            {
                "board": short[seat.board_id],
                "seat": seat.title,
                "organisation": senders.get(seat.organisation_id or ""),
                "role": seat.role,
                "counts_for_quorum": seat.counts_for_quorum,
                "expected": seat.expected,
                "held_by": names.get(seat.holder_on(query.today) or ""),
                "vacant_since": None
                if is_over(seat, query.today) or seat.held_on(query.today)
                else seat.vacant_since(query.today),
                "term_ends_on": ending.on if (ending := term_ending(seat, query.today)) else None,
                "memberships": [_membership(membership, names) for membership in seat.memberships],
                "deputies": [names.get(deputy_id, "") for deputy_id in seat.deputy_ids],
            }
            for seat in chosen
        ],
        noun="seat",
    )


def _membership(membership: Membership, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "person": names.get(membership.person_id, ""),
        "from": membership.from_date,
        "to": membership.to_date,
        "terms_version": membership.terms_version,
        **{kind.value: kind.on(membership) for kind in OnRecord},
        "interests_due_on": renewal_due(membership),
    }
