"""Plans in Excel and CSV: a sheet an area, one sheet with a column of areas, banners, trackers, exports."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.importing.plan.layouts.book import write_book
from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.written import rows_of


def _sheet_an_area(path: Path) -> None:
    write_book(
        path,
        {
            "Cover": """
Dunlin Sands SEND Improvement Plan
Version 4, December 2025
Owner | Programme office
""",
            "1 Early help": """
Dunlin Sands SEND Improvement Plan{bold}
Priority 1: Early help{bold}
 |
Ref{bold} | Action{bold} | Lead{bold} | Due date{bold} | RAG{bold} | Comments{bold}
1.1{num} | Open a family hub in the market hall | Betony Crane | 2026-03-31{day} | Green{green} | Lease signed
1.2{num} | Train hub staff | Betony Crane / Lyle Fox | 2026-05-29{day} | Amber{amber} |
""",
            "2 Schools": """
Dunlin Sands SEND Improvement Plan{bold}
Priority 2: Schools{bold}
 |
Ref{bold} | Action{bold} | Lead{bold} | Due date{bold} | RAG{bold} | Comments{bold}
2.1{num} | Give each school a named officer | Lyle Fox | 2025-10-31{day} | Blue{blue} | Done
2.2{num} | Hold a forum for SENCOs | Lyle Fox | Each half term | Green{green} |
""",
            "KPIs": """
Ref | Measure | Lead | Baseline | Target | Actual | RAG
1{num} | Families who use the hub | Betony Crane | 0{num} | 300{num} | 120{num} | Amber{amber}
2{num} | Schools with an officer | Lyle Fox | 12{num} | 61{num} | 61{num} | Green{green}
""",
            "Risks": """
No | Risk | Owner | Likelihood | Impact | Action | Date | RAG
1{num} | The lease falls through | Betony Crane | 2{num} | 4{num} | Look for a second hall |\
    2026-01-30{day} | Amber{amber}
""",
            "Lists": """
RAG | Leads
Blue | Betony Crane
Green | Lyle Fox
Amber |
Red |
""",
        },
    )


SHEET_AN_AREA = Layout(
    "sheet-an-area",
    "A cover, two sheets of areas with title rows above the headings, measures, risks and a sheet of lists.",
    "Dunlin Sands SEND Improvement Plan",
    _sheet_an_area,
    [area("1", "Early help"), area("2", "Schools")],
    """
1.1 | 1 | Open a family hub in the market hall | 31/03/2026 | 2026-03-31 | Betony Crane | on_course
1.2 | 1 | Train hub staff | 29/05/2026 | 2026-05-29 | Betony Crane; Lyle Fox | at_risk
2.1 | 2 | Give each school a named officer | 31/10/2025 | 2025-10-31 | Lyle Fox | complete
2.2 | 2 | Hold a forum for SENCOs | Each half term | - | Lyle Fox | on_course
""",
    suffix=".xlsx",
)


def _column_of_areas(path: Path) -> None:
    write_book(
        path,
        {
            "Plan": """
Area of weakness | Ref | Internal code | Action | | Owner | Start | End | Status | Evidence
Waiting times | WT1 | X-19 | Publish waits by district | | Hester Lamb | 2025-09-01{day} | 2025-12-19{day} |\
    Complete | Website
Waiting times | WT2 | X-20 | Offer evening clinics | | Trust | 2026-01-05{day} | 2026-06-30{day} | On track |
Quality of plans | QP1 | X-21 | Audit ten plans a month | | Hester Lamb | 2025-09-01{day} | Ongoing |\
    On track |
Quality of plans | QP2 | X-22 | Retire the old template | | IT | 2025-10-01{day} | 2025-11-28{day} | Delayed |
 |
Total | 4{num}
""",
            "Dashboard": """
Status | Number
Complete | 1{num}
On track | 2{num}
Delayed | 1{num}
""",
        },
        hidden={"Plan": [2]},
    )


COLUMN_OF_AREAS = Layout(
    "column-of-areas",
    "One sheet with a column of areas, a hidden column, an empty one, start and end, a row of "
    "totals; a dashboard.",
    "",
    _column_of_areas,
    [area("1", "Waiting times"), area("2", "Quality of plans")],
    """
WT1 | 1 | Publish waits by district | 19/12/2025 | 2025-12-19 | Hester Lamb | complete
WT2 | 1 | Offer evening clinics | 30/06/2026 | 2026-06-30 | Trust | on_course
QP1 | 2 | Audit ten plans a month | Ongoing | - | Hester Lamb | on_course
QP2 | 2 | Retire the old template | 28/11/2025 | 2025-11-28 | IT | off_course
""",
    spare=("X-19", "X-20", "X-21", "X-22", "Internal code", "Status", "Number", "Total"),
    suffix=".xlsx",
)


def _banners_and_months(path: Path) -> None:
    write_book(
        path,
        {
            "Delivery plan": """
Wolverstone inclusion programme{10,bold}
Key | G on track{green} | A slipping{amber} | R stuck{red} | B finished{blue}
No | What | Who | By when | RAG | Notes | Jan | Feb | Mar | Apr
THEME A: BELONGING{10,navy}
A1 | Ask pupils what makes them stay away | Pupil voice team | Feb 26 | {green} | 200 asked | {grey} |\
    {grey} | |
A2 | Change the uniform rules | Heads | Apr 26 | {red} | | | | {grey} | {grey}
THEME B: TRANSPORT{10,navy}
B1 | Re-plan nine routes | Odo Farr | Mar 26 | {amber} | | | {grey} | {grey} |
B2 | Put a helper on each bus | Odo Farr | Jan 26 | {blue} | From 5 January | {grey} | | |
""",
            "Budget": """
Theme | Amount | Agreed by | Date
Belonging | 12000{num} | Schools Forum | 2025-11-13{day}
Transport | 88000{num} | Cabinet | 2025-11-20{day}
""",
        },
    )


BANNERS_AND_MONTHS = Layout(
    "banners-and-months",
    "One sheet: title, key, headings, banner rows, fills without words and a chart of months as "
    "shaded cells.",
    "Wolverstone inclusion programme",
    _banners_and_months,
    [area("A", "BELONGING"), area("B", "TRANSPORT")],
    """
A1 | A | Ask pupils what makes them stay away | Feb 26 | 2026-02-28 | Pupil voice team | on_course
A2 | A | Change the uniform rules | Apr 26 | 2026-04-30 | Heads | off_course
B1 | B | Re-plan nine routes | Mar 26 | 2026-03-31 | Odo Farr | at_risk
B2 | B | Put a helper on each bus | Jan 26 | 2026-01-31 | Odo Farr | complete
""",
    suffix=".xlsx",
)


def _tracker(path: Path) -> None:
    write_book(
        path,
        {
            "Tracker": """
ID | Priority | Workstream | Task | Assigned to | Raised | Due | % done | Status | Latest update
T-001 | High | Front door | Answer referrals within a day | Zara Colt | 2025-09-02{day} | 2025-12-31{day} |\
    0.8{num} | On track | 91% in November
T-002 | Low | Front door | Repaint the interview rooms | Estates | 2025-09-02{day} | 2026-02-27{day} |\
    0{num} | Not started |
T-003 | High | Fostering | Ring each carer once a month | Zara Colt, Milo Strand | 2025-10-07{day} |\
    2025-11-30{day} | 1{num} | Complete | Log kept
T-004 | Medium | Fostering | Pay carers on the same day | Finance | 2025-10-07{day} | 2026-01-30{day} |\
    0.2{num} | Overdue | Needs new software
""",
        },
    )


TRACKER = Layout(
    "tracker-with-priorities",
    "A tracker: Priority is High, Medium, Low and no area, Workstream is one; Raised and Due; per cent done.",
    "",
    _tracker,
    [area("1", "Front door"), area("2", "Fostering")],
    """
T-001 | 1 | Answer referrals within a day | 31/12/2025 | 2025-12-31 | Zara Colt | on_course
T-002 | 1 | Repaint the interview rooms | 27/02/2026 | 2026-02-27 | Estates | not_started
T-003 | 2 | Ring each carer once a month | 30/11/2025 | 2025-11-30 | Zara Colt; Milo Strand | complete
T-004 | 2 | Pay carers on the same day | 30/01/2026 | 2026-01-30 | Finance | off_course
""",
    suffix=".xlsx",
)


def _write_csv(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([box.text for box in row] for row in rows_of(text))


def _export(path: Path) -> None:
    _write_csv(
        path,
        """
Priority area | Action ref | Action | Success measure | Responsible officer | Target date | BRAG | Progress
1. Voice | 1.1 | Pay young advisers | Ten are paid | Kezia Thorn | 31/01/2026 | Green | Six are paid
1. Voice | 1.2 | Let them choose topics | Topics are theirs | Kezia Thorn, Youth team | 28/02/2026 | Amber |
2. Play | 2.1 | Mend six playgrounds | All open | Parks | Summer 2026 | Red | "Two, so far"
2. Play | 2.2 | Train play staff | Thirty trained | Parks⏎Forum | 2026-04-30 | Blue | Done
""",
    )


EXPORT = Layout(
    "export-as-csv",
    "A CSV with the number and title of the area in its first column; lines and commas inside cells.",
    "",
    _export,
    [area("1", "Voice"), area("2", "Play")],
    """
1.1 | 1 | Pay young advisers | 31/01/2026 | 2026-01-31 | Kezia Thorn | on_course
1.2 | 1 | Let them choose topics | 28/02/2026 | 2026-02-28 | Kezia Thorn; Youth team | at_risk
2.1 | 2 | Mend six playgrounds | Summer 2026 | 2026-08-31 or 2026-07-31 | Parks | off_course
2.2 | 2 | Train play staff | 2026-04-30 | 2026-04-30 | Parks; Forum | complete
""",
    suffix=".csv",
)


def _export_with_titles(path: Path) -> None:
    _write_csv(
        path,
        """
Larkspur Valley Area Improvement Plan | | | | |
Printed 4 December 2025 | | | | |
 | | | | |
Area of concern 1: Too few therapists | | | | |
Ref | What we will do | Lead | When | Status | Update
1a | Hire six therapists | Trust | March 2026 | On track | Four hired
1b | Share two with Moor End | Trust / Moor End | April 2026 | Not started |
 | | | | |
Area of concern 2: Too little told | | | | |
Ref | What we will do | Lead | When | Status | Update
2a | Write to families each term | Web team | Each term | Complete | Autumn letter sent
""",
    )


EXPORT_WITH_TITLES = Layout(
    "export-with-titles",
    "A CSV with title rows, blank lines, areas as rows of their own and the headings repeated under each.",
    "Larkspur Valley Area Improvement Plan",
    _export_with_titles,
    [area("1", "Too few therapists"), area("2", "Too little told")],
    """
1a | 1 | Hire six therapists | March 2026 | 2026-03-31 | Trust | on_course
1b | 1 | Share two with Moor End | April 2026 | 2026-04-30 | Trust; Moor End | not_started
2a | 2 | Write to families each term | Each term | - | Web team | complete
""",
    more={ref: {"refs": [f"{ref[0]}.{ref[1]}"]} for ref in ("1a", "1b", "2a")},
    suffix=".csv",
)

LAYOUTS = (SHEET_AN_AREA, COLUMN_OF_AREAS, BANNERS_AND_MONTHS, TRACKER, EXPORT, EXPORT_WITH_TITLES)
