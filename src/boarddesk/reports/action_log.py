"""The action log: overdue, not yet due, done since the last board, withdrawn; and its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    section,
    words,
)
from boarddesk.reports.excel import Sheet, Value, workbook
from boarddesk.reports.layout import with_contents
from boarddesk.rules import action_log as wording
from boarddesk.rules.abbreviations import written_out
from boarddesk.rules.action_log import ActionLogPack
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.wording import bound, day, tidied

OPEN = (("Ref", 1.2), ("Action", 5.2), ("Owner", 3.2), ("Due", 3.6), ("Latest", 4.2))
DONE = (("Ref", 1.2), ("Action", 6.6), ("Owner", 3.4), ("Done", 2.9), ("Due", 3.3))
WIDE_REF = 1.8
HEADINGS = (
    *("Board", "Ref", "Action", "Owner", "For", "Given on", "First date", "Due", "Due as written", "State"),
    *("Days late", "Latest update", "Updated on", "Last chased", "Done on", "What was done", "Withdrawn on"),
    "Why withdrawn",
)


def action_log(pack: ActionLogPack) -> Document:
    """The document of a pack."""
    name = f"{pack.board}: action log" if pack.board else "Action log"
    blocks = tuple(_blocks(pack))
    footer = (pack.board or pack.partnership, "action log", pack.edition.in_brief(pack.as_at))
    document = Document(
        title=bound(f"{name}, {day(pack.as_at)}"),
        blocks=blocks,
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in wording.facts(pack) if fact),
        partnership=pack.partnership or pack.board,
        footer=" · ".join(part for part in footer if part),
        edition=pack.edition.said,
    )
    own = ((pack.board_short, pack.board),) if pack.board_short not in ("", pack.board) else ()
    note = " ".join(
        (wording.DEFINITION.format(as_at=day(pack.as_at)), *written_out(document.all_words(), own))
    )
    whole = replace(document, blocks=(*blocks, Paragraph(words(bound(note)), ParagraphKind.NOTE)))
    return with_contents(whole)


def _blocks(pack: ActionLogPack) -> Iterator[Block]:
    lead, rest = wording.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    since = f" since {day(pack.last_board)}" if pack.last_board else ""
    yield from section(Heading("Overdue"), *_open(pack, pack.overdue, "Overdue"), empty="None.")
    yield from section(Heading("Not yet due"), *_open(pack, pack.to_come, "Not yet due"), empty="None.")
    yield from section(Heading(bound(f"Done{since}")), *_done(pack), empty="None.")
    before = wording.done_before_told(pack)
    if before:
        yield Paragraph(words(before), ParagraphKind.NOTE)
    told = [wording.withdrawn_told(pack, action) for action in pack.withdrawn]
    entries = [words(bold(lead), f" {why}") for lead, why in told]
    yield from section(Heading("Withdrawn"), *bullets(entries), empty="None.")


def _columns(pack: ActionLogPack, widths: tuple[tuple[str, float], ...]) -> tuple[Column, ...]:
    """Where several boards are in it, a ref needs more room and the action gives it."""
    more = 0.0 if pack.board_id else WIDE_REF - 1.2
    given = {"Ref": more, "Action": -more}
    return tuple(Column(title, width + given.get(title, 0.0)) for title, width in widths)


def _open(pack: ActionLogPack, actions: tuple[BoardAction, ...], title: str) -> tuple[Table, ...]:
    if not actions:
        return ()
    about = "One row for each action: its owner, its present and first date, and what was said of it last."
    return (Table(title, about, _columns(pack, OPEN), tuple(_open_row(pack, each) for each in actions)),)


def _open_row(pack: ActionLogPack, action: BoardAction) -> tuple[Cell, ...]:
    late, said = wording.latest(pack, action)
    due, first = wording.due_lines(action)
    return (
        cell(pack.ref(action)),
        cell(bound(tidied(action.text))),
        cell(*pack.owner(action).split("\n")),
        cell(*(line for line in (due, bound(first)) if line)),
        cell(words(bold(late), f" {said}" if late else said)),
    )


def _done(pack: ActionLogPack) -> tuple[Table, ...]:
    if not pack.done:
        return ()
    rows = tuple(
        (
            cell(pack.ref(action)),
            cell(bound(tidied(action.text))),
            cell(*pack.owner(action).split("\n")),
            cell(day(action.done_on) if action.done_on else ""),
            cell(wording.due_lines(action)[0]),
        )
        for action in pack.done
    )
    about = "One row for each action done since the last board: its owner, when it was done and was due."
    return (Table("Done", about, _columns(pack, DONE), rows),)


def action_log_workbook(pack: ActionLogPack) -> bytes:
    """Every action there ever was in one sheet, what was said of them in another."""
    title = f"{pack.board}: action log" if pack.board else "Action log"
    updates: list[list[Value]] = [
        [*_named(pack, action), said.as_at, said.text, said.said_by, "opened again" if said.reopens else ""]
        for action in pack.actions
        for said in action.updates
    ]
    sheets = [
        Sheet("Actions", "Actions", HEADINGS, [_row(pack, action) for action in pack.actions]),
        Sheet("Updates", "Updates", ("Board", "Ref", "As at", "Update", "By", "Why"), updates),
    ]
    return workbook(title, sheets, facts=" · ".join(fact for fact in wording.facts(pack) if fact))


def _named(pack: ActionLogPack, action: BoardAction) -> list[Value]:
    return [pack.shorts.get(action.board_id, ""), action.ref]


def _row(pack: ActionLogPack, action: BoardAction) -> list[Value]:
    said, chase = action.latest, action.chases[0] if action.chases else None
    return [
        *_named(pack, action),
        action.text,
        pack.owner(action).replace("\n", "; "),
        action.is_for.ref if action.is_for else "",
        action.raised_on,
        action.first_due,
        action.due,
        action.due_as_written,
        action.state_on(pack.as_at).value,
        action.days_late(pack.as_at) or None,
        said.text if said else "",
        said.as_at if said else None,
        chase.chased_on if chase else None,
        action.done_on,
        action.done_what,
        action.withdrawn_on,
        action.withdrawn_why,
    ]
