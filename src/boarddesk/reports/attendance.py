"""The attendance report: the figure first, then three figures, the trend, organisations and the register."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.attendance_heat import heat_blocks
from boarddesk.reports.attendance_tables import (
    figures_table,
    meetings_table,
    organisations_table,
    page_for,
    register_tables,
)
from boarddesk.reports.charts.trend import Attended, attendance_trend, scale_starts_at
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
from boarddesk.rules import attendance_words as said
from boarddesk.rules.attendance import MARK_LABELS, Mark, Standing
from boarddesk.rules.attendance_figures import DEFINITION_ADVISERS, DEFINITION_SHORT
from boarddesk.rules.attendance_pack import AttendancePack, rows_of
from boarddesk.rules.highlight_words import written_out
from boarddesk.rules.wording import day, day_of_year, tidied

FEWEST_POINTS = 3
MOST_FRACTIONS = 14


def attendance_report(pack: AttendancePack) -> Document:
    """The document of a pack."""
    version = f"version\N{NO-BREAK SPACE}{pack.version}, as at {day(pack.as_at)}"
    facts = (
        pack.partnership,
        *said.what_counted(pack),
        f"prepared by {tidied(pack.author)}" if pack.author else "",
        version,
    )
    return Document(
        title=f"{pack.board.name}: attendance, {said.period(pack)}",
        blocks=tuple(_blocks(pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board.name,
        footer=f"{pack.board.name} · {version}",
        page=page_for(pack),
    )


def _blocks(pack: AttendancePack) -> Iterator[Block]:
    lead, rest = said.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}"), ParagraphKind.IN_SHORT)
    yield Heading("Three figures")
    yield figures_table(pack)
    yield from _trend(pack)
    organisations = (organisations_table(pack),) if pack.organisations.members else ()
    yield from section(Heading("By organisation"), *organisations, empty="No data.")
    if pack.counted:
        yield from _registers(pack)
        yield Heading("Figures of each meeting")
        yield meetings_table(pack)
        yield from heat_blocks(pack)
    yield Paragraph(words(bold("Definition used."), f" {DEFINITION_SHORT}"), ParagraphKind.NOTE)
    short = written_out(pack.board.name + pack.partnership, pack.glossary)
    if short:
        yield Paragraph(words(" ".join(short)), ParagraphKind.NOTE)


def _trend(pack: AttendancePack) -> Iterator[Block]:
    yield Heading(said.trend_title(pack))
    trend = pack.people.trend
    if len(trend) < FEWEST_POINTS or not pack.percentages:
        yield Paragraph(
            words("No chart: percentages are left out." if trend and not pack.percentages else "No data.")
        )
        return
    values = _values(pack)
    start = scale_starts_at([*values, float(pack.board.attendance_target)])
    scale = f" Scale from {start}%." if start else ""
    yield Paragraph(words(bold(said.trend_finding(pack)), scale), ParagraphKind.CHART_TITLE)
    width = page_for(pack).value
    yield Picture(_drawn(pack, width=width), said.trend_alt(pack), width)


def _values(pack: AttendancePack) -> list[float]:
    figures = [one.of(pack.board.target_figure) for one in pack.people.trend]
    return [float(figure.exact or 0) for figure in figures]


def _drawn(pack: AttendancePack, *, width: float) -> bytes:
    trend = pack.people.trend
    crowded = len(trend) > MOST_FRACTIONS
    points = [
        Attended(
            _short(day_of_year(one.meeting.date), "\n" if crowded else " "),
            "" if crowded else one.of(pack.board.target_figure).fraction,
            one.of(pack.board.target_figure).shown(pack.board.attendance_target),
            value,
        )
        for one, value in zip(trend, _values(pack), strict=True)
    ]
    return attendance_trend(
        points,
        target=float(pack.board.attendance_target),
        target_words=f"Target {said.target(pack)}",
        width=width,
    )


def _short(words_of_day: str, between: str) -> str:
    number, _, name = words_of_day.partition("\N{NO-BREAK SPACE}")
    return f"{number}{between}{name[:3]}"


def _registers(pack: AttendancePack) -> Iterator[Block]:
    yield Heading("Register, meeting by meeting", new_page=True)
    yield Paragraph(_letters(), ParagraphKind.FACTS)
    yield from _apart(register_tables(rows_of(pack.people, Standing.MEMBERS), pack, who="Member"))
    advisers = rows_of(pack.people, Standing.ADVISERS)
    if advisers:
        yield Heading("Advisers, reported apart", level=3)
        tables = list(_apart(register_tables(advisers, pack, who="Adviser")))
        yield from tables
        yield Paragraph(words(DEFINITION_ADVISERS), ParagraphKind.NOTE)


def _apart(tables: Iterator[Table]) -> Iterator[Block]:
    """Tables with words between them, so that they do not run together."""
    for number, table in enumerate(tables):
        if number:
            yield Paragraph(words("Continued: the later meetings."), ParagraphKind.NOTE)
        yield table


def _letters() -> Text:
    """What each letter means; the two that are tinted are bold here too."""
    parts: list[str | Run] = []
    for mark in Mark:
        tinted = mark in (Mark.APOLOGIES, Mark.ABSENT)
        parts += [" · " if parts else "", bold(mark.value) if tinted else mark.value, f" {MARK_LABELS[mark]}"]
    return words(*parts)
