"""Cells merged down and across: objectives beside banners, two rows of headings, areas side by side."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area, steps
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _objective_is_the_area(path: Path) -> None:
    write(
        path,
        title("Saltmarsh Virtual School: what we will do this year"),
        said("As at 1 December 2025"),
        grid("""
Objective | What are we going to do? | How? | Who? | When? | RAG
Every child has a plan that is read{down} | Meet each designated teacher | One hour each, in school |\
    Virtual head | Feb 2026 | G{green}
^ | Look at one plan in five | Read it with the teacher | Advisers | Each term | A{amber}
Children stay in one school{down} | Warn of moves six weeks before | A form from social workers |\
    Head of Fostering | Jan 2026 | R{red}
^ | Pay taxis for a term after a move | From the transport fund | Transport team | April 2026 | G{green}
^ | Count moves in the middle of a year | | Data officer | 31 July 2026 | Not due{white}
"""),
    )


OBJECTIVE_IS_THE_AREA = Layout(
    "objective-is-the-area",
    "No area but an objective merged down beside its actions; no refs; a column How? beside the action.",
    "Saltmarsh Virtual School: what we will do this year",
    _objective_is_the_area,
    [area("1", "Every child has a plan that is read"), area("2", "Children stay in one school")],
    """
1.1 | 1 | Meet each designated teacher | Feb 2026 | 2026-02-28 | Virtual head | on_course
1.2 | 1 | Look at one plan in five | Each term | - | Advisers | at_risk
2.1 | 2 | Warn of moves six weeks before | Jan 2026 | 2026-01-31 | Head of Fostering | off_course
2.2 | 2 | Pay taxis for a term after a move | April 2026 | 2026-04-30 | Transport team | on_course
2.3 | 2 | Count moves in the middle of a year | 31 July 2026 | 2026-07-31 | Data officer | ?
""",
    more={ref: {"ref_free": True} for ref in ("1.1", "1.2", "2.1", "2.2", "2.3")},
    milestones_complete=False,
)


def _objectives_beside_banners(path: Path) -> None:
    write(
        path,
        heading("Grimsay Bridge Children's Improvement Plan"),
        grid("""
Priority Two – Help comes early{7,navy}
Lead: Assistant Director, Early Help{7,navy}
Objective | No. | Action | Owner | Timescale | Impact | RAG
Families tell their story once{down} | 2.1 | Use one assessment | Jocelyn Firth{down} | May 2026 |\
    Fewer repeat questions | {green}
^ | 2.2 | Give each family a copy | ^ | May 2026 | | {amber}
Fathers are asked too | 2.3 | Ring fathers who live elsewhere | Team managers | 1/6/26 | | {red}
Priority Three – Plans make a difference{7,navy}
Lead: Principal Social Worker{7,navy}
Children stay safe at home{down} | 3.1 | Look at each plan after six weeks | Chairs | Now | | {blue}
^ | 3.2 | End plans that changed nothing | Chairs | Sept 2026 | | {red}
"""),
        said("Blue complete, Green on target, Amber at risk of delay, Red missed"),
    )


OBJECTIVES_BESIDE_BANNERS = Layout(
    "objectives-beside-banners",
    "Banner rows above the heading row and below, each with a banner of its lead; objective and "
    "owner merged down.",
    "Grimsay Bridge Children's Improvement Plan",
    _objectives_beside_banners,
    [
        area("2", "Help comes early", "Assistant Director, Early Help"),
        area("3", "Plans make a difference", "Principal Social Worker"),
    ],
    """
2.1 | 2 | Use one assessment | May 2026 | 2026-05-31 | Jocelyn Firth | on_course
2.2 | 2 | Give each family a copy | May 2026 | 2026-05-31 | Jocelyn Firth | at_risk
2.3 | 2 | Ring fathers who live elsewhere | 1/6/26 | 2026-06-01 | Team managers | off_course
3.1 | 3 | Look at each plan after six weeks | Now | - | Chairs | complete
3.2 | 3 | End plans that changed nothing | Sept 2026 | 2026-09-30 | Chairs | off_course
""",
)


def _headings_over_two_rows(path: Path) -> None:
    write(
        path,
        title("Corvedale Joint Improvement Plan"),
        heading("Priority 1 - Speech and language"),
        grid(
            """
Ref{down} | Action{down} | Responsibility{2} | Timescale{2} | Progress{2}
^ | ^ | Lead | Support | Start | End | RAG | Commentary
1.1 | Train one helper in each nursery | Bronwen Hale | Nurseries | Sep 25 | Dec 25 | G{green} | 31 of 40
1.2 | Write a guide for parents | Bronwen Hale | Forum | Oct 25 | Mar 26 | A{amber} | Awaiting pictures
""",
            head=2,
        ),
        heading("Priority 2 - Autism"),
        grid(
            """
Ref{down} | Action{down} | Responsibility{2} | Timescale{2} | Progress{2}
^ | ^ | Lead | Support | Start | End | RAG | Commentary
2.1 | Open a clinic in the south | Sorrel Pike | Trust | Jan 26 | Jun 26 | R{red} | No room yet
""",
            head=2,
        ),
    )


HEADINGS_OVER_TWO_ROWS = Layout(
    "headings-over-two-rows",
    "Responsibility over Lead and Support, Timescale over Start and End, Progress over RAG and Commentary.",
    "Corvedale Joint Improvement Plan",
    _headings_over_two_rows,
    [area("1", "Speech and language"), area("2", "Autism")],
    """
1.1 | 1 | Train one helper in each nursery | Dec 25 | 2025-12-31 | Bronwen Hale | on_course
1.2 | 1 | Write a guide for parents | Mar 26 | 2026-03-31 | Bronwen Hale | at_risk
2.1 | 2 | Open a clinic in the south | Jun 26 | 2026-06-30 | Sorrel Pike | off_course
""",
    more={
        "1.1": {"owners_any": [["Bronwen Hale", "Nurseries"]]},
        "1.2": {"owners_any": [["Bronwen Hale", "Forum"]]},
        "2.1": {"owners_any": [["Sorrel Pike", "Trust"]]},
    },
)


def _areas_side_by_side(path: Path) -> None:
    write(
        path,
        heading("Pennyfold SEND Recovery Plan 2026"),
        grid(
            """
Priority 1 | Priority 2 | Priority 3
Waiting well | Plans that help | Ready for work
Weakness: nobody tells families how long it takes | Weakness: plans are copied |\
    Weakness: too few go into work
Lead: Cleo Barrow | Lead: Amos Finlay / Ruth Dyer | Lead: Vacant
""",
            head=1,
            fill="sky",
        ),
        heading("The detail", 2),
        grid("""
Ref | Action | Owner | Jan–Mar 26 | Apr–Jun 26 | Jul–Sep 26
1.1 | Publish how long each service takes | Cleo Barrow | Figures gathered{blue} | On the website{green} |
1.2 | Offer advice while families wait | Therapists | | Leaflets{amber} | Evening calls
2.1 | Stop the use of standard sentences | Amos Finlay | New form{green} | All plans from June |
3.1 | Find twenty employers | Economy team | Ten found{red} | | Twenty found
"""),
        heading("Who is on the programme board", 2),
        grid("""
Name | Organisation | Role
Cleo Barrow | Council | Chair
Amos Finlay | Integrated care board | Vice-chair
"""),
    )


AREAS_SIDE_BY_SIDE = Layout(
    "areas-side-by-side",
    "Three areas side by side in one table (number, title, weakness, lead in rows); one plan table "
    "with quarters.",
    "Pennyfold SEND Recovery Plan 2026",
    _areas_side_by_side,
    [
        area("1", "Waiting well", "Cleo Barrow"),
        area("2", "Plans that help", "Amos Finlay", "Ruth Dyer"),
        area("3", "Ready for work"),
    ],
    """
1.1 | 1 | Publish how long each service takes | - | - | Cleo Barrow | ?
1.2 | 1 | Offer advice while families wait | - | - | Therapists | ?
2.1 | 2 | Stop the use of standard sentences | - | - | Amos Finlay | ?
3.1 | 3 | Find twenty employers | - | - | Economy team | ?
""",
    more={
        "1.1": steps("Figures gathered → 2026-03-31", "On the website → 2026-06-30"),
        "1.2": steps("Leaflets → 2026-06-30", "Evening calls → 2026-09-30"),
        "2.1": steps("New form → 2026-03-31", "All plans from June → 2026-06-30"),
        "3.1": steps("Ten found → 2026-03-31", "Twenty found → 2026-09-30"),
    },
)


def _term_bands(path: Path) -> None:
    write(
        path,
        title("Hollinbrook College improvement plan"),
        heading("Area A: Transitions"),
        said("Area lead: Dean of Students"),
        grid(
            """
Outcome{down} | Action{down} | Led by{down} | Milestones{3} | Evidence{down}
^ | ^ | ^ | Autumn term 2025 | Spring term 2026 | Summer term 2026 | ^
Nobody starts alone | Pair each new student with an older one | Year leads | Pairs made |\
    Pairs asked how it goes | New pairs | List of pairs
Staff know who is coming | Visit each school in spring | Learning support | | 12 visits | |
""",
            head=2,
        ),
        heading("Area B: Exams"),
        said("Area lead: Exams officer"),
        grid(
            """
Outcome{down} | Action{down} | Led by{down} | Milestones{3} | Evidence{down}
^ | ^ | ^ | Autumn term 2025 | Spring term 2026 | Summer term 2026 | ^
Nobody sits an exam without help | Test everyone who may need more time | Assessor | 80 tested |\
    All tested | | Forms
""",
            head=2,
        ),
    )


TERM_BANDS = Layout(
    "term-bands-without-refs",
    "Area A, B; Milestones over three terms; no refs, no dates but the terms; outcome before the action.",
    "Hollinbrook College improvement plan",
    _term_bands,
    [area("A", "Transitions", "Dean of Students"), area("B", "Exams", "Exams officer")],
    """
A.1 | A | Pair each new student with an older one | - | - | Year leads | -
A.2 | A | Visit each school in spring | - | - | Learning support | -
B.1 | B | Test everyone who may need more time | - | - | Assessor | -
""",
    more={
        "A.1": {"ref_free": True}
        | steps(
            "Pairs made → 2025-12-31",
            "Pairs asked how it goes",
            "New pairs",
        ),
        "A.2": {"ref_free": True} | steps("12 visits"),
        "B.1": {"ref_free": True} | steps("80 tested → 2025-12-31", "All tested"),
    },
)

LAYOUTS = (
    OBJECTIVE_IS_THE_AREA,
    OBJECTIVES_BESIDE_BANNERS,
    HEADINGS_OVER_TWO_ROWS,
    AREAS_SIDE_BY_SIDE,
    TERM_BANDS,
)
