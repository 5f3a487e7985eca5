"""The risk register: what is kept of each risk, with its scores, controls, mitigations and escalations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import Change, OfficeFile
from boarddesk.records.owners import OWNED, owner_fields, owner_of
from boarddesk.records.reading import day, gathered, given, one
from boarddesk.records.risks.escalations import sent_by_record
from boarddesk.records.risks.matrices import matrices
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.escalations import Escalation
from boarddesk.rules.risks.matrix import Level, Matrix, Severity, level_called, severity_called
from boarddesk.rules.risks.risk import (
    Acceptance,
    Appetite,
    Assurance,
    Control,
    DateMove,
    Mitigation,
    Response,
    Risk,
    RiskStatus,
    Score,
    ScoreKind,
)

GONE: Final = "That risk is no longer there."


def risks(file: OfficeFile, board_id: str | None = None) -> tuple[Risk, ...]:
    """Every risk, or those of one board, in order of ref.

    Those of a board are its own and those that were sent to it and have not come down.
    """
    parts = _Parts(file)
    name, joins = (part.format(of="r") for part in OWNED)
    rows = file.rows(
        f"SELECT r.*, c.name AS category, c.optimal, c.tolerable, {name} FROM risk r "
        f"LEFT JOIN risk_category c ON c.id = r.category_id {joins}"
    )
    rows.sort(key=lambda row: (ref_order(row["ref"]), row["ref"]))
    found = (parts.risk(row) for row in rows)
    return tuple(risk for risk in found if board_id is None or is_before(risk, board_id))


def is_before(risk: Risk, board_id: str) -> bool:
    """Whether a risk is on a board's table: its own, or sent to it and still there."""
    return risk.board_id == board_id or any(
        sent.live and sent.board_id == board_id for sent in risk.escalations
    )


def risk(file: OfficeFile, risk_id: str) -> Risk:
    """One risk; refused when it is no longer there."""
    for found in risks(file):
        if found.id == risk_id:
            return found
    raise Refused(GONE)


def ref_of(file: OfficeFile, risk_id: str) -> str:
    """The ref a change is named by; refused when the risk is no longer there."""
    return str(one(file.row("SELECT ref FROM risk WHERE id = ?", (risk_id,)), GONE)["ref"])


def next_ref(file: OfficeFile, board_id: str | None) -> str:
    """A ref that is free on the board: R and the number after the highest."""
    return free_ref(file, "risk", "R", board_id=board_id)


def free_ref(file: OfficeFile, table: str, letter: str, *, board_id: str | None) -> str:
    """The letter and the number after the highest that a record of the board has."""
    taken = [
        int(row["ref"][1:])
        for row in file.rows(f"SELECT ref FROM {table} WHERE board_id IS ?", (board_id,))
        if row["ref"][:1].upper() == letter and row["ref"][1:].isascii() and row["ref"][1:].isdigit()
    ]
    return f"{letter}{max(taken, default=0) + 1}"


def add_risk(
    file: OfficeFile,
    *,
    ref: str,
    title: str,
    raised_on: date | None,
    cause: str = "",
    event: str = "",
    effect: str = "",
    board_id: str | None = None,
    area_id: str | None = None,
    action_ids: Iterable[str] = (),
    kpi_ids: Iterable[str] = (),
    category_id: str | None = None,
    owner: Owner = NO_OWNER,
    response: Response = Response.TREAT,
    proximity: str = "",
    next_review: date | None = None,
    target_by: date | None = None,
    status_words: str = "",
) -> str:
    """A new risk; its scores are given with `set_score`, its controls and mitigations added."""
    check_ref(file, "risk", ref=ref, title=title, board_id=board_id)
    with file.change(f"Add risk {ref.strip()}") as change:
        risk_id = change.insert(
            "risk",
            ref=ref.strip(),
            title=title.strip(),
            raised_on=raised_on,
            cause=cause,
            event=event,
            effect=effect,
            board_id=board_id,
            area_id=area_id,
            category_id=category_id,
            **owner_fields(owner),
            response=response,
            proximity=proximity,
            next_review=next_review,
            target_by=target_by,
            status_words=status_words,
        )
        _link(change, risk_id, actions=action_ids, kpis=kpi_ids)
    return risk_id


def change_risk(
    file: OfficeFile,
    risk_id: str,
    *,
    ref: str | None = None,
    title: str | None = None,
    cause: str | None = None,
    event: str | None = None,
    effect: str | None = None,
    owner: Owner | None = None,
    response: Response | None = None,
    proximity: str | None = None,
    raised_on: date | None = None,
    next_review: date | None = None,
    target_by: date | None = None,
    board_id: str | None = None,
    area_id: str | None = None,
    category_id: str | None = None,
    status_words: str | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    fields = given(
        ref=ref,
        title=title,
        cause=cause,
        event=event,
        effect=effect,
        response=response,
        proximity=proximity,
        raised_on=raised_on,
        next_review=next_review,
        target_by=target_by,
        board_id=board_id,
        area_id=area_id,
        category_id=category_id,
        status_words=status_words,
    )
    kept = one(file.row("SELECT ref, title, board_id FROM risk WHERE id = ?", (risk_id,)), GONE)
    if ref is not None or title is not None:
        check_ref(
            file,
            "risk",
            ref=kept["ref"] if ref is None else ref,
            title=kept["title"] if title is None else title,
            board_id=kept["board_id"] if board_id is None else board_id,
            but=risk_id,
        )
    if owner is not None:
        fields |= owner_fields(owner)
    with file.change(f"Change risk {kept['ref']}", coalesce=f"{risk_id} {' '.join(fields)}") as change:
        change.update("risk", risk_id, **fields)


def clear_field(file: OfficeFile, risk_id: str, field: str) -> None:
    """Empty a date, the area or the category of a risk."""
    if field not in {"raised_on", "next_review", "target_by", "area_id", "category_id"}:
        raise ValueError(f"{field} is not a field that can be emptied")
    with file.change(f"Change risk {ref_of(file, risk_id)}") as change:
        change.update("risk", risk_id, **{field: None})


def set_links(file: OfficeFile, risk_id: str, *, action_ids: Sequence[str], kpi_ids: Sequence[str]) -> None:
    """The plan actions and KPIs a risk bears on, in place of those before."""
    with file.change(f"Link risk {ref_of(file, risk_id)}") as change:
        for row in file.rows("SELECT id FROM risk_link WHERE risk_id = ?", (risk_id,)):
            change.delete("risk_link", row["id"])
        _link(change, risk_id, actions=action_ids, kpis=kpi_ids)


def remove_risk(file: OfficeFile, risk_id: str) -> None:
    """Take a risk off the register, with its scores; undo brings all of it back."""
    with file.change(f"Remove risk {ref_of(file, risk_id)}") as change:
        change.delete("risk", risk_id)


def close_risk(file: OfficeFile, risk_id: str, *, why: str, on: date) -> None:
    """Close a risk, saying why; it stays in the register with its history.

    What of it is still with a board above comes down with it, for the same reason.
    """
    if not why.strip():
        raise Refused("Say why the risk is closed.", field="why")
    with file.change(f"Close risk {ref_of(file, risk_id)}") as change:
        change.update("risk", risk_id, status=RiskStatus.CLOSED, closed_on=on, closed_why=why.strip())
        for row in file.rows(
            "SELECT id FROM escalation WHERE risk_id = ? AND came_down_on IS NULL", (risk_id,)
        ):
            change.update(
                "escalation", row["id"], came_down_on=on, came_down_why=f"The risk is closed: {why.strip()}"
            )


def reopen_risk(file: OfficeFile, risk_id: str) -> None:
    """Watch a risk again that was closed or had occurred; escalated where it is still with a board above."""
    away = file.value("SELECT 1 FROM escalation WHERE risk_id = ? AND came_down_on IS NULL", (risk_id,))
    with file.change(f"Reopen risk {ref_of(file, risk_id)}") as change:
        status = RiskStatus.ESCALATED if away else RiskStatus.OPEN
        change.update("risk", risk_id, status=status, closed_on=None, closed_why="")


def accept_risk(file: OfficeFile, risk_id: str, *, by: str, why: str, on: date, until: date | None) -> None:
    """Bear a risk as it is: who does, until when, and why."""
    for field, words, asked in (
        ("by", by, "Say who accepts the risk."),
        ("why", why, "Say why it is accepted."),
    ):
        if not words.strip():
            raise Refused(asked, field=field)
    if until is not None and until < on:
        raise Refused("That day is past. Accept it until a later one.", field="until")
    with file.change(f"Accept risk {ref_of(file, risk_id)}") as change:
        change.update(
            "risk",
            risk_id,
            response=Response.TOLERATE,
            accepted_by=by.strip(),
            accepted_until=until,
            accepted_why=why.strip(),
            accepted_on=on,
        )


def check_ref(
    file: OfficeFile, table: str, *, ref: str, title: str, board_id: str | None, but: str = ""
) -> None:
    """Refuse an empty ref or title, and a ref that another of the board has."""
    if not ref.strip():
        raise Refused("Give it a reference.", field="ref")
    if not title.strip():
        raise Refused("Give it a title.", field="title")
    taken = file.value(
        f"SELECT 1 FROM {table} WHERE ref = ? AND board_id IS ? AND id <> ?", (ref.strip(), board_id, but)
    )
    if taken:
        raise Refused(f"{ref.strip()} is already taken. Choose another reference.", field="ref")


def _link(change: Change, risk_id: str, *, actions: Iterable[str], kpis: Iterable[str]) -> None:
    for action_id in actions:
        change.insert("risk_link", risk_id=risk_id, action_id=action_id)
    for kpi_id in kpis:
        change.insert("risk_link", risk_id=risk_id, kpi_id=kpi_id)


class _Parts:
    """Everything that hangs on risks, read once for all of them."""

    def __init__(self, file: OfficeFile) -> None:
        name, joins = (part.format(of="x") for part in OWNED)
        self._scores = _scores(file)
        self._controls = gathered(
            (row["risk_id"], _control(row))
            for row in file.rows(f"SELECT x.*, {name} FROM control x {joins} ORDER BY x.position, x.id")
        )
        moves = gathered(
            (
                row["mitigation_id"],
                DateMove(day(row["was"]), day(row["due"]), _day(row["moved_on"]), row["why"]),
            )
            for row in file.rows("SELECT * FROM mitigation_move ORDER BY moved_on DESC, sequence DESC, id")
        )
        self._mitigations = gathered(
            (row["risk_id"], _mitigation(row, moves[row["id"]]))
            for row in file.rows(f"SELECT x.*, {name} FROM mitigation x {joins} ORDER BY x.position, x.id")
        )
        self._escalations: Mapping[str, tuple[Escalation, ...]] = sent_by_record(file, "risk_id")
        links = file.rows("SELECT * FROM risk_link ORDER BY id")
        self._actions = gathered((row["risk_id"], str(row["action_id"])) for row in links if row["action_id"])
        self._kpis = gathered((row["risk_id"], str(row["kpi_id"])) for row in links if row["kpi_id"])

    def risk(self, row: Row) -> Risk:
        of = row["id"]
        return Risk(
            id=of,
            ref=row["ref"],
            title=row["title"],
            cause=row["cause"],
            event=row["event"],
            effect=row["effect"],
            category=row["category"] or "",
            appetite=Appetite(row["optimal"], row["tolerable"]),
            board_id=row["board_id"],
            area_id=row["area_id"],
            action_ids=self._actions[of],
            kpi_ids=self._kpis[of],
            owner=owner_of(row),
            raised_on=day(row["raised_on"]),
            inherent=self._scores[of, ScoreKind.INHERENT],
            current=self._scores[of, ScoreKind.CURRENT],
            target=self._scores[of, ScoreKind.TARGET],
            controls=self._controls[of],
            mitigations=self._mitigations[of],
            response=Response(row["response"]),
            proximity=row["proximity"],
            status=RiskStatus(row["status"]),
            status_words=row["status_words"],
            target_by=day(row["target_by"]),
            next_review=day(row["next_review"]),
            escalations=self._escalations[of],
            closed_on=day(row["closed_on"]),
            closed_why=row["closed_why"],
            acceptance=_acceptance(row),
        )


def _scores(file: OfficeFile) -> Mapping[tuple[str, str], tuple[Score, ...]]:
    known = matrices(file)
    return gathered(
        ((row["risk_id"], row["kind"]), _score(row, known.get(row["matrix_id"] or "")))
        for row in file.rows("SELECT * FROM risk_score ORDER BY as_at DESC, sequence DESC, id")
    )


def _score(row: Row, matrix: Matrix | None) -> Score:
    return Score(
        row["likelihood"],
        row["impact"],
        _day(row["as_at"]),
        row["why"],
        _level(row["level"], matrix),
        row["product"],
        matrix.id if matrix else "",
        row["meeting_id"],
        row["id"],
    )


def _level(name: str, matrix: Matrix | None) -> Level | None:
    if not name:
        return None
    return level_called(matrix, name) if matrix else Level(name, severity_called(name) or Severity.MODERATE)


def _control(row: Row) -> Control:
    return Control(row["text"], owner_of(row), Assurance(row["assurance"]), day(row["tested_on"]), row["id"])


def _mitigation(row: Row, moves: tuple[DateMove, ...]) -> Mitigation:
    return Mitigation(
        row["text"],
        owner_of(row),
        day(row["due"]),
        day(row["done_on"]),
        row["id"],
        row["due_as_written"],
        moves,
    )


def _acceptance(row: Row) -> Acceptance | None:
    if not row["accepted_on"]:
        return None
    return Acceptance(
        row["accepted_by"], day(row["accepted_until"]), row["accepted_why"], _day(row["accepted_on"])
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
