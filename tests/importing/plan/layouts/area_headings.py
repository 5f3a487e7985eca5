"""Areas said in headings of many kinds: numbers behind, letters, none, or no heading style at all."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _number_behind(path: Path) -> None:
    write(
        path,
        title("Bramblecote Area SEND Plan 2025 to 2027"),
        heading("Foreword"),
        said("This plan was written with forty families and nine schools."),
        heading("Good support in every school (Priority 1)"),
        said("Priority lead: Verity Holm, Head of Inclusion"),
        said("Why this matters: one school in three has no plan for support."),
        grid("""
Ref | Activity | Outcome for children | Responsible | Start | Finish | Rating
1.1 | Agree what each school provides from its own budget | Support does not depend on the school |\
    Verity Holm | Jan 2026 | Apr 2026 | On track
1.2 | Visit schools that ask for help | Staff feel sure of themselves | Advisory teachers | Apr 2026 |\
    Ongoing | Not started
"""),
        heading("Short breaks for all who need them (Priority 2)"),
        said("Priority lead: Cormac Dell (Thistle Trust)"),
        said("Why this matters: 60 families were turned away last year."),
        grid("""
Ref | Activity | Outcome for children | Responsible | Start | Finish | Rating
2.1 | Open a second centre in the north | Families rest | Cormac Dell | Oct 2025 | 31 Mar 2026 | Off track
"""),
        heading("How to get in touch"),
        said("Write to the partnership at the town hall."),
    )


NUMBER_BEHIND = Layout(
    "number-behind-the-title",
    "Area headings “Title (Priority 1)”, the lead on a line below; start and finish in two columns.",
    "Bramblecote Area SEND Plan 2025 to 2027",
    _number_behind,
    [
        area("1", "Good support in every school", "Verity Holm, Head of Inclusion"),
        area("2", "Short breaks for all who need them", "Cormac Dell (Thistle Trust)"),
    ],
    """
1.1 | 1 | Agree what each school provides from its own budget | Apr 2026 | 2026-04-30 | Verity Holm |\
    on_course
1.2 | 1 | Visit schools that ask for help | Ongoing | - | Advisory teachers | not_started
2.1 | 2 | Open a second centre in the north | 31 Mar 2026 | 2026-03-31 | Cormac Dell | off_course
""",
)


def _themes_with_letters(path: Path) -> None:
    write(
        path,
        heading("Kestrel Vale Education Improvement Plan"),
        heading("Improvement theme A – Reading in every lesson", 2),
        said("Lead – Philippa Rook; Support – Dunstan Moss"),
        grid("""
SMART action | Next steps | Person responsible | To be completed by | Where are we now? | Ref
Train every teacher of years 3 to 6 in phonics for older pupils | Book the second day | P Rook |\
    End of spring term 2026 | GREEN{green} | A1
Lend each family a box of books | Count the boxes | D Moss | 13/02/26 | RED{red} | A2
"""),
        heading("Improvement theme B – Being in school", 2),
        said("Lead – Dunstan Moss"),
        grid("""
SMART action | Next steps | Person responsible | To be completed by | Where are we now? | Ref
Call each family on the first day of absence | Write the script | D Moss | 5 January 2026 | AMBER{amber} | B1
"""),
        heading("Appendix: terms we use", 2),
        grid("""
Term | What we mean
Phonics | Learning how sounds are written
"""),
    )


THEMES_WITH_LETTERS = Layout(
    "themes-with-letters",
    "“Improvement theme A – …”, “Lead – X; Support – Y” below; SMART action first, status and ref last.",
    "Kestrel Vale Education Improvement Plan",
    _themes_with_letters,
    [
        area("A", "Reading in every lesson", "Philippa Rook", "Dunstan Moss"),
        area("B", "Being in school", "Dunstan Moss"),
    ],
    """
A1 | A | Train every teacher of years 3 to 6 in phonics for older pupils | End of spring term 2026 |\
    2026-03-31 or 2026-04-30 or 2026-05-31 | P Rook | on_course
A2 | A | Lend each family a box of books | 13/02/26 | 2026-02-13 | D Moss | off_course
B1 | B | Call each family on the first day of absence | 5 January 2026 | 2026-01-05 | D Moss | at_risk
""",
    spare=("Improvement theme A – Reading in every lesson", "Improvement theme B – Being in school"),
    milestones_complete=False,  # next steps may be kept as steps
)


def _key_issues_with_gaps(path: Path) -> None:
    write(
        path,
        title("Highmarsh School Action Plan"),
        said("This plan answers issues 3 and 5 of the report only; the others are closed."),
        heading("Key issue 3 Teachers do not plan for pupils with additional needs"),
        grid("""
BRAG | By when | Actions to be taken | By whom | Monitoring | Cost | No
Complete{blue} | 10 Oct 2025 | Show all teachers the profiles of their pupils | Assistant Head |\
    Lesson visits | £0 | 3.1
On track{green} | 19 Dec 2025 | Plan each unit with the learning support team | Heads of department |\
    Unit plans seen | £1,200 | 3.2
"""),
        heading("Key issue 5 Parents hear too little"),
        grid("""
BRAG | By when | Actions to be taken | By whom | Monitoring | Cost | No
Delayed{red} | 12 Sept 2025 | Send a note home every fortnight | Form tutors | Ten parents asked | £300 | 5.1
Not started{grey} | Summer term 2026 | Hold an open evening each half term | SENCO | Attendance | £450 | 5.2
"""),
        heading("Budget"),
        grid("""
Item | Cost | Agreed by
Cover for planning | £1,200 | Governors, 9 Sept 2025
Printing | £750 | Governors, 9 Sept 2025
"""),
    )


KEY_ISSUES_WITH_GAPS = Layout(
    "key-issues-with-gaps",
    "“Key issue 3 …” without a sign between, numbers with gaps; status first, ref last; money in a column.",
    "Highmarsh School Action Plan",
    _key_issues_with_gaps,
    [
        area("3", "Teachers do not plan for pupils with additional needs"),
        area("5", "Parents hear too little"),
    ],
    """
3.1 | 3 | Show all teachers the profiles of their pupils | 10 Oct 2025 | 2025-10-10 | Assistant Head |\
    complete
3.2 | 3 | Plan each unit with the learning support team | 19 Dec 2025 | 2025-12-19 |\
    Heads of department | on_course
5.1 | 5 | Send a note home every fortnight | 12 Sept 2025 | 2025-09-12 | Form tutors | off_course
5.2 | 5 | Hold an open evening each half term | Summer term 2026 | 2026-07-31 or 2026-08-31 | SENCO |\
    not_started
""",
)


def _lines_of_enquiry(path: Path) -> None:
    write(
        path,
        title("Tidewell Peer Review: what we will do about it"),
        heading("KLOE 1: Vision and leadership", 2),
        grid("""
Recommendation | Our response | Action | Accountable person | Target date | Position at June
1. Say in one page what you stand for | Accepted | Write one page with staff and families | Chief Officer |\
    31/07/2025 | Drafted
2. Let middle managers decide more | Accepted in part | Change the scheme of delegation | Legal team |\
    30/09/2025 | With the lawyers
"""),
        heading("KLOE 2: Use of data", 2),
        grid("""
Recommendation | Our response | Action | Accountable person | Target date | Position at June
3. Stop counting what nobody reads | Accepted | Drop eleven reports | Data manager | 30/06/2025 | Done
4. Let teams see their own figures | Accepted | Give each team a page of figures | Data manager |\
    Nov 2025 | A pilot runs
"""),
    )


LINES_OF_ENQUIRY = Layout(
    "lines-of-enquiry",
    "A peer review: “KLOE 2: …” headings; numbered recommendation and response beside the action; no status.",
    "Tidewell Peer Review: what we will do about it",
    _lines_of_enquiry,
    [area("1", "Vision and leadership"), area("2", "Use of data")],
    """
1 | 1 | Write one page with staff and families | 31/07/2025 | 2025-07-31 | Chief Officer | -
2 | 1 | Change the scheme of delegation | 30/09/2025 | 2025-09-30 | Legal team | -
3 | 2 | Drop eleven reports | 30/06/2025 | 2025-06-30 | Data manager | ?
4 | 2 | Give each team a page of figures | Nov 2025 | 2025-11-30 | Data manager | -
""",
    more={ref: {"ref_free": True, "owners_any": [[]]} for ref in "1234"},
)


def _no_heading_styles(path: Path) -> None:
    write(
        path,
        said("ASHWATER PARTNERSHIP – DELIVERY PLAN", bold=True),
        said("Last changed 4 November 2025"),
        said("PRIORITY 1: HEAR CHILDREN", bold=True),
        said("Lead: Ottoline Grey"),
        grid(
            """
Ref | We will | Who | When | Progress
1.1 | Ask every child before a meeting what they want to say | Social workers | From Dec 2025 | 40 asked
1.2 | Pay two young advisers | Ottoline Grey | 1st April 2026 |
""",
            fill="",
        ),
        said(""),
        said("PRIORITY 2: KEEP FAMILIES TOGETHER", bold=True),
        said("Lead: Barnaby Strake"),
        grid(
            """
Ref | We will | Who | When | Progress
2.1 | Begin a night team | Barnaby Strake | Feb '26 | Adverts are out
""",
            fill="",
        ),
        said("Things we decided not to do", bold=True),
        said("* A new building"),
        said("* A third review of thresholds"),
    )


NO_HEADING_STYLES = Layout(
    "no-heading-styles",
    "No Word headings at all: titles and areas are bold capitals in plain paragraphs; nothing is shaded.",
    "ASHWATER PARTNERSHIP – DELIVERY PLAN",
    _no_heading_styles,
    [area("1", "HEAR CHILDREN", "Ottoline Grey"), area("2", "KEEP FAMILIES TOGETHER", "Barnaby Strake")],
    """
1.1 | 1 | Ask every child before a meeting what they want to say | From Dec 2025 |\
    - or 2025-12-31 | Social workers | -
1.2 | 1 | Pay two young advisers | 1st April 2026 | 2026-04-01 | Ottoline Grey | -
2.1 | 2 | Begin a night team | Feb '26 | 2026-02-28 | Barnaby Strake | -
""",
)


def _plain_headings(path: Path) -> None:
    write(
        path,
        heading("Fernhollow SEND Strategy: action plan"),
        heading("About this plan", 2),
        said("It runs for two years and is looked at each term."),
        heading("Early help", 2),
        grid("""
STATUS | DUE DATE | OWNER | ACTION | OUTPUTS
🟢 | 30/11/2025 | Juniper Ash | Start a drop-in at two libraries | Two drop-ins
🔴 | 15/10/2025 | Juniper Ash, Silas Wren | Agree referral forms with the health visitors | One form
"""),
        heading("Schools", 2),
        grid("""
STATUS | DUE DATE | OWNER | ACTION | OUTPUTS
🔵 | 31/08/2025 | Silas Wren | Find a SENCO mentor for each new SENCO | 14 pairs
⚪ | 27/03/2026 | Head teachers' group | Agree when a pupil is moved | A protocol
"""),
        heading("What happens next", 2),
        said("🔵 done  🟢 on track  🟠 some delay  🔴 stuck  ⚪ not begun"),
    )


PLAIN_HEADINGS = Layout(
    "plain-headings-without-numbers",
    "Plain headings without numbers or refs; status first, date before owner before action; "
    "circles, key at the end.",
    "Fernhollow SEND Strategy: action plan",
    _plain_headings,
    [area("1", "Early help"), area("2", "Schools")],
    """
1.1 | 1 | Start a drop-in at two libraries | 30/11/2025 | 2025-11-30 | Juniper Ash | on_course
1.2 | 1 | Agree referral forms with the health visitors | 15/10/2025 | 2025-10-15 |\
    Juniper Ash; Silas Wren | off_course
2.1 | 2 | Find a SENCO mentor for each new SENCO | 31/08/2025 | 2025-08-31 | Silas Wren | complete
2.2 | 2 | Agree when a pupil is moved | 27/03/2026 | 2026-03-27 | Head teachers' group | not_started
""",
    more={ref: {"ref_free": True} for ref in ("1.1", "1.2", "2.1", "2.2")},
)

LAYOUTS = (
    NUMBER_BEHIND,
    THEMES_WITH_LETTERS,
    KEY_ISSUES_WITH_GAPS,
    LINES_OF_ENQUIRY,
    NO_HEADING_STYLES,
    PLAIN_HEADINGS,
)
