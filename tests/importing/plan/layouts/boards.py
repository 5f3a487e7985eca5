"""Plans as a board gets them: totals and summaries in front, cards above the tables, last month's rating."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _banner_in_two_cells(path: Path) -> None:
    write(
        path,
        title("Fenwold SEND Improvement Plan: Board Report, Quarter 3"),
        heading("Summary for the board"),
        grid("RAG | Number of actions\nGreen | 2\nAmber | 1\nRed | 1"),
        said("Green 2, Amber 1, Red 1."),
        heading("Actions"),
        grid("""
Ref | Action | Lead | Due | RAG | Update this quarter
Priority 1{bold} | Co-production{5,bold}
1.1 | Pay families for their time | Una Thistleton | 30/11/2025 | Green{green} | See the narrative.
1.2 | Put a parent on each panel | Aubrey Fenn | 31/01/2026 | Amber{amber} | See the narrative.
Priority 2{bold} | Needs assessment{5,bold}
2.1 | Assess within twenty weeks | Clement Harrow | 31/12/2025 | Red{red} | See the narrative.
2.2 | Move all records | Priya Wainscot | 30/04/2026 | Green{green} | See the narrative.
"""),
        heading("Decisions asked of the board"),
        grid(
            "No. | Decision | By\n1 | Agree the change of date for 2.1 | Board\n2 | Note the report | Board"
        ),
        heading("Membership"),
        grid("Name | Role\nUna Thistleton | Co-production lead\nClement Harrow | Head of SEND"),
    )


BANNER_IN_TWO_CELLS = Layout(
    "banner-in-two-cells",
    "A banner row of two cells, label and title; totals by colour before, decisions and people after.",
    "Fenwold SEND Improvement Plan: Board Report, Quarter 3",
    _banner_in_two_cells,
    [area("1", "Co-production"), area("2", "Needs assessment")],
    """
1.1 | 1 | Pay families for their time | 30/11/2025 | 2025-11-30 | Una Thistleton | on_course
1.2 | 1 | Put a parent on each panel | 31/01/2026 | 2026-01-31 | Aubrey Fenn | at_risk
2.1 | 2 | Assess within twenty weeks | 31/12/2025 | 2025-12-31 | Clement Harrow | off_course
2.2 | 2 | Move all records | 30/04/2026 | 2026-04-30 | Priya Wainscot | on_course
""",
)


def _cards_below_a_summary(path: Path) -> None:
    columns = "Ref | Action | Action owner | By | RAG | Commentary\n"
    write(
        path,
        title("Quarrington Partnership Improvement Plan"),
        heading("Where we are: summary"),
        grid("""
Area | Title | Senior responsible officer | Overall RAG
1 | Voice of the child | Director of Participation | Amber{amber}
2 | Workforce | Principal Social Worker | Red{red}
"""),
        said(""),
        grid(
            """
Area | 1 | Title | Voice of the child
SRO | Director of Participation | Overall RAG | Amber{amber}
Outcome | Children tell us that things are better{3}
""",
            head=0,
        ),
        said(""),
        grid(
            columns
            + """
1.1 | Set up a shadow board | Participation Officer | Feb-26 | Amber{amber} | As in November.
1.2 | Film a guide to reviews | Participation Officer | Apr-26 | Green{green} | As in November.
""".strip()
        ),
        said(""),
        grid(
            """
Area | 2 | Title | Workforce
SRO | Principal Social Worker | Overall RAG | Red{red}
Outcome | Workers stay{3}
""",
            head=0,
        ),
        said(""),
        grid(
            columns
            + """
2.1 | Fill eleven vacancies | Head of SEND | Mar-26 | Red{red} | As in November.
2.2 | Agree induction | Training Manager | Dec-25 | Blue{blue} | As in November.
""".strip()
        ),
    )


CARDS_BELOW_A_SUMMARY = Layout(
    "cards-below-a-summary",
    "A summary of the areas in front; above each table a card of the area, its lead and RAG in four columns.",
    "Quarrington Partnership Improvement Plan",
    _cards_below_a_summary,
    [
        area("1", "Voice of the child", "Director of Participation"),
        area("2", "Workforce", "Principal Social Worker"),
    ],
    """
1.1 | 1 | Set up a shadow board | Feb-26 | 2026-02-28 | Participation Officer | at_risk
1.2 | 1 | Film a guide to reviews | Apr-26 | 2026-04-30 | Participation Officer | on_course
2.1 | 2 | Fill eleven vacancies | Mar-26 | 2026-03-31 | Head of SEND | off_course
2.2 | 2 | Agree induction | Dec-25 | 2025-12-31 | Training Manager | complete
""",
)


def _rating_of_last_month(path: Path) -> None:
    columns = (
        "Ref | Priority | Action | Owner | Original due date | Revised due date | RAG last month | "
        "RAG this month | Confidence | Comments\n"
    )
    write(
        path,
        title("Saltmarsh and Fen SEND Recovery Plan"),
        heading("Workstream 1: Therapies", 2),
        grid(
            columns
            + """
W1.1 | High | Cut the longest wait | Jasper Wynn | 31/03/2025 | 30/06/2025 | G{green} | A{amber} | High | -
W1.2 | Medium | Triage within five days | Eluned Parry | 30/04/2025 | | G{green} | G{green} | High | -
""".strip()
        ),
        heading("Workstream 2: Annual health checks", 2),
        grid(
            columns
            + """
W2.1 | High | Keep a register | Roshan Dell | 28/02/2025 | 31/05/2025 | G{green} | R{red} | High | -
""".strip()
        ),
    )


RATING_OF_LAST_MONTH = Layout(
    "rating-of-last-month",
    "RAG of last month and of this, a confidence and a priority that are High throughout, a revised date.",
    "Saltmarsh and Fen SEND Recovery Plan",
    _rating_of_last_month,
    [area("1", "Therapies"), area("2", "Annual health checks")],
    """
W1.1 | 1 | Cut the longest wait | 30/06/2025 | 2025-06-30 | Jasper Wynn | at_risk
W1.2 | 1 | Triage within five days | 30/04/2025 | 2025-04-30 | Eluned Parry | on_course
W2.1 | 2 | Keep a register | 31/05/2025 | 2025-05-31 | Roshan Dell | off_course
""",
)


def _crosses_for_statuses(path: Path) -> None:
    columns = "Ref | Action | Owner | By | Not started | On track | Behind | Complete\n"
    write(
        path,
        title("Tilbrook College SEND Quality Improvement Plan"),
        heading("Area 1 Teaching", 2),
        grid(
            columns
            + """
1.1 | Observe every tutor | Quality Manager | 20 Dec 2025 | | | | X
1.2 | Buy assistive technology | IT Lead | 31 Oct 2025 | | X | |
""".strip()
        ),
        heading("Area 2 Destinations", 2),
        grid(
            columns
            + """
2.1 | Start travel training | Support Manager | 31 Jan 2026 | | | X |
2.2 | Follow up every leaver | Data Officer | 31 Jan 2027 | X | | |
""".strip()
        ),
    )


CROSSES_FOR_STATUSES = Layout(
    "crosses-for-statuses",
    "A cross under one of four statuses in the heading row.",
    "Tilbrook College SEND Quality Improvement Plan",
    _crosses_for_statuses,
    [area("1", "Teaching"), area("2", "Destinations")],
    """
1.1 | 1 | Observe every tutor | 20 Dec 2025 | 2025-12-20 | Quality Manager | complete
1.2 | 1 | Buy assistive technology | 31 Oct 2025 | 2025-10-31 | IT Lead | on_course
2.1 | 2 | Start travel training | 31 Jan 2026 | 2026-01-31 | Support Manager | at_risk ~ behind
2.2 | 2 | Follow up every leaver | 31 Jan 2027 | 2027-01-31 | Data Officer | not_started
""",
)


def _two_languages(path: Path) -> None:
    columns = (
        "Rhif / No. | Camau gweithredu / Actions | Swyddog cyfrifol / Responsible officer | "
        "Erbyn pryd / By when | Statws / RAG | Cynnydd / Progress\n"
    )
    write(
        path,
        title("Cynllun Gweithredu ADY / ALN Action Plan: Cwm Derwen"),
        heading("Cyflwyniad / Introduction"),
        said("This plan responds to the Estyn inspection."),
        heading("Blaenoriaeth 1 / Priority 1: Arweinyddiaeth / Leadership", 2),
        grid(
            columns
            + """
1.1 | Create one panel | ALN Manager | 31/03/2025 | Gwyrdd / Green{green} | Ar y gweill / Under way
1.2 | Publish the strategy | ALN Manager | 30/06/2025 | Melyn / Amber{amber} | Ar y gweill / Under way
""".strip()
        ),
        heading("Blaenoriaeth 2 / Priority 2: Darpariaeth / Provision", 2),
        grid(
            columns
            + """
2.1 | Open a resource base | Head of Inclusion | 01/09/2025 | Coch / Red{red} | Ar y gweill / Under way
""".strip()
        ),
    )


TWO_LANGUAGES = Layout(
    "two-languages",
    "Headings, areas and statuses in Welsh and English, with a stroke between.",
    "Cynllun Gweithredu ADY / ALN Action Plan: Cwm Derwen",
    _two_languages,
    [area("1", "Arweinyddiaeth / Leadership"), area("2", "Darpariaeth / Provision")],
    """
1.1 | 1 | Create one panel | 31/03/2025 | 2025-03-31 | ALN Manager | on_course
1.2 | 1 | Publish the strategy | 30/06/2025 | 2025-06-30 | ALN Manager | at_risk
2.1 | 2 | Open a resource base | 01/09/2025 | 2025-09-01 | Head of Inclusion | off_course
""",
)

LAYOUTS = (
    BANNER_IN_TWO_CELLS,
    CARDS_BELOW_A_SUMMARY,
    RATING_OF_LAST_MONTH,
    CROSSES_FOR_STATUSES,
    TWO_LANGUAGES,
)
