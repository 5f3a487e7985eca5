"""Areas in small tables or rows of their own: cards of labels, a table below, banners, merged columns."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _cards_above(path: Path) -> None:
    write(
        path,
        title("Marchfield Children's Trust Improvement Plan"),
        heading("Where we stand"),
        grid("""
Priority | Number of actions | Red | Amber | Green | Blue
1 | 2 | 0 | 1 | 1 | 0
2 | 1 | 1 | 0 | 0 | 0
Total | 3 | 1 | 1 | 1 | 0
"""),
        heading("Detailed actions"),
        grid(
            """
Priority 1 | Children are seen on time
Priority lead | Rosamund Teal, Head of Assessment
What good looks like | Every child is seen within five days
""",
            head=0,
        ),
        grid("""
Ref | Action | Owner | Deadline | RAG | Progress since the last board
1.1 | Move two teams to the front door | Rosamund Teal | 28/11/2025 | A ↑{amber} | One has moved
1.2 | Show waiting visits on a screen | Data team | 19/12/2025 | G →{green} |
"""),
        grid(
            """
Priority 2 | Workers stay
Priority lead | Caspian Wold
What good looks like | Fewer than one in ten leave each year
""",
            head=0,
        ),
        grid("""
Ref | Action | Owner | Deadline | RAG | Progress since the last board
2.1 | Ask each who leaves why | HR | 31/10/2025 | R ↓{red} | Three of eleven asked
"""),
        heading("Timetable of board meetings"),
        grid("""
Date | Theme | Papers due
12 January 2026 | Front door | 5 January 2026
9 March 2026 | Workforce | 2 March 2026
"""),
    )


CARDS_ABOVE = Layout(
    "cards-above",
    "A table of counts by priority, then a card of labels above each plan table; RAG letters with arrows.",
    "Marchfield Children's Trust Improvement Plan",
    _cards_above,
    [
        area("1", "Children are seen on time", "Rosamund Teal, Head of Assessment"),
        area("2", "Workers stay", "Caspian Wold"),
    ],
    """
1.1 | 1 | Move two teams to the front door | 28/11/2025 | 2025-11-28 | Rosamund Teal | at_risk
1.2 | 1 | Show waiting visits on a screen | 19/12/2025 | 2025-12-19 | Data team | on_course
2.1 | 2 | Ask each who leaves why | 31/10/2025 | 2025-10-31 | HR | off_course
""",
)


def _areas_below(path: Path) -> None:
    write(
        path,
        heading("Seaholme Local Area SEND Plan"),
        said("Status: complete, on track, delayed, to be started."),
        grid("""
Ref | Action | Lead | Target date | Status
1.1 | Write the neighbourhood directory | Libraries | Jan 2026 | Complete
1.2 | Put it into four languages | Libraries | May 2026 | To be started
2.1 | Begin clinics in schools | Dr Peregrine Ash | Feb 2026 | Delayed
2.2 | Share results with teachers | Dr Peregrine Ash, School heads | Mar 2026 | On track
"""),
        heading("The areas of this plan", 2),
        grid("""
Area 1 | Area 2
Families know where to go | Health comes to schools
Area lead: Libraries manager | Area lead: Dr Peregrine Ash
"""),
        heading("Action log of the working group", 2),
        grid("""
Date | Action | Who | Done?
3 November 2025 | Book the hall | Clerk | Yes
10 November 2025 | Send the minutes | Clerk | No
"""),
    )


AREAS_BELOW = Layout(
    "areas-below",
    "One plan table for all; its areas, side by side, come after it; then the log of a working "
    "group's own actions.",
    "Seaholme Local Area SEND Plan",
    _areas_below,
    [
        area("1", "Families know where to go", "Libraries manager"),
        area("2", "Health comes to schools", "Dr Peregrine Ash"),
    ],
    """
1.1 | 1 | Write the neighbourhood directory | Jan 2026 | 2026-01-31 | Libraries | complete
1.2 | 1 | Put it into four languages | May 2026 | 2026-05-31 | Libraries | not_started
2.1 | 2 | Begin clinics in schools | Feb 2026 | 2026-02-28 | Dr Peregrine Ash | off_course
2.2 | 2 | Share results with teachers | Mar 2026 | 2026-03-31 | Dr Peregrine Ash; School heads | on_course
""",
)


def _headings_under_each_banner(path: Path) -> None:
    write(
        path,
        title("Upper Thrale Ofsted action plan"),
        grid("""
RECOMMENDATION 1: The quality of supervision{6,navy}
Ref | What are we going to do? | By whom? | By when? | What will be different? | BRAG
1a | Watch each manager supervise once | Practice lead | 30 Jan 2026 | Better records | B{blue}
1b | Write down what was agreed | Managers | 27 Feb 2026 | Fewer repeats | G{green}
{6}
RECOMMENDATION 2: Timeliness of visits{6,navy}
Ref | What are we going to do? | By whom? | By when? | What will be different? | BRAG
2a | List late visits each Monday | Data team | 5 Jan 2026 | Fewer are late | R{red}
2b | Let workers record by phone | IT | Summer 2026 | | A{amber}
"""),
        grid("B Complete{blue} | G On track{green} | A Behind, in hand{amber} | R Behind{red}", head=0),
    )


HEADINGS_UNDER_EACH_BANNER = Layout(
    "headings-under-each-banner",
    "One table: a banner, the headings, actions, an empty row, the next banner and the headings "
    "again; key in a row.",
    "Upper Thrale Ofsted action plan",
    _headings_under_each_banner,
    [area("1", "The quality of supervision"), area("2", "Timeliness of visits")],
    """
1a | 1 | Watch each manager supervise once | 30 Jan 2026 | 2026-01-30 | Practice lead | complete
1b | 1 | Write down what was agreed | 27 Feb 2026 | 2026-02-27 | Managers | on_course
2a | 2 | List late visits each Monday | 5 Jan 2026 | 2026-01-05 | Data team | off_course
2b | 2 | Let workers record by phone | Summer 2026 | 2026-08-31 or 2026-07-31 | IT | at_risk
""",
    more={ref: {"refs": [f"{ref[0]}.{ref[1]}"]} for ref in ("1a", "1b", "2a", "2b")},
)


def _number_and_title_merged(path: Path) -> None:
    write(
        path,
        heading("Eldermere SEND self-evaluation and plan"),
        heading("What we do well", 2),
        grid("""
Area | Strength | Evidence
Early years | Needs are found early | Audit of May 2025
Schools | Heads work together | Survey of June 2025
"""),
        heading("What we will do better", 2),
        grid("""
Priority no.{down} | Priority{down} | Action no.{down} | Action{down} | Who{down} | Delivery{2}
^ | ^ | ^ | ^ | ^ | When | Status
1{down} | Transport is safe and on time{down} | i | Train all drivers | Fleet manager | Apr 2026 | On track
^ | ^ | ii | Ring families when a bus is late | Fleet manager | Jan 2026 | Complete
2{down} | Money follows the child{down} | i | Publish how top-up is shared | Finance | Mar 2026 | Delayed
^ | ^ | ii | Ask schools to show what it bought | Finance | July 2026 | Not started
""", head=2),
    )  # fmt: skip


NUMBER_AND_TITLE_MERGED = Layout(
    "number-and-title-merged",
    "Number and title of the area in two columns merged down; roman numbers start again; a table of "
    "strengths before.",
    "Eldermere SEND self-evaluation and plan",
    _number_and_title_merged,
    [area("1", "Transport is safe and on time"), area("2", "Money follows the child")],
    """
1.1 | 1 | Train all drivers | Apr 2026 | 2026-04-30 | Fleet manager | on_course
1.2 | 1 | Ring families when a bus is late | Jan 2026 | 2026-01-31 | Fleet manager | complete
2.1 | 2 | Publish how top-up is shared | Mar 2026 | 2026-03-31 | Finance | off_course
2.2 | 2 | Ask schools to show what it bought | July 2026 | 2026-07-31 | Finance | not_started
""",
    more={ref: {"ref_free": True} for ref in ("1.1", "1.2", "2.1", "2.2")},
)

LAYOUTS = (CARDS_ABOVE, AREAS_BELOW, HEADINGS_UNDER_EACH_BANNER, NUMBER_AND_TITLE_MERGED)
