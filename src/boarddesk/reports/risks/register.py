"""The risk register: the answer, the heat map, issues, then every risk, the highest score first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boarddesk.reports.charts.risk_map import MapCell, MapLabel, RiskMap, risk_map
from boarddesk.reports.chips import FILLS, level_ink, offered, score_cell
from boarddesk.reports.document import (
    ALT_TEXT_LIMIT,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Page,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    bold,
    cell,
    section,
    words,
)
from boarddesk.reports.layout import with_contents
from boarddesk.rules.risks import report as wording
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.report import NOT_SET
from boarddesk.rules.risks.risk import Issue, Risk, by_score, score_on
from boarddesk.rules.wording import bound, cut_characters, day, listed, sentence, tidied

LONGEST_ISSUE = 200
NONE = "None."


def risk_register(pack: RiskPack) -> Document:
    """The document of a pack, lying."""
    answer, rest = tuple(_answer(pack)), tuple(_register(pack))
    return with_contents(made(wording.titled("risk register", pack), (*answer, *rest), pack))


def made(
    title: str,
    blocks: tuple[Block, ...],
    pack: RiskPack,
    *,
    facts: Sequence[str] = (),
    page: Page = Page.LANDSCAPE,
) -> Document:
    """A document of a pack under its title; without facts of its own, with those of the register."""
    footer = " · ".join(
        part for part in (pack.board, day(pack.meeting_day), pack.edition.in_brief(pack.as_at)) if part
    )
    return Document(
        title=bound(title),
        blocks=blocks,
        facts="\N{NO-BREAK SPACE}· ".join(fact for fact in facts or wording.facts(pack) if fact),
        partnership=pack.partnership or pack.board,
        footer=footer,
        page=page,
        edition=pack.edition.said,
        chips=offered((), pack.matrix.levels),
    )


def _answer(pack: RiskPack) -> Iterator[Block]:
    if pack.cancelled:
        yield Paragraph(words(bold("Cancelled:"), f" the meeting of {day(pack.meeting_day)}."))
    lead, rest = wording.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    yield Heading("Where the risks stand")
    yield from heat_map_blocks(pack)
    yield from section(Heading("Issues"), *_issues(pack), empty=NONE)


def heat_map_blocks(pack: RiskPack) -> Iterator[Block]:
    """The matrix in force with the risks on it, and what stands on none of its cells."""
    if not pack.live:
        yield Paragraph(words(NONE))
        return
    yield Picture(risk_map(_map(pack)), _alt(pack), Page.LANDSCAPE.value)
    notes = (wording.levels_told(pack.matrix), wording.not_placed(pack), "The table gives the same in words.")
    yield Paragraph(words(" ".join(note for note in notes if note)), ParagraphKind.NOTE)


def _map(pack: RiskPack) -> RiskMap:
    matrix, on_map = pack.matrix, wording.placed(pack)
    rows = []
    for likelihood in range(1, len(matrix.likelihoods) + 1):
        row = []
        for impact in range(1, len(matrix.impacts) + 1):
            here = [each for each in on_map if (each.likelihood, each.impact) == (likelihood, impact)]
            level = matrix.level(likelihood, impact)
            row.append(
                MapCell(
                    f"{likelihood * impact} {level.name}",
                    FILLS[level.severity],
                    level_ink(level.severity),
                    tuple(MapLabel(each.risk.ref, tidied(each.risk.title), each.was) for each in here),
                )
            )
        rows.append(tuple(row))
    return RiskMap(matrix.likelihoods, matrix.impacts, tuple(rows))


def _alt(pack: RiskPack) -> str:
    """`Heat map of nine risks: R2 at 20 Extreme, R8 at 16 Extreme …`, the highest first, as many as fit."""
    on_map = wording.placed(pack)
    told = [f"{each.risk.ref} at {_plain_score(each.risk, pack)}" for each in on_map]
    size = f"{len(pack.matrix.likelihoods)} by {len(pack.matrix.impacts)}"
    begins = f"Heat map, {size}, of {len(on_map)} {'risk' if len(on_map) == 1 else 'risks'}"
    for many in range(len(told), 0, -1):
        rest = f" and {len(told) - many} more" if many < len(told) else ""
        alt = f"{begins}: {', '.join(told[:many])}{rest}."
        if len(alt) <= ALT_TEXT_LIMIT:
            return alt
    return f"{begins}."


def _plain_score(risk: Risk, pack: RiskPack) -> str:
    score = wording.now(risk, pack)
    return score.shown.replace("\N{NO-BREAK SPACE}", " ") if score else ""


def _issues(pack: RiskPack) -> Iterator[Block]:
    if not pack.open_issues:
        return
    yield Table(
        "Issues",
        "One row for each issue: what has happened and its effect, when, who owns it, what is being done.",
        (
            Column("Ref", 1.2),
            Column("Issue and its effect", 9.8),
            Column("Raised", 3.0),
            Column("Owner", 3.1),
            Column("What is being done", 6.0),
            Column("Due", 3.0),
        ),
        tuple(_issue_row(issue) for issue in pack.open_issues),
    )


def _issue_row(issue: Issue) -> tuple[Cell, ...]:
    return (
        cell(issue.ref),
        cell(cut_characters(wording.issue_told(issue), LONGEST_ISSUE)),
        cell(day(issue.raised_on)),
        cell(tidied(issue.owner.name) or "To be agreed"),
        cell(bound(sentence(tidied(issue.resolution))) or wording.NOTHING_RECORDED),
        cell(day(issue.due) if issue.due else NOT_SET),
    )


def _register(pack: RiskPack) -> Iterator[Block]:
    yield Heading("Register")
    if not pack.live:
        yield Paragraph(words(NONE))
    else:
        yield Table(
            "Register",
            "One row for each open risk, the highest score first: what it is, score, movement, target, "
            "owner, what is being done, next review and where it stands.",
            (
                Column("Ref", 1.1),
                Column("Risk: cause, event, effect", 7.2),
                Column("Score now", 2.6),
                Column("Movement", 2.8),
                Column("Target", 2.2),
                Column("Owner", 2.4),
                Column("What is being done", 3.6),
                Column("Review", 2.2),
                Column("State", 2.0),
            ),
            tuple(_row(risk, pack) for risk in by_score(pack.live)),
        )
    yield from _how_to_read(pack)


def _row(risk: Risk, pack: RiskPack) -> tuple[Cell, ...]:
    review = risk.next_review
    late = review is not None and review < pack.as_at
    target = score_on(risk.target, pack.as_at)
    due = day(review) if review else NOT_SET
    return (
        cell(risk.ref),
        cell(wording.told(risk)),
        score_cell(wording.now(risk, pack)),
        cell(wording.movement_words(risk, pack)),
        cell(wording.score_words(target)),
        cell(tidied(risk.owner.name) or "To be agreed"),
        cell(wording.doing(risk)),
        cell(words(bold(f"{due}, overdue")) if late else due),
        cell(wording.state(risk)),
    )


def _how_to_read(pack: RiskPack) -> Iterator[Block]:
    """What movement compares with, which risks were closed since, and the abbreviations that were used."""
    since = (
        ""
        if not pack.live
        else f"Movement compares with the board of {day(pack.last_board)}."
        if pack.last_board
        else "This is the first board: every risk is new."
    )
    closed = [
        f"{risk.ref} ({tidied(risk.closed_why) or 'no reason given'})"
        for risk in pack.risks
        if risk.closed_on and (pack.last_board is None or risk.closed_on > pack.last_board)
    ]
    gone = sentence(f"closed since: {listed(closed)}") if closed else ""
    said = " ".join(
        (
            pack.board,
            *(wording.told(risk) for risk in pack.live),
            *(map(wording.issue_told, pack.open_issues)),
        )
    )
    told = (since, gone, *wording.abbreviations(said, pack))
    yield Paragraph(words(" ".join(part for part in told if part)), ParagraphKind.NOTE)
