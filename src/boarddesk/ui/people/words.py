"""The words this page has for roles, sectors, lines, years and days."""

from __future__ import annotations

from datetime import date

from boarddesk.rules.agenda.item import Fills, Purpose
from boarddesk.rules.cover_headings import CoverPart
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.interests import Interest, Nature
from boarddesk.rules.memberships.record import OnRecord
from boarddesk.rules.people import BoardKind, NamesPrinted, Role, Sector, TargetFigure, YearStart
from boarddesk.rules.refused import Refused
from boarddesk.ui.widgets.date_field import NOT_A_DATE
from boarddesk.ui.widgets.date_text import long_date, read_date, short_date

ROLES = tuple((role.value, role.capitalize()) for role in Role)
SECTORS = tuple((sector.value, sector.capitalize()) for sector in Sector)
LINES = tuple((kind.value, kind.capitalize()) for kind in LineKind)
KINDS = tuple((kind.value, kind.capitalize()) for kind in BoardKind)
NATURES = tuple((nature.value, nature.capitalize() or "Not said") for nature in Nature)
RECORD_NAMES = {
    OnRecord.TERMS: "Accepted",
    OnRecord.CONFIDENTIALITY: "Confidentiality",
    OnRecord.INDUCTION: "Induction",
    OnRecord.INTERESTS: "Interests",
}
PURPOSES = tuple((purpose.value, purpose.capitalize() or "Not said") for purpose in Purpose)
FILLS = (
    (Fills.NOTHING.value, "Nothing"),
    (Fills.MINUTES.value, "Last minutes"),
    (Fills.DECLARATIONS.value, "Interests declared"),
    (Fills.ACTIONS.value, "Open actions"),
)
COVER_PARTS = tuple((part.value, part.capitalize() or "Words written by hand") for part in CoverPart)
YEARS = (
    (YearStart.CALENDAR.value, "January"),
    (YearStart.FINANCIAL.value, "April"),
    (YearStart.MUNICIPAL.value, "May"),
    (YearStart.ACADEMIC.value, "September"),
)
FIGURES = (
    (TargetFigure.SEAT.value, "Seats, deputies counted"),
    (TargetFigure.PERSONAL.value, "Personal"),
)
PRINTED = (
    (NamesPrinted.PEOPLE.value, "By name"),
    (NamesPrinted.POSTS.value, "By post"),
)


def day_typed(typed: str, *, field: str = "") -> date | None:
    """The day somebody typed, None for nothing; refused where it is none."""
    day = read_date(typed)
    if typed.strip() and day is None:
        raise Refused(NOT_A_DATE, field=field)
    return day


def read_as(typed: str) -> str:
    """How a day is understood, while it is typed."""
    day = read_date(typed)
    return f"Read as {long_date(day)}." if day else ""


def interest_days(interest: Interest, today: date) -> str:
    """`declared 3 Feb 2026`, `until 30 Jun 2026`, `ended 30 Jun 2026`."""
    if interest.until_day:
        return f"{'until' if interest.stands_on(today) else 'ended'} {short_date(interest.until_day)}"
    return f"declared {short_date(interest.declared_on)}" if interest.declared_on else ""
