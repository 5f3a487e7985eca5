"""Answers to peers, auditors, inspectors and scrutiny: recommendations with what is done about them."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _ref_merged_down(path: Path) -> None:
    write(
        path,
        title("Aldermere Borough Council: Corporate Peer Challenge Action Plan"),
        said("The team visited in November 2024 and made three recommendations."),
        grid("""
No. | Recommendation | Action | Lead | Deadline | Status
R1{down} | Develop a shared vision{down} | a) Hold a place summit | Chief Executive | February 2025 | Complete
^ | ^ | b) Publish a vision for 2040 | Chief Executive | July 2025 | On track
R2{down} | Close the budget gap{down} | a) Agree a savings programme | Section 151 Officer | March 2025 |\
    Complete
^ | ^ | b) Review all fees and charges | Section 151 Officer | October 2025 | At risk
^ | ^ | c) Set up a transformation board | Director of Transformation | January 2025 | Complete
R3 | Strengthen scrutiny | a) Train all members | Monitoring Officer | May 2025 | Delayed
"""),
        heading("Follow-up"),
        said("The team returns in November 2025."),
    )


REF_MERGED_DOWN = Layout(
    "ref-merged-down",
    "Ref and recommendation merged down over lettered actions, each with its own lead, deadline and status.",
    "Aldermere Borough Council: Corporate Peer Challenge Action Plan",
    _ref_merged_down,
    [
        area("1", "Develop a shared vision"),
        area("2", "Close the budget gap"),
        area("3", "Strengthen scrutiny"),
    ],
    """
R1a | 1 | Hold a place summit | February 2025 | 2025-02-28 | Chief Executive | complete
R1b | 1 | Publish a vision for 2040 | July 2025 | 2025-07-31 | Chief Executive | on_course
R2a | 2 | Agree a savings programme | March 2025 | 2025-03-31 | Section 151 Officer | complete
R2b | 2 | Review all fees and charges | October 2025 | 2025-10-31 | Section 151 Officer | at_risk
R2c | 2 | Set up a transformation board | January 2025 | 2025-01-31 | Director of Transformation | complete
R3a | 3 | Train all members | May 2025 | 2025-05-31 | Monitoring Officer | off_course
""",
    more={ref: {"ref_free": True} for ref in ("R1a", "R1b", "R2a", "R2b", "R2c", "R3a")},
)


def _priority_in_a_form(path: Path) -> None:
    forms = []
    for ref, how, text, owner, day, status in (
        ("A.04", "Urgent", "Review the records each year", "Governance Manager", "30 April 2025", "On track"),
        ("A.11", "High", "Train all who use the case system", "Head of Learning", "31 May 2025", "Complete"),
        ("B.02", "Low", "Answer requests within a month", "Customer Services", "30 June 2025", "Overdue"),
        ("C.03", "High", "Check the access of former staff", "IT Manager", "1 July 2025", "Not started"),
    ):
        forms += [
            grid(
                f"""
Recommendation ref | {ref} | Priority | {how}
Recommendation | {text}{{3}}
Action owner | {owner} | Implementation date | {day}
Status | {status} | Date of update | 14 March 2025
Comments | The group met in March.{{3}}
""",
                head=0,
            ),
            said(""),
        ]
    write(path, title("Data protection audit: action plan of Quenby Council"), *forms)


PRIORITY_IN_A_FORM = Layout(
    "priority-in-a-form",
    "A form for each recommendation: its ref beside its priority, the deadline above a date of update.",
    "Data protection audit: action plan of Quenby Council",
    _priority_in_a_form,
    [],
    """
A.04 | - | Review the records each year | 30 April 2025 | 2025-04-30 | Governance Manager | on_course
A.11 | - | Train all who use the case system | 31 May 2025 | 2025-05-31 | Head of Learning | complete
B.02 | - | Answer requests within a month | 30 June 2025 | 2025-06-30 | Customer Services | off_course
C.03 | - | Check the access of former staff | 1 July 2025 | 2025-07-01 | IT Manager | not_started
""",
    areas_free=True,
)


def _response_below_recommendation(path: Path) -> None:
    write(
        path,
        title("Wraymouth Scrutiny Review of Elective Home Education: Action Plan"),
        said("Councillor Beatrix Lorne, Chair of the Review"),
        heading("Background"),
        said("There are 611 children educated at home."),
        heading("Recommendations and actions"),
        grid("""
Action | Responsible | Deadline | Progress | Comments
Recommendation 1: Visit every family within 40 days{5,grey}
Cabinet response: Accepted by Cabinet{5}
Appoint two advisers | Head of Inclusion | 30 June 2025 | Achieved | Noted
Report visits each quarter | EHE Manager | 15 July 2025 | On schedule | Noted
Recommendation 2: Find exam centres for all who ask{5,grey}
Cabinet response: Accepted in part by Cabinet{5}
Agree fees with three colleges | EHE Manager | 30 September 2025 | Slipped | Noted
Recommendation 3: Ask for a register{5,grey}
Cabinet response: Accepted by Cabinet{5}
Write to the Secretary of State | Leader of the Council | 31 May 2025 | Achieved | Noted
"""),
    )


RESPONSE_BELOW_RECOMMENDATION = Layout(
    "response-below-recommendation",
    "Two merged rows before the actions of each recommendation: its words and what the cabinet answered.",
    "Wraymouth Scrutiny Review of Elective Home Education: Action Plan",
    _response_below_recommendation,
    [
        area("1", "Visit every family within 40 days"),
        area("2", "Find exam centres for all who ask"),
        area("3", "Ask for a register"),
    ],
    """
1.1 | 1 | Appoint two advisers | 30 June 2025 | 2025-06-30 | Head of Inclusion | complete
1.2 | 1 | Report visits each quarter | 15 July 2025 | 2025-07-15 | EHE Manager | on_course
2.1 | 2 | Agree fees with three colleges | 30 September 2025 | 2025-09-30 | EHE Manager | at_risk ~ slipped
3.1 | 3 | Write to the Secretary of State | 31 May 2025 | 2025-05-31 | Leader of the Council | complete
""",
    more={ref: {"ref_free": True} for ref in ("1.1", "1.2", "2.1", "3.1")},
)


def _ticks_and_template_rows(path: Path) -> None:
    write(
        path,
        title("Coldharbour Area SEND Priority Action Plan"),
        heading("Area for priority action 1"),
        said("Leaders should meet the needs of children in the early years."),
        grid("""
Ref | What will we do? | Who is responsible? | By when? | How will we know? | Completed ✓
1.1 | Re-open the portage service | Early Years Manager | Sept 2024 | Parents tell us | ✓
1.2 | Screen speech at two years | Health Visiting Lead | Dec 2024 | Parents tell us |
1.3 | | | | |
1.4 | | | | |
"""),
        heading("Area for priority action 2"),
        said("Leaders should cut the waiting time for assessment."),
        grid("""
Ref | What will we do? | Who is responsible? | By when? | How will we know? | Completed ✓
2.1 | Agree a recovery trajectory | Director of Place | July 2024 | Parents tell us | ✓
2.2 | Recruit two consultants | Medical Director | January 2025 | Parents tell us |
2.3 | | | | |
"""),
    )


TICKS_AND_TEMPLATE_ROWS = Layout(
    "ticks-and-template-rows",
    "A tick says done; the title of an area is the sentence below its heading; numbered rows left empty.",
    "Coldharbour Area SEND Priority Action Plan",
    _ticks_and_template_rows,
    [
        area("1", "Leaders should meet the needs of children in the early years"),
        area("2", "Leaders should cut the waiting time for assessment"),
    ],
    """
1.1 | 1 | Re-open the portage service | Sept 2024 | 2024-09-30 | Early Years Manager | complete
1.2 | 1 | Screen speech at two years | Dec 2024 | 2024-12-31 | Health Visiting Lead | ?
2.1 | 2 | Agree a recovery trajectory | July 2024 | 2024-07-31 | Director of Place | complete
2.2 | 2 | Recruit two consultants | January 2025 | 2025-01-31 | Medical Director | ?
""",
)

LAYOUTS = (
    REF_MERGED_DOWN,
    PRIORITY_IN_A_FORM,
    RESPONSE_BELOW_RECOMMENDATION,
    TICKS_AND_TEMPLATE_ROWS,
)
