"""Registers as people keep them, from the file to the figure: each gives what is right, or says why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Call, Said
from tests.shared_cases import shared_case

from boarddesk.cli import attendance, imports

TODAY = date(2026, 11, 29)
FOUR = ["13 January 2026", "10 February 2026", "10 March 2026", "14 April 2026"]
ACADEMIC = ["9 September 2025", "11 November 2025", "13 January 2026", "10 March 2026"]


@dataclass(frozen=True)
class Right:
    """What a register comes to: its days, everybody's seat attendance, and words that must be said."""

    days: list[str]
    figures: dict[str, tuple[int, int]]
    said: tuple[str, ...] = ()


EIGHT = ["Ann Hale", "Bob Moor", "Cara Finch", "Dev Rao", "Ewa Lund", "Femi Ade", "Gus Tarn", "Hana Sato"]
TWO = {"Ann Hale": (2, 3), "Bob Moor": (2, 3)}
THREE_OF_FOUR = {"Ann Hale": (3, 4), "Bob Moor": (3, 4)}
RIGHT = {
    "k01-term-ends-column.xlsx": Right(FOUR, dict.fromkeys(EIGHT, (2, 4))),
    "k01-attended-typed-as-4-of-6.xlsx": Right(FOUR, dict.fromkeys(EIGHT, (3, 4))),
    "k02-sheet-named-2025-26.xlsx": Right(ACADEMIC, THREE_OF_FOUR, ("“13 Jan” is read as 13 January 2026.",)),
    "k02-title-2025-slash-26.xlsx": Right(ACADEMIC, THREE_OF_FOUR),
    "k03-month-first-dates.csv": Right(FOUR, THREE_OF_FOUR, ("02/10/2026 is read as 10 February 2026",)),
    "k04-webdings-tick-a-cross-r.xlsx": Right(FOUR[:3], TWO),
    "k04-wingdings-tick-cross.xlsx": Right(FOUR[:3], TWO),
    "k05-title-line-then-semicolons.csv": Right(FOUR[:3], TWO),
    "k08-deputy-who-sits-in-an-own-seat.xlsx": Right(
        FOUR[1:2], dict.fromkeys(EIGHT[:3], (1, 1)), ("as there in their own seat",)
    ),
    "k09-post-in-the-name-cell.xlsx": Right(
        FOUR[:3],
        {
            "Ann Hale": (2, 3), "Bob Moor": (2, 3), "Cara Finch": (3, 3), "Dev Rao / Ewa Lund": (3, 3),
            "Gus Tarn / Hana Sato": (3, 3), "Dr Ann-Marie Hale-Moor": (2, 3),
        },
        ("Dev Rao and Ewa Lund stand on one line", "Director of Education · Ann Hale", "Chair · Bob Moor"),
    ),
    "k10-dates-as-serial-numbers.xlsx": Right(FOUR, THREE_OF_FOUR, ("46035 is read as 13 January 2026",)),
    "k11-two-meetings-on-one-day-real-times.xlsx": Right(
        ["13 January 2026, 10:00", "13 January 2026, 14:00", "10 February 2026, 10:00"], TWO
    ),
    "k16-register-of-a-day-to-come.xlsx": Right(
        ["10 November 2026"], {"Ann Hale": (1, 1), "Bob Moor": (1, 1)}, ("12 January 2099 is still to come",)
    ),
    "k17-comments-and-hidden-rows.xlsx": Right(
        FOUR[:3],
        {"Ann Hale": (1, 3), "Bob Moor": (0, 3), "Cara Finch": (3, 3)},
        ("Deputy Femi Ade attended", "on leave", "Hidden on sheet “Register”: row 3 and column C"),
    ),
    "k18-nobody-at-two-meetings-chart.xlsx": Right(FOUR[:3], {"Ann Hale": (1, 3), "Bob Moor": (1, 3)}),
}  # fmt: skip


@pytest.fixture
def imported(boarddesk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Said]:
    """A shared register brought into an office of its own, with a new board."""
    for module in (attendance, imports):
        monkeypatch.setattr(module, "today", lambda: TODAY)

    def bring(name: str) -> Said:
        source = shared_case("registers", name)
        office = str(tmp_path / "o.boarddesk")
        boarddesk("new", office)
        new = ("--board", "SIB", "--new-board", "SEND Improvement Board", "--json")
        return boarddesk("import", "attendance", str(source), "--into", office, *new)

    return bring


@pytest.mark.parametrize("name", RIGHT)
def test_a_register_gives_its_figures(
    name: str, imported: Callable[[str], Said], boarddesk: Call, tmp_path: Path
) -> None:
    said, right = imported(name), RIGHT[name]
    assert said.status == 0
    taken: list[dict[str, Any]] = [one for one in said.json["proposals"] if one["ticked"]]
    days = [
        one["title"].partition(":")[0] for one in taken if one["kind"] == "meeting" and ":" in one["title"]
    ]
    held = [one["title"].rpartition(": held")[0] for one in taken if one["kind"] == "meeting"]
    assert held == right.days and len(days) == len(held)
    for words in right.said:
        assert words in said.out
    rows = boarddesk("attendance", str(tmp_path / "o.boarddesk"), "--json").json["rows"]
    assert {one["name"]: (one["seat"]["n"], one["seat"]["of"]) for one in rows} == right.figures


def test_a_register_whose_dates_are_formulas_without_results_is_refused_with_that_reason(
    imported: Callable[[str], Said],
) -> None:
    refused = imported("k20-date-formulas-without-results.xlsx")
    assert refused.status != 0
    assert "Some formulas were saved without results (the first is B1)" in refused.err
