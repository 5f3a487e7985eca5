"""Deadlines in two columns, in step with milestones, in tables inside cells, and of every kind."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area, steps
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _original_and_revised(path: Path) -> None:
    write(
        path,
        title("Wexcombe Improvement Board: plan as agreed in November"),
        heading("Priority 1: Quality of plans"),
        grid("""
Ref | Original date | Revised date | Action | Action lead | Status
1.1 | 30/06/2025 | 31/10/2025 | Rewrite the guide for plan writers | Nell Harker | On track
1.2 | 31/07/2025 | | Audit thirty plans | Nell Harker, Jonty Mace | Complete
1.3 | Sept 2025 | n/a | Show the audit to heads | Jonty Mace | Complete
"""),
        heading("Priority 2: Time"),
        grid("""
Ref | Original date | Revised date | Action | Action lead | Status
2.1 | TBC | March 2026 | Hire two case officers | HR | Not on track
2.2 | 31/12/2025 | - | Count working days left for each plan | Data team | On track
"""),
    )


ORIGINAL_AND_REVISED = Layout(
    "original-and-revised",
    "Original and revised date in two columns before the action; the revised one is empty, n/a or a "
    "dash for some.",
    "Wexcombe Improvement Board: plan as agreed in November",
    _original_and_revised,
    [area("1", "Quality of plans"), area("2", "Time")],
    """
1.1 | 1 | Rewrite the guide for plan writers | 31/10/2025 | 2025-10-31 | Nell Harker | on_course
1.2 | 1 | Audit thirty plans | 31/07/2025 | 2025-07-31 | Nell Harker; Jonty Mace | complete
1.3 | 1 | Show the audit to heads | Sept 2025 | 2025-09-30 | Jonty Mace | complete
2.1 | 2 | Hire two case officers | March 2026 | 2026-03-31 | HR | off_course
2.2 | 2 | Count working days left for each plan | 31/12/2025 | 2025-12-31 | Data team | on_course
""",
)


def _tables_inside_cells(path: Path) -> None:
    tender = grid("Tender out | 30 Apr 2026\nContract signed | 31 Aug 2026", head=0)
    courses = grid("First course | 14 Jan 2026\nSecond course | 11 Mar 2026", head=0)
    write(
        path,
        heading("Sallowfield Therapies Improvement Plan"),
        heading("Workstream 1 – Enough therapists", 2),
        grid(
            """
Ref | Action | Milestones | Lead | Overall deadline | RAG
1.1 | Buy therapy for three years | {@tender} | Procurement (ICB) | 1 Sept 2026 | Green{green}
1.2 | Keep those we have | | HR | Ongoing | Amber{amber}
""",
            tender=tender,
        ),
        heading("Workstream 2 – Help in class", 2),
        grid(
            """
Ref | Action | Milestones | Lead | Overall deadline | RAG
2.1 | Train helpers in class | {@courses} | Saffron Pell | April 2026 | Green{green}
""",
            courses=courses,
        ),
    )


TABLES_INSIDE_CELLS = Layout(
    "tables-inside-cells",
    "Milestones stand in a small table inside the cell (“Tender out | 30 Apr 2026”).",
    "Sallowfield Therapies Improvement Plan",
    _tables_inside_cells,
    [area("1", "Enough therapists"), area("2", "Help in class")],
    """
1.1 | 1 | Buy therapy for three years | 1 Sept 2026 | 2026-09-01 | Procurement (ICB) | on_course
1.2 | 1 | Keep those we have | Ongoing | - | HR | at_risk
2.1 | 2 | Train helpers in class | April 2026 | 2026-04-30 | Saffron Pell | on_course
""",
    more={
        "1.1": steps("Tender out → 2026-04-30", "Contract signed → 2026-08-31"),
        "2.1": steps("First course → 2026-01-14", "Second course → 2026-03-11"),
    },
)


def _questions_under_the_headings(path: Path) -> None:
    write(
        path,
        title("Multi-agency plan after the review of Adult Q (a made-up review)"),
        grid(
            """
Recommendation | Scope | Action to take | Lead agency | Key milestones achieved | Target date | Completion
What does the review ask for? | Local or national? | How will it be done? | Who answers for it? |\
    What shows progress? | By when? | What changed for people?
1. Front desks ask about safety at home | Local | Write three questions for front desks |\
    Housing, Rosa Tindall | Questions agreed⏎Staff trained | 31 March 2026⏎30 June 2026 |
2. Records can be read across agencies | Local | Give nurses access to housing records |\
    NHS Trust | Agreement signed⏎Access given | April 2026⏎July 2026 | Begun
3. National guidance names pets as a reason to stay | National | Write to the ministry |\
    Partnership chair | Letter sent | 15 January 2026 | Sent 9 January
""",
            head=1,
        ),
    )


QUESTIONS_UNDER_THE_HEADINGS = Layout(
    "questions-under-the-headings",
    "A second row of questions explains the headings; milestones and dates in step; numbered "
    "recommendations.",
    "Multi-agency plan after the review of Adult Q (a made-up review)",
    _questions_under_the_headings,
    [],
    """
1 | - | Write three questions for front desks | 31 March 2026 30 June 2026 | 2026-06-30 |\
    Housing, Rosa Tindall | -
2 | - | Give nurses access to housing records | April 2026 July 2026 | 2026-07-31 | NHS Trust | ?
3 | - | Write to the ministry | 15 January 2026 | 2026-01-15 | Partnership chair | ?
""",
    more={
        "1": {"ref_free": True, "owners_any": [["Housing", "Rosa Tindall"]]}
        | steps("Questions agreed → 2026-03-31", "Staff trained → 2026-06-30"),
        "2": {"ref_free": True} | steps("Agreement signed → 2026-04-30", "Access given → 2026-07-31"),
        "3": {"ref_free": True} | steps("Letter sent → 2026-01-15"),
    },
)


def _dates_of_many_kinds(path: Path) -> None:
    write(
        path,
        title("Yarrowby delivery plan"),
        heading("Priority 1: Dates as people write them"),
        grid("""
When | Who | What we will do | Ref
w/c 12 January 2026 | Team A | Open the new desk | 1.1
End Q4 25/26 | Team A | Close the old desk | 1.2
Feb half-term 2026 | Team B | Run a holiday club | 1.3
Sept-26 | Team B | Run it again | 1.4
31st of March, 2026 | Team C | Pay the last grant | 1.5
30.04.26 | Team C | Report on the grants | 1.6
by the end of the 2026 summer term | Team D | Move the archive | 1.7
Jan – Mar 2026 | Team D | Sort the archive | 1.8
Ongoing – review July 2026 | Team D | Keep the archive tidy | 1.9
31/06/2026 | Team E | Send the annual return | 1.10
Dec 2025 (extended to Feb 2026) | Team E | Clear the backlog | 1.11
ASAP | Team F | Mend the lift | 1.12
2027 | Team F | Replace the lift | 1.13
Year 2 | Team F | Paint the hall | 1.14
COMPLETE | Team F | Paint the door | 1.15
"""),
        said("w/c means the week that begins on that day."),
    )


DATES_OF_MANY_KINDS = Layout(
    "dates-of-many-kinds",
    "Date, owner, action, ref in this order; fifteen ways of saying when.",
    "Yarrowby delivery plan",
    _dates_of_many_kinds,
    [area("1", "Dates as people write them")],
    """
1.1 | 1 | Open the new desk | w/c 12 January 2026 | 2026-01-16 or 2026-01-18 or 2026-01-12 | Team A | -
1.2 | 1 | Close the old desk | End Q4 25/26 | 2026-03-31 | Team A | -
1.3 | 1 | Run a holiday club | Feb half-term 2026 | 2026-02-28 or 2026-02-20 or 2026-02-22 | Team B | -
1.4 | 1 | Run it again | Sept-26 | 2026-09-30 | Team B | -
1.5 | 1 | Pay the last grant | 31st of March, 2026 | 2026-03-31 | Team C | -
1.6 | 1 | Report on the grants | 30.04.26 | 2026-04-30 | Team C | -
1.7 | 1 | Move the archive | by the end of the 2026 summer term | 2026-07-31 or 2026-08-31 | Team D | -
1.8 | 1 | Sort the archive | Jan – Mar 2026 | 2026-03-31 | Team D | -
1.9 | 1 | Keep the archive tidy | Ongoing – review July 2026 | - or 2026-07-31 | Team D | -
1.10 | 1 | Send the annual return | 31/06/2026 | 2026-06-30 | Team E | -
1.11 | 1 | Clear the backlog | Dec 2025 (extended to Feb 2026) | 2026-02-28 | Team E | -
1.12 | 1 | Mend the lift | ASAP | - | Team F | -
1.13 | 1 | Replace the lift | 2027 | 2027-12-31 | Team F | -
1.14 | 1 | Paint the hall | Year 2 | - | Team F | -
1.15 | 1 | Paint the door | COMPLETE | - | Team F | ?
""",
)


def _dates_in_two_languages(path: Path) -> None:
    write(
        path,
        title("Cynllun Gwella / Improvement Plan: Glan Alaw"),
        heading("Priority 1: Panels"),
        grid("""
Ref | Action | Lead | Erbyn pryd / By when | Status
1.1 | Agree who sits on the panel | Gwen Parri | Mawrth 2025 / March 2025 | On track
1.2 | Hold the first panel | Gwen Parri | 30 Ebrill 2025 / 30 April 2025 | On track
1.3 | Visit the two resource bases | Iolo Wynne | May 2025 and September | On track
1.4 | Tell the board twice | Iolo Wynne | December 2025 and March | On track
1.5 | Publish the list, then the report | Gwen Parri | 30 June 2025 / 15 July 2025 | On track
"""),
    )


DATES_IN_TWO_LANGUAGES = Layout(
    "dates-in-two-languages",
    "Deadlines in Welsh and English with a stroke between, and two of which only the first has its year.",
    "Cynllun Gwella / Improvement Plan: Glan Alaw",
    _dates_in_two_languages,
    [area("1", "Panels")],
    """
1.1 | 1 | Agree who sits on the panel | Mawrth 2025 / March 2025 | 2025-03-31 | Gwen Parri | on_course
1.2 | 1 | Hold the first panel | 30 Ebrill 2025 / 30 April 2025 | 2025-04-30 | Gwen Parri | on_course
1.3 | 1 | Visit the two resource bases | May 2025 and September | 2025-09-30 | Iolo Wynne | on_course
1.4 | 1 | Tell the board twice | December 2025 and March | 2026-03-31 | Iolo Wynne | on_course
1.5 | 1 | Publish the list, then the report | 30 June 2025 / 15 July 2025 | 2025-07-15 | Gwen Parri |\
    on_course
""",
)

LAYOUTS = (
    ORIGINAL_AND_REVISED,
    TABLES_INSIDE_CELLS,
    QUESTIONS_UNDER_THE_HEADINGS,
    DATES_OF_MANY_KINDS,
    DATES_IN_TWO_LANGUAGES,
)
