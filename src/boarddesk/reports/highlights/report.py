"""The highlight report, for one area or the whole board: a pack becomes a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from boarddesk.reports.chips import offered
from boarddesk.reports.document import (
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Text,
    bold,
    bullets,
    section,
    words,
)
from boarddesk.reports.first_uses import at_first_use
from boarddesk.reports.highlights.charts import bars_chart, charts_in_figures, has_bars, kpi_chart
from boarddesk.reports.highlights.pages import after_overflows
from boarddesk.reports.highlights.tables import (
    actions_table,
    glance_table,
    kpi_table,
    risk_table,
    status_table,
)
from boarddesk.reports.layout import needs_contents, page_of_contents, places_of_headings
from boarddesk.rules.attendance.figures import DEFINITION
from boarddesk.rules.highlights import area as wording
from boarddesk.rules.highlights import board
from boarddesk.rules.highlights.actions import action_lines, in_order
from boarddesk.rules.highlights.changes import changes
from boarddesk.rules.highlights.chart import chart_of
from boarddesk.rules.highlights.figures import disagreement_sentences, kpi_lines, risk_lines
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.wording import bound, count_in_words, cut_characters, day, sentence, tidied

MOST_AREAS_ON_PAGE_ONE = 8
FULL_ENOUGH = 0.6
NONE_THIS_MONTH = "None this month."
NOT_GIVEN = "Not given."
OF_THE_AREA, ACROSS = "KPIs of the area", "KPIs across all areas"


def highlight_report(pack: HighlightPack) -> Document:
    """The document of a pack: its one area, or the board's page and then each area."""
    document = _board_document(pack) if pack.whole_board else _area_document(pack.areas[0], pack)
    return after_overflows(replace(document, blocks=(*document.blocks, *_how_to_read(pack, document))))


# One area


def _area_document(area: AreaPack, pack: HighlightPack) -> Document:
    title = f"{wording.area_name(area)}: highlight report"
    facts = (
        pack.partnership,
        ", ".join(part for part in (pack.board, day(pack.meeting_day)) if part),
        wording.period_words(pack),
        wording.leads(area),
        pack.edition.with_day(pack.as_at),
        wording.brought_in(pack),
    )
    whole = wording.area_in_full(area)
    blocks = (
        *_cancelled(pack),
        *((Paragraph(words(bold("Area in full:"), f" {whole}")),) if whole else ()),
        Heading("Status"),
        *_standing(area, pack),
        *_sections(area, pack, level=2),
    )
    told = at_first_use(blocks, wording.glossary_of(pack))
    made = _document(title, told, facts=facts, pack=pack)
    return replace(made, short_title=f"{made.title} · {day(pack.meeting_day)}")


def _document(
    title: str, blocks: tuple[Block, ...], *, facts: Sequence[str], pack: HighlightPack
) -> Document:
    footer = " · ".join(part for part in (pack.board, day(pack.meeting_day), pack.edition.said) if part)
    return Document(
        title=bound(title),
        blocks=blocks,
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=pack.partnership or pack.board,
        footer=footer,
        edition=pack.edition.said,
        chips=offered(in_order(pack.scheme), pack.matrix.levels),
    )


def _cancelled(pack: HighlightPack) -> Iterator[Block]:
    found = wording.cancelled(pack)
    if found is not None:
        lead, rest = found
        yield Paragraph(words(bold(lead), f" {rest}"))


def _standing(area: AreaPack, pack: HighlightPack) -> Iterator[Block]:
    yield status_table(area, pack)
    yield Paragraph(words(bold("Why:"), f" {wording.why(area, pack)}"), ParagraphKind.BECAUSE)
    path = wording.path_to_green(area)
    if path:
        yield Paragraph(words(bold("Path to green:"), f" {path}"), ParagraphKind.BECAUSE)


def _sections(area: AreaPack, pack: HighlightPack, *, level: int) -> Iterator[Block]:
    """Everything below an area's status, each heading with three words where there is nothing.

    In the first report of an area most of it is nothing yet: one line names what that is.
    """
    done, planned = (
        bullets(wording.short_lines([line.text for line in wording.lines(area, kind, pack)]))
        for kind in ("done", "planned")
    )
    parts: tuple[tuple[str, tuple[Block, ...], str], ...] = (
        ("Decisions and help asked of the board", _asks(wording.asks_of_area(area, pack)), NONE_THIS_MONTH),
        ("Done this period", done, NOT_GIVEN),
        ("Planned next period", planned, NOT_GIVEN),
        ("Actions", tuple(_actions(area, pack)), "None set."),
        ("KPIs", tuple(_kpis(area.kpis, pack, title=OF_THE_AREA)), "None set."),
        ("Risks and issues", _risks(area, pack), "None recorded."),
        ("Questions from the board still open", _questions(area), NONE_THIS_MONTH),
        ("Changed since the last report", bullets(changes(area, pack)), NONE_THIS_MONTH),
    )
    first = area.last is None and not area.last_action_status
    if first:
        nothing = [_lower(title) for title, blocks, _ in parts[:-1] if not blocks]
        none = f" None this month: {', '.join(nothing)}." if nothing else ""
        yield Paragraph(words(bold("First report for this area."), none), ParagraphKind.BECAUSE)
    for title, blocks, empty in parts:
        if blocks or not first:
            yield from section(Heading(title, level), *blocks, empty=empty)


def _lower(title: str) -> str:
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _asks(asks: Sequence[wording.Ask]) -> tuple[Block, ...]:
    return bullets([words(bold(ask.lead), f" {ask.text}") for ask in asks], numbered=True)


def _actions(area: AreaPack, pack: HighlightPack) -> Iterator[Block]:
    if not area.area.actions:
        return
    lines = action_lines(area, pack)
    yield Paragraph(words(" ".join(part for part in (lines.counts, lines.unproven) if part)))
    if lines.shown:
        yield actions_table(lines, pack)
    elif lines.rest:
        yield Paragraph(words(lines.rest))


def _kpis(kpis: Sequence[Kpi], pack: HighlightPack, *, title: str) -> Iterator[Block]:
    if not kpis:
        return
    lines = kpi_lines(kpis)
    if lines.shown:
        yield kpi_table(lines.shown, pack, title=title)
    if lines.silent:
        yield Paragraph(words(lines.silent), ParagraphKind.NOTE if lines.shown else ParagraphKind.NORMAL)
    for ref, says in disagreement_sentences(kpis, pack):
        yield Paragraph(words(bold(f"{ref}:"), f" {bound(says)}"), ParagraphKind.NOTE)
    chart = chart_of(kpis, pack)
    if chart:
        yield from kpi_chart(chart)


def _risks(area: AreaPack, pack: HighlightPack) -> tuple[Block, ...]:
    lines = risk_lines(area, pack)
    return (risk_table(lines),) if lines.shown else ()


def _questions(area: AreaPack) -> tuple[Block, ...]:
    texts: list[Text] = []
    for action, asked in area.questions:
        who = f"{tidied(asked.asked)}, " if asked.asked else ""
        about = f"; about action {action.ref}" if action and action.ref else ""
        if not action and asked.about:
            about = f"; about {asked.about}"
        number = f"{asked.ref} " if asked.ref else ""
        answered = "" if asked.accepted else f" Answered, not accepted: {sentence(tidied(asked.answer))}"
        texts.append(
            words(
                bold(bound(f"{number}{tidied(asked.text)}")), f" {who}{day(asked.asked_on)}{about}.{answered}"
            )
        )
    return bullets(texts)


# The whole board


def _board_document(pack: HighlightPack) -> Document:
    facts = (
        pack.partnership,
        f"Whole plan, {count_in_words(len(pack.areas), 'area')}",
        wording.period_words(pack),
        f"prepared by {tidied(pack.author)}" if pack.author else "",
        pack.edition.with_day(pack.as_at),
        wording.brought_in(pack),
    )
    title = f"{pack.board or cut_characters(pack.plan, 60)}: highlight report, {day(pack.meeting_day)}"
    first, rest = tuple(_first_page(pack)), tuple(_each_area(pack))
    told = at_first_use((*first, *rest), wording.glossary_of(pack))
    first, rest = told[: len(first)], told[len(first) :]
    document = _document(title, (*first, *rest), facts=facts, pack=pack)
    if not needs_contents(document):
        return document
    return _with_contents(document, first, rest)


def _with_contents(document: Document, first: tuple[Block, ...], rest: tuple[Block, ...]) -> Document:
    """The contents where page one ends, or above the first area: they have no page nearly to themselves."""
    turned = replace(document, blocks=(*first, Contents(), *rest))
    if not rest or not isinstance(rest[0], Heading):
        return turned
    running = (replace(rest[0], new_page=False), *rest[1:])
    flowing = replace(document, blocks=(*first, Contents(), *running))
    place = next(
        place
        for place, heading in zip(places_of_headings(flowing), flowing.sections(), strict=True)
        if heading is running[0]
    )
    if int(place) == 1 or place % 1 > FULL_ENOUGH:
        return turned
    split = page_of_contents(flowing) < int(place)
    return replace(document, blocks=(*first, Contents(new_page=split), *running))


def _first_page(pack: HighlightPack) -> Iterator[Block]:
    yield from _cancelled(pack)
    lead, rest = board.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}"), ParagraphKind.IN_SHORT)
    yield from section(
        Heading("Decisions and help asked of the board"),
        *_asks(board.asks_of_board(pack)),
        empty=NONE_THIS_MONTH,
    )
    glance = (glance_table(pack),) if pack.areas else ()
    yield from section(Heading("Areas at a glance"), *glance, empty="None set.")
    reasons = [words(bold(lead), f" {why}" if lead else why) for lead, why in board.off_course(pack)]
    none = board.none_off_course(pack) or NONE_THIS_MONTH
    yield from section(Heading("What is off course, and why"), *bullets(reasons), empty=none)
    yield from _over_boards(pack)
    yield from _attendance(pack)


def _over_boards(pack: HighlightPack) -> Iterator[Block]:
    crowded = len(pack.areas) > MOST_AREAS_ON_PAGE_ONE
    if not has_bars(pack):
        now = board.latest_counts(pack, in_order(pack.scheme))
        lines = (Paragraph(words(now)),) if now else ()
        yield from section(Heading("All actions", new_page=crowded), *lines, empty="No data.")
        return
    yield Heading(board.bars_title(pack), new_page=crowded)
    yield from bars_chart(pack)


def _attendance(pack: HighlightPack) -> Iterator[Block]:
    yield Heading("Attendance at the board")
    if pack.attendance is None or not pack.attendance.expected:
        yield Paragraph(words("No data."))
        return
    lead, rest = board.attendance_sentences(pack.attendance)
    yield Paragraph(words(bold(lead), f" {rest}"))


def _each_area(pack: HighlightPack) -> Iterator[Block]:
    for area in pack.areas:
        yield Heading(wording.area_name(area), new_page=True)
        whole = wording.area_in_full(area)
        leads = wording.leads(area)
        yield Paragraph(words(leads[:1].upper() + leads[1:]), ParagraphKind.FACTS)
        if whole:
            yield Paragraph(words(whole))
        yield from _standing(area, pack)
        yield from _sections(area, pack, level=3)
    if pack.across:
        yield Heading(ACROSS)
        yield from _kpis(pack.across, pack, title=ACROSS)


# The legend


def _how_to_read(pack: HighlightPack, document: Document) -> Iterator[Block]:
    yield Heading("How to read this report", with_previous=True)
    legend = f" {pack.scheme.legend}."
    yield Paragraph(words(bold("Statuses are people’s judgement:"), legend), ParagraphKind.NOTE)
    defined = _definition(pack)
    definition = f" Attendance. {tidied(defined)}" if defined else ""
    worked = f" (overdue, not met, improving) and never change a status. {wording.compared_with(pack)}"
    yield Paragraph(
        words(bold("Words without a fill are worked out"), worked, definition.rstrip()), ParagraphKind.NOTE
    )
    short = wording.abbreviations(document.all_words(), pack)
    if short:
        yield Paragraph(words(" ".join(short)), ParagraphKind.NOTE)
    yield from charts_in_figures(pack)


def _definition(pack: HighlightPack) -> str:
    """What a per cent of attendance counts, where the board's own is printed or one that feeds a KPI."""
    of_board = pack.attendance.definition if pack.attendance and pack.whole_board else ""
    printed = (*pack.across, *(kpi for area in pack.areas for kpi in area.kpis))
    return of_board or (DEFINITION if any(kpi.fed_from for kpi in printed) else "")
