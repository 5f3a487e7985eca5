"""Plans whose tables differ from each other or from what most write: other columns, words and people."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _two_plans(path: Path) -> None:
    write(
        path,
        title("Coldwater Written Statement of Action: second year"),
        heading("Priority 1: Education"),
        grid("""
Ref | Action | Lead | By when | RAG | Update
1.1 | Visit all schools with a resource base | Ivo Blanch | Feb 2026 | Green{green} | Six of nine
1.2 | Print the descriptors of support | Ivo Blanch | Mar 2026 | Amber{amber} | With the printer
"""),
        heading("Priority 2: Health"),
        grid("""
Workstream | Deliverable | Accountable | Due | Status | Ref
Therapies | A single waiting list | Dr Una Kerr | 30/04/2026 | On track | H1
Nursing | A nurse in each special school | Chief Nurse | 31/08/2026 | Off track | H2
"""),
        heading("Impact measures"),
        grid("""
Ref | Measure | Lead | Baseline | Target | By when
1 | Children in school full time | Ivo Blanch | 91% | 95% | July 2026
2 | Wait for therapies in weeks | Dr Una Kerr | 31 | 18 | July 2026
"""),
        heading("Risk register"),
        grid("""
Ref | Risk | Owner | Score | Action to reduce | Review date | RAG
R1 | Nobody applies as a nurse | Chief Nurse | 16 | Advertise abroad | Jan 2026 | Red{red}
R2 | The printer closes | Ivo Blanch | 4 | Send by email | Jan 2026 | Green{green}
"""),
    )


TWO_PLANS = Layout(
    "two-plans-with-unlike-columns",
    "Education and health keep plans of other columns; measures and risks after them have refs, "
    "leads, dates, RAG too.",
    "Coldwater Written Statement of Action: second year",
    _two_plans,
    [area("1", "Education"), area("2", "Health")],
    """
1.1 | 1 | Visit all schools with a resource base | Feb 2026 | 2026-02-28 | Ivo Blanch | on_course
1.2 | 1 | Print the descriptors of support | Mar 2026 | 2026-03-31 | Ivo Blanch | at_risk
H1 | 2 | A single waiting list | 30/04/2026 | 2026-04-30 | Dr Una Kerr | on_course
H2 | 2 | A nurse in each special school | 31/08/2026 | 2026-08-31 | Chief Nurse | off_course
""",
    # The column Workstream may be read as areas below Health; the accountable may be kept apart.
    more={ref: {"owners_any": [[]]} for ref in ("H1", "H2")},
)


def _quick_wins(path: Path) -> None:
    write(
        path,
        heading("Eskmouth response to the peer challenge"),
        heading("Quick wins", 2),
        said("Done in the first month, before the plan was agreed."),
        grid("""
What we have done | When
Put names on the organisation chart | October 2025
Opened the director's diary to all staff | October 2025
"""),
        heading("Recommendation 1: Tell one story of the place", 2),
        grid("""
Action | Timeframe | Accountable person | Outputs | Outcomes
Write the story with sixty residents | January to March 2026 | Strategy lead | A short film | People tell it
"""),
        heading("Recommendation 2: Free up the middle managers", 2),
        grid("""
Action | Timeframe | Accountable person | Outputs | Outcomes
Let managers sign up to £20,000 | By 1 April 2026 | Finance director | New rules | Fewer papers go up
Ask managers each quarter what holds them up | Quarterly | Chief executive | Notes | Managers stay
"""),
        heading("Recommendation 3: Keep the councillors informed", 2),
        said("We accept this and have begun; see the table of quick wins."),
    )


QUICK_WINS = Layout(
    "quick-wins-before",
    "A table of what was done before; “Recommendation 1: …” headings; Timeframe, Accountable "
    "person, Outputs.",
    "Eskmouth response to the peer challenge",
    _quick_wins,
    [area("1", "Tell one story of the place"), area("2", "Free up the middle managers")],
    """
1.1 | 1 | Write the story with sixty residents | January to March 2026 | 2026-03-31 | Strategy lead | -
2.1 | 2 | Let managers sign up to £20,000 | By 1 April 2026 | 2026-04-01 | Finance director | -
2.2 | 2 | Ask managers each quarter what holds them up | Quarterly | - | Chief executive | -
""",
    more={ref: {"ref_free": True, "owners_any": [[]]} for ref in ("1.1", "2.1", "2.2")},
    # An area like the others but without an action: some would keep it.
    areas_free=True,
)


def _people(path: Path) -> None:
    write(
        path,
        title("Hartside SEND partnership plan"),
        said("CD is Clover Denham, head of service; JT is Jory Trant of the ICB."),
        heading("Priority 1: People who lead"),
        grid("""
Ref | Action | Responsible | By when
1.1 | Agree who leads what | Lead: Clover Denham | Jan 2026
1.2 | Draw it on one page | Lead – Clover Denham⏎Support – Jory Trant; Isa Pym | Jan 2026
1.3 | Tell all staff | Communications team⏎(CD) | Feb 2026
1.4 | Meet each month | Clover Denham, Head of SEND | Monthly
1.5 | Ask families if they know | Parent carer forum,⏎Council (HCC/ICB) | March 2026
1.6 | Share budgets | Jory Trant (Hartside ICB, finance) and Isa Pym (Council) | April 2026
1.7 | Write down what happens in holidays | Vacant | May 2026
1.8 | Look at it all again | CD / JT | Dec 2026
1.9 | Thank everyone | Children, Families and Learning Directorate | Dec 2026
1.10 | Say what was learnt | Isa Pym,⏎Commissioner of therapies | Jan 2027
"""),
    )


PEOPLE = Layout(
    "people-of-many-kinds",
    "Owners with Lead and Support, a bracket that holds a stroke or comma, initials, a line that "
    "ends in a comma.",
    "Hartside SEND partnership plan",
    _people,
    [area("1", "People who lead")],
    """
1.1 | 1 | Agree who leads what | Jan 2026 | 2026-01-31 | Clover Denham | -
1.2 | 1 | Draw it on one page | Jan 2026 | 2026-01-31 | Clover Denham; Jory Trant; Isa Pym | -
1.3 | 1 | Tell all staff | Feb 2026 | 2026-02-28 | Communications team (CD) | -
1.4 | 1 | Meet each month | Monthly | - | Clover Denham, Head of SEND | -
1.5 | 1 | Ask families if they know | March 2026 | 2026-03-31 | Parent carer forum; Council (HCC/ICB) | -
1.6 | 1 | Share budgets | April 2026 | 2026-04-30 | Jory Trant (Hartside ICB, finance); Isa Pym (Council) | -
1.7 | 1 | Write down what happens in holidays | May 2026 | 2026-05-31 | Vacant | -
1.8 | 1 | Look at it all again | Dec 2026 | 2026-12-31 | CD; JT | -
1.9 | 1 | Thank everyone | Dec 2026 | 2026-12-31 | Children, Families and Learning Directorate | -
1.10 | 1 | Say what was learnt | Jan 2027 | 2027-01-31 | Isa Pym, Commissioner of therapies | -
""",
    more={
        "1.3": {"owners_any": [["Communications team", "Clover Denham"]]},
        "1.4": {
            "owners_any": [
                ["Clover Denham"],
                ["Clover Denham (Head of SEND)"],
                ["Clover Denham", "Head of SEND"],
            ]
        },
        "1.10": {"owners_any": [["Isa Pym"], ["Isa Pym", "Commissioner of therapies"]]},
        "1.5": {"owners_any": [["Parent carer forum, Council (HCC/ICB)"]]},
        "1.7": {"owners_any": [[]]},
        "1.8": {"owners_any": [["Clover Denham", "Jory Trant"]]},
    },
)


def _other_words(path: Path) -> None:
    write(
        path,
        heading("Brackenrigg Partnership: ANNEX B"),
        heading("PRIORITY AREA 1. SHARED CARE", 2),
        grid("""
ITEM | PROPOSED\vACTIVITY | OUTPUTS | ACCOUNTABLE\vPERSON | TIMEFRAME | HOW WILL WE\vKNOW? |\
    POSITION\vAT JUNE | RAG\vRATING
1 | Give families a book to keep letters in | 400 books | Gwilym Tate | By Easter | They bring it |\
    Printed | GREEN{light}
2 | Use one form for all short breaks | One form | Gwilym Tate | 1 May 2026 | One form is used |\
    Drafted | AMBER{yellow}
"""),
        heading("PRIORITY AREA 2. SHARED RECORDS", 2),
        grid("""
ITEM | PROPOSED\vACTIVITY | OUTPUTS | ACCOUNTABLE\vPERSON | TIMEFRAME | HOW WILL WE\vKNOW? |\
    POSITION\vAT JUNE | RAG\vRATING
1 | Let school nurses see plans | Log-ins | Morwenna Ide | 12 weeks | Log-ins are used |\
    With the lawyers | RED{red}
"""),
        heading("SIGNATORIES", 2),
        grid("NAME | POST\nGwilym Tate | Manager\nMorwenna Ide | Nurse lead"),
    )


OTHER_WORDS = Layout(
    "other-words-in-capitals",
    "Headings in capitals broken over two lines: PROPOSED ACTIVITY, TIMEFRAME, ACCOUNTABLE PERSON, "
    "POSITION AT JUNE.",
    "Brackenrigg Partnership: ANNEX B",
    _other_words,
    [area("1", "SHARED CARE"), area("2", "SHARED RECORDS")],
    """
1.1 | 1 | Give families a book to keep letters in | By Easter | - or 2026-04-05 or 2026-04-30 |\
    Gwilym Tate | on_course
1.2 | 1 | Use one form for all short breaks | 1 May 2026 | 2026-05-01 | Gwilym Tate | at_risk
2.1 | 2 | Let school nurses see plans | 12 weeks | - | Morwenna Ide | off_course
""",
    more={
        "1.1": {"refs": ["1"], "owners_any": [[]]},
        "1.2": {"refs": ["2"], "owners_any": [[]]},
        "2.1": {"owners_any": [[]]},
    },
    spare=("PRIORITY AREA 1. SHARED CARE", "PRIORITY AREA 2. SHARED RECORDS"),
)

LAYOUTS = (TWO_PLANS, QUICK_WINS, PEOPLE, OTHER_WORDS)
