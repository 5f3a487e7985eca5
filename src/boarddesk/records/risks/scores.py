"""Scores: each is kept with the matrix it was given by, and none is written over but in its own review."""

from __future__ import annotations

from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks.matrices import kept_in_force
from boarddesk.records.risks.register import ref_of
from boarddesk.rules.refused import Refused
from boarddesk.rules.risks.matrix import check_cell
from boarddesk.rules.risks.risk import ScoreKind


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
    meeting_id: str | None = None,
    instead_of: str = "",
) -> str:
    """A new score with the level it has by the matrix in force; earlier scores stay.

    `instead_of` is a score of the same review that was opened again: it is the one that changes.
    Refused outside the matrix.
    """
    with file.change(f"Score risk {ref_of(file, risk_id)}") as change:
        matrix = kept_in_force(change, file, today=as_at)
        check_cell(matrix, likelihood, impact)
        if next_review:
            change.update("risk", risk_id, next_review=next_review)
        fields = {
            "likelihood": likelihood,
            "impact": impact,
            "as_at": as_at,
            "why": why.strip(),
            "level": matrix.level(likelihood, impact).name,
            "matrix_id": matrix.id,
            "meeting_id": meeting_id,
        }
        if instead_of:
            change.update("risk_score", instead_of, **fields)
            return instead_of
        return change.insert(
            "risk_score", risk_id=risk_id, kind=kind, sequence=_next(file, risk_id), **fields
        )


def keep_given(
    file: OfficeFile,
    risk_id: str,
    *,
    as_at: date,
    kind: ScoreKind,
    likelihood: int | None = None,
    impact: int | None = None,
    product: int | None = None,
    level: str = "",
    matrix_id: str | None = None,
    why: str = "",
) -> str:
    """A score as another register gave it: what it did not say stays empty."""
    if likelihood is None and impact is None and product is None and not level:
        raise Refused("That score says nothing.", field="likelihood")
    with file.change(f"Score risk {ref_of(file, risk_id)}") as change:
        return change.insert(
            "risk_score",
            risk_id=risk_id,
            kind=kind,
            likelihood=likelihood,
            impact=impact,
            product=product,
            as_at=as_at,
            sequence=_next(file, risk_id),
            why=why.strip(),
            level=level,
            matrix_id=matrix_id,
        )


def _next(file: OfficeFile, risk_id: str) -> object:
    return file.value("SELECT coalesce(max(sequence), -1) + 1 FROM risk_score WHERE risk_id = ?", (risk_id,))
