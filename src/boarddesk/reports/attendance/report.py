"""The attendance report: the figure first, then three figures, the trend, organisations and the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from boarddesk.reports.attendance.heat import heat_blocks
from boarddesk.reports.attendance.tables import (
    defined,
    figures_table,
    meetings_table,
    organisations_table,
    page_for,
    register_tables,
)
from boarddesk.reports.charts.trend import TrendPoint, attendance_trend, scale_starts_at
from boarddesk.reports.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Picture,
    Run,
    Table,
    Text,
    bold,
    section,
    words,
)
from boarddesk.reports.layout import with_contents
from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.attendance import words as wording
from boarddesk.rules.attendance.figures import DEFINITION_SHORT
from boarddesk.rules.attendance.pack import AttendancePack, rows_of
from boarddesk.rules.edition import PUBLISHED
from boarddesk.rules.registers.register import Mark, MarkLabels, Standing

FEWEST_POINTS = 3
MOST_FRACTIONS = 14
TOO_FEW = "Too few meetings for a line: it is drawn from three on."


def attendance_report(pack: AttendancePack) -> Document:
    """The document of a pack."""
    answer, details = tuple(_answer(pack)), tuple(_details(pack))
    return with_contents(_document(pack, (*answer, *details)), after=len(answer))


def _document(pack: AttendancePack, blocks: tuple[Block, ...]) -> Document:
    copy = PUBLISHED if pack.is_published else ""
    facts = (
        pack.partnership,
        copy,
        *wording.what_counted(pack),
        wording.prepared_by(pack),
        pack.edition.with_day(pack.as_at),
    )
    footer = (pack.board.name, copy, pack.edition.in_brief(pack.as_at))
    return Document(
        title=f"{pack.board.name}: attendance, {wording.period(pack)}",
        blocks=blocks,
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=" · ".join(part for part in footer if part),
        edition=pack.edition.said,
        copy=copy,
        page=page_for(pack),
    )


def _answer(pack: AttendancePack) -> Iterator[Block]:
    """What the first page says: the figure, the trend, and each organisation."""
    lead, rest = wording.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}"), ParagraphKind.IN_SHORT)
    yield Heading("Three figures")
    yield figures_table(pack)
    if pack.percentages:
        yield from _trend(pack)
    organisations = (organisations_table(pack),) if pack.organisations.members else ()
    yield from section(Heading("By organisation"), *organisations, empty="No data.")


def _details(pack: AttendancePack) -> Iterator[Block]:
    """Every meeting: the register, its figures, and the organisations."""
    if pack.counting_registers:
        yield from _registers(pack)
        if len(pack.counting_registers) > 1:  # those of one meeting are the three figures
            yield Heading("Figures of each meeting")
            yield meetings_table(pack)
        yield from heat_blocks(pack)
    short = written_out(pack.board.name + pack.partnership, pack.glossary)
    if short:
        yield Paragraph(words(" ".join(short)), ParagraphKind.NOTE)


def _trend(pack: AttendancePack) -> Iterator[Block]:
    yield Heading(wording.trend_title(pack))
    trend = wording.on_trend(pack)
    if len(trend) < FEWEST_POINTS:
        yield Paragraph(words(TOO_FEW if trend else "No data."))
        return
    values = _values(pack)
    start = scale_starts_at([*values, float(pack.board.attendance_target)])
    scale = f" Scale from {start}%." if start else ""
    yield Paragraph(words(bold(wording.trend_finding(pack)), scale), ParagraphKind.CHART_TITLE)
    width = page_for(pack).value
    yield Picture(_drawn(pack, width=width), wording.trend_alt(pack), width)


def _values(pack: AttendancePack) -> list[float]:
    figures = [meeting.of(pack.board.target_figure) for meeting in wording.on_trend(pack)]
    return [float(figure.exact or 0) for figure in figures]


def _drawn(pack: AttendancePack, *, width: float) -> bytes:
    trend = wording.on_trend(pack)
    crowded = len(trend) > MOST_FRACTIONS
    with_year = wording.spans_years(figures.meeting.date for figures in trend)
    points = [
        TrendPoint(
            _under(meeting.meeting.date, crowded=crowded, with_year=with_year),
            "" if crowded else meeting.of(pack.board.target_figure).fraction,
            meeting.of(pack.board.target_figure).shown(pack.board.attendance_target),
            value,
        )
        for meeting, value in zip(trend, _values(pack), strict=True)
    ]
    return attendance_trend(
        points,
        target=float(pack.board.attendance_target),
        target_words=f"Target {wording.target(pack)}",
        width=width,
    )


def _under(when: date, *, crowded: bool, with_year: bool) -> str:
    """The day under a point; the day and the month stand side by side where there is room."""
    head = wording.head(when, with_year=with_year)
    return head if crowded else head.replace("\n", " ", 1)


def _registers(pack: AttendancePack) -> Iterator[Block]:
    yield Heading("Register, meeting by meeting")
    yield Paragraph(_letters(pack.labels), ParagraphKind.FACTS)
    members = rows_of(pack.people, Standing.MEMBERS)
    yield from _apart(register_tables(members, pack, who="Member", note=defined(DEFINITION_SHORT)))
    advisers = rows_of(pack.people, Standing.ADVISERS)
    if advisers:
        yield Heading("Advisers, reported apart", level=3)
        note = defined(wording.advisers_note(pack))
        yield from _apart(register_tables(advisers, pack, who="Adviser", note=note))


def _apart(tables: Iterator[Table]) -> Iterator[Block]:
    """Tables with words between them, so that they do not run together."""
    for number, table in enumerate(tables):
        if number:
            yield Paragraph(words("Continued: the later meetings."), ParagraphKind.NOTE)
        yield table


def _letters(labels: MarkLabels) -> Text:
    """What each letter means; the two that are tinted are bold here too."""
    parts: list[str | Run] = []
    for mark in Mark:
        tinted = mark in (Mark.APOLOGIES, Mark.ABSENT)
        parts += [" · " if parts else "", bold(mark.value) if tinted else mark.value, f" {labels[mark]}"]
    return words(*parts)
