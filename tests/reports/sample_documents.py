"""Documents to print in tests: one of every block, in fictional words."""

from __future__ import annotations

import io
import zipfile

from boarddesk.reports.document import (
    Cell,
    Chip,
    Column,
    ColumnKind,
    Contents,
    Document,
    Heading,
    Items,
    Page,
    Paragraph,
    ParagraphKind,
    Picture,
    Run,
    Table,
    Tint,
    bold,
    bullets,
    cell,
    words,
)
from boarddesk.reports.house_style import INK, LEVELS

NOT_ON_TRACK = Chip("Not on track", "Status Not on track", "B10E1E", "FFFFFF", "▲")
PARTIALLY = Chip("Partially met", "Status Partially met", "FFBF47", INK, "◆")
ON_TRACK = Chip("On track", "Status On track", "28A197", INK, "●")
MET = Chip("Met", "Status Met", "003078", "FFFFFF", "✔")
NOT_KNOWN = Chip("Not known", "Status Not known", "DEE0E2", INK, "?")
STATUSES = (MET, ON_TRACK, PARTIALLY, NOT_ON_TRACK, NOT_KNOWN)

# One white pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


def columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title, width) for title, width in given)


def actions_table() -> Table:
    return Table(
        "Actions not yet met",
        "One row for each action, with its deadline, owner and status.",
        columns(
            ("Ref", 1.1),
            ("Action", 5.3),
            ("By when", 3.2),
            ("Owner", 2.7),
            ("Status", 3.0),
            ("Latest", 2.1),
        ),
        (
            _action("4.2", "Bring psychology to six full posts", NOT_ON_TRACK),
            _action("4.3", "Advice within six weeks", PARTIALLY),
            _action("4.10", "One tracker for all year groups", ON_TRACK),
        ),
        note=words(bold("Overdue"), " is judged on the latest day."),
    )


def _action(ref: str, text: str, status: Chip) -> tuple[Cell, ...]:
    return (
        cell(ref),
        cell(text),
        cell("31\u00a0May 2026", "revised from 31\u00a0March 2026"),
        cell("M. Adeyemi"),
        cell(status),
        cell(words(bold("Overdue."), " No post.")),
    )


def register_table() -> Table:
    return Table(
        "Register",
        "One row for each member, one column for each meeting.",
        (
            Column("Member", 5.2),
            Column("9\nSep", 1.05, ColumnKind.CENTRED),
            Column("14\nOct", 1.05, ColumnKind.CENTRED),
        ),
        (
            (cell("Margaret Oduya", "Chair"), cell("P"), cell("A", tint=Tint.PALE)),
            (cell("Paul Kowalczyk"), cell("X", tint=Tint.DARK), cell()),
        ),
    )


def full_document(*, page: Page = Page.PORTRAIT) -> Document:
    """One of every block."""
    kind = ParagraphKind
    return Document(
        title="Area 4 · Timely plans: highlight report",
        facts="Northmoor Partnership · Improvement Board, 9\u00a0June 2026 · version 3, as at 2\u00a0June",
        partnership="Northmoor Partnership",
        footer="Improvement Board · 9 June 2026 · version 3",
        page=page,
        chips=(*STATUSES, *LEVELS),
        blocks=(
            Paragraph(words(bold("One area is not on track."), " Two decisions are asked."), kind.IN_SHORT),
            Heading("Decisions and help asked of the board"),
            *bullets([words(bold("Decide:"), " spend £86,000."), "Help: name who signs off."], numbered=True),
            Heading("Done this period"),
            Items((words("Panel judged 19 of 24 plans good."), words("All officers trained."))),
            Heading("Actions"),
            Paragraph(words("Three actions are open.")),
            actions_table(),
            Heading("Attendance"),
            register_table(),
            Paragraph(words(bold("Why:"), " two posts are empty."), kind.BECAUSE),
            Paragraph(words(bold("Plans within 20 weeks: below the step.")), kind.CHART_TITLE),
            Picture(PIXEL, "A white square for trying.", 3.0),
            Heading("Asked again", level=3),
            *bullets(["First.", "Second."], numbered=True),
            Paragraph(
                words("See the ", Run("local offer of services", link="https://example.org/offer"), ".")
            ),
            Heading("How to read this report", new_page=True),
            Paragraph(words(bold("Statuses:"), " ✔ Met · ● On track · ◆ Partially met"), kind.NOTE),
        ),
    )


def minutes_document() -> Document:
    """Numbered items with their paragraphs, a decision and an action."""
    kind = ParagraphKind
    return Document(
        title="Improvement Board: minutes of 9 June 2026",
        facts="Northmoor Partnership · draft of 16 June 2026",
        partnership="Northmoor Partnership",
        footer="draft of 16 June 2026",
        initials_line=True,
        blocks=(
            Heading("Welcome", number="1"),
            Paragraph(words("The chair welcomed members."), kind.MINUTE),
            Heading("Plans", number="4"),
            Heading("Plans on time", number="4.1", level=3),
            Paragraph(words("38 of 64 plans were on time."), kind.MINUTE),
            Paragraph(words("Members asked why."), kind.MINUTE),
            Paragraph(words(bold("Decision D7. Agreed:"), " to spend £86,000."), kind.DECISION),
            Paragraph(words(bold("Action A41."), " Start the work."), kind.ACTION),
        ),
    )


def long_document() -> Document:
    """More than six pages, with contents."""
    sections = tuple(
        block
        for number in range(1, 9)
        for block in (
            Heading(f"Area {number}", new_page=True),
            Paragraph(words(f"What area {number} did.")),
        )
    )
    return Document(
        title="Northmoor plan",
        facts="Northmoor Partnership · version 3",
        partnership="Northmoor Partnership",
        footer="version 3",
        page=Page.LANDSCAPE,
        blocks=(Contents(), *sections),
    )


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
