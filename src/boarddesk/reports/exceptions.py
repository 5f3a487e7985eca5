"""The exceptions report: one page that nobody had to write, each heading there even where nothing is new."""

from __future__ import annotations

from collections.abc import Iterator

from boarddesk.reports.chips import offered, score_cell, status_chip
from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    ParagraphKind,
    Table,
    Text,
    bold,
    bullets,
    cell,
    section,
    words,
)
from boarddesk.reports.highlights.tables import owners_shown
from boarddesk.reports.layout import page_count
from boarddesk.rules.exceptions import (
    WORDS_OF_WHY,
    AboveAppetite,
    Exceptions,
    ExceptionsPack,
    OffCourse,
    Overdue,
    SentUp,
    exceptions_of,
    in_short,
)
from boarddesk.rules.highlights.actions import in_order
from boarddesk.rules.highlights.area import unknown_then
from boarddesk.rules.risks.report import abbreviations, prepared, titled
from boarddesk.rules.wording import bound, day, listed

NOTHING_NEW = "Nothing new."
OWNER_OFF, OWNER_LATE, OWNER_RISK = 2.8, 3.3, 3.8


def exceptions_report(pack: ExceptionsPack) -> Document:
    """The document of a pack: on one page where fewer words of each reason make it so."""
    tried = [_document(exceptions_of(pack, words_of_why=most), pack) for most in WORDS_OF_WHY]
    return next((document for document in tried if page_count(document) == 1), tried[0])


def _document(found: Exceptions, pack: ExceptionsPack) -> Document:
    risks = pack.risks
    compared = f"compared with {day(risks.last_board)}" if risks.last_board else "the first board"
    facts = (risks.partnership, compared, prepared(risks), risks.edition.with_day(risks.as_at))
    statuses = in_order(pack.plan.scheme) if pack.plan else ()
    footer = (risks.board, day(risks.meeting_day), risks.edition.in_brief(risks.as_at))
    return Document(
        title=bound(titled("exceptions", risks)),
        blocks=tuple(_blocks(found, pack)),
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact),
        partnership=risks.partnership or risks.board,
        footer=" · ".join(part for part in footer if part),
        edition=risks.edition.said,
        chips=offered(statuses, risks.matrix.levels),
    )


def _blocks(found: Exceptions, pack: ExceptionsPack) -> Iterator[Block]:
    if pack.risks.cancelled:
        yield Paragraph(words(bold("Cancelled:"), f" the meeting of {day(pack.risks.meeting_day)}."))
    lead, rest = in_short(found)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    came_later = unknown_then(pack.plan) if pack.plan and pack.plan.brought_in else ""
    not_known = (Paragraph(words(came_later)),) if came_later else ()
    for title, blocks in (
        ("Off course", (*not_known, *_off_course(found))),
        ("Overdue", (*_overdue(found), *_ended(found))),
        ("Above appetite", _above(found)),
        ("Escalated", _escalated(found)),
        ("Came down", bullets(found.came_down)),
        ("Unexplained", bullets([_unexplained(about, says) for about, says in found.unexplained])),
    ):
        yield from section(Heading(title), *blocks, empty=NOTHING_NEW)
    yield _how_to_read(found, pack)


def _unexplained(about: str, says: str) -> Text:
    return words(bold(f"{about}:"), f" {says}")


def _off_course(found: Exceptions) -> tuple[Block, ...]:
    return _table(
        "Off course",
        "One row for each area or action declared off course: status, owner, why and the path to green.",
        (
            ("Ref", 1.1),
            ("Action", 4.4),
            ("Status now", 3.1),
            ("Owner", OWNER_OFF),
            ("Why, and path to green", 6.0),
        ),
        tuple(_off_course_row(each) for each in found.off_course),
    )


def _off_course_row(each: OffCourse) -> tuple[Cell, ...]:
    owners = owners_shown(each.owners, OWNER_OFF)
    return (
        cell(each.ref),
        cell(bound(each.title)),
        cell(status_chip(each.status)),
        cell(owners),
        cell(each.why),
    )


def _overdue(found: Exceptions) -> tuple[Block, ...]:
    return _table(
        "Overdue",
        "One row for each action, mitigation or issue whose day has passed: by when, how late, owner.",
        (("Ref", 1.1), ("Action", 6.3), ("By when", 4.7), ("Late by", 2.0), ("Owner", OWNER_LATE)),
        tuple(_overdue_row(each) for each in found.overdue),
        note=words(found.ended) if found.ended else (),
    )


def _ended(found: Exceptions) -> tuple[Block, ...]:
    """What decisions took out of it, where no table stands above to say it under."""
    said = found.ended and not found.overdue
    return (Paragraph(words(found.ended), ParagraphKind.NOTE),) if said else ()


def _overdue_row(each: Overdue) -> tuple[Cell, ...]:
    owners = owners_shown(each.owners, OWNER_LATE)
    return (
        cell(each.ref),
        cell(bound(each.title)),
        cell(", ".join(each.by_when)),
        cell(each.late_by),
        cell(owners),
    )


def _above(found: Exceptions) -> tuple[Block, ...]:
    note = words(f"Accepted: {listed(found.accepted)}.") if found.accepted else ()
    return _table(
        "Above appetite",
        "One row for each risk above what is borne: score now, the tolerable line, movement, owner.",
        (
            ("Ref", 1.1),
            ("Risk", 4.9),
            ("Score now", 2.7),
            ("Tolerable", 2.1),
            ("Movement", 2.8),
            ("Owner", OWNER_RISK),
        ),
        tuple(_above_row(each) for each in found.above),
        note=note,
    )


def _above_row(each: AboveAppetite) -> tuple[Cell, ...]:
    return (
        cell(each.ref),
        cell(bound(each.title)),
        score_cell(each.score),
        cell(str(each.tolerable)),
        cell(each.movement),
        cell(owners_shown((each.owner,), OWNER_RISK)),
    )


def _escalated(found: Exceptions) -> tuple[Block, ...]:
    return _table(
        "Escalated",
        "One row for each thing with a board above: to whom, asked for what, where it stands.",
        (("Ref", 1.1), ("To", 4.6), ("Asked for", 7.0), ("Where it stands", 4.7)),
        tuple(_escalated_row(each) for each in found.sent_up),
    )


def _escalated_row(each: SentUp) -> tuple[Cell, ...]:
    stands = words(bold("New."), f" {each.stands}") if each.new else words(each.stands)
    return (cell(each.ref), cell(each.to), cell(bound(each.asked_for)), cell(stands))


def _table(
    title: str,
    description: str,
    columns: tuple[tuple[str, float], ...],
    rows: tuple[tuple[Cell, ...], ...],
    *,
    note: Text = (),
) -> tuple[Block, ...]:
    """A table, or nothing where it has no rows."""
    made = tuple(Column(name, width) for name, width in columns)
    return (Table(title, description, made, rows, note=note),) if rows else ()


def _how_to_read(found: Exceptions, pack: ExceptionsPack) -> Paragraph:
    parts = ["Status is the owner’s judgement; the rest is worked out."]
    if found.above:
        parts.append("Tolerable: upper appetite line.")
    if any(each.ref.startswith("R") for each in found.overdue):
        parts.append("Under a risk’s ref stands what was to be done about it.")
    risks = pack.risks
    said = " ".join(
        (risks.board, *(says for _, says in found.unexplained), *(each.to for each in found.sent_up))
    )
    parts += abbreviations(said, risks)
    return Paragraph(words(" ".join(parts)), ParagraphKind.NOTE)
