"""A neutral letter for the chair about one person's attendance: the register's facts, no judgement."""

from __future__ import annotations

from datetime import date

from boarddesk.reports.document import (
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
from boarddesk.rules.attendance.letter import LetterFacts
from boarddesk.rules.edition import DRAFT, Edition
from boarddesk.rules.wording import day, with_the


def attendance_letter(
    facts: LetterFacts, *, partnership: str, as_at: date, edition: Edition = DRAFT
) -> Document:
    """Addressed to the person, to be signed by the chair; it judges nothing."""
    correspondents = facts.correspondents
    period = f"{day(facts.first)} to {day(facts.last)}"
    return Document(
        title=f"{facts.person}: attendance at {with_the(facts.board.name)}",
        facts="\N{NO-BREAK SPACE}· ".join(
            fact for fact in (partnership, period, edition.with_day(as_at)) if fact
        ),
        partnership=partnership or facts.board.name,
        short_title=f"Attendance at {with_the(facts.board.name)}",
        footer=f"{facts.board.name} · {edition.in_brief(as_at)}",
        edition=edition.said,
        blocks=(
            Paragraph(words(day(as_at))),
            Paragraph(words(f"Dear {facts.person},")),
            *(Paragraph(words(sentence)) for sentence in facts.sentences),
            *((Paragraph(words(deputy)),) if (deputy := correspondents.how_to_name_a_deputy) else ()),
            Heading("What the registers say"),
            _registers(facts),
            Paragraph(words("Yours sincerely,"), ParagraphKind.CLOSING),
            Paragraph(
                words(
                    bold(f"{correspondents.signatory}\n" if correspondents.signatory else ""),
                    f"{correspondents.post.value.capitalize()} of {with_the(facts.board.name)}",
                )
            ),
        ),
    )


def _registers(facts: LetterFacts) -> Table:
    return Table(
        "Meetings that count",
        "One row for each meeting that counts: its date, what was recorded, and what it adds.",
        (Column("Meeting", 4.4), Column("Recorded as", 8.0), Column("What it adds", 5.0)),
        tuple(
            (cell(day(meeting.meeting.date)), cell(*facts.recorded(meeting)), cell(facts.adds(meeting)))
            for meeting in facts.meetings_expected
        ),
        note=words(bold("Definition used."), f" {facts.definition}"),
    )
