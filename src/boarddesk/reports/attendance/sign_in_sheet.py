"""The sign-in sheet of a meeting: everybody on the roll in roll order, with room to sign."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Table,
    bold,
    cell,
    words,
)
from boarddesk.rules.attendance.pack import SignInPack
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.registers.register import RollRow
from boarddesk.rules.wording import day

DOTS = "." * 34
ROW_HEIGHT = 1.0  # centimetres: a row that a hand can write in
MOST_SPARE_LINES, FEWEST_SPARE_LINES = 12, 6


def sign_in_sheet(pack: SignInPack, edition: Edition = DRAFT) -> Document:
    """The document of a pack."""
    meeting = pack.register.meeting
    times = " to ".join(part for part in (meeting.start_time, meeting.end_time) if part)
    facts = (pack.partnership, pack.title, times, meeting.venue, edition.with_day(pack.as_at))
    return Document(
        title=f"{pack.board.name}: sign-in sheet, {day(meeting.date)}",
        blocks=tuple(_blocks(pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=f"{pack.board.name} · {pack.title} · {edition.said}",
        edition=edition.said,
    )


def _blocks(pack: SignInPack) -> Iterator[Block]:
    yield Paragraph(
        words(
            bold("Please sign beside your name."),
            " If you come in place of somebody, write your own name as deputy.",
        ),
        ParagraphKind.IN_SHORT,
    )
    yield Heading("Seats")
    yield Table(
        "Seats in roll order",
        "One row for each seat: who holds it, the seat, a place for a deputy's name, and a place to sign.",
        (Column("Name", 4.2), Column("Seat", 5.4), Column("Deputy, if any", 3.6), Column("Signature", 4.2)),
        tuple(_row(row) for row in pack.register.rows),
        note=words("Seats and people as they stand on the day of the meeting."),
        row_height=ROW_HEIGHT,
    )
    yield Heading("In attendance")
    yield Table(
        "Guests",
        "Lines for people who hold no seat: name, organisation and signature.",
        (Column("Name", 6.0), Column("Organisation, and what for", 7.2), Column("Signature", 4.2)),
        tuple((cell(DOTS), cell(DOTS), cell(DOTS)) for _ in range(_spare_lines(pack))),
        row_headings=False,
        row_height=ROW_HEIGHT,
    )


def _spare_lines(pack: SignInPack) -> int:
    """Room for guests: one line for every two seats, and never fewer than six."""
    return min(MOST_SPARE_LINES, max(FEWEST_SPARE_LINES, len(pack.register.rows) // 2))


def _row(row: RollRow) -> tuple[Cell, ...]:
    seat = ", ".join(part for part in (row.seat_title, row.organisation) if part)
    return (cell(row.who), cell(seat), cell(DOTS), cell(DOTS))
