"""Actions as forms: labels and values in two or four columns, one table each or several in one."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _four_columns(path: Path) -> None:
    write(
        path,
        title("Netherfold Priority Action Plan"),
        grid(
            """
Local area | Netherfold | Date of inspection | 6 to 10 October 2025
Lead partner | Netherfold Council | Next review | May 2026
""",
            head=0,
        ),
        heading("Priority 1: One door for families"),
        heading("Action 1.1", 2),
        grid(
            """
Action{bold} | Open one phone number for all questions{3}
Lead{bold} | Tamsin Gale | By when{bold} | 30 January 2026
RAG{bold} | Green{green} | Success measure{bold} | Nine calls in ten are answered
Update{bold} | The number is bought.{3}
""",
            head=0,
        ),
        heading("Action 1.2", 2),
        grid(
            """
Action{bold} | Train twelve people to answer{3}
Lead{bold} | Tamsin Gale and Otis Rowe | By when{bold} | 27 February 2026
RAG{bold} | Amber{amber} | Success measure{bold} | Calls are not passed on
Update{bold} | Seven are found.{3}
""",
            head=0,
        ),
        heading("Priority 2: Fair panels"),
        heading("Action 2.1", 2),
        grid(
            """
Action{bold} | Let a parent sit on each panel{3}
Lead{bold} | Otis Rowe | By when{bold} | To be agreed
RAG{bold} | Red{red} | Success measure{bold} |
Update{bold} | {3}
""",
            head=0,
        ),
    )


FOUR_COLUMNS = Layout(
    "forms-in-four-columns",
    "A form an action, label and value twice in a row, “Action 1.1” as a heading above each; a form "
    "of facts before.",
    "Netherfold Priority Action Plan",
    _four_columns,
    [area("1", "One door for families"), area("2", "Fair panels")],
    """
1.1 | 1 | Open one phone number for all questions | 30 January 2026 | 2026-01-30 | Tamsin Gale | on_course
1.2 | 1 | Train twelve people to answer | 27 February 2026 | 2026-02-27 | Tamsin Gale; Otis Rowe | at_risk
2.1 | 2 | Let a parent sit on each panel | To be agreed | - | Otis Rowe | off_course
""",
)


def _several_in_one_table(path: Path) -> None:
    write(
        path,
        heading("Fallowdene Autism Strategy: delivery"),
        heading("Aim 1: A diagnosis within a year", 2),
        grid(
            """
Action 1{2,grey}
What | Hire two psychologists
Who | Wren Lacey, Trust
When | Spring 2026
Status | On track
 |
Action 2{2,grey}
What | Share the waiting list with schools
Who | Rafe Dunmore
When | 12/12/2025
Status | Complete
""",
            head=0,
        ),
        heading("Aim 2: Help before a diagnosis", 2),
        grid(
            """
Action 3{2,grey}
What | Run a course for parents each term⏎Ask parents what to teach
Who | Forum
When | Each term
Status | Delayed
""",
            head=0,
        ),
    )


SEVERAL_IN_ONE_TABLE = Layout(
    "several-forms-in-one-table",
    "Forms one under another in one table, each below a grey row “Action 2”; numbers run on through "
    "the areas.",
    "Fallowdene Autism Strategy: delivery",
    _several_in_one_table,
    [area("1", "A diagnosis within a year"), area("2", "Help before a diagnosis")],
    """
1 | 1 | Hire two psychologists | Spring 2026 | 2026-03-31 or 2026-04-30 or 2026-05-31 |\
    Wren Lacey, Trust | on_course
2 | 1 | Share the waiting list with schools | 12/12/2025 | 2025-12-12 | Rafe Dunmore | complete
3 | 2 | Run a course for parents each term | Each term | - | Forum | off_course
""",
    more={
        "1": {"refs": ["1.1"], "owners_any": [["Wren Lacey", "Trust"], ["Wren Lacey (Trust)"]]},
        "2": {"refs": ["1.2"]},
        "3": {"refs": ["2.1", "2.3"]},
    },
    milestones_complete=False,
)


def _ref_and_title_on_top(path: Path) -> None:
    form = """
{ref}: {what}{{2,navy}}
Responsible | {who}
Support | {help}
Start date | {start}
Completion date | {end}
Steps | {steps}
How will we know? | {know}
BRAG | {brag}
"""
    filled = [
        form.format(
            ref="A1", what="Rebuild the short breaks website", who="Digital team", help="Forum",
            start="Sept 2025", end="Jan 2026", steps="Ask ten families⏎Draw the pages",
            know="Nine in ten find it", brag="B{blue}",
        ),
        form.format(
            ref="A2", what="Pay for short breaks in a week", who="Finance team", help="",
            start="Oct 2025", end="Mar 2026", steps="Change the rules", know="Days to payment",
            brag="A{amber}",
        ),
        form.format(
            ref="B1", what="Find carers for night care", who="Idony Frost", help="Care agencies",
            start="Nov 2025", end="30/06/2026", steps="", know="Thirty carers", brag="R{red}",
        ),
    ]  # fmt: skip
    write(
        path,
        title("Whitlow short breaks improvement plan"),
        heading("Improvement area A – Easy to get"),
        grid(filled[0], head=1),
        said(""),
        grid(filled[1], head=1),
        heading("Improvement area B – Enough of it"),
        grid(filled[2], head=1),
        heading("Sign-off"),
        grid(
            "Name | Signature | Date\nDirector | signed | 1 September 2025\nForum chair | signed |\
            2 September 2025"
        ),
    )


REF_AND_TITLE_ON_TOP = Layout(
    "forms-with-ref-and-title-on-top",
    "A form an action whose first row holds ref and text across (“A1: …”); start and completion; a "
    "sign-off table.",
    "Whitlow short breaks improvement plan",
    _ref_and_title_on_top,
    [area("A", "Easy to get"), area("B", "Enough of it")],
    """
A1 | A | Rebuild the short breaks website | Jan 2026 | 2026-01-31 | Digital team | complete
A2 | A | Pay for short breaks in a week | Mar 2026 | 2026-03-31 | Finance team | at_risk
B1 | B | Find carers for night care | 30/06/2026 | 2026-06-30 | Idony Frost | off_course
""",
    more={
        "A1": {
            "owners_any": [["Digital team", "Forum"]],
            "milestones": [{"text": "Ask ten families"}, {"text": "Draw the pages"}],
        },
        "A2": {"milestones": [{"text": "Change the rules"}]},
        "B1": {"owners_any": [["Idony Frost", "Care agencies"]]},
    },
)

LAYOUTS = (FOUR_COLUMNS, SEVERAL_IN_ONE_TABLE, REF_AND_TITLE_ON_TOP)
