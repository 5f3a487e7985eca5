"""What the terminal shows: tables that fit, one JSON document, one line for a problem."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.cli.terminal import fitting, held_together, say, say_json, say_problem, table
from boarddesk.rules.people import Role
from boarddesk.rules.wording import count_in_figures


def test_figures_stand_right_and_words_left() -> None:
    shown = table(["Name", "Of"], [["Ada", "4"], ["Grace Hopton", "12"]], right=["Of"])
    assert shown.splitlines() == [
        "Name          Of",
        "────────────  ──",
        "Ada            4",
        "Grace Hopton  12",
    ]


def test_a_long_cell_is_wrapped_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = table(["Ref", "Action"], [["1.1", "word " * 30]]).splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 40


def test_a_figure_is_never_broken_however_narrow_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    figure = held_together("110 of 120 · 92%")
    shown = table(["Organisation", "Seat"], [["Northmoor Partnership", figure]], right=["Seat"])
    assert "110 of 120 · 92%" in shown
    assert "\N{NO-BREAK SPACE}" not in shown


@pytest.mark.parametrize(
    ("room", "kept"),
    [
        ("28", ["Name", "Role", "N", "Seat"]),
        ("27", ["Name", "Role", "Seat"]),
        ("24", ["Name", "Seat"]),
        ("5", ["Name", "Seat"]),
    ],
)
def test_columns_give_way_in_turn_until_no_word_of_the_rest_is_broken(
    monkeypatch: pytest.MonkeyPatch, room: str, kept: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", room)
    rows = [["Margaret Ashdown", "secretary", "3", "11 of 12"]]
    assert fitting(["Name", "Role", "N", "Seat"], rows, give_way=["N", "Role"]) == kept


words = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=60)


@given(st.lists(st.lists(words, min_size=3, max_size=3), max_size=6))
def test_every_word_of_every_cell_is_shown(rows: list[list[str]]) -> None:
    cells = ["One", "Two", "Three", *itertools.chain.from_iterable(rows)]
    shown = letters([table(["One", "Two", "Three"], rows)])
    assert shown == letters(cells)


def letters(texts: Iterable[str]) -> list[str]:
    """Every character that is neither space nor rule, in alphabetical order."""
    return sorted("".join("".join(texts).split()).replace("─", ""))


def test_json_writes_days_as_iso_and_decimals_as_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"day": date(2026, 6, 9), "share": Decimal("66.7"), "whole": Decimal(90), "role": Role.CO_OPTEE})
    assert json.loads(capsys.readouterr().out) == {
        "day": "2026-06-09",
        "share": 66.7,
        "whole": 90,
        "role": "co-optee",
    }


def test_a_problem_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say_problem("The file is open\nin another program.")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "boarddesk: The file is open in another program.\n"


def test_one_is_singular_and_thousands_have_a_comma() -> None:
    assert count_in_figures(1, "meeting") == "1 meeting"
    assert count_in_figures(1440, "meeting") == "1,440 meetings"
    assert count_in_figures(2, "person", "people") == "2 people"


def test_what_would_steer_a_terminal_is_shown_as_a_sign_and_escaped_in_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = "min\x1b[2J\x9b\N{RIGHT-TO-LEFT OVERRIDE}utes\x7f"
    say(name)
    say_problem(f"{name} is not there.")
    assert capsys.readouterr() == ("min�[2J��utes�\n", "boarddesk: min�[2J��utes� is not there.\n")
    say_json({"name": name})
    printed = capsys.readouterr().out
    assert json.loads(printed) == {"name": name}
    assert printed.isascii() and "\x1b" not in printed and "\x7f" not in printed
