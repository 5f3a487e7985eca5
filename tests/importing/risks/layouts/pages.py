"""Registers in Word: tables with categories, cards under headings, tables that go on, plain paragraphs."""

from __future__ import annotations

from pathlib import Path

from tests.importing.plan.layouts.paper import grid, heading, said, title, write
from tests.importing.risks.layouts.layout import Expected, RiskLayout


def _letters_and_levels(path: Path) -> None:
    write(
        path,
        title("Thorn Lane School"),
        said("VH = very high, H = high, M = medium, L = low."),
        grid("""
Risk | Rating before | Rating now | What we do | Action needed | Lead
Premises{6,grey}
Boiler fails | VH | H | * Yearly service⏎* Spare heaters |\
 Get three quotes by 16 October 2026; tell the council | Caretaker
Pupils{6,grey}
Few applications | H | M | Open mornings | | Head
"""),
        said("Read by the governors on 9 June 2026."),
    )


LETTERS_AND_LEVELS = RiskLayout(
    "letters-and-levels",
    _letters_and_levels,
    [
        Expected(
            "R1", "Boiler fails", owners="Caretaker", category="Premises", inherent="Very high",
            current="High", controls=("Yearly service", "Spare heaters"),
            actions=("Get three quotes >  > 2026-10-16", "tell the council >  > "),
        ),
        Expected(
            "R2", "Few applications", owners="Head", category="Pupils", inherent="High", current="Medium",
            controls=("Open mornings",),
        ),
    ],
    kept=("Read by the governors on 9 June 2026.",),
    suffix=".docx",
)  # fmt: skip


def _cards_under_headings(path: Path) -> None:
    def card(ref: str, what: str, *rows: str) -> list[str]:
        return [heading(f"{ref} {what}", 2), grid("\n".join(rows), head=0, bold=False)]

    write(
        path,
        heading("Risks of the programme"),
        *card(
            "P1",
            "Late moves",
            "Owner | Rosa Finn | Status | Escalated",
            "As a result of | two dates for one move | Movement | Worse",
            "There is a risk that | children start without transport | Review by | 12/10/2026",
            "Leading to | lost weeks of school | Response | Treat",
            "Unmitigated | 5x4=20 | Mitigated | 4x4=16",
            "Planned | 2x4=8 | Controls | Weekly list of moves",
        ),
        grid("""
Action | By whom | By when
Write one protocol | Rosa Finn | end of Jan 2027
"""),
        *card(
            "P2",
            "Data",
            "Owner | Cai Moss / Rosa Finn | Status | Open",
            "Description | Returns are sent late | Movement | →",
            "Unmitigated | 3x3=9 | Mitigated | 2x3=6",
        ),
    )


CARDS_UNDER_HEADINGS = RiskLayout(
    "cards-under-headings",
    _cards_under_headings,
    [
        Expected(
            "P1", "Late moves", "two dates for one move", "children start without transport",
            "lost weeks of school", "Rosa Finn", inherent="5x4", current="4x4", target="2x4",
            controls=("Weekly list of moves",), actions=("Write one protocol > Rosa Finn > 2027-01-31",),
            review="2026-10-12", movement="up",
        ),
        Expected(
            "P2", "Data", event="Returns are sent late", owners="Cai Moss; Rosa Finn", inherent="3x3",
            current="2x3", movement="same",
        ),
    ],
    suffix=".docx",
)  # fmt: skip


def _goes_on_without_headings(path: Path) -> None:
    write(
        path,
        heading("Safeguarding risks"),
        grid("""
No | Risk | Lead | P | I | PxI | Mitigation
1 | Partners stay away | Chair | 4 | 3 | 12 | List of who came
"""),
        said("Continued"),
        grid("2 | Reviews are late | Manager | 3 | 3 | 9 | Panel each month", head=0, bold=False),
    )


GOES_ON_WITHOUT_HEADINGS = RiskLayout(
    "goes-on-without-headings",
    _goes_on_without_headings,
    [
        Expected("1", "Partners stay away", owners="Chair", current="4x3", controls=("List of who came",)),
        Expected("2", "Reviews are late", owners="Manager", current="3x3", controls=("Panel each month",)),
    ],
    suffix=".docx",
)


def _in_paragraphs(path: Path) -> None:
    write(
        path,
        heading("Our risks"),
        heading("Risk 1: Fewer pupils", 2),
        said("Cause: fewer births in the valley"),
        said("Effect: one class must close"),
        said("Likelihood: 4"),
        said("Impact: 4"),
        said("Controls:"),
        said("* Yearly forecast"),
        said("Owner: Head"),
    )


IN_PARAGRAPHS = RiskLayout(
    "in-paragraphs",
    _in_paragraphs,
    [
        Expected(
            "1", "Fewer pupils", "fewer births in the valley", "", "one class must close", "Head",
            current="4x4", controls=("Yearly forecast",),
        ),
    ],
    suffix=".docx",
)  # fmt: skip

LAYOUTS = (LETTERS_AND_LEVELS, CARDS_UNDER_HEADINGS, GOES_ON_WITHOUT_HEADINGS, IN_PARAGRAPHS)
