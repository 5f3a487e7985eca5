"""Registers in Excel: groups over columns, banners, stages, cards, copies, logs of several kinds."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.book import write_book
from tests.importing.risks.layouts.layout import Expected, RiskLayout


def _groups_and_quarters(path: Path) -> None:
    groups = "Gross{2} | Net last quarter{2} | Net now{2} | Aimed for{2}"
    scores = " | ".join(f"{number}{{num}}" for number in (4, 5, 4, 3, 4, 4, 3, 2))
    write_book(
        path,
        {
            "Notes": """
How risks are scored
Score is impact x likelihood, each from 1 to 5
""",
            "Register": f"""
Vale of Orrin partnership risks, as at 3 July 2026{{8}}
 |
Risk no{{down}} | Risk title{{down}} | Risk owner{{down}} | {groups} | Controls in place{{down}} |\
 Further action{{down}} | Next review{{down}}
^ | ^ | ^ | I | L | I | L | I | L | I | L | ^ | ^ | ^
Staffing{{14,grey}}
W1 | Too few speech therapists | Isla Crane | {scores} | Bank of locums; Joint rota |\
 1. Start a bursary (Ned Holm, 30/09/2026) 2. Widen the rota (Isla Crane, Jan 2027) | 2026-09-01{{day}}
""",
        },
    )


GROUPS_AND_QUARTERS = RiskLayout(
    "groups-and-quarters",
    _groups_and_quarters,
    [
        Expected(
            "W1", "Too few speech therapists", owners="Isla Crane", category="Staffing", inherent="5x4",
            current="4x4", target="2x3", controls=("Bank of locums", "Joint rota"),
            actions=("Start a bursary > Ned Holm > 2026-09-30", "Widen the rota > Isla Crane > 2027-01-31"),
            review="2026-09-01", movement="up",
        ),
    ],
    kept=("How risks are scored",),
)  # fmt: skip


def _a_row_for_each_stage(path: Path) -> None:
    write_book(
        path,
        {
            "Risks": """
Ref | Risk description | Stage | Likelihood | Impact | Owner | Trend
H1{down} | Cause: two wards close⏎Risk: beds run out⏎Impact: children are sent far away{down} |\
 Inherent | 4{num} | 5{num} | Matron{down} | ⬇{down}
^ | ^ | Residual | 3{num} | 4{num} | ^ | ^
^ | ^ | Tolerated | 2{num} | 4{num} | ^ | ^
""",
            "Closed": """
Ref | Risk | Owner | Likelihood | Impact | Date closed | Reason
H0 | Lift out of use | Estates | 1{num} | 2{num} | 2026-02-02{day} | New lift fitted
""",
        },
    )


A_ROW_FOR_EACH_STAGE = RiskLayout(
    "a-row-for-each-stage",
    _a_row_for_each_stage,
    [
        Expected(
            "H1", cause="two wards close", event="beds run out", effect="children are sent far away",
            owners="Matron", inherent="4x5", current="3x4", target="2x4", movement="down",
        ),
        Expected("H0", "Lift out of use", owners="Estates", current="1x2", status="closed"),
    ],
)  # fmt: skip


def _sheet_a_risk(path: Path) -> None:
    write_book(
        path,
        {
            "Summary": """
Ref | Risk | Lead | Current
OT1 | Because the roof is old, there is a risk that classes are flooded | Director of Estates | 12{num}
""",
            "OT1": """
Ottermere Trust – assurance card{4}
Ref | OT1 | Category | Estate
Risk | Because the roof is old, there is a risk that classes are flooded, which would close the school{3}
Executive lead | Director of Estates | Date of next review | 1 October 2026
 |
 | Initial | Present | Target
Consequence | 4{num} | 4{num} | 4{num}
Likelihood | 5{num} | 3{num} | 1{num}
 |
Key controls | Daily walk-round{3}
 |
Action | Lead | Due | Progress
Fit a new roof | Una Pike | 2026-08-28{day} | Tender out
""",
        },
    )


SHEET_A_RISK = RiskLayout(
    "sheet-a-risk",
    _sheet_a_risk,
    [
        Expected(
            "OT1", cause="the roof is old", event="classes are flooded", effect="close the school",
            owners="Director of Estates", category="Estate", inherent="5x4", current="3x4", target="1x4",
            controls=("Daily walk-round",), actions=("Fit a new roof > Una Pike > 2026-08-28",),
            review="2026-10-01",
        ),
    ],
)  # fmt: skip


def _log_of_several_kinds(path: Path) -> None:
    write_book(
        path,
        {
            "RAID": """
ID | Type | Description | Owner | RAG | Mitigation | Action owner | Due | Status
1{num} | Risk | The new system is late | Priya Lowe | Amber{amber} |\
 Weekly call with the supplier | Priya Lowe | 2026-11-02{day} | Open
2{num} | Issue | Two servers have failed | Gwyn Orr | Red{red} | Hire two more | Gwyn Orr |\
 2026-09-11{day} | Open
3{num} | Assumption | Schools send data each night | Priya Lowe | | | | | Open
4{num} | Risk | Staff leave before go-live | Gwyn Orr | High | Retention payment agreed | HR lead |\
 Dec-26 | On hold
""",
        },
    )


LOG_OF_SEVERAL_KINDS = RiskLayout(
    "log-of-several-kinds",
    _log_of_several_kinds,
    [
        Expected(
            "1", "The new system is late", owners="Priya Lowe", current="Amber",
            actions=("Weekly call with the supplier > Priya Lowe > 2026-11-02",),
        ),
        Expected(
            "4", "Staff leave before go-live", owners="Gwyn Orr", current="High",
            actions=("Retention payment agreed > HR lead > 2026-12-31",),
        ),
    ],
    issues=("Two servers have failed",),
    kept=("Schools send data each night",),
)  # fmt: skip


def _words_with_a_matrix(path: Path) -> None:
    write_book(
        path,
        {
            "Live": """
Key to our risks
Code | What could go wrong | Likelihood | Impact | Who | What we have in place
A1 | Buses are late | Likely | Grave | Transport lead | Second depot
A2 | Drivers strike | Remote | Slight | Transport lead | None
""",
            "Matrix": """
 | Slight | Middling | Grave
Remote | 1{num,green} | 2{num,green} | 3{num,amber}
Even | 2{num,green} | 4{num,amber} | 6{num,red}
Likely | 3{num,amber} | 6{num,red} | 9{num,red}
Likelihood down, impact across
""",
        },
    )


WORDS_WITH_A_MATRIX = RiskLayout(
    "words-with-a-matrix",
    _words_with_a_matrix,
    [
        Expected("A1", "Buses are late", owners="Transport lead", current="3x3", controls=("Second depot",)),
        Expected("A2", "Drivers strike", owners="Transport lead", current="1x1"),
    ],
)


def _parts_over_stages(path: Path) -> None:
    parts = "Likelihood{3} | Impact{3} | Score{3}"
    stages = " | ".join(["Initial | Now | Aim"] * 3)
    scores = " | ".join(f"{number}{{num}}" for number in (5, 4, 2, 4, 4, 3, 20, 16, 6))
    write_book(
        path,
        {
            "Log": f"""
Ref{{down}} | Risk name{{down}} | Risk owner{{down}} | {parts} | Control procedures{{down}}
^ | ^ | ^ | {stages} | ^
NEW RISKS{{13,grey}}
P1 | Pharmacies close | Medical lead | {scores} | Map of pharmacies
ISSUES{{13,grey}}
I1 | The portal was offline | IT lead | | | | | | | | | | New server
"""
        },
    )


PARTS_OVER_STAGES = RiskLayout(
    "parts-over-stages",
    _parts_over_stages,
    [
        Expected(
            "P1", "Pharmacies close", owners="Medical lead", inherent="5x4", current="4x4", target="2x3",
            controls=("Map of pharmacies",), movement="new",
        ),
    ],
    issues=("The portal was offline",),
)  # fmt: skip


def _key_beside_the_register(path: Path) -> None:
    write_book(
        path,
        {
            "Sheet1": """
Score | Likelihood | Impact | | Ref | Risk (lead) | Likelihood | Impact | Gross risk | Retained risk |\
 More to do
1{num} | Rare | Slight | | T1 | Trees fall on the path (Parks Manager) | 3{num} | 4{num} | 12{num} | 8 ↓ |\
 Survey by 30/11/26 (Ranger)
2{num} | Even | Middling | | T2 | Tools go missing (Ranger) | 2{num} | 2{num} | 4{num} | 4 ↔ |
3{num} | Likely | Grave
"""
        },
    )


KEY_BESIDE_THE_REGISTER = RiskLayout(
    "key-beside-the-register",
    _key_beside_the_register,
    [
        Expected(
            "T1", "Trees fall on the path", owners="Parks Manager", inherent="3x4", current="=8",
            actions=("Survey > Ranger > 2026-11-30",), movement="down",
        ),
        Expected(
            "T2", "Tools go missing", owners="Ranger", inherent="2x2", current="=4", movement="same",
        ),
    ],
)  # fmt: skip


def _under_a_heading_nobody_knows(path: Path) -> None:
    write_book(
        path,
        {
            "Sheet1": """
Ref | Worries at large | Lead | Likelihood | Impact | Score
W1 | The ferry does not run in winter | Harbour lead | 3{num} | 4{num} | 12{num}
"""
        },
    )


UNDER_A_HEADING_NOBODY_KNOWS = RiskLayout(
    "under-a-heading-nobody-knows",
    _under_a_heading_nobody_knows,
    [Expected("W1", "The ferry does not run in winter", owners="Harbour lead", current="3x4")],
)

LAYOUTS = (
    UNDER_A_HEADING_NOBODY_KNOWS,
    GROUPS_AND_QUARTERS,
    A_ROW_FOR_EACH_STAGE,
    SHEET_A_RISK,
    LOG_OF_SEVERAL_KINDS,
    WORDS_WITH_A_MATRIX,
    PARTS_OVER_STAGES,
    KEY_BESIDE_THE_REGISTER,
)
