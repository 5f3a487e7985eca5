"""Plans inside a whole document: chapters, versions, meetings, risks and measures stand round them."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.layout import Layout, area
from tests.importing.plan.layouts.paper import grid, heading, said, title, write


def _numbered_chapters(path: Path) -> None:
    write(
        path,
        title("Larkmere Local Area Partnership"),
        said("Priority Action Plan following the area inspection", "Subtitle"),
        heading("Document control"),
        grid("""
            Version | Date | Author | Summary of changes
            0.1 | 02/06/2025 | Orla Finch | First draft for the writing group
            0.2 | 16/06/2025 | Orla Finch | Comments of the Forum added
            1.0 | 30/06/2025 | Hamish Pell | Signed off by the Board
        """),
        heading("Contents"),
        grid("""
            No. | Section | Page
            1 | Introduction | 3
            2 | Context | 4
            3 | Our plan | 6
            4 | How we will be held to account | 11
        """),
        heading("1. Introduction"),
        said("Inspectors came to Larkmere in March and asked for change in two areas."),
        heading("2. Context"),
        said("About 31,000 children live here, one in six of them with additional needs."),
        heading("2.1 What families told us", 2),
        said("* Nobody rings back"),
        said("* Each service asks the same questions"),
        heading("3. Our plan"),
        heading("Area for Priority Action 1: The partnership does not know its own waiting lists", 2),
        grid("""
            Ref | Action | Lead | Deadline | RAG | Progress
            1.1 | Count every list once a month | Nuala Brisk | 31 August 2025 | Green{green} |\
                Two counts done
            1.2 | Show the lists to families by school | Hamish Pell | Oct 2025 | Amber{amber} |
        """),
        heading("Area for Priority Action 2: Advice for plans arrives late", 2),
        grid("""
            Ref | Action | Lead | Deadline | RAG | Progress
            2.1 | Name one person for advice in every service | Orla Finch | Sept 2025 | Red{red} |\
                None in therapies
            2.2 | Chase advice in week four | Nuala Brisk; Hamish Pell | 30/09/2025 | Green{green} |
        """),
        heading("4. How we will be held to account"),
        grid("""
            Meeting | Date | Chair | Actions
            Steering group | 08/07/2025 | Hamish Pell | Agree reporting form
            Board | 22/07/2025 | Independent chair | Receive first report
        """),
        heading("5. Abbreviations"),
        grid("PCF | Parent carer forum\nEHC | Education, health and care", head=0),
    )


NUMBERED_CHAPTERS = Layout(
    "numbered-chapters",
    "Numbered chapters, versions, contents, a diary with Actions, abbreviations without a heading row.",
    "Larkmere Local Area Partnership",
    _numbered_chapters,
    [
        area("1", "The partnership does not know its own waiting lists"),
        area("2", "Advice for plans arrives late"),
    ],
    """
    1.1 | 1 | Count every list once a month | 31 August 2025 | 2025-08-31 | Nuala Brisk | on_course
    1.2 | 1 | Show the lists to families by school | Oct 2025 | 2025-10-31 | Hamish Pell | at_risk
    2.1 | 2 | Name one person for advice in every service | Sept 2025 | 2025-09-30 | Orla Finch | off_course
    2.2 | 2 | Chase advice in week four | 30/09/2025 | 2025-09-30 | Nuala Brisk; Hamish Pell | on_course
    """,
)


def _measures_and_risks_between(path: Path) -> None:
    write(
        path,
        heading("Thornwick Accelerated Progress Plan"),
        grid(
            """
            Name of the local area | Thornwick
            Date of the revisit | 11 to 13 February 2025
            Accountable officers | Director of Education; ICB Place Lead
            """,
            head=0,
        ),
        heading("Area of concern 1 – Children wait too long for a diagnosis", 2),
        grid("""
            Date | What we have done so far | Who was involved
            Nov 2024 | Hired two locums | Thornwick Hospital
            Jan 2025 | Cleaned the waiting list | Thornwick Hospital, Council
        """),
        grid("""
            Action reference | Action | Accountable | Timescale | Evidence of impact
            1.1 | Open a Saturday clinic | Esme Tarrant | 30 June 2025 | Fewer than 90 wait a year
            1.2 | Write to each family that waits | Lucan Frith | Every quarter | Calls to the helpline halve
        """),
        said("How we will measure it"),
        grid("""
            Ref | Measure | Baseline | 3 months | 6 months | Target
            1a | Children who wait over a year | 212 | 180 | 120 | 90
            1b | Calls to the helpline each week | 60 | | | 30
        """),
        said("Risks"),
        grid("""
            No | Risk | Likelihood | Impact | Mitigation | Owner
            1 | The locums leave | 3 | 4 | Offer posts for two years | Esme Tarrant
        """),
        heading("Area of concern 2 – Transitions are planned too late", 2),
        grid("""
            Date | What we have done so far | Who was involved
            Dec 2024 | Mapped every pupil of Year 9 | Schools
        """),
        grid("""
            Action reference | Action | Accountable | Timescale | Evidence of impact
            2.1 | Hold each first transition review in Year 9 | Imogen Sedge | By end of July 2025 |\
                All 140 are held
        """),
        said("How we will measure it"),
        grid("""
            Ref | Measure | Baseline | 3 months | 6 months | Target
            2a | Reviews held in Year 9 | 35% | 60% | 85% | 100%
        """),
        said("Risks"),
        grid("""
            No | Risk | Likelihood | Impact | Mitigation | Owner
            2 | Schools lack a room | 2 | 2 | Use the library | Imogen Sedge
        """),
    )


MEASURES_AND_RISKS_BETWEEN = Layout(
    "measures-and-risks-between",
    "Each area has four tables: what has been done, plan, measures, risks; no status.",
    "Thornwick Accelerated Progress Plan",
    _measures_and_risks_between,
    [area("1", "Children wait too long for a diagnosis"), area("2", "Transitions are planned too late")],
    """
    1.1 | 1 | Open a Saturday clinic | 30 June 2025 | 2025-06-30 | Esme Tarrant | -
    1.2 | 1 | Write to each family that waits | Every quarter | - | Lucan Frith | -
    2.1 | 2 | Hold each first transition review in Year 9 | By end of July 2025 | 2025-07-31 |\
        Imogen Sedge | -
    """,
    # The only people named are accountable ones, who may be kept apart from owners.
    more={ref: {"owners_any": [[]]} for ref in ("1.1", "1.2", "2.1")},
)


def _priority_one_in_a_bullet(path: Path) -> None:
    write(
        path,
        title("Oxmere Written Statement of Action"),
        heading("Key people"),
        grid("""
            Name | Post | Initials
            Petronella Voss | Head of SEND | PV
            Idris Calloway-Reed | Designated clinical officer | ICR
            Maud Tansley | Chair of the parent carer forum | MT
        """),
        heading("PRIORITY ONE"),
        said("* To know early which children need help"),
        grid("""
            No. | What we will do | Who | By when | Measure of success | BRAG
            1 | Train health visitors in the new check | ICR | Nov 2025 | All 44 are trained | B{blue}
            2 | Share the check with nurseries | PV / ICR | Feb 2026 | 9 in 10 are shared | A{amber}
        """),
        heading("PRIORITY TWO"),
        said("* To stop exclusions of children with a plan"),
        grid("""
            No. | What we will do | Who | By when | Measure of success | BRAG
            1 | Call a review before any exclusion | PV | Jan 2026 | No exclusion without one | R{red}
            2 | Publish exclusions by school | MT, PV | March 2026 | Published each term | G{green}
        """),
        heading("Decisions taken so far"),
        grid("""
            No. | Date | Decision | Who | Due
            1 | 14/10/2025 | Oxmere will use the national template | Board | n/a
            2 | 11/11/2025 | Reports come every six weeks | Board | n/a
        """),
        heading("Timeline"),
        grid("""
            Oct 2025 | Nov 2025 | Dec 2025 | Jan 2026
            Statement sent | First report | Visit of advisers | Second report
        """),
        heading("Key to the BRAG"),
        grid(
            """
            B | Done and embedded
            R | Off course, help is needed
            A | At risk, but with a way back
            G | On course
            """,
            head=0,
        ),
    )


PRIORITY_ONE_IN_A_BULLET = Layout(
    "priority-one-in-a-bullet",
    "PRIORITY ONE, its words in a bullet; numbers start again; initials explained; decisions, timeline, key.",
    "Oxmere Written Statement of Action",
    _priority_one_in_a_bullet,
    [
        area("1", "To know early which children need help"),
        area("2", "To stop exclusions of children with a plan"),
    ],
    """
    1.1 | 1 | Train health visitors in the new check | Nov 2025 | 2025-11-30 | ICR | complete
    1.2 | 1 | Share the check with nurseries | Feb 2026 | 2026-02-28 | PV; ICR | at_risk
    2.1 | 2 | Call a review before any exclusion | Jan 2026 | 2026-01-31 | PV | off_course
    2.2 | 2 | Publish exclusions by school | March 2026 | 2026-03-31 | MT; PV | on_course
    """,
    more={
        "1.1": {"refs": ["1"], "owners_any": [["Idris Calloway-Reed"]]},
        "1.2": {"refs": ["2"], "owners_any": [["Petronella Voss", "Idris Calloway-Reed"]]},
        "2.1": {"owners_any": [["Petronella Voss"]]},
        "2.2": {"owners_any": [["Maud Tansley", "Petronella Voss"]]},
    },
)


def _workstreams_in_words(path: Path) -> None:
    write(
        path,
        heading("Stonebeck SEND Improvement Programme"),
        heading("Governance", 2),
        grid("""
            Workstream | Sponsor | Meets
            One | Director of Public Health | First Tuesday
            Two | Principal Educational Psychologist | Third Thursday
        """),
        heading("Workstream One: The Local Offer", 2),
        heading("Where we are now", 3),
        said("Half of those asked had never heard of it."),
        heading("What we will do", 3),
        grid("""
            Ref | Key actions | Lead and partners | Completion | Success criteria | Status
            LO1 | Rewrite the hundred most read pages | Web team / Forum | Dec 2025 | Reading age of 11 |\
                In progress
            LO2 | Put a printed guide in every surgery | Perpetua Lowe (ICB) | Jan 2026 |\
                All 23 have it | Not started
        """),
        heading("Workstream Two: The graduated approach", 2),
        heading("Where we are now", 3),
        said("Each school describes it in its own way."),
        heading("What we will do", 3),
        grid("""
            Ref | Key actions | Lead and partners | Completion | Success criteria | Status
            GA1 | Agree one description with all heads | Alban Crewe | Oct 2025 | Signed by 61 schools |\
                Complete
            GA2 | Visit each school that has not signed | Alban Crewe, Advisory teachers | Feb 2026 | |\
                Delayed
        """),
        heading("Diary", 2),
        grid("""
            When | Who | Action
            7 Oct 2025 | Workstream One | Choose the hundred pages
            16 Oct 2025 | Workstream Two | Invite the heads
        """),
    )


WORKSTREAMS_IN_WORDS = Layout(
    "workstreams-in-words",
    "Workstream One with sub-headings that repeat; refs LO1; sponsors before, a diary (When, Who, "
    "Action) after.",
    "Stonebeck SEND Improvement Programme",
    _workstreams_in_words,
    [area("1", "The Local Offer"), area("2", "The graduated approach")],
    """
    LO1 | 1 | Rewrite the hundred most read pages | Dec 2025 | 2025-12-31 | Web team; Forum | ?
    LO2 | 1 | Put a printed guide in every surgery | Jan 2026 | 2026-01-31 | Perpetua Lowe (ICB) | not_started
    GA1 | 2 | Agree one description with all heads | Oct 2025 | 2025-10-31 | Alban Crewe | complete
    GA2 | 2 | Visit each school that has not signed | Feb 2026 | 2026-02-28 |\
        Alban Crewe; Advisory teachers | \
        off_course
    """,
)


def _who_we_are(path: Path) -> None:
    write(
        path,
        title("Thornley SEND Improvement Plan"),
        heading("Who we are"),
        said("We are the council, the health board, the schools and the parents of Thornley, together."),
        said("Our board meets each month in the town hall and anyone may ask to be shown its papers."),
        said("Inspectors came to see us in the spring and told us in June what we have to do better."),
        said("This plan says what we do about it, who does it and by when it is to be done."),
        grid("""
            Ref | Action | Lead | By when | Status
            1 | Hire two case officers | Edda Plum | May 2026 | On track
            2 | Write to each family that waits | Edda Plum | June 2026 | On track
        """),
        title("Thornley SEND Improvement Plan"),
        grid("""
            Ref | Action | Lead | By when | Status
            3 | Show the board the waits | Noor Lacey | June 2026 | Delayed
            4 | Ask schools what they need | Noor Lacey | July 2026 | On track
        """),
    )


WHO_WE_ARE = Layout(
    "who-we-are",
    "A heading with a text of its own far above a plan without areas; the document's title over again "
    "above the second table.",
    "Thornley SEND Improvement Plan",
    _who_we_are,
    [area("1", "Area 1")],
    """
    1 | 1 | Hire two case officers | May 2026 | 2026-05-31 | Edda Plum | on_course
    2 | 1 | Write to each family that waits | June 2026 | 2026-06-30 | Edda Plum | on_course
    3 | 1 | Show the board the waits | June 2026 | 2026-06-30 | Noor Lacey | off_course
    4 | 1 | Ask schools what they need | July 2026 | 2026-07-31 | Noor Lacey | on_course
    """,
)

LAYOUTS = (
    NUMBERED_CHAPTERS,
    MEASURES_AND_RISKS_BETWEEN,
    PRIORITY_ONE_IN_A_BULLET,
    WORKSTREAMS_IN_WORDS,
    WHO_WE_ARE,
)
