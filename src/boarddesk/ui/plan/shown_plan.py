"""What the plan page shows, read once: the plan with its KPIs, flags, people and boards around today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.records import boards, meetings, people
from boarddesk.records.agenda import arising
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import challenges, plans
from boarddesk.records.plan.around import around
from boarddesk.records.reading import gathered
from boarddesk.rules.arising import BoardAction
from boarddesk.rules.plan.actions import Action, Area, Challenge, Judgement, Plan, travel
from boarddesk.rules.plan.flags import Around, Flag, FlagKind, flags_of, linked
from boarddesk.rules.plan.kpis import Kpi
from boarddesk.rules.statuses.status import Direction, Status
from boarddesk.ui.plan.words import near_day


@dataclass(frozen=True)
class ShownPlan:
    """One plan on one day."""

    plan: Plan
    around: Around
    flags: Mapping[str, tuple[Flag, ...]]
    organisation_of: Mapping[str, str]  # a person's name in small letters → organisation
    meeting_titles: Mapping[str, str]
    actions: Mapping[str, Action] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    action_of: Mapping[str, str] = field(default_factory=dict)  # milestone id → action id
    asked: Mapping[str, tuple[Challenge, ...]] = field(default_factory=dict)  # of a KPI, by its id
    given: Mapping[str, tuple[BoardAction, ...]] = field(default_factory=dict)  # by action or KPI

    @property
    def today(self) -> date:
        """The day it is judged on."""
        return self.around.today

    def row_of(self, record_id: str) -> str:
        """The row that shows a record, for a KPI what it measures; empty for one of another plan."""
        if record_id in self.actions or record_id in self.areas or record_id in self.action_of:
            return record_id
        kpi = next((known for known in self.around.kpis if known.id == record_id), None)
        return (kpi.action_id or kpi.area_id or "") if kpi else ""

    def kpis_of(self, action: Action) -> tuple[Kpi, ...]:
        """The measures linked to an action."""
        return linked(action, self.around.kpis)

    def asked_of_kpis(self, action: Action) -> tuple[Challenge, ...]:
        """The questions put to the measures of an action."""
        return tuple(asked for kpi in self.kpis_of(action) for asked in self.asked.get(kpi.id, ()))

    def given_for(self, action: Action) -> tuple[BoardAction, ...]:
        """What meetings asked people to do for an action or its measures."""
        about = (action.id, *(kpi.id for kpi in self.kpis_of(action)))
        return tuple(given for of in about for given in self.given.get(of, ()))

    def travel(self, judgements: tuple[Judgement, ...]) -> Direction | None:
        """Where a declared status is heading since the last board; None where nothing can be compared."""
        return travel(judgements, self.around.last_board)

    def travel_to(self, judgements: tuple[Judgement, ...], new: Status, as_at: date) -> Direction | None:
        """Where it would be heading if this were said of it as at that day."""
        said = Judgement(new, as_at)
        earlier = [judgement for judgement in judgements if judgement.as_at <= as_at]
        later = [judgement for judgement in judgements if judgement.as_at > as_at]
        return self.travel((*later, said, *earlier))

    def heading(self, way: Direction | None) -> str:
        """`↑ improving since 12 May`, in the panel and in the dialog that changes a status."""
        last = self.around.last_board
        if way is None or last is None:
            return ""
        return f"{way.arrow} {way.word.lower()} since {near_day(last, self.today)}"

    def owner_in_full(self, name: str) -> str:
        """`Marcus Oyelaran, Northmoor Council` where the office knows the person."""
        organisation = self.organisation_of.get(name.strip().casefold(), "")
        return f"{name}, {organisation}" if organisation else name

    @property
    def flagged(self) -> frozenset[str]:
        """The ids of the actions with a flag; that a decision ended one is nothing to look after."""
        return frozenset(
            action_id
            for action_id, flags in self.flags.items()
            if any(flag.kind is not FlagKind.ENDED for flag in flags)
        )


def load(file: OfficeFile, plan_id: str, *, today: date) -> ShownPlan:
    """Read the plan and everything shown beside it."""
    plan = plans.plan(file, plan_id)
    known = meetings.meetings(file, plan.board_id) if plan.board_id else ()
    judged_by = around(file, plan, today=today)
    actions = {action.id: action for area in plan.areas for action in area.actions}
    of_kpis = gathered(
        (asked.about_id, asked.challenge)
        for asked in challenges.questions(file, still_open=False)
        if asked.about == "kpi"
    )
    asked_at = {
        asked.meeting_id
        for questions in (*(action.challenges for action in actions.values()), *of_kpis.values())
        for asked in questions
    }
    return ShownPlan(
        plan=plan,
        around=judged_by,
        flags={action.id: flags_of(action, judged_by) for action in actions.values()},
        organisation_of=_organisations(file),
        meeting_titles={
            meeting.id: meetings.title(file, meeting) for meeting in known if meeting.id in asked_at
        },
        actions=actions,
        areas={area.id: area for area in plan.areas},
        action_of={milestone.id: action.id for action in actions.values() for milestone in action.milestones},
        asked=of_kpis,
        given=arising.linked_actions(file, "action", "kpi", today=today),
    )


def _organisations(file: OfficeFile) -> dict[str, str]:
    names = {organisation.id: organisation.name for organisation in boards.organisations(file)}
    return {
        person.name.casefold(): names[person.organisation_id]
        for person in people.people(file)
        if person.organisation_id in names
    }
