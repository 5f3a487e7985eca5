"""Statuses as letters, words, circles and fills, each with the meaning the document itself gives them."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _letters_with_a_line(path: Path) -> None:
    write(
        path,
        title("Tarnfield Inclusion Improvement Plan"),
        said("Key: R = not started or stopped | A = in progress | G = complete | B = embedded in practice"),
        heading("Priority 1: Attendance"),
        grid("""
Action | Ref | R/A/G/B | Lead | By
Share attendance between schools and the team | 1a | A | Flora Keane | 30 Jan 2026
Meet each family under half attendance | 1b | G | Flora Keane / Schools | 31 Oct 2025
"""),
        heading("Priority 2: Alternative provision"),
        grid("""
Action | Ref | R/A/G/B | Lead | By
Visit each provider twice a year | 2a | B | Quality team | 31 July 2025
Publish a list of providers | 2b | R | Magnus Orr | 27 Feb 2026
"""),
    )


LETTERS_WITH_A_LINE = Layout(
    "letters-with-a-line-of-meanings",
    "Letters explained in one line where green is complete and red is not started; action before ref.",
    "Tarnfield Inclusion Improvement Plan",
    _letters_with_a_line,
    [area("1", "Attendance"), area("2", "Alternative provision")],
    """
1a | 1 | Share attendance between schools and the team | 30 Jan 2026 | 2026-01-30 | Flora Keane |\
    at_risk ~ amber, in progress, on track
1b | 1 | Meet each family under half attendance | 31 Oct 2025 | 2025-10-31 | Flora Keane; Schools | complete
2a | 2 | Visit each provider twice a year | 31 July 2025 | 2025-07-31 | Quality team | complete
2b | 2 | Publish a list of providers | 27 Feb 2026 | 2026-02-27 | Magnus Orr | ?
""",
    more={ref: {"refs": [f"{ref[0]}.{ref[1]}"]} for ref in ("1a", "1b", "2a", "2b")},
)


def _fills_with_a_table(path: Path) -> None:
    write(
        path,
        heading("Lindengate Priority Action Plan"),
        heading("How to read the colours", 2),
        grid("""
Rating | What it means
{sky} | The action is finished and its effect has been seen
{light} | The action will be finished in time
{yellow} | The action is at risk of being late; a way back is agreed
{red} | The action is late or cannot be finished
{white} | The action is not due to begin
"""),
        heading("Priority action 1: Health checks at fourteen", 2),
        grid("""
Ref | What we will do | Responsible | Deadline | Rating | Update
PA1.1 | Give each surgery a list of its patients of fourteen | Elodie Marsh | Nov 2025 | {sky} |\
    Sent in October
PA1.2 | Pay surgeries for each check | ICB finance | Jan 2026 | {yellow} | The budget is not signed
PA1.3 | Ask young people what they thought of it | Youth council | June 2026 | {white} |
"""),
        heading("Priority action 2: Equipment", 2),
        grid("""
Ref | What we will do | Responsible | Deadline | Rating | Update
PA2.1 | Store equipment in two more places | Percy Bell | Dec 2025 | {light} | One lease is signed
PA2.2 | Mend chairs within a week | Percy Bell | Sept 2025 | {red} | It takes nineteen days
"""),
    )


FILLS_WITH_A_TABLE = Layout(
    "fills-with-a-table-of-meanings",
    "Fills without a word, in other shades than usual (light green, yellow, sky, white), explained "
    "in a table.",
    "Lindengate Priority Action Plan",
    _fills_with_a_table,
    [area("1", "Health checks at fourteen"), area("2", "Equipment")],
    """
PA1.1 | 1 | Give each surgery a list of its patients of fourteen | Nov 2025 | 2025-11-30 | Elodie Marsh |\
    complete
PA1.2 | 1 | Pay surgeries for each check | Jan 2026 | 2026-01-31 | ICB finance | at_risk
PA1.3 | 1 | Ask young people what they thought of it | June 2026 | 2026-06-30 | Youth council | ?
PA2.1 | 2 | Store equipment in two more places | Dec 2025 | 2025-12-31 | Percy Bell | on_course
PA2.2 | 2 | Mend chairs within a week | Sept 2025 | 2025-09-30 | Percy Bell | off_course
""",
    more={ref: {"refs": [ref.removeprefix("PA")]} for ref in ("PA1.1", "PA1.2", "PA1.3", "PA2.1", "PA2.2")},
    spare=("Rating", "What it means"),
)


def _ratings_of_two_months(path: Path) -> None:
    write(
        path,
        title("Ravensby Scrutiny Recommendations: progress"),
        grid("""
Rec No | Recommendation of the panel | Executive response | Agreed action | Lead officer | Date |\
    RAG March 2025 | RAG June 2025 | Position at June
1 | That letters be in plain English | Agreed | Rewrite the ten letters most sent | Customer team |\
    May 2025 | Amber{amber} | Green{green} | Nine are done
2 | That the panel sees waiting times each quarter | Agreed | Add waiting times to the report |\
    Performance team | Q1 2025/26 | Red{red} | Amber{amber} | Health figures are missing
3 | That a parent sits on the panel | Not agreed | None | Legal | - | | | Closed
"""),
        heading("Panel dates"),
        grid("""
Date | Topic | Lead officer
9 September 2025 | Waiting times | Performance team
2 December 2025 | Final report | Scrutiny officer
"""),
    )


RATINGS_OF_TWO_MONTHS = Layout(
    "ratings-of-two-months",
    "A scrutiny tracker with RAG March and RAG June side by side; the later holds. Panel dates after.",
    "Ravensby Scrutiny Recommendations: progress",
    _ratings_of_two_months,
    [],
    """
1 | - | Rewrite the ten letters most sent | May 2025 | 2025-05-31 | Customer team | on_course
2 | - | Add waiting times to the report | Q1 2025/26 | 2025-06-30 | Performance team | at_risk
3 | - | None // That a parent sits on the panel | - | - | Legal | ?
""",
    more={
        "1": {"refs": ["1.1", "R1"]},
        "2": {"refs": ["1.2", "2.1", "R2"]},
        "3": {"refs": ["1.3", "3.1", "R3"]},
    },
)


def _words_with_more(path: Path) -> None:
    write(
        path,
        heading("Mossbank and Dale Safeguarding Adults action plan"),
        heading("Learning theme 1: Mental capacity", 2),
        grid("""
Ref | Action | Agency | Timescale | Status and comment
1.1 | Write a short guide to assessments | Council | December 2025 | Complete – guide sent to 300 staff
1.2 | Audit forty records | Trust, Police | March 2026 | On track; nineteen done
"""),
        heading("Learning theme 2: Self-neglect", 2),
        grid("""
Ref | Action | Agency | Timescale | Status and comment
2.1 | Begin a monthly meeting on people nobody can reach | Fire service | Oct 2025 |\
    Delayed: no chair was found until November
2.2 | Share the addresses with the hospital | Fire service | Feb 2026 | Not started
2.3 | Tell the coroner what has changed | Board manager | Jan 2026 | Overtaken by events
"""),
    )


WORDS_WITH_MORE = Layout(
    "status-words-with-a-comment",
    "“Learning theme 1: …”; the status is the first word of a cell that goes on with a comment.",
    "Mossbank and Dale Safeguarding Adults action plan",
    _words_with_more,
    [area("1", "Mental capacity"), area("2", "Self-neglect")],
    """
1.1 | 1 | Write a short guide to assessments | December 2025 | 2025-12-31 | Council | complete
1.2 | 1 | Audit forty records | March 2026 | 2026-03-31 | Trust; Police | on_course
2.1 | 2 | Begin a monthly meeting on people nobody can reach | Oct 2025 | 2025-10-31 | Fire service |\
    off_course
2.2 | 2 | Share the addresses with the hospital | Feb 2026 | 2026-02-28 | Fire service | not_started
2.3 | 2 | Tell the coroner what has changed | Jan 2026 | 2026-01-31 | Board manager | ?
""",
    spare=("Learning theme 1: Mental capacity", "Learning theme 2: Self-neglect"),
)


def _key_in_the_heading(path: Path) -> None:
    key = "RAG⏎🔴 no progress⏎🟠 some progress⏎🟢 good progress⏎🔵 finished"
    write(
        path,
        title("Quarrymoor improvement board: our plan on a page"),
        heading("Outcome 1 – Fewer children in hospital"),
        grid(f"""
Milestones | Actions | {key} | Lead | End date | Ref
Beds counted⏎Beds cut by two | Find homes near by for four young people | 🟠 | Isolde Crane | 31.3.26 | O1-1
• | Ring each family every Friday | 🟢 | Ward sisters | from now on | O1-2
"""),
        heading("Outcome 2 – Fewer moves"),
        grid(f"""
Milestones | Actions | {key} | Lead | End date | Ref
 | Match children and carers by what both need | 🔴 | Placement team | 30.6.26 | O2-1
First ten matched | Train thirty carers | 🔵 | Placement team | 31.10.25 | O2-2
"""),
    )


KEY_IN_THE_HEADING = Layout(
    "key-in-the-heading",
    "Circles explained inside the heading of their column; milestones first, a lone bullet among "
    "them; ref last.",
    "Quarrymoor improvement board: our plan on a page",
    _key_in_the_heading,
    [area("1", "Fewer children in hospital"), area("2", "Fewer moves")],
    """
O1-1 | 1 | Find homes near by for four young people | 31.3.26 | 2026-03-31 | Isolde Crane |\
    at_risk ~ amber, some progress
O1-2 | 1 | Ring each family every Friday | from now on | - | Ward sisters | on_course
O2-1 | 2 | Match children and carers by what both need | 30.6.26 | 2026-06-30 | Placement team | off_course
O2-2 | 2 | Train thirty carers | 31.10.25 | 2025-10-31 | Placement team | complete
""",
    more={
        "O1-1": {"milestones": [{"text": "Beds counted"}, {"text": "Beds cut by two"}]},
        "O2-2": {"milestones": [{"text": "First ten matched"}]},
    },
)


def _percents_for_statuses(path: Path) -> None:
    write(
        path,
        title("Marle Valley action plan"),
        heading("Theme 1: Waiting"),
        grid("""
Ref | Action | Lead | By when | Status
1.1 | Count who waits | Ottilie Rook | March 2026 | 100%
1.2 | Write to each of them | Ottilie Rook | April 2026 | 45%
1.3 | Tell the board | Basil Thorne | May 2026 | 45%
1.4 | Ask the schools | Basil Thorne | May 2026 | On track
"""),
    )


PERCENTS_FOR_STATUSES = Layout(
    "percents-for-statuses",
    "How much of an action is done, in per cent, stands in the column of statuses.",
    "Marle Valley action plan",
    _percents_for_statuses,
    [area("1", "Waiting")],
    """
1.1 | 1 | Count who waits | March 2026 | 2026-03-31 | Ottilie Rook | -
1.2 | 1 | Write to each of them | April 2026 | 2026-04-30 | Ottilie Rook | -
1.3 | 1 | Tell the board | May 2026 | 2026-05-31 | Basil Thorne | -
1.4 | 1 | Ask the schools | May 2026 | 2026-05-31 | Basil Thorne | on_course
""",
)

LAYOUTS = (
    PERCENTS_FOR_STATUSES,
    LETTERS_WITH_A_LINE,
    FILLS_WITH_A_TABLE,
    RATINGS_OF_TWO_MONTHS,
    WORDS_WITH_MORE,
    KEY_IN_THE_HEADING,
)
