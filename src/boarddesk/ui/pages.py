"""The pages there are, in the order of the navigation. A page is imported when it is first made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boarddesk.ui.page import Page


@dataclass(frozen=True)
class PageEntry:
    """One page: key, word, icon, its group in the navigation (0: reached from elsewhere), how it is made."""

    name: str
    title: str
    icon: str
    group: int
    opens: frozenset[str]
    make: Callable[[], Page]


def _attendance() -> Page:
    from boarddesk.ui.attendance.page import AttendancePage

    return AttendancePage()


def _meetings() -> Page:
    from boarddesk.ui.meetings.page import MeetingsPage

    return MeetingsPage()


def _actions() -> Page:
    from boarddesk.ui.actions.page import ActionsPage

    return ActionsPage()


def _today() -> Page:
    from boarddesk.ui.today.page import TodayPage

    return TodayPage()


def _plan() -> Page:
    from boarddesk.ui.plan.page import PlanPage

    return PlanPage()


def _risks() -> Page:
    from boarddesk.ui.risks.page import RisksPage

    return RisksPage()


def _reports() -> Page:
    from boarddesk.ui.reports.page import ReportsPage

    return ReportsPage()


def _import() -> Page:
    from boarddesk.ui.import_wizard.page import ImportPage

    return ImportPage()


def _publish() -> Page:
    from boarddesk.ui.publishing.page import PublishPage

    return PublishPage()


def _corrections() -> Page:
    from boarddesk.ui.meetings.corrections.page import CorrectionsPage

    return CorrectionsPage()


def _people() -> Page:
    from boarddesk.ui.people.page import PeoplePage

    return PeoplePage()


def _health() -> Page:
    from boarddesk.ui.file_health.page import HealthPage

    return HealthPage()


FOOT = 9
"""The group that stands at the foot of the navigation."""

RISK_KINDS = frozenset({"risk", "issue", "escalation", "escalate action"})
PLAN_KINDS = frozenset({"plan", "area", "action", "milestone", "kpi"})

PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "Today", "today", 1, frozenset(), _today),
    PageEntry("meetings", "Meetings", "meetings", 2, frozenset({"meeting", "minute"}), _meetings),
    PageEntry("attendance", "Attendance", "attendance", 2, frozenset({"attendance"}), _attendance),
    PageEntry("actions", "Actions", "actions", 2, frozenset({"board_action", "decision"}), _actions),
    PageEntry("plan", "Plan", "plan", 3, PLAN_KINDS, _plan),
    PageEntry("risks", "Risks", "risks", 3, RISK_KINDS, _risks),
    PageEntry("reports", "Reports", "reports", 4, frozenset({"report"}), _reports),
    PageEntry("corrections", "Corrections", "word", 0, frozenset({"corrections"}), _corrections),
    PageEntry("import", "Import", "import", 0, frozenset({"import"}), _import),
    PageEntry("publish", "Publish minutes", "meetings", 0, frozenset({"publish"}), _publish),
    PageEntry(
        "people", "People", "people", 5, frozenset({"person", "seat", "board", "organisation"}), _people
    ),
    PageEntry("health", "File health", "checks", FOOT, frozenset({"health"}), _health),
)
