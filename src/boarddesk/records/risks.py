"""Risks and issues: scores with their history, what is being done, and the levels in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boarddesk.records.file.driver import Row
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import OWNED, owner_fields, owner_of
from boarddesk.records.reading import day, gathered, given, one
from boarddesk.rules.owners import NO_OWNER, Owner
from boarddesk.rules.plan.actions import ref_order
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks import (
    LEVELS,
    Escalation,
    Level,
    Mitigation,
    Response,
    Risk,
    RiskStatus,
    Score,
    ScoreKind,
    check_levels,
    level_of,
)

GONE = "That risk is no longer there."


def levels(file: OfficeFile) -> tuple[Level, ...]:
    """The bands in force, lowest first; the usual ones where the office keeps none of its own."""
    kept = tuple(
        Level(row["name"], row["lowest"], row["highest"], row["review_every_days"])
        for row in file.rows("SELECT * FROM risk_level ORDER BY lowest")
    )
    return kept or LEVELS


def set_levels(file: OfficeFile, bands: Sequence[Level]) -> None:
    """Bands of the office's own, in place of those in force; scores given before keep the level they had."""
    if tuple(bands) == levels(file):
        return
    check_levels(bands)
    with file.change("Change risk levels") as change:
        for row in file.rows("SELECT id FROM risk_level"):
            change.delete("risk_level", row["id"])
        for band in bands:
            change.insert(
                "risk_level",
                name=band.name,
                lowest=band.lowest,
                highest=band.highest,
                review_every_days=band.review_every_days,
            )


def risks(file: OfficeFile, board_id: str | None = None) -> tuple[Risk, ...]:
    """Every risk, or those of one board, in order of ref."""
    scores = gathered(
        ((row["risk_id"], row["kind"]), _score(row))
        for row in file.rows("SELECT * FROM risk_score ORDER BY as_at DESC, sequence DESC, id")
    )
    mitigations = gathered(
        (row["risk_id"], _mitigation(row))
        for row in file.rows("SELECT * FROM mitigation ORDER BY position, id")
    )
    escalations = gathered(
        (
            row["risk_id"],
            Escalation(row["short_name"] or row["sent_to"], row["board_id"], day(row["sent_on"])),
        )
        for row in file.rows(
            "SELECT e.*, b.short_name FROM escalation e LEFT JOIN board b ON b.id = e.board_id "
            "ORDER BY e.sequence DESC, e.id"
        )
    )
    name, joins = (part.format(of="r") for part in OWNED)
    rows = file.rows(
        f"SELECT r.*, c.name AS category, c.appetite, {name} FROM risk r "
        f"LEFT JOIN risk_category c ON c.id = r.category_id {joins}"
    )
    rows.sort(key=lambda row: (ref_order(row["ref"]), row["ref"]))
    return tuple(
        _risk(row, scores, mitigations=mitigations[row["id"]], escalations=escalations[row["id"]])
        for row in rows
        if board_id is None or row["board_id"] == board_id
    )


def risk(file: OfficeFile, risk_id: str) -> Risk:
    """One risk; refused when it is no longer there."""
    for found in risks(file):
        if found.id == risk_id:
            return found
    raise Refused(GONE)


def add_category(file: OfficeFile, name: str, *, appetite: int | None = None) -> str:
    """The category of that name, made now if the office has none; with its appetite line."""
    kept = file.row("SELECT id FROM risk_category WHERE name = ?", (name,))
    with file.change(f"Set risk category {name}") as change:
        if kept is None:
            return change.insert("risk_category", name=name, appetite=appetite)
        change.update("risk_category", kept["id"], appetite=appetite)
        return str(kept["id"])


def add_risk(
    file: OfficeFile,
    *,
    ref: str,
    title: str,
    raised_on: date,
    cause: str = "",
    event: str = "",
    effect: str = "",
    board_id: str | None = None,
    area_id: str | None = None,
    action_id: str | None = None,
    kpi_id: str | None = None,
    category_id: str | None = None,
    owner: Owner = NO_OWNER,
    controls: str = "",
    response: Response = Response.TREAT,
    proximity: str = "",
    next_review: date | None = None,
) -> str:
    """A new risk; its scores are given with `set_score`."""
    check_ref(file, "risk", ref=ref, title=title)
    with file.change(f"Add risk {ref}") as change:
        return change.insert(
            "risk",
            ref=ref.strip(),
            title=title.strip(),
            raised_on=raised_on,
            cause=cause,
            event=event,
            effect=effect,
            board_id=board_id,
            area_id=area_id,
            action_id=action_id,
            kpi_id=kpi_id,
            category_id=category_id,
            **owner_fields(owner),
            controls=controls,
            response=response,
            proximity=proximity,
            next_review=next_review,
        )


def change_risk(
    file: OfficeFile,
    risk_id: str,
    *,
    title: str | None = None,
    cause: str | None = None,
    event: str | None = None,
    effect: str | None = None,
    owner: Owner | None = None,
    controls: str | None = None,
    response: Response | None = None,
    proximity: str | None = None,
    next_review: date | None = None,
) -> None:
    """Change what was given; None leaves a field as it is."""
    fields = given(
        title=title,
        cause=cause,
        event=event,
        effect=effect,
        controls=controls,
        response=response,
        proximity=proximity,
        next_review=next_review,
    )
    if owner is not None:
        fields |= owner_fields(owner)
    with file.change(
        f"Change risk {_risk_ref(file, risk_id)}", coalesce=f"{risk_id} {' '.join(fields)}"
    ) as change:
        change.update("risk", risk_id, **fields)


def set_score(
    file: OfficeFile,
    risk_id: str,
    *,
    likelihood: int,
    impact: int,
    as_at: date,
    kind: ScoreKind = ScoreKind.CURRENT,
    why: str = "",
    next_review: date | None = None,
) -> str:
    """A new score with the level it has by the bands in force; earlier scores stay."""
    if not (1 <= likelihood <= 5 and 1 <= impact <= 5):
        raise Refused("Likelihood and impact go from 1 to 5.", field="likelihood")
    score = Score(likelihood, impact, as_at, why)
    with file.change(f"Score risk {_risk_ref(file, risk_id)}") as change:
        if next_review:
            change.update("risk", risk_id, next_review=next_review)
        return change.insert(
            "risk_score",
            risk_id=risk_id,
            kind=kind,
            likelihood=likelihood,
            impact=impact,
            as_at=as_at,
            sequence=file.value("SELECT count(*) FROM risk_score WHERE risk_id = ?", (risk_id,)),
            why=why.strip(),
            level=level_of(score.product, levels(file)).name,
        )


def set_risk_status(
    file: OfficeFile,
    risk_id: str,
    status: RiskStatus,
    *,
    escalated_to: str = "",
    as_at: date | None = None,
) -> None:
    """Open, escalate to a board by its name, long or short, close, or say that the risk occurred."""
    with file.change(f"Mark risk {_risk_ref(file, risk_id)} as {status}") as change:
        change.update("risk", risk_id, status=status)
        if escalated_to.strip():
            change.insert(
                "escalation",
                risk_id=risk_id,
                board_id=_board_called(file, escalated_to.strip()),
                sent_to=escalated_to.strip(),
                sent_on=as_at,
                sequence=file.value("SELECT count(*) FROM escalation WHERE risk_id = ?", (risk_id,)),
            )


def _board_called(file: OfficeFile, name: str) -> str | None:
    rows = file.rows("SELECT id FROM board WHERE :name COLLATE NOCASE IN (short_name, name)", {"name": name})
    return rows[0]["id"] if len(rows) == 1 else None


def add_mitigation(
    file: OfficeFile, risk_id: str, *, text: str, owner: str = "", due: date | None = None
) -> str:
    """Something that is to be done about a risk."""
    if not text.strip():
        raise Refused("Say what is to be done.", field="text")
    with file.change(f"Add mitigation to {_risk_ref(file, risk_id)}") as change:
        return change.insert(
            "mitigation",
            risk_id=risk_id,
            text=text.strip(),
            owner=owner,
            due=due,
            position=file.value("SELECT count(*) FROM mitigation WHERE risk_id = ?", (risk_id,)),
        )


def finish_mitigation(file: OfficeFile, mitigation_id: str, *, done_on: date | None) -> None:
    """Say on which day it was done; None takes it back."""
    with file.change("Mark mitigation as done" if done_on else "Reopen mitigation") as change:
        change.update("mitigation", mitigation_id, done_on=done_on)


def check_ref(file: OfficeFile, table: str, *, ref: str, title: str) -> None:
    """Refuse an empty title and a reference that is taken."""
    if not title.strip():
        raise Refused("Give it a title.", field="title")
    if file.value(f"SELECT 1 FROM {table} WHERE ref = ?", (ref.strip(),)):
        raise Refused(f"{ref.strip()} is already taken. Choose another reference.", field="ref")


def _risk_ref(file: OfficeFile, risk_id: str) -> str:
    return str(one(file.row("SELECT ref FROM risk WHERE id = ?", (risk_id,)), GONE)["ref"])


def _risk(
    row: Row,
    scores: Mapping[tuple[str, str], tuple[Score, ...]],
    *,
    mitigations: tuple[Mitigation, ...],
    escalations: tuple[Escalation, ...],
) -> Risk:
    return Risk(
        id=row["id"],
        ref=row["ref"],
        title=row["title"],
        cause=row["cause"],
        event=row["event"],
        effect=row["effect"],
        category=row["category"] or "",
        appetite=row["appetite"],
        board_id=row["board_id"],
        area_id=row["area_id"],
        action_id=row["action_id"],
        kpi_id=row["kpi_id"],
        owner=owner_of(row),
        raised_on=day(row["raised_on"]),
        inherent=scores[row["id"], ScoreKind.INHERENT],
        current=scores[row["id"], ScoreKind.CURRENT],
        target=scores[row["id"], ScoreKind.TARGET],
        controls=row["controls"],
        mitigations=mitigations,
        response=Response(row["response"]),
        proximity=row["proximity"],
        status=RiskStatus(row["status"]),
        next_review=day(row["next_review"]),
        escalations=escalations,
    )


def _score(row: Row) -> Score:
    return Score(row["likelihood"], row["impact"], date.fromisoformat(row["as_at"]), row["why"], row["level"])


def _mitigation(row: Row) -> Mitigation:
    return Mitigation(row["text"], row["owner"], day(row["due"]), day(row["done_on"]), row["id"])
