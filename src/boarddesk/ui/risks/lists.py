"""The rows of the three lists: the register by score, issues, what was sent up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.rules.owners import Owner
from boarddesk.rules.risks.escalations import Escalation, Stage
from boarddesk.rules.risks.matrix import Cell as MatrixCell
from boarddesk.rules.risks.movement import Way
from boarddesk.rules.risks.risk import Issue, Risk
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.plan.words import near_day, short_name
from boarddesk.ui.risks.editing import ISSUE, RISK
from boarddesk.ui.risks.shown_register import ShownRegister
from boarddesk.ui.risks.words import days_late, movement_words, stage_words
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Ink, Kind, Row

OPEN, ABOVE, LATE, CLOSED, HAPPENED, ALL = "", "above", "late", "closed", "happened", "all"
UNRESOLVED, RESOLVED = "", "resolved"
WITH_BOARD, WAITING, DOWN = "", "waiting", "down"
_BESIDE_A_MAP, _ROOMY, _WIDE = 575, 688, 840


def risk_columns(shown: ShownRegister | None = None) -> tuple[Column, ...]:
    """The movement is named by the board it is measured from."""
    last = shown.last_board if shown else None
    since = f"Since {near_day(last, shown.today)}" if shown and last else "Since last board"
    return (
        Column("ref", "Ref", 40, ink=Ink.MUTED, editor=RISK["ref"].editor),
        Column("title", "Risk", 196, stretch=True, least=120, editor=RISK["title"].editor),
        Column(
            "owner",
            "Owner",
            84,
            fits=150,
            ink=Ink.MUTED,
            editor=RISK["owner"].editor,
            from_width=_ROOMY,
        ),
        Column("score", "Score", 116, fits=190),
        Column("since", since, 84, fits=130, from_width=_BESIDE_A_MAP),
        Column(
            "review",
            "Review",
            88,
            kind=Kind.DATE,
            fits=130,
            ink=Ink.MUTED,
            editor=Editor(EditorKind.DATE),
        ),
        Column("category", "Category", 110, from_width=_WIDE, fits=150, editor=RISK["category"].editor),
        Column("area", "Area", 120, shown=False, fits=200, ink=Ink.MUTED),
        Column("board", "Board", 72, shown=False, ink=Ink.MUTED),
        Column("target", "Target", 84, shown=False, ink=Ink.MUTED),
    )


def risk_rows(shown: ShownRegister, picked: Sequence[str]) -> list[Row]:
    """The risks the filters leave, the highest score first."""
    which, category, owner, area = picked
    return [
        _risk_row(risk, shown)
        for risk in shown.by_score
        if _is_wanted(risk, shown, which)
        and category in ("", risk.category)
        and owner in ("", risk.owner.name)
        and area in ("", risk.area_id)
    ]


def cell_key(place: MatrixCell) -> str:
    """The choice that leaves the risks of one cell."""
    return f"{place[0]}×{place[1]}"


def _is_wanted(risk: Risk, shown: ShownRegister, which: str) -> bool:
    if which == ALL:
        return True
    if which in (CLOSED, HAPPENED):
        return not risk.live and (risk.status.value == "occurred") == (which == HAPPENED)
    if not risk.live:
        return False
    if which == ABOVE:
        return shown.is_above_tolerable(risk)
    if which == LATE:
        return shown.is_review_late(risk)
    return which == OPEN or which == _cell_of(risk, shown)


def _cell_of(risk: Risk, shown: ShownRegister) -> str:
    now = shown.now(risk)
    if now is None or now.matrix_id != shown.matrix.id or now.likelihood is None or now.impact is None:
        return ""
    return cell_key((now.likelihood, now.impact))


def which_choices(shown: ShownRegister) -> list[tuple[str, str]]:
    """Open ones and parts of them, those that are over, then each cell that holds some."""
    places = sorted(
        {
            (now.likelihood * now.impact, now.likelihood, now.impact)
            for risk in shown.live
            if (now := shown.now(risk)) and now.likelihood and now.impact and _cell_of(risk, shown)
        },
        reverse=True,
    )
    cells = [
        (cell_key((up, across)), f"{product} {shown.matrix.level(up, across).name}, {up} × {across}")
        for product, up, across in places
    ]
    return [
        (OPEN, "Open risks"),
        (ABOVE, "Above tolerable"),
        (LATE, "Review late"),
        (CLOSED, "Closed"),
        (HAPPENED, "Happened"),
        (ALL, "All risks"),
        *cells,
    ]


def _risk_row(risk: Risk, shown: ShownRegister) -> Row:
    now, moved = shown.now(risk), shown.moved(risk)
    if now is None:
        score = Cell("–", sort=-1, said="no score", editable=False)
    elif now.level is None:
        score = Cell(now.shown, sort=now.weight, strong=True, editable=False)
    else:
        figure = "" if now.product is None else str(now.product)
        score = Cell(figure, level=now.level, sort=now.weight, editable=False, said=now.shown)
    went = moved is not None and moved.way in (Way.UP, Way.DOWN)
    up = moved is not None and moved.way is Way.UP
    target = risk.target[0].shown if risk.target else "–"
    return Row(
        risk.id,
        {
            "ref": risk.ref,
            "title": Cell(risk.title, tip=risk.title),
            "owner": owner_cell(risk.owner),
            "score": score,
            "since": Cell(
                movement_words(moved) or "–", strong=up, ink=None if went else Ink.MUTED, editable=False
            ),
            "review": _review_cell(risk, shown),
            "category": risk.category,
            "area": Cell(shown.area_title(risk.area_id), editable=False),
            "board": Cell(shown.board_name(risk.board_id), editable=False),
            "target": Cell(target, editable=False),
        },
        ink=None if risk.live else Ink.FAINT,
    )


def owner_cell(owner: Owner) -> Cell:
    """The owner in short; whole for who listens, and while it is edited."""
    if not owner.name:
        return Cell("–", value="", said="nobody")
    return Cell(short_name(owner.name), value=owner.name, said=owner.name, tip=owner.name)


def _review_cell(risk: Risk, shown: ShownRegister) -> Cell:
    due = risk.next_review
    if not risk.live:
        over = f"closed {near_day(risk.closed_on, shown.today)}" if risk.closed_on else risk.status.value
        return Cell(over, ink=Ink.FAINT, editable=False)
    if due is None:
        return Cell("–", value="", said="no review", sort=date.max)
    if due >= shown.today:
        return Cell(near_day(due, shown.today), sort=due, value=due.isoformat())
    return _late(due, shown.today)


def _late(due: date, today: date) -> Cell:
    return Cell(
        days_late(due, today),
        sort=due,
        ink=Ink.BAD,
        strong=True,
        shape=Shape.TRIANGLE,
        shape_ink=Ink.BAD,
        value=due.isoformat(),
        said=f"{days_late(due, today)}, it was due {short_date(due)}",
    )


# ── issues ──


ISSUES = (
    Column("ref", "Ref", 44, ink=Ink.MUTED),
    Column("title", "Issue", 220, stretch=True, editor=ISSUE["title"].editor),
    Column("impact", "What it does", 200, stretch=True, from_width=_WIDE, editor=ISSUE["impact"].editor),
    Column("owner", "Owner", 90, fits=150, ink=Ink.MUTED, editor=ISSUE["owner"].editor),
    Column("raised", "Since", 84, kind=Kind.DATE, ink=Ink.MUTED),
    Column("due", "To be resolved", 112, kind=Kind.DATE, fits=140, editor=Editor(EditorKind.DATE)),
    Column("state", "State", 100, fits=150),
)


def issue_rows(shown: ShownRegister, picked: Sequence[str]) -> list[Row]:
    """Those not resolved, those that are, or all."""
    (which,) = picked
    return [
        _issue_row(issue, shown)
        for issue in shown.issues.values()
        if which == ALL or (issue.resolved_on is not None) == (which == RESOLVED)
    ]


def _issue_row(issue: Issue, shown: ShownRegister) -> Row:
    today = shown.today
    if issue.due is None:
        due = Cell("–", value="", sort=date.max, said="no date")
    elif issue.due < today and issue.resolved_on is None:
        due = _late(issue.due, today)
    else:
        due = Cell(near_day(issue.due, today), sort=issue.due, value=issue.due.isoformat())
    up = next((sent for sent in issue.escalations if sent.live), None)
    state = "open" if up is None else f"with {up.sent_to}"
    if issue.resolved_on:
        state = f"resolved {near_day(issue.resolved_on, today)}"
    return Row(
        issue.id,
        {
            "ref": issue.ref,
            "title": Cell(issue.title, tip=issue.title),
            "impact": Cell(issue.impact, ink=Ink.MUTED, tip=issue.impact),
            "owner": owner_cell(issue.owner),
            "raised": Cell(near_day(issue.raised_on, today), sort=issue.raised_on, editable=False),
            "due": due,
            "state": Cell(state, editable=False),
        },
        ink=Ink.FAINT if issue.resolved_on else None,
    )


# ── escalations ──


ESCALATIONS = (
    Column("kind", "Kind", 84, fits=150, ink=Ink.MUTED),
    Column("what", "What went up", 200, stretch=True),
    Column("way", "From → to", 110, fits=240, ink=Ink.MUTED),
    Column("asked", "Asked for", 200, stretch=True, from_width=_WIDE),
    Column("sent", "Sent", 76, kind=Kind.DATE, ink=Ink.MUTED),
    Column("stage", "How far", 130, fits=180),
)


def escalation_rows(shown: ShownRegister, picked: Sequence[str]) -> list[Row]:
    """Those with a board now, those that wait for one, those that came down, or all."""
    (which,) = picked
    waiting = {sent.id for sent in shown.waiting}
    return [
        _escalation_row(sent, shown)
        for sent in shown.escalations.values()
        if which == ALL
        or (which == WITH_BOARD and sent.live)
        or (which == WAITING and sent.id in waiting)
        or (which == DOWN and not sent.live)
    ]


def _escalation_row(sent: Escalation, shown: ShownRegister) -> Row:
    above = shown.boards.get(sent.board_id or "")
    to = above.short_name if above else sent.sent_to
    come = sent.stage is Stage.CAME_DOWN
    from_name = shown.board_name(sent.from_board_id)
    return Row(
        sent.id,
        {
            "kind": Cell(sent.kind.removeprefix("professional ").capitalize(), said=sent.kind),
            "what": Cell(sent.what, tip=sent.what),
            "way": Cell(f"{from_name} → {to}" if from_name else to, said=f"from {from_name} to {to}"),
            "asked": Cell(sent.asked_for, ink=Ink.MUTED, tip=sent.asked_for),
            "sent": Cell(near_day(sent.sent_on, shown.today) if sent.sent_on else "–", sort=sent.sent_on),
            "stage": Cell(
                stage_words(sent, shown.today), strong=sent.id in {each.id for each in shown.waiting}
            ),
        },
        ink=Ink.FAINT if come else None,
    )
