"""The register as a workbook: all that is kept of each risk in a row, in columns that are read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boarddesk.reports.excel import Sheet, Value, workbook
from boarddesk.rules.risks import report as wording
from boarddesk.rules.risks.movement import figure, over_boards
from boarddesk.rules.risks.pack import RiskPack
from boarddesk.rules.risks.risk import Control, Issue, Mitigation, Risk, Score, by_score, score_on
from boarddesk.rules.wording import day, tidied

MOST_BOARDS = 6
SCORES = ("likelihood", "impact", "score", "level")
HEADINGS = (
    *("Ref", "Risk", "Cause", "Event", "Effect", "Category", "Owner", "Date raised"),
    *(f"{kind} {part}" for kind in ("Inherent", "Current", "Target") for part in SCORES),
    *("Target date", "Movement", "Controls", "Mitigations", "Response", "Proximity", "Status", "Next review"),
    *("Escalated to", "Tolerable", "Optimal"),
)


def register_workbook(pack: RiskPack) -> bytes:
    """Risks with the highest score first, then issues, then the matrix that the scores are of."""
    boards = pack.boards[-MOST_BOARDS:]
    headings = (*HEADINGS, *(f"Score at {day(board)}" for board in boards))
    title = wording.titled("risk register", pack)
    known = [*by_score(pack.live), *(risk for risk in pack.risks if not risk.live)]
    sheets = [
        Sheet("Risk register", "Risk register", headings, [_row(risk, pack, boards) for risk in known]),
        Sheet(
            "Issues",
            "Issues",
            ("Ref", "Issue", "Impact", "Owner", "Date raised", "Resolution", "Due", "Resolved on"),
            [_issue(issue) for issue in pack.issues],
        ),
        _matrix(pack),
    ]
    return workbook(title, sheets, facts=" · ".join(fact for fact in wording.facts(pack) if fact))


def _row(risk: Risk, pack: RiskPack, boards: Sequence[date]) -> list[Value]:
    kinds = (risk.inherent, risk.current, risk.target)
    scores = [part for scores in kinds for part in _score(score_on(scores, pack.as_at))]
    return [
        risk.ref,
        tidied(risk.title),
        risk.cause,
        risk.event,
        risk.effect,
        risk.category,
        risk.owner.name,
        risk.raised_on,
        *scores,
        risk.target_by,
        wording.movement_words(risk, pack),
        "\n".join(_control(control) for control in risk.controls),
        "\n".join(_mitigation(mitigation) for mitigation in risk.mitigations),
        risk.response.capitalize(),
        risk.proximity,
        wording.state(risk),
        risk.next_review,
        risk.escalated_to,
        risk.appetite.tolerable,
        risk.appetite.optimal,
        *(figure(stand.score) if stand.score else "" for stand in over_boards(risk, boards)),
    ]


def _score(score: Score | None) -> list[Value]:
    if score is None:
        return [None] * len(SCORES)
    return [score.likelihood, score.impact, score.product, score.level.name if score.level else ""]


def _control(control: Control) -> str:
    """`Weekly list (A Hale, effective, tested 4 May 2026)`."""
    tested = f"tested {day(control.tested_on)}" if control.tested_on else ""
    told = ", ".join(part for part in (control.owner.name, control.assurance.value, tested) if part)
    return f"{tidied(control.text)} ({told})" if told else tidied(control.text)


def _mitigation(mitigation: Mitigation) -> str:
    """`Advertise three posts (A Hale, 30 June 2026)`; what is done says so."""
    due = day(mitigation.due) if mitigation.due else mitigation.due_as_written
    done = f"done {day(mitigation.done_on)}" if mitigation.done_on else ""
    told = ", ".join(part for part in (mitigation.owner.name, due, done) if part)
    return f"{tidied(mitigation.text)} ({told})" if told else tidied(mitigation.text)


def _issue(issue: Issue) -> list[Value]:
    return [
        issue.ref,
        tidied(issue.title),
        issue.impact,
        issue.owner.name,
        issue.raised_on,
        issue.resolution,
        issue.due,
        issue.resolved_on,
    ]


def _matrix(pack: RiskPack) -> Sheet:
    matrix = pack.matrix
    heads = ("Likelihood", *(f"{at} {word}" for at, word in enumerate(matrix.impacts, 1)))
    rows = [
        [
            f"{likelihood} {word}",
            *(
                f"{likelihood * impact} {matrix.level(likelihood, impact).name}"
                for impact in range(1, len(matrix.impacts) + 1)
            ),
        ]
        for likelihood, word in reversed(list(enumerate(matrix.likelihoods, 1)))
    ]
    return Sheet("Matrix", "Matrix: likelihood down, impact across", heads, rows)
