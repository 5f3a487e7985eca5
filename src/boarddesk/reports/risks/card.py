"""The risk card: one page a risk, with the ask second, the run of its scores and what holds it down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boarddesk.reports.charts.scores import ScoreRun, score_run
from boarddesk.reports.chips import score_cell
from boarddesk.reports.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Page,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    Text,
    bold,
    cell,
    words,
)
from boarddesk.reports.layout import page_count, with_contents
from boarddesk.reports.risks.register import made
from boarddesk.rules.plan.actions import Challenge
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks import card as wording
from boarddesk.rules.risks import report
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import Assurance, Control, Mitigation, Risk, Score, by_score, score_on
from boarddesk.rules.wording import (
    bound,
    cut_characters,
    day,
    day_of_year,
    number,
    sentence,
    tidied,
    with_the,
)

NONE = "None."
LONGEST = 90
ASSURED = {
    Assurance.NOT_SAID: "Not said",
    Assurance.UNTESTED: "Untested",
    Assurance.PARTIAL: "Partial",
    Assurance.EFFECTIVE: "Effective",
}


def risk_cards(pack: RiskPack, risks: Sequence[Risk]) -> Document:
    """The card of one risk, or of several, each on a page of its own, the highest score first."""
    if len(risks) == 1:
        tried = (_one_card(risks[0], pack, most=most) for most in wording.ROWS)
        return next(
            (card for card in tried if page_count(card) == 1),
            _one_card(risks[0], pack, most=wording.ROWS[-1]),
        )
    in_order = by_score(risks)
    cards = tuple(block for risk in in_order for block in _in_turn(risk, pack))
    title = report.titled("risk cards", pack)
    front = tuple(_front(in_order, pack))
    return with_contents(made(title, (*front, *cards), pack, page=Page.PORTRAIT), after=len(front))


def _one_card(risk: Risk, pack: RiskPack, *, most: int) -> Document:
    name = f"{risk.ref} · {tidied(risk.title)}: risk card"
    facts = (
        pack.partnership,
        ", ".join(part for part in (pack.board, day(pack.meeting_day)) if part),
        _owned(risk),
        pack.edition.with_day(pack.as_at),
    )
    return made(name, tuple(_card(risk, pack, level=2, most=most)), pack, facts=facts, page=Page.PORTRAIT)


def _front(risks: Sequence[Risk], pack: RiskPack) -> Iterator[Block]:
    """What the cards are of, before the first of them."""
    lead, rest = report.in_short(pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    yield Heading("Cards")
    yield Table(
        "Cards",
        "One row for each risk that has a card: its title, score now, movement and owner.",
        (
            Column("Ref", 1.1),
            Column("Risk", 7.0),
            Column("Score now", 2.7),
            Column("Movement", 2.8),
            Column("Owner", 3.8),
        ),
        tuple(
            (
                cell(risk.ref),
                cell(bound(cut_characters(tidied(risk.title), LONGEST))),
                score_cell(report.now(risk, pack)),
                cell(report.movement_words(risk, pack)),
                cell(tidied(risk.owner.name) or "To be agreed"),
            )
            for risk in risks
        ),
    )


def _in_turn(risk: Risk, pack: RiskPack) -> Iterator[Block]:
    yield Heading(f"{risk.ref} · {tidied(risk.title)}", new_page=True)
    yield Paragraph(words(_owned(risk)), ParagraphKind.FACTS)
    yield from _card(risk, pack, level=3, most=wording.ROWS[-1])


def _card(risk: Risk, pack: RiskPack, *, level: int, most: int) -> Iterator[Block]:
    lead, rest = wording.in_short(risk, pack)
    yield Paragraph(words(bold(lead), f" {rest}" if rest else ""), ParagraphKind.IN_SHORT)
    yield Heading("Decision asked of the board", level)
    yield from _asked(risk, pack)
    yield Heading("The risk", level)
    yield from _statement(risk)
    yield Heading("Scores", level)
    yield _strip(risk, pack)
    yield from _run(risk, pack)
    yield Heading("Controls", level)
    yield from _controls(risk, most)
    yield Heading("Mitigations", level)
    yield from _mitigations(risk, most)
    linked = [kpi for kpi in pack.kpis if kpi.id in risk.kpi_ids and wording.kpi_run(kpi)]
    for kpi in linked[:1]:
        yield Heading(f"Linked KPI: {kpi.name}, {cut_characters(tidied(kpi.wording), 60)}", level)
        yield _kpi(kpi)
    yield _foot(risk, pack)


def _owned(risk: Risk) -> str:
    return f"owner {tidied(risk.owner.name) or 'to be agreed'}"


def _asked(risk: Risk, pack: RiskPack) -> Iterator[Block]:
    """What was asked of the board above, and the questions the board put to it."""
    asks = [words(bold("Decide:"), f" {_ask(sent)}") for sent in risk.escalations if sent.live]
    questions = [
        words(bold(f"Answer {question.ref}:" if question.ref else "Answer:"), f" {_question(question)}")
        for risk_id, question in pack.asked
        if risk_id == risk.id
    ]
    if asks or questions:
        yield Items((*asks, *questions), numbered=True)
    else:
        yield Paragraph(words(NONE))


def _question(asked: Challenge) -> str:
    """The words of a question, with the answer that was not accepted."""
    answered = "" if asked.accepted else f" Answered, not accepted: {sentence(tidied(asked.answer))}"
    return f"{sentence(tidied(asked.text))}{answered}"


def _ask(sent: Escalation) -> str:
    item = f" (sent to {with_the(sent.board_name) if sent.board_name else sent.sent_to})"
    return f"{tidied(sent.asked_for).rstrip('.') or 'what is to be done'}{item}."


def _statement(risk: Risk) -> Iterator[Block]:
    parts = wording.parts_of_statement(risk)
    if len(parts) < 3:
        yield Paragraph(words(report.told(risk)))
        return
    for lead, text in parts:
        yield Paragraph(words(bold(lead), f" {text}"), ParagraphKind.BECAUSE)


def _strip(risk: Risk, pack: RiskPack) -> Table:
    now = report.now(risk, pack)
    inherent, target = (score_on(scores, pack.as_at) for scores in (risk.inherent, risk.target))
    last = score_on(risk.current, pack.last_board) if pack.last_board else None
    appetite = _gap(risk, pack)
    chip = score_cell(now)
    made_of = _made_of(now)
    return Table(
        "Scores",
        "One row: inherent score, at the last board, now, target with its date, movement and appetite.",
        (
            Column("Inherent", 2.9),
            Column("Last board", 2.9),
            Column("Score now", 2.9),
            Column("Target", 4.0),
            Column("Movement", 4.7),
        ),
        (
            (
                cell(report.score_words(inherent), _made_of(inherent)),
                cell(report.score_words(last), _made_of(last)),
                Cell((*chip.lines, words(made_of))) if made_of else chip,
                cell(
                    ", ".join(part for part in (report.score_words(target), _made_of(target)) if part),
                    day(risk.target_by) if risk.target_by else "No date set",
                ),
                cell(report.movement_words(risk, pack), appetite),
            ),
        ),
        row_headings=False,
    )


def _made_of(score: Score | None) -> str:
    """`5 × 4`; empty where only the product or a level is known."""
    if score is None or score.likelihood is None or score.impact is None:
        return ""
    return f"{score.likelihood}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{score.impact}"


def _gap(risk: Risk, pack: RiskPack) -> str:
    """`8 above tolerable`, `inside tolerable`."""
    now, line = report.now(risk, pack), risk.appetite.tolerable
    if now is None or now.product is None or line is None:
        return "No appetite line"
    return f"{now.product - line} above tolerable" if now.product > line else "Inside tolerable"


def _run(risk: Risk, pack: RiskPack) -> Iterator[Block]:
    run = wording.run_of(risk, pack)
    yield Paragraph(words(bold(wording.run_told(risk, pack))), ParagraphKind.CHART_TITLE)
    if not run:
        return
    inherent = score_on(risk.inherent, pack.as_at)
    top = inherent.product if inherent else None
    lines = (top, risk.appetite.optimal, risk.appetite.tolerable)
    drawn = [value for each in run for value in (each.score, each.target)]
    largest = len(pack.matrix.likelihoods) * len(pack.matrix.impacts)
    shown = ScoreRun(
        tuple(each.label for each in run),
        tuple(each.score for each in run),
        tuple(each.target for each in run),
        max(largest, *(value for value in (*drawn, *lines) if value is not None)),  # by any matrix there was
        *lines,
    )
    yield Picture(score_run(shown), wording.run_alt(risk, pack), Page.PORTRAIT.value)


def _controls(risk: Risk, most: int) -> Iterator[Block]:
    if not risk.controls:
        yield Paragraph(words(NONE))
        return
    yield Table(
        "Controls",
        "One row for each control: what is in place, how sure it is, when it was last tested, its owner.",
        (
            Column("Ref", 1.1),
            Column("Control, in place", 7.5),
            Column("How sure", 2.4),
            Column("Last tested", 3.0),
            Column("Owner", 3.4),
        ),
        tuple(_control_row(at, control) for at, control in enumerate(risk.controls[:most], 1)),
        note=_more(len(risk.controls) - most),
    )


def _control_row(at: int, control: Control) -> tuple[Cell, ...]:
    return (
        cell(f"C{at}"),
        cell(bound(cut_characters(tidied(control.text), LONGEST))),
        cell(ASSURED[control.assurance]),
        cell(day(control.tested_on) if control.tested_on else "Never"),
        cell(tidied(control.owner.name) or "To be agreed"),
    )


def _mitigations(risk: Risk, most: int) -> Iterator[Block]:
    to_come = [each for each in risk.mitigations if each.done_on is None]
    if not to_come:
        yield Paragraph(words(NONE))
        return
    yield Table(
        "Mitigations",
        "One row for each mitigation to come: what is to be done, by when, its owner.",
        (
            Column("Ref", 1.1),
            Column("Mitigation, to come", 7.5),
            Column("Due", 5.4),
            Column("Owner", 3.4),
        ),
        tuple(_mitigation_row(at, each, risk) for at, each in enumerate(to_come[:most], 1)),
        note=_more(len(to_come) - most),
    )


def _mitigation_row(at: int, mitigation: Mitigation, risk: Risk) -> tuple[Cell, ...]:
    return (
        cell(f"M{at}"),
        cell(bound(cut_characters(tidied(mitigation.text), LONGEST))),
        cell(_due(mitigation, risk)),
        cell(tidied(mitigation.owner.name) or "To be agreed"),
    )


def _due(mitigation: Mitigation, risk: Risk) -> str:
    """`26 June, was 31 May 2026`, `31 January 2027, after target`."""
    if mitigation.due is None:
        return tidied(mitigation.due_as_written) or "No date"
    first = mitigation.moves[-1].was if mitigation.moves else None
    same_year = first is not None and first.year == mitigation.due.year
    now = day_of_year(mitigation.due) if same_year else day(mitigation.due)
    told = [now, f"was {day(first)}" if first else ""]
    told.append("after target" if risk.target_by and mitigation.due > risk.target_by else "")
    return ", ".join(part for part in told if part)


def _more(left: int) -> Text:
    return words(f"And {number(left)} more, in the register.") if left > 0 else ()


def _kpi(kpi: Kpi) -> Table:
    steps = wording.kpi_run(kpi)
    width = (Page.PORTRAIT.value - 2.4) / len(steps)
    told = [wording.step_actual(kpi, step) for step in steps]
    actual = [*(cell(each) for each in told[:-1]), cell(words(bold(told[-1])))]
    return Table(
        f"Run of {kpi.name}",
        "Two rows: the actual at each of the last checkpoints, and the step that was set for it.",
        (Column("Month", 2.4), *(Column(wording.step_label(step), width) for step in steps)),
        (
            (cell("Actual"), *actual),
            (cell("Step"), *(cell(wording.step_target(kpi, step)) for step in steps)),
        ),
    )


def _foot(risk: Risk, pack: RiskPack) -> Paragraph:
    linked = any(kpi.id in risk.kpi_ids for kpi in pack.kpis)
    said = " ".join((pack.board, risk.title, report.told(risk), "KPI" if linked else ""))
    told = (wording.dates_told(risk, pack), *report.abbreviations(said, pack))
    return Paragraph(words(" ".join(part for part in told if part)), ParagraphKind.NOTE)
