"""The key to the marks and the lines at a register's foot are nobody; what the key says of a sign goes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.refused import FileProblem
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark
HEADS = ["Name", "13/01/2026", "10/02/2026", "10/03/2026"]


def written(*rows: Sequence[str]) -> FoundRegisters:
    width = max(map(len, rows))
    cells = tuple(
        tuple(Cell((one,) if one else ()) for one in [*line, *[""] * width][:width]) for line in rows
    )
    return read_registers(SourceTables("r.csv", SourceKind.CSV, (Grid(1, cells),)))


def marks(found: FoundRegisters, member: int = 0) -> list[Mark | None]:
    return [mark.mark for one in found.meetings for mark in one.marks if mark.member == member]


def names(found: FoundRegisters) -> list[str]:
    return [one.name for one in found.members]


# Lines below the names that are nobody ---------------------------------------------------------------------


@pytest.mark.parametrize("title", [[], ["Key"], ["Legend:"]])
@pytest.mark.parametrize(
    "key",
    [
        [
            ["P", "Present"],
            ["A", "Apologies"],
            ["X", "Absent"],
            ["D", "Deputy attended"],
            ["L", "Left early"],
        ],
        [["P", "Present", "A", "Apologies"], ["X", "Absent", "D", "Deputy attended"]],
        [["", "P", "Present"], ["", "A", "Apologies"]],
        [["Key", "P", "Present"], ["", "A", "Apologies"]],
    ],
)
def test_a_key_in_cells_below_the_names_is_nobody(key: list[list[str]], title: list[str]) -> None:
    found = written(HEADS, ["Ann Hale", "P", "A", "P"], ["Bob Moor", "P", "X", "P"], [], title, *key)
    assert names(found) == ["Ann Hale", "Bob Moor"]
    assert [mark.member for one in found.meetings for mark in one.marks] == [0, 1] * 3
    assert not [one for one in found.leftovers if "P" in one.text.split()]


def test_a_key_in_cells_below_the_names_says_what_its_signs_mean() -> None:
    found = written(
        HEADS,
        ["Ann Hale", "Y", "N", "R"],
        ["Bob Moor", "DNA", "Y", "N"],
        ["Key", "", "", ""],
        ["Y", "Attended", "R", "Remotely"],
        ["N", "Apologies sent"],
        ["DNA", "Did not attend"],
    )
    assert names(found) == ["Ann Hale", "Bob Moor"]
    assert (marks(found), marks(found, 1)) == ([P, A, V], [X, P, A])


def test_people_known_by_their_initials_stay_people() -> None:
    lines = [["AP", "Present", "", ""], ["JK", "Present", "Apologies", "Absent"], ["Al", "P", "P", "A"]]
    assert names(written(HEADS, *lines)) == ["AP", "JK", "Al"]
    assert names(written(HEADS, ["A", "P", "X", "P"], ["B", "P", "P", "A"])) == ["A", "B"]


@pytest.mark.parametrize(
    "key",
    [
        "P – in person; T – Teams; A – apologies", "P - in person, T - on Teams", "P: in person  T: Teams",
        "P in person, T Teams, A apologies", "Key: P in person  T Teams  A apologies", "T: Teams",
        "P – in person (the room); T – Teams; L – late",
    ],
)  # fmt: skip
def test_a_key_as_a_sentence_below_the_names_is_nobody_and_is_read(key: str) -> None:
    found = written(HEADS, ["Ann Hale", "P", "T", "A"], ["Bob Moor", "T", "P", "P"], [key, "", "", ""])
    assert names(found) == ["Ann Hale", "Bob Moor"]
    assert (marks(found), marks(found, 1)) == ([P, V, A], [V, P, P])


def test_signs_with_only_a_space_before_their_words_are_explained() -> None:
    key = "Key: / present  O absent  L late"
    found = written(HEADS, ["Ann Hale", "/", "O", "/"], ["Bob Moor", "/", "/", "L"], [key, "", "", ""])
    assert (names(found), marks(found), marks(found, 1)) == (["Ann Hale", "Bob Moor"], [P, X, P], [P, P, T])


@pytest.mark.parametrize("words", ["no apologies received", "non-attendance", "without apologies"])
def test_words_for_absence_in_a_key_are_known(words: str) -> None:
    found = written(
        [f"A – attended; N – {words}"], HEADS, ["Ann Hale", "A", "N", "A"], ["Bob Moor", "A", "A", "N"]
    )
    assert (marks(found), marks(found, 1)) == ([P, X, P], [P, P, X])


@pytest.mark.parametrize(
    "foot",
    [
        "Prepared by Kim Poe", "Last updated on 3 March", "Updated by: Kim Poe", "Notes:", "Total", "Quorum",
        "Next meeting: 14 April", "n.b. deputies do not vote", "Checked by KP",
    ],
)  # fmt: skip
def test_a_line_at_the_foot_is_nobody_and_is_left_over(foot: str) -> None:
    found = written(HEADS, ["Ann Hale", "P", "A", "P"], [foot, "", "", ""])
    assert names(found) == ["Ann Hale"]
    assert [one.text for one in found.leftovers] == [foot]


@pytest.mark.parametrize(
    "name", ["Ann – Chair", "Ann Hale – Northmoor Trust", "DCS: Ann Hale", "A Hale, B Trust"]
)
def test_a_person_without_any_mark_is_still_a_person(name: str) -> None:
    found = written(HEADS, [name, "", "", ""], ["Bob Moor", "P", "P", "P"])
    assert len(found.members) == 2


# What a key says otherwise of a sign ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("D", "declined"), ("D", "dialled out"), ("N", "no reply"), ("N", "noted"), ("X", "excused"),
        ("X", "apology in advance"), ("T", "travelling"), ("V", "visitor"), ("A", "approved"),
        ("P", "not in person"),
        ("A", "accepted absence"), ("A", "no apologies were given"), ("N", "not attending with apologies"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["below", "beside", "above", "cells", "right"])
def test_a_sign_the_key_says_otherwise_of_is_not_recorded_and_said(sign: str, words: str, where: str) -> None:
    other = "X" if sign == "A" else "A"
    known = "absent" if sign == "A" else "apologies"
    sentence, pairs = f"{other} = {known}; {sign} = {words}", [[other, known], [sign, words]]
    lines = [HEADS, ["Ann Hale", "Y", sign, f"{sign} – on leave"], ["Bob Moor", other, "Y", "Y"]]
    rows = {
        "below": [*lines, [sentence]],
        "beside": [*lines, [f"{sign} – {words}"]],
        "above": [[sentence], *lines],
        "cells": [*lines, [], *pairs],
        "right": [lines[0], *([*one, "", *pair] for one, pair in zip(lines[1:], pairs, strict=True))],
    }[where]
    found = written(*rows)
    assert names(found) == ["Ann Hale", "Bob Moor"]
    assert marks(found) == [P, None, None]
    (left,) = [one for one in found.leftovers if one.text == sign]
    assert f"the key says “{words}”" in left.why and "left unrecorded" in left.why


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("P", "attended in person at County Hall"), ("A", "apologies for absence"),
        ("D", "deputy sent in place"),
        ("V", "joined online via Teams"), ("T", "attended for part only"),
        ("X", "absent, no apologies given"),
        ("N", "not a member at the time"), ("N", "not yet appointed"), ("X", "did not send any apologies"),
        ("A", "absent with apologies"), ("N", "no longer a member"), ("D", "represented by a deputy"),
    ],
)  # fmt: skip
def test_a_key_that_says_the_usual_in_other_words_takes_no_mark_away(sign: str, words: str) -> None:
    found = written(HEADS, ["Ann Hale", "P", sign, "P"], ["Bob Moor", "P", "A", "P"], [f"{sign} = {words}"])
    assert marks(found)[1] is Mark(sign)
    assert not [one for one in found.leftovers if one.text == sign]


def test_what_people_are_and_do_is_no_key() -> None:
    heads = ["Name", "Votes", "Sector", *HEADS[1:]]
    found = written(
        heads,
        ["Ann Hale", "P", "Maintained", "P", "A", "P"],
        ["Bob Moor", "A", "Academy", "P", "P", "A"],
        ["Cy Lund", "", "A – Academy trust", "P", "P", "A"],
    )
    assert [marks(found, at) for at in range(3)] == [[P, A, P], [P, P, A], [P, P, A]]


# Signs that nothing says what they are ---------------------------------------------------------------------


@pytest.mark.parametrize("yes", ["✓", "✔", "1", "☑", "true", "attended"])
@pytest.mark.parametrize("no", ["n", "N"])
@pytest.mark.parametrize("other", ["A", "✗", ""])
def test_n_beside_a_tick_may_be_no_and_is_not_recorded(yes: str, no: str, other: str) -> None:
    found = written(HEADS, ["Ann Hale", yes, no, yes], ["Bob Moor", yes, other or yes, no])
    assert marks(found) == [P, None, P]
    (left,) = [one for one in found.leftovers if one.text == "N"]
    assert f"N stands beside {yes}" in left.why
    keyed = written(HEADS, ["Ann Hale", yes, no, yes], ["Bob Moor", yes, yes, no], ["N = did not attend"])
    assert marks(keyed) == [P, X, P]


def test_n_beside_p_stays_not_required_where_some_are_ticked() -> None:
    found = written(HEADS, ["Ann Hale", "P", "N", "A"], ["Bob Moor", "✓", "X", "N"])
    assert (marks(found), marks(found, 1)) == ([P, N, A], [P, X, N])


@pytest.mark.parametrize("cross", ["X", "x", "✗", "×"])
@pytest.mark.parametrize("other", ["", "A", "N"])
def test_crosses_where_nobody_attended_are_asked_about(cross: str, other: str) -> None:
    lines = [["Ann Hale", cross, cross, cross], ["Bob Moor", cross, other, cross]]
    found = written(HEADS, *lines)
    assert marks(found) == [None, None, None]
    (left,) = [one for one in found.leftovers if one.text == cross.upper()]
    assert "nobody would have attended" in left.why
    assert marks(written(HEADS, *lines, [f"{cross} = absent"])) == [X, X, X]
    assert marks(written(HEADS, *lines, [f"{cross} = attended"])) == [P, P, P]
    assert marks(written(HEADS, *lines, ["Cy Lund", "P"])) == [X, X, X]


@pytest.mark.parametrize("signs", [["/", "O", "\\"], ["👍", "🟢", "🔴"], ["H", "K", "W"]])
@pytest.mark.parametrize("turned", [False, True])
def test_signs_that_are_not_known_are_named_in_the_refusal(signs: list[str], turned: bool) -> None:
    rows = [HEADS, ["Ann Hale", *signs], ["Bob Moor", *signs]]
    with pytest.raises(FileProblem) as no:
        written(*(zip(*rows, strict=True) if turned else rows))
    assert all(f"“{one}”" in str(no.value) for one in signs)
    assert "none has names" not in str(no.value)
    read = written(*rows, ["; ".join(f"{one} = present" for one in signs)])
    assert marks(read) == [P, P, P]


def test_figures_under_dates_are_no_signs() -> None:
    with pytest.raises(FileProblem, match="none has names down the side"):
        written(HEADS, ["Ann Hale", "12", "7", "9"], ["Bob Moor", "3", "41", "8"])
