"""The cover report: what is asked of the receiving board, then its own headings, none of them left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boarddesk.reports.chips import offered, score_cell
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
    bullets,
    cell,
    plain,
    section,
    words,
)
from boarddesk.reports.highlights.tables import owners_shown
from boarddesk.reports.layout import with_contents
from boarddesk.rules.cover_headings import CoverHeading, CoverPart
from boarddesk.rules.cover_report import (
    NOT_CLEARED,
    CoverPack,
    Recommendation,
    background,
    chosen_risks,
    cover_title,
    in_short,
    lettered,
    purpose,
    recommendations,
    served,
)
from boarddesk.rules.edition import PUBLISHED
from boarddesk.rules.exceptions import TO_BE_AGREED
from boarddesk.rules.papers.paper import Clearance
from boarddesk.rules.risks.report import abbreviations, movement_words, now
from boarddesk.rules.risks.risk import Risk
from boarddesk.rules.wording import bound, cut_characters, day, sentence, tidied, with_the

NONE = "None."
YES, NO = "\N{HEAVY CHECK MARK}\N{NO-BREAK SPACE}Yes", "–\N{NO-BREAK SPACE}No"
OWNER = 3.6
TWO_LINES = 80
CLEARANCE = "Clearance"


def cover_report(pack: CoverPack) -> Document:
    """The document of a pack; a list of contents after the answer where it is long."""
    return with_contents(_document(tuple(_blocks(pack)), pack))


def _document(blocks: tuple[Block, ...], pack: CoverPack) -> Document:
    risks, copy = pack.told.risks, PUBLISHED if pack.is_published else ""
    when = day(pack.receiver_day) if pack.receiver_day else ""
    author = f"by {tidied(risks.author)}" if tidied(risks.author) else ""
    facts = (
        when,
        f"{'from' if when else 'From'} {with_the(pack.sender)}",
        copy,
        author,
        risks.partnership,
        pack.edition.with_day(pack.as_at),
    )
    footer = (pack.receiver.name, when, copy, pack.edition.in_brief(pack.as_at))
    return Document(
        title=bound(cover_title(pack.receiver, pack.sender)),
        blocks=blocks,
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=risks.partnership or pack.sender,
        footer=" · ".join(part for part in footer if part),
        edition=pack.edition.said,
        copy=copy,
        chips=offered((), risks.matrix.levels),
    )


def _blocks(pack: CoverPack) -> Iterator[Block]:
    lead, rest = in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    yield Heading("Recommendations")
    yield _asks(recommendations(pack))
    cleared = pack.is_published
    for heading in pack.headings:
        if not cleared and heading.fills is CoverPart.BACKGROUND_PAPERS:
            cleared = True
            yield from _clearance(pack)
        yield from section(Heading(heading.title), *_under(heading, pack), empty=NONE)
    if not cleared:
        yield from _clearance(pack)
    yield _how_to_read(pack)


def _asks(asked: Sequence[Recommendation]) -> Table:
    columns = (
        Column("No.", 1.1),
        Column("The board is asked to", 8.1),
        Column("Of whom", 4.4),
        Column("By when", 3.8),
    )
    rows = tuple(
        (
            cell(str(number)),
            cell(words(bold(each.lead), f" {each.text}")),
            cell(each.of_whom),
            cell(each.by_when),
        )
        for number, each in enumerate(asked, start=1)
    )
    description = "One row for each thing asked: what the board is asked to do, of whom, by when."
    return Table("Recommendations", description, columns, rows)


# Under its headings


def _under(heading: CoverHeading, pack: CoverPack) -> tuple[Block, ...]:
    """What was written for a heading, else what the office knows; nothing where there is neither."""
    text = pack.text_of(heading)
    match heading.fills:
        case CoverPart.STRATEGY:
            return _strategy(heading, text)
        case CoverPart.PURPOSE:
            return _paragraphs(text or purpose(pack))
        case CoverPart.BACKGROUND:
            return _paragraphs(text or " ".join(background(pack)))
        case CoverPart.RISK:
            return (*_paragraphs(text), *_risks(chosen_risks(pack), pack))
        case CoverPart.APPENDICES:
            return (*_paragraphs(text), *bullets([bound(name) for name in lettered(pack.appendices)]))
        case _:
            return _paragraphs(text)


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    said = (bound(sentence(tidied(line))) for line in text.splitlines())
    return tuple(Paragraph(words(line)) for line in said if line)


def _strategy(heading: CoverHeading, text: str) -> tuple[Block, ...]:
    """Each priority with its tick and its word; one that is not served says so."""
    rows = tuple(
        (cell(priority), cell(YES if how else NO), cell(bound(how) or "None"))
        for priority, how in served(text)
    )
    columns = (Column("Priority of the strategy", 6.2), Column("Served", 2.2), Column("How", 9.0))
    description = "One row for each priority: whether the plan serves it, and how."
    return (Table(heading.title, description, columns, rows),) if rows else ()


def _risks(risks: Sequence[Risk], pack: CoverPack) -> tuple[Block, ...]:
    columns = (
        Column("Ref", 1.1),
        Column("Risk", 7.2),
        Column("Score now", 2.7),
        Column("Movement", 2.8),
        Column("Owner", OWNER),
    )
    rows = tuple(_risk_row(risk, pack) for risk in risks)
    description = "One row for each risk: score now, movement since the last board, owner."
    return (Table("Risks", description, columns, rows),) if rows else ()


def _risk_row(risk: Risk, pack: CoverPack) -> tuple[Cell, ...]:
    register = pack.told.risks
    return (
        cell(risk.ref),
        cell(bound(cut_characters(tidied(risk.title), TWO_LINES))),
        score_cell(now(risk, register)),
        cell(movement_words(risk, register)),
        cell(owners_shown((tidied(risk.owner.name) or TO_BE_AGREED,), OWNER)),
    )


def _clearance(pack: CoverPack) -> tuple[Block, ...]:
    columns = (Column("Role", 5.2), Column("Name", 4.8), Column("Date", 3.2), Column("How", 4.2))
    rows = tuple(_clearance_row(each) for each in pack.clearance)
    description = "One row for each sign-off: role, who cleared it, when, how it was confirmed."
    table = (Table(CLEARANCE, description, columns, rows),) if rows else ()
    return section(Heading(CLEARANCE), *table, empty=NONE)


def _clearance_row(each: Clearance) -> tuple[Cell, ...]:
    if each.cleared_on is None:
        return (cell(tidied(each.role)), cell(NOT_CLEARED), cell(), cell())
    return (
        cell(tidied(each.role)),
        cell(tidied(each.cleared_by)),
        cell(day(each.cleared_on)),
        cell(tidied(each.how)),
    )


def _how_to_read(pack: CoverPack) -> Paragraph:
    register = pack.told.risks
    said = [register.board, pack.receiver.name, *(each.text for each in recommendations(pack))]
    said += [plain(each.text) for each in _paragraphs("\n".join(pack.texts.values()))]
    parts = []
    if chosen_risks(pack):
        parts.append("Score is likelihood × impact.")
        if register.last_board:
            parts.append(f"Movement compares with {day(register.last_board)}.")
    parts += abbreviations(" ".join(said), register)
    return Paragraph(words(" ".join(parts) or "Prepared from the office’s records."), ParagraphKind.NOTE)
