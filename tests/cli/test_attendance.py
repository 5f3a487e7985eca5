"""The attendance command: the contract of its JSON, and figures that agree with each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Call

ROW_KEYS = {
    "board",
    "by",
    "name",
    "organisation",
    "role",
    "meetings",
    "expected",
    "present",
    "deputy",
    "apologies",
    "absent",
    "not_required",
    "personal",
    "seat",
    "representation",
    "meets_target",
    "can_miss",
}


@pytest.mark.parametrize("by", ["person", "seat", "organisation", "sector", "role", "meeting"])
def test_the_json_keeps_its_contract_for_every_grouping(by: str, boarddesk: Call, sample: Path) -> None:
    document = boarddesk("attendance", sample, "--board", "SIB", "--by", by, "--json").json
    assert {"definition", "from", "to", "open_registers", "rows", "total"} <= document.keys()
    assert {"expected", "personal", "seat", "lowest_meeting", "highest_meeting"} <= document["total"].keys()
    assert document["rows"]
    for row in document["rows"]:
        assert row.keys() >= ROW_KEYS
        assert row["by"] == by
        assert row["personal"].keys() == {"n", "of", "percent", "shown"}
        assert row["personal"]["n"] <= row["seat"]["n"] <= row["seat"]["of"] == row["expected"]


def test_marks_add_up_to_what_was_expected(boarddesk: Call, sample: Path) -> None:
    for row in boarddesk("attendance", sample, "--json").json["rows"]:
        marks = row["present"] + row["deputy"] + row["apologies"] + row["absent"]
        assert marks == row["expected"]


def test_the_total_is_the_sum_of_the_members(boarddesk: Call, sample: Path) -> None:
    document = boarddesk("attendance", sample, "--board", "SIB", "--by", "seat", "--json").json
    members = [row for row in document["rows"] if row["role"] not in ("adviser", "observer", "secretary")]
    assert document["total"]["seat"]["n"] == sum(row["seat"]["n"] for row in members)
    assert document["total"]["expected"] == sum(row["expected"] for row in members)


def test_nothing_expected_is_a_dash_and_null(boarddesk: Call, sample: Path) -> None:
    rows = boarddesk("attendance", sample, "--by", "role", "--json").json["rows"]
    observer = next(row for row in rows if row["role"] == "observer")
    assert observer["seat"] == {"n": 0, "of": 0, "percent": None, "shown": "–"}
    assert observer["meets_target"] is None


def test_a_period_without_meetings_says_so(boarddesk: Call, sample: Path) -> None:
    said = boarddesk("attendance", sample, "--from", "1990-01-01", "--to", "1990-12-31")
    assert said.status == 0
    assert "Nothing to count yet" in said.out
    assert "from 1 January 1990 to 31 December 1990" in said.out


def test_the_table_shows_fractions_the_range_and_the_definition(boarddesk: Call, sample: Path) -> None:
    said = boarddesk("attendance", sample, "--board", "SIB")
    members = next(line for line in said.out.splitlines() if line.startswith("Members:"))
    assert " of " in members
    assert "personal" in members
    assert "SIB 20" in members
    assert "sum over the sum" in " ".join(said.out.split())
    assert "represented" in members


@pytest.mark.parametrize("command", ["attendance", "report attendance --out a.docx"])
@pytest.mark.parametrize("period", ["--from 2030-01-01", "--from 2030-01-01 --to 2031-01-01"])
def test_a_time_still_to_come_is_refused_in_a_sentence(
    command: str, period: str, boarddesk: Call, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = boarddesk(*command.split(), sample, *period.split())
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert "begins on 1 January 2030, which is still to come" in said.err
    assert not (tmp_path / "a.docx").exists()


def test_one_meeting_has_no_range(boarddesk: Call, tmp_path: Path) -> None:
    office, book = tmp_path / "a.boarddesk", tmp_path / "register.csv"
    book.write_text("Name,13/05/2024\nAda Brook,P\nBen Carr,A\n", "utf-8")
    boarddesk("new", office)
    boarddesk("import", "attendance", book, "--into", office, "--board", "SIB")
    line = next(one for one in boarddesk("attendance", office).out.splitlines() if one.startswith("Members"))
    assert line.endswith("; one meeting")
    book.write_text("Name,10/06/2024\nAda Brook,P\nBen Carr,A\n", "utf-8")
    boarddesk("import", "attendance", book, "--into", office, "--board", "SIB")
    assert "; seat 50% at each meeting" in boarddesk("attendance", office).out


def test_the_target_is_named_with_the_figure_it_is_held_against(boarddesk: Call, sample: Path) -> None:
    assert (
        "Target: 90% of seat attendance; ▲ is below it."
        in boarddesk("attendance", sample, "--board", "SIB").out
    )
    assert "Target: 80% of personal attendance" in boarddesk("attendance", sample, "--board", "SPB").out
    both = " ".join(boarddesk("attendance", sample).out.split())
    assert "Targets: SIB 90% of seat attendance, SPB 80% of personal attendance" in both


@pytest.mark.parametrize("board", ["SIB", "SPB"])
def test_exactly_the_rows_below_their_target_are_signed(boarddesk: Call, sample: Path, board: str) -> None:
    arguments = ("attendance", sample, "--board", board, "--by", "organisation")
    below = sum(row["meets_target"] is False for row in boarddesk(*arguments, "--json").json["rows"])
    table = boarddesk(*arguments).out.partition("Target:")[0]
    assert table.count("▲") == below
    assert below > 0


@pytest.mark.parametrize("columns", ["80", "100", "120", "200"])
@pytest.mark.parametrize("by", ["person", "organisation", "role", "meeting"])
def test_no_figure_and_no_word_is_broken_at_any_width(
    boarddesk: Call, sample: Path, monkeypatch: pytest.MonkeyPatch, columns: str, by: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    arguments = ("attendance", sample, "--board", "SIB", "--by", by)
    out = boarddesk(*arguments).out
    table = out.partition("Target:")[0]
    assert max(map(len, table.splitlines())) <= int(columns)
    for row in boarddesk(*arguments, "--json").json["rows"]:
        assert all(word in table.split() for word in row["name"].split())
        for figure in (row["personal"], row["seat"]):
            if figure["of"]:
                assert f"{figure['n']} of {figure['of']} · {figure['shown']}" in table


def test_what_a_narrow_window_leaves_out_is_said(
    boarddesk: Call, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = " ".join(boarddesk("attendance", sample, "--board", "SIB").out.split())
    assert "No room here for: Organisation, Role, Present (P, V, T)" in said
    monkeypatch.setenv("COLUMNS", "200")
    said = boarddesk("attendance", sample, "--board", "SIB").out
    assert "No room here" not in said
    assert "Present (P, V, T)" in said


@pytest.mark.parametrize(
    ("by", "said"), [("person", True), ("seat", True), ("meeting", False), ("sector", False)]
)
def test_the_range_of_each_adviser_is_given_only_where_a_row_is_one(
    boarddesk: Call, sample: Path, by: str, said: bool
) -> None:
    out = boarddesk("attendance", sample, "--board", "SIB", "--by", by).out
    assert ("each adviser" in out) is said
    assert "Advisers: seat" in out


@pytest.mark.parametrize("by", ["sector", "role", "meeting"])
def test_a_row_of_several_organisations_names_none(boarddesk: Call, sample: Path, by: str) -> None:
    rows = boarddesk("attendance", sample, "--by", by, "--json").json["rows"]
    assert {row["organisation"] for row in rows} == {""}


def test_the_json_says_the_target_and_the_figure_it_is_held_against(boarddesk: Call, sample: Path) -> None:
    document = boarddesk("attendance", sample, "--board", "SPB", "--json").json
    assert (document["total"]["target"], document["total"]["target_figure"]) == (80, "personal")
    assert document["advisers"]["target"] is None
    rows = [row for row in document["rows"] if row["meets_target"] is not None]
    assert {(row["target"], row["target_figure"]) for row in rows} == {(80, "personal")}
