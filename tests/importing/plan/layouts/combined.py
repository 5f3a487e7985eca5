"""Several oddities in one document, as they come in life."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.book import write_book
from tests.importing.plan.layouts.layout import Layout, area, steps
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _two_rows_and_two_dates(path: Path) -> None:
    write(
        path,
        title("Appleby Marsh peer challenge: action plan"),
        heading("1. Introduction"),
        said("Peers spent four days with us in June 2025 and left three recommendations."),
        heading("2. Action plan"),
        grid(
            """
Recommendation{down} | Ref{down} | Action{down} | Lead{down} | Timescale{2} | Status{down}
^ | ^ | ^ | ^ | Original | Revised | ^
Recommendation 1: Join up the back office{down} | 1.1 | Put finance and HR in one team | Saul Wick |\
    Oct 2025 |\
    Jan 2026 | 🟠
^ | 1.2 | Move to one payroll | Saul Wick⏎Ida Thrush | Mar 2026 | | 🟢
Recommendation 2: Grow new leaders | 2.1 | Begin a course for deputies | Ida Thrush | Sept 2025 | | 🔵
""",
            head=2,
        ),
        said("3"),
        grid(
            """
Recommendation 3: Ask residents more often{down} | 3.1 | Hold a panel in each ward | Ward teams | Dec 2025 |\
    April 2026 | 🔴
^ | 3.2 | Publish what the panels say | Web team | 30 June 2026 | n/a | ⚪
""",
            head=0,
        ),
        said("🔵 complete, 🟢 on track, 🟠 at risk, 🔴 off track, ⚪ not started"),
        heading("3. Review"),
        grid("""
Date | Meeting | What it will look at
10 February 2026 | Cabinet | Progress at six months
9 June 2026 | Peers return | Everything
"""),
    )


TWO_ROWS_AND_TWO_DATES = Layout(
    "two-rows-and-two-dates",
    "Recommendations merged down as areas, original over revised date, circles, a piece without "
    "headings overleaf.",
    "Appleby Marsh peer challenge: action plan",
    _two_rows_and_two_dates,
    [
        area("1", "Join up the back office"),
        area("2", "Grow new leaders"),
        area("3", "Ask residents more often"),
    ],
    """
1.1 | 1 | Put finance and HR in one team | Jan 2026 | 2026-01-31 | Saul Wick | at_risk
1.2 | 1 | Move to one payroll | Mar 2026 | 2026-03-31 | Saul Wick; Ida Thrush | on_course
2.1 | 2 | Begin a course for deputies | Sept 2025 | 2025-09-30 | Ida Thrush | complete
3.1 | 3 | Hold a panel in each ward | April 2026 | 2026-04-30 | Ward teams | off_course
3.2 | 3 | Publish what the panels say | 30 June 2026 | 2026-06-30 | Web team | not_started
""",
)


def _banners_and_inner_tables(path: Path) -> None:
    first = grid("Rooms found | 31 Jan 2026\nDoors open | 30 Apr 2026", head=0)
    second = grid("Staff asked | Nov 2025\nRota agreed | Dec 2025", head=0)
    write(
        path,
        heading("Ferncliffe Community Trust: quality improvement plan"),
        said("BLUE = complete; GREEN = on plan; AMBER = in progress; RED = delayed; PINK = to be started"),
        grid(
            """
Objective | Ref | Action | Milestones | Lead | Due | RAG | Latest position
Improvement Area A: Access{8,navy}
Nobody travels an hour{down} | A1 | Open a clinic in the east | {@first} | Orsino Hale (Trust/ICB) |\
    May 2026 | BLUE{blue} | •
^ | A2 | Lend tablets for video calls | • | Digital team | Jul 2026 | AMBER{amber} | Forty lent
Improvement Area B: Staff{8,navy}
Nobody works alone | B1 | Pair night staff | {@second} | Ward managers | Dec 2025 | PINK{pink} |\
    •⏎• Second try
""",
            first=first,
            second=second,
        ),
        heading("Risks to this plan"),
        grid("""
No. | Risk | Score | What we do about it | Owner | Review
1 | No rooms in the east | 12 | Ask the library | Orsino Hale | Feb 2026
2 | Tablets are lost | 4 | Insure them | Digital team | Mar 2026
"""),
    )


BANNERS_AND_INNER_TABLES = Layout(
    "banners-and-inner-tables",
    "Banners, an objective merged down, milestones as tables in cells, lone bullets, a key in one "
    "line, risks after.",
    "Ferncliffe Community Trust: quality improvement plan",
    _banners_and_inner_tables,
    [area("A", "Access"), area("B", "Staff")],
    """
A1 | A | Open a clinic in the east | May 2026 | 2026-05-31 | Orsino Hale (Trust/ICB) | complete
A2 | A | Lend tablets for video calls | Jul 2026 | 2026-07-31 | Digital team | at_risk ~ amber, in progress
B1 | B | Pair night staff | Dec 2025 | 2025-12-31 | Ward managers | not_started
""",
    more={
        "A1": steps("Rooms found → 2026-01-31", "Doors open → 2026-04-30"),
        "B1": steps("Staff asked → 2025-11-30", "Rota agreed → 2025-12-31"),
    },
)


def _steps_over_the_page(path: Path) -> None:
    write(
        path,
        title("Kingsholt Written Statement of Action"),
        grid("Date of visit | 3 to 7 March 2025\nPublished | 2 May 2025", head=0),
        heading("PRIORITY ONE"),
        said("* Children are heard in every plan"),
        heading("What inspectors said", 3),
        said("Plans do not hold the words of the child."),
        grid("""
No | Actions | Milestones | Dates | Lead
1 | Add a page for the child's own words | Page drawn⏎Tried with twelve children⏎In use |\
    30/06/2025⏎30/09/2025⏎31/12/2025 | Selwyn Marsh, Principal Educational Psychologist
2 | Show plan writers how to use it | Film made | 31/10/2025 | Lead: Selwyn Marsh⏎Support: Film club
"""),
        said("Page 7"),
        heading("PRIORITY TWO"),
        said("* Health gives advice on time"),
        heading("What inspectors said", 3),
        said("Advice from health comes late or not at all."),
        grid("""
No | Actions | Milestones | Dates | Lead
1 | Put one person in charge of advice in each service | Names known⏎Names published |\
    May 2025⏎June 2025 | Dr Linnet Shaw
"""),
        said("Page 8"),
        grid("""
No | Actions | Milestones | Dates | Lead
2 | Send a reminder in week three | Reminder written | July 2025 | Dr Linnet Shaw
"""),
        heading("What we have done already"),
        grid("""
No | What we did | When | Who
1 | Met forty families | May 2025 | Forum
2 | Read sixty plans | June 2025 | Selwyn Marsh
"""),
    )


STEPS_OVER_THE_PAGE = Layout(
    "steps-over-the-page",
    "PRIORITY ONE over a bullet, the same sub-heading in each, milestones and dates in step, what "
    "was done at the end.",
    "Kingsholt Written Statement of Action",
    _steps_over_the_page,
    [area("1", "Children are heard in every plan"), area("2", "Health gives advice on time")],
    """
1.1 | 1 | Add a page for the child's own words | 30/06/2025 30/09/2025 31/12/2025 | 2025-12-31 |\
    Selwyn Marsh, Principal Educational Psychologist | -
1.2 | 1 | Show plan writers how to use it | 31/10/2025 | 2025-10-31 | Selwyn Marsh; Film club | -
2.1 | 2 | Put one person in charge of advice in each service | May 2025 June 2025 | 2025-06-30 |\
    Dr Linnet Shaw | -
2.2 | 2 | Send a reminder in week three | July 2025 | 2025-07-31 | Dr Linnet Shaw | -
""",
    more={
        "1.1": {
            "refs": ["1"],
            "owners_any": [["Selwyn Marsh"], ["Selwyn Marsh", "Principal Educational Psychologist"]],
        }
        | steps("Page drawn → 2025-06-30", "Tried with twelve children → 2025-09-30", "In use → 2025-12-31"),
        "1.2": {"refs": ["2"]} | steps("Film made"),
        "2.1": steps("Names known → 2025-05-31", "Names published → 2025-06-30"),
        "2.2": steps("Reminder written"),
    },
    spare=("Page 7", "Page 8"),
)


def _forms_with_two_dates(path: Path) -> None:
    write(
        path,
        heading("Oakhanger Accelerated Progress Plan"),
        heading("Key issue 2: Therapies", 2),
        grid(
            """
Action ref{bold} | 2.1 | Status{bold} | 🟢 On track
What we will do{bold} | Let schools refer without a doctor{3}
Original date{bold} | 31 Oct 2025 | Revised date{bold} |
Lead{bold} | Tilda Vane | Accountable officer{bold} | Director of Therapies
Milestones{bold} | Form agreed⏎Form in use{3}
""",
            head=0,
        ),
        said(""),
        grid(
            """
Action ref{bold} | 2.2 | Status{bold} | 🔴 Delayed
What we will do{bold} | See each child within eighteen weeks{3}
Original date{bold} | 30 Sept 2025 | Revised date{bold} | 31 March 2026
Lead{bold} | Tilda Vane | Accountable officer{bold} | Director of Therapies
Milestones{bold} | •{3}
""",
            head=0,
        ),
        heading("Key issue 4: Moving on at eighteen", 2),
        grid(
            """
Action ref{bold} | 4.1 | Status{bold} | 🔵 Complete
What we will do{bold} | Name a nurse for each young person of seventeen{3}
Original date{bold} | Summer 2025 | Revised date{bold} | n/a
Lead{bold} | Abel Stroud | Accountable officer{bold} | Chief Nurse
Milestones{bold} | {3}
""",
            head=0,
        ),
    )


FORMS_WITH_TWO_DATES = Layout(
    "forms-with-two-dates",
    "Forms in four columns with the ref inside, original and revised date, circles with words, a "
    "lone bullet.",
    "Oakhanger Accelerated Progress Plan",
    _forms_with_two_dates,
    [area("2", "Therapies"), area("4", "Moving on at eighteen")],
    """
2.1 | 2 | Let schools refer without a doctor | 31 Oct 2025 | 2025-10-31 | Tilda Vane | on_course
2.2 | 2 | See each child within eighteen weeks | 31 March 2026 | 2026-03-31 | Tilda Vane | off_course
4.1 | 4 | Name a nurse for each young person of seventeen | Summer 2025 | 2025-08-31 or 2025-07-31 |\
    Abel Stroud | complete
""",
    more={"2.1": steps("Form agreed", "Form in use")},
)


def _sheet_with_two_rows(path: Path) -> None:
    write_book(
        path,
        {
            "Read me": """
Colour | Use it when
Blue | The action is complete
Green | The action is on track
Amber | The action is at risk
Red | The action is off track
""",
            "Action plan": """
Rushmere Children's Services: improvement plan{9,bold}
As at 30 November 2025{9}
Ref{down} | Action{down} | Lead{down} | Dates{2} | RAG{down} | Progress{2} | Milestones{down}
^ | ^ | ^ | Original | Revised | ^ | October | November | ^
Area 1: Practice{9,grey}
1.1 | Write practice standards | Ned Ashby | 2025-09-30{day} | 2025-12-31{day} | {amber} | Drafted |\
    With staff | •
1.2 | Train all teams in them | Ned Ashby | 2026-03-31{day} | | {green} | | Dates set | Rooms booked
Area 2: Placements{9,grey}
2.1 | Open two small homes | Lettice Moor | 2025-10-31{day} | 2026-06-30{day} | {red} | No site |\
    Site found | -
2.2 | Review all placements over a hundred miles | Lettice Moor; Ned Ashby | 2025-11-28{day} | | {blue} |\
    Half done | Done |
""",
        },
    )


SHEET_WITH_TWO_ROWS = Layout(
    "sheet-with-two-rows",
    "Excel: title rows, headings merged over two rows, original and revised real dates, banners, "
    "progress by month.",
    "Rushmere Children's Services: improvement plan",
    _sheet_with_two_rows,
    [area("1", "Practice"), area("2", "Placements")],
    """
1.1 | 1 | Write practice standards | 31/12/2025 | 2025-12-31 | Ned Ashby | at_risk
1.2 | 1 | Train all teams in them | 31/03/2026 | 2026-03-31 | Ned Ashby | on_course
2.1 | 2 | Open two small homes | 30/06/2026 | 2026-06-30 | Lettice Moor | off_course
2.2 | 2 | Review all placements over a hundred miles | 28/11/2025 | 2025-11-28 |\
    Lettice Moor; Ned Ashby | complete
""",
    more={"1.2": steps("Rooms booked")},
    spare=("Colour", "Use it when"),
    suffix=".xlsx",
)

LAYOUTS = (
    TWO_ROWS_AND_TWO_DATES,
    BANNERS_AND_INNER_TABLES,
    STEPS_OVER_THE_PAGE,
    FORMS_WITH_TWO_DATES,
    SHEET_WITH_TWO_ROWS,
)
