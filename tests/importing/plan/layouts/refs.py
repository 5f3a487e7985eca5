"""Refs where people put them: before a title in one cell, in brackets, counted by Word, or before a colon."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _focus_areas(path: Path) -> None:
    write(
        path,
        title("Willowmere Local Area Written Statement of Action"),
        heading("Significant weakness 1: Joint commissioning is weak", 2),
        grid("""
FOCUS AREA | LEAD | ACTIONS | COMPLETION DATE | PROGRESS
FOCUS AREA 1.1 Build one picture of need | Thea Marlow (WCC/ICB) |\
    Share data each month⏎Draw one map of need |\
    30/04/2025 | AMBER{amber}
FOCUS AREA 1.2 Write one commissioning plan | Thea Marlow⏎(WCC) | | 31/07/2025 | RED{red}
FOCUS AREA 1.3 Spend the joint fund on what the plan says | Gideon Sharp (ICB) |\
    Agree how the fund is governed | TBC | PINK{pink}
"""),
        heading("Significant weakness 2: Families are not told what there is", 2),
        grid("""
FOCUS AREA | LEAD | ACTIONS | COMPLETION DATE | PROGRESS
FOCUS AREA 2.1 Make the Local Offer easy to find | Rory Penhale |\
    Put a link on every letter | In place since Sept 2024 | BLUE{blue}
FOCUS AREA 2.2 Answer within two days | Rory Penhale, Thea Marlow | | Spring 2025 | GREEN{green}
"""),
        said("RED = delayed; AMBER = in progress; GREEN = on track; BLUE = completed; PINK = to be started"),
    )


FOCUS_AREAS = Layout(
    "focus-areas",
    "Ref and title share the first cell (“FOCUS AREA 1.1 …”), some actions have nothing in the "
    "column of actions.",
    "Willowmere Local Area Written Statement of Action",
    _focus_areas,
    [area("1", "Joint commissioning is weak"), area("2", "Families are not told what there is")],
    """
1.1 | 1 | Build one picture of need // Share data each month | 30/04/2025 | 2025-04-30 |\
    Thea Marlow (WCC/ICB) | at_risk ~ amber, in progress
1.2 | 1 | Write one commissioning plan | 31/07/2025 | 2025-07-31 | Thea Marlow (WCC) | off_course
1.3 | 1 | Spend the joint fund on what the plan says // Agree how the fund is governed | TBC | - |\
    Gideon Sharp (ICB) | not_started
2.1 | 2 | Make the Local Offer easy to find // Put a link on every letter | In place since Sept 2024 |\
    2024-09-30 or - | Rory Penhale | complete
2.2 | 2 | Answer within two days | Spring 2025 | 2025-03-31 or 2025-04-30 or 2025-05-31 |\
    Rory Penhale; Thea Marlow | on_course
""",
    more={
        "1.2": {"owners_any": [["Thea Marlow"]]},
    },
    spare=(
        "Significant weakness 1: Joint commissioning is weak",
        "Significant weakness 2: Families are not told what there is",
    ),
    milestones_complete=False,  # the lines of an action may be kept as steps
)


def _brackets_before_the_action(path: Path) -> None:
    write(
        path,
        heading("Rookhaven: delivering our SEND promises"),
        heading("Promise 1. You will be heard", 2),
        grid("""
What we will do | Who will do it | By when | How will we know?
(1a) Hold a listening day in each town | Calista Roe | End of November 2025 | 200 people come
(1b) Print what was said and what we did about it | Calista Roe and Forum | January 2026 |\
    Sent to all who came
"""),
        heading("Promise 2. You will not wait in the dark", 2),
        grid("""
What we will do | Who will do it | By when | How will we know?
(2a) Tell each family where they stand in the queue | Thorne Abbott (Trust) | 28 Feb 2026 | Letters go out
(2b) Ring anyone who has waited a year | Thorne Abbott⏎ | 28 Feb 2026 | Calls are logged
"""),
        heading("Our other promises", 2),
        said("Promises 3 and 4 are kept by the schools themselves and have no actions here."),
    )


BRACKETS_BEFORE_THE_ACTION = Layout(
    "brackets-before-the-action",
    "Refs “(1a)” in brackets at the head of the action; areas “Promise 1. …”; no status.",
    "Rookhaven: delivering our SEND promises",
    _brackets_before_the_action,
    [area("1", "You will be heard"), area("2", "You will not wait in the dark")],
    """
1a | 1 | Hold a listening day in each town | End of November 2025 | 2025-11-30 | Calista Roe | -
1b | 1 | Print what was said and what we did about it | January 2026 | 2026-01-31 | Calista Roe; Forum | -
2a | 2 | Tell each family where they stand in the queue | 28 Feb 2026 | 2026-02-28 | Thorne Abbott (Trust) | -
2b | 2 | Ring anyone who has waited a year | 28 Feb 2026 | 2026-02-28 | Thorne Abbott | -
""",
    more={ref: {"refs": [f"({ref})", f"{ref[0]}.{ref[1]}"]} for ref in ("1a", "1b", "2a", "2b")},
    spare=("Promise 1. You will be heard", "Promise 2. You will not wait in the dark"),
)


def _recommendations_merged_down(path: Path) -> None:
    write(
        path,
        title("Action plan: learning from the review of Child F (a made-up review)"),
        said("The panel made three recommendations. This plan is looked at every quarter."),
        grid("""
Recommendation | Action | Agency | Lead | Date | RAG
R1: Records of home visits say what the child said{down} | Change the form | Council | Noor Vance |\
    31/01/2026 | Green{green}
^ | Train all who use it | Council⏎Trust | Noor Vance⏎Edwin Kell | 30/04/2026 | Amber{amber}
R2: Agencies meet within five days{down} | Set up a rota of chairs | Partnership | Lottie Ames | Done |\
    Blue{blue}
^ | Count meetings held in time | Partnership | Lottie Ames | Monthly | Green{green}
^ | Report to the Partnership | Partnership | Lottie Ames | March 2026 | Red{red}
R3: Families get the report first | Hand it over in person | Partnership | Independent chair |\
    15 December 2025 | Green{green}
"""),
        heading("Glossary"),
        grid("RAG | How sure we are\nChild F | Not a real name", head=0),
    )


RECOMMENDATIONS_MERGED_DOWN = Layout(
    "recommendations-merged-down",
    "“R1: …” merged down over its actions, which have no refs; agency and lead in two columns line by line.",
    "Action plan: learning from the review of Child F (a made-up review)",
    _recommendations_merged_down,
    [
        area("1", "Records of home visits say what the child said"),
        area("2", "Agencies meet within five days"),
        area("3", "Families get the report first"),
    ],
    """
1.1 | 1 | Change the form | 31/01/2026 | 2026-01-31 | Noor Vance | on_course
1.2 | 1 | Train all who use it | 30/04/2026 | 2026-04-30 | Noor Vance; Edwin Kell | at_risk
2.1 | 2 | Set up a rota of chairs | Done | - | Lottie Ames | complete
2.2 | 2 | Count meetings held in time | Monthly | - | Lottie Ames | on_course
2.3 | 2 | Report to the Partnership | March 2026 | 2026-03-31 | Lottie Ames | off_course
3.1 | 3 | Hand it over in person | 15 December 2025 | 2025-12-15 | Independent chair | on_course
""",
    more={
        ref: {
            "ref_free": True,
            "owners_any": [[*people, agency] for agency in agencies] + [[*people, *agencies]],
        }
        for ref, people, agencies in (
            ("1.1", ["Noor Vance"], ["Council"]),
            ("1.2", ["Noor Vance", "Edwin Kell"], ["Council", "Trust"]),
            ("2.1", ["Lottie Ames"], ["Partnership"]),
            ("2.2", ["Lottie Ames"], ["Partnership"]),
            ("2.3", ["Lottie Ames"], ["Partnership"]),
            ("3.1", ["Independent chair"], ["Partnership"]),
        )
    },
)


def _ref_above_its_title(path: Path) -> None:
    write(
        path,
        heading("Cinderford Moor CQC improvement plan"),
        heading("Must do", 2),
        grid("""
Reference | What must change | What we will do | Executive lead | Action owner | Due date | BRAG
MD1⏎Regulation 12 | Medicines are not always locked away | Fit locks on nine wards | Chief Nurse |\
    Ward managers | 30.11.25 | B{blue}
MD2⏎Regulation 17 | Audits are not followed up | Keep one list of what audits ask for |\
    Director of Governance |\
    Sunniva Platt | 31.12.25 | A{amber}
"""),
        heading("Should do", 2),
        grid("""
Reference | What must change | What we will do | Executive lead | Action owner | Due date | BRAG
SD1⏎Caring | Families are not always told who to ask | Put a board with names on each ward | Chief Nurse |\
    Ward managers | 31.01.26 | G{green}
SD2⏎Responsive | Meals come late | | Chief Operating Officer | Kitchen lead | 28.02.26 | R{red}
"""),
        grid(
            """
B | Blue | Complete and checked
G | Green | Complete, to be checked
A | Amber | On track
R | Red | Off track
""",
            head=0,
        ),
    )


REF_ABOVE_ITS_TITLE = Layout(
    "ref-above-its-title",
    "Must do and should do, MD1 over a regulation in one cell; executive lead and owner; here Amber "
    "is on track.",
    "Cinderford Moor CQC improvement plan",
    _ref_above_its_title,
    [area("1", "Must do"), area("2", "Should do")],
    """
MD1 | 1 | Fit locks on nine wards | 30.11.25 | 2025-11-30 | Ward managers | complete
MD2 | 1 | Keep one list of what audits ask for | 31.12.25 | 2025-12-31 | Sunniva Platt | on_course
SD1 | 2 | Put a board with names on each ward | 31.01.26 | 2026-01-31 | Ward managers | complete
SD2 | 2 | Meals come late | 28.02.26 | 2026-02-28 | Kitchen lead | off_course
""",
    more={
        "MD1": {"owners_any": [["Chief Nurse", "Ward managers"]]},
        "MD2": {"owners_any": [["Director of Governance", "Sunniva Platt"]]},
        # Complete but not checked yet: some would call that on course.
        "SD1": {"owners_any": [["Chief Nurse", "Ward managers"]], "status_free": True},
        "SD2": {"owners_any": [["Chief Operating Officer", "Kitchen lead"]]},
    },
)


def _numbers_counted_by_word(path: Path) -> None:
    write(
        path,
        title("Elmstead Cross inclusion action plan"),
        grid("""
No | Action | Lead | Timescale | Status
# | Agree a policy on part-time timetables | Head of Inclusion | October half term 2025 | Complete
# | Visit the five schools with the most exclusions | Inclusion officers | By Christmas 2025 | On track
# | Report to head teachers | Head of Inclusion | 2nd February 2026 | Not started
"""),
        said("Status is one of Complete, On track, Delayed or Not started."),
    )


NUMBERS_COUNTED_BY_WORD = Layout(
    "numbers-counted-by-word",
    "No area at all; the refs are numbers that Word counts, so that they stand nowhere as text; "
    "status in words.",
    "Elmstead Cross inclusion action plan",
    _numbers_counted_by_word,
    [],
    """
1 | - | Agree a policy on part-time timetables | October half term 2025 | 2025-10-31 or 2025-10-24 or - |\
    Head of Inclusion | complete
2 | - | Visit the five schools with the most exclusions | By Christmas 2025 | 2025-12-25 or 2025-12-31 |\
    Inclusion officers | on_course
3 | - | Report to head teachers | 2nd February 2026 | 2026-02-02 | Head of Inclusion | not_started
""",
    more={ref: {"refs": [f"1.{ref}"]} for ref in "123"},
)

LAYOUTS = (
    FOCUS_AREAS,
    BRACKETS_BEFORE_THE_ACTION,
    RECOMMENDATIONS_MERGED_DOWN,
    REF_ABOVE_ITS_TITLE,
    NUMBERS_COUNTED_BY_WORD,
)
