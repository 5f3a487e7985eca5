"""Plans broken over pages: pieces with and without headings, page numbers and “continued” between them."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _pieces_without_headings(path: Path) -> None:
    write(
        path,
        title("Marram Coast Accelerated Progress Plan"),
        heading("Area of weakness 1: Plans are late"),
        grid("""
Ref | Action | Lead | Due | Status | Progress
1.1 | Hire four officers for a year | Hugo Tench | 30 Sept 2025 | Complete | All have begun
1.2 | Give each officer no more than ninety children, | Hugo Tench | 31 Dec 2025 | On track | Eighty-eight on
"""),
        said("Page 4 of 9"),
        grid(
            """
 | counted at the end of each month | | | | average
1.3 | Ask families if the plan is right before it is final | Lorna Pask | Jan 2026 | Not on track |
""",
            head=0,
        ),
        said("Page 5 of 9"),
        said("Area of weakness 1 continued"),
        grid(
            """
1.4 | Publish how many plans were in time | Performance team | Monthly | On track | Published on the fifth
""",
            head=0,
        ),
        heading("Area of weakness 2: Health advice is thin"),
        grid("""
Ref | Action | Lead | Due | Status | Progress
2.1 | Write a model of good advice | Dr Wilf Arden | 1 Dec 2025 | Complete |
"""),
        said("Page 6 of 9"),
        grid(
            """
2.2 | Read ten pieces of advice each month | Dr Wilf Arden | From Jan 2026 | Not started |
""",
            head=0,
        ),
    )


PIECES_WITHOUT_HEADINGS = Layout(
    "pieces-without-headings",
    "The table goes on over pages without its heading row, once in the middle of an action, twice "
    "with a new one.",
    "Marram Coast Accelerated Progress Plan",
    _pieces_without_headings,
    [area("1", "Plans are late"), area("2", "Health advice is thin")],
    """
1.1 | 1 | Hire four officers for a year | 30 Sept 2025 | 2025-09-30 | Hugo Tench | complete
1.2 | 1 | Give each officer no more than ninety children, counted at the end of each month | 31 Dec 2025 |\
    2025-12-31 | Hugo Tench | on_course
1.3 | 1 | Ask families if the plan is right before it is final | Jan 2026 | 2026-01-31 | Lorna Pask |\
    off_course
1.4 | 1 | Publish how many plans were in time | Monthly | - | Performance team | on_course
2.1 | 2 | Write a model of good advice | 1 Dec 2025 | 2025-12-01 | Dr Wilf Arden | complete
2.2 | 2 | Read ten pieces of advice each month | From Jan 2026 | - or 2026-01-31 | Dr Wilf Arden | not_started
""",
    spare=("Page 4 of 9", "Page 5 of 9", "Page 6 of 9", "Area of weakness 1 continued"),
)


def _area_again_on_each_page(path: Path) -> None:
    write(
        path,
        heading("Brindle Heath SEND and Inclusion Plan"),
        said("1"),
        heading("Priority 1: Early years", 2),
        grid("""
No. | Action | Timescale | Who | RAG
1 | Send each nursery a visitor | Oct-25 | Early years team | {green}
2 | Lend toys that speak | Nov-25 | Toy library | {amber}
"""),
        said("2"),
        heading("Priority 1: Early years (continued)", 2),
        grid("""
No. | Action | Timescale | Who | RAG
3 | Pay for a place where a child needs two adults | Jan-26 | Finance | {red}
"""),
        said("3"),
        heading("Priority 2: Leaving school", 2),
        grid("""
No. | Action | Timescale | Who | RAG
1 | Show each pupil three places to work | Mar-26 | Careers team | {green}
"""),
        said("4"),
        heading("Priority 2: Leaving school (cont'd)", 2),
        grid("""
No. | Action | Timescale | Who | RAG
2 | Travel with each pupil for a week | Sep-26 | Travel trainers | {amber}
"""),
        said("5"),
    )


AREA_AGAIN_ON_EACH_PAGE = Layout(
    "area-again-on-each-page",
    "The area's heading comes again on each page with “(continued)”, “(cont'd)”; numbers start "
    "again in each area.",
    "Brindle Heath SEND and Inclusion Plan",
    _area_again_on_each_page,
    [area("1", "Early years"), area("2", "Leaving school")],
    """
1.1 | 1 | Send each nursery a visitor | Oct-25 | 2025-10-31 | Early years team | on_course
1.2 | 1 | Lend toys that speak | Nov-25 | 2025-11-30 | Toy library | at_risk
1.3 | 1 | Pay for a place where a child needs two adults | Jan-26 | 2026-01-31 | Finance | off_course
2.1 | 2 | Show each pupil three places to work | Mar-26 | 2026-03-31 | Careers team | on_course
2.2 | 2 | Travel with each pupil for a week | Sep-26 | 2026-09-30 | Travel trainers | at_risk
""",
    more={"1.3": {"refs": ["3"]}},
    spare=("Priority 1: Early years (continued)", "Priority 2: Leaving school (cont'd)"),
)


def _rows_like_headings(path: Path) -> None:
    write(
        path,
        title("Gorsehill Trust quality improvement plan"),
        heading("Theme 1: Safe staffing"),
        grid("""
Ref | Action | Owner | Target date | Progress | Milestones
1.1 | Action: we will fill twelve posts by asking staff what would keep them | HR | 31/12/2025 | • |\
    • Advert out⏎• Interviews held
Priority for the winter is to keep wards open at night, whatever else has to wait{6}
1.2 | Lead nurses meet at eight each morning to move staff where they are needed | Lead nurses | In place |\
    Status: holds since October | •
1.3 | By when each ward needs help is shown on one screen | IT | 30/01/2026 | – | -
"""),
        heading("Theme 2: Listening"),
        grid("""
Ref | Action | Owner | Target date | Progress | Milestones
2.1 | Progress on complaints is told to each family every ten days | Complaints team | 28/11/2025 |\
    RAG will be set in January |
2.2 | Owner of each complaint is named on the first day | Complaints team | 28/11/2025 | • Done⏎• | n/a
"""),
    )


ROWS_LIKE_HEADINGS = Layout(
    "rows-like-headings",
    "Prose that begins like a heading (“Action: we will…”, “By when each ward…”), lone bullets, a "
    "sentence right across.",
    "Gorsehill Trust quality improvement plan",
    _rows_like_headings,
    [area("1", "Safe staffing"), area("2", "Listening")],
    """
1.1 | 1 | we will fill twelve posts by asking staff what would keep them | 31/12/2025 | 2025-12-31 | HR | -
1.2 | 1 | Lead nurses meet at eight each morning to move staff where they are needed | In place | - |\
    Lead nurses | ?
1.3 | 1 | By when each ward needs help is shown on one screen | 30/01/2026 | 2026-01-30 | IT | -
2.1 | 2 | Progress on complaints is told to each family every ten days | 28/11/2025 | 2025-11-28 |\
    Complaints team | -
2.2 | 2 | Owner of each complaint is named on the first day | 28/11/2025 | 2025-11-28 | Complaints team | ?
""",
    more={"1.1": {"milestones": [{"text": "Advert out"}, {"text": "Interviews held"}]}},
)

LAYOUTS = (PIECES_WITHOUT_HEADINGS, AREA_AGAIN_ON_EACH_PAGE, ROWS_LIKE_HEADINGS)
