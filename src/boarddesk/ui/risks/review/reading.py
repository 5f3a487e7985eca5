"""What a review reads: the risks of a board with their KPIs, and each as it stood at its last review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import plans
from boarddesk.records.risks.matrices import in_force
from boarddesk.records.risks.reviewing import as_reviewed, meets_on, to_review
from boarddesk.rules.meetings.meeting import Meeting
from boarddesk.rules.people import Board
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.rules.risks.risk import Risk, Score
from boarddesk.ui.risks.review.sheet import RiskSheet


@dataclass(frozen=True)
class ReviewOffice:
    """The office as a review needs it."""

    file: OfficeFile
    today: date
    risks: tuple[Risk, ...]
    matrix: Matrix
    kpis: Mapping[str, Kpi]
    areas: Mapping[str, str]
    meets: tuple[Board, Meeting] | None

    @property
    def meeting_id(self) -> str | None:
        """The meeting that reviews; None where none is held today."""
        return self.meets[1].id if self.meets else None

    def risks_of(self, ids: Iterable[str]) -> tuple[Risk, ...]:
        """The risks of these ids, in their order."""
        known = {risk.id: risk for risk in self.risks}
        return tuple(known[risk_id] for risk_id in ids if risk_id in known)

    def risk(self, risk_id: str) -> Risk | None:
        """One of the risks; None where it is there no longer."""
        return next((risk for risk in self.risks if risk.id == risk_id), None)

    def sheet(self, risk: Risk, kept: Score | None) -> RiskSheet:
        """All that is shown of one risk."""
        last = next((score for score in risk.current if kept is None or score.id != kept.id), None)
        before, since = as_reviewed(self.file, risk, last) if last is not None else (None, None)
        return RiskSheet(
            risk,
            self.matrix,
            self.today,
            area=self.areas.get(risk.area_id or "", ""),
            kept=kept,
            before=before,
            since=since,
            kpis=tuple(self.kpis[kpi_id] for kpi_id in risk.kpi_ids if kpi_id in self.kpis),
        )


def read_office(file: OfficeFile, board_id: str | None, today: date) -> ReviewOffice:
    """Read all of it."""
    known = plans(file)
    return ReviewOffice(
        file,
        today,
        to_review(file, board_id, today=today),
        in_force(file),
        {kpi.id: kpi for plan in known for kpi in kpis(file, plan.id)},
        {row["id"]: row["title"] for row in file.rows("SELECT id, title FROM area")},
        meets_on(file, board_id, today),
    )
