"""A document's own key to its statuses goes before what colours and letters usually mean."""

from __future__ import annotations

import pytest

from boarddesk.importing.plan.legend import (
    explained_in,
    is_key,
    key_of_table,
    shaded_words,
    used_signs,
    with_entries,
)
from boarddesk.importing.tables.grid import Cell, Grid, Text
from boarddesk.rules.statuses.status import SCHEMES, StatusIs

COMPLETE, ON_COURSE, OFF_COURSE = StatusIs.COMPLETE, StatusIs.ON_COURSE, StatusIs.OFF_COURSE


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("B = complete; G – on track; R: overdue", ["B", "G", "R"]),
        ("RAG key: Blue - complete, Green - on track, Red - overdue", ["Blue", "Green", "Red"]),
        ("Blue: complete | Green: on track | Red: late", ["Blue", "Green", "Red"]),
        ("Blue means complete, Green means on track, Red is late", ["Blue", "Green", "Red"]),
        ("🔵 = complete 🟢 = on track 🔴 = overdue", ["🔵", "🟢", "🔴"]),
        ("🔵 complete 🟢 on track 🔴 overdue", ["🔵", "🟢", "🔴"]),
    ],
)
def test_a_key_on_one_line_is_read_sign_by_sign(line: str, signs: list[str]) -> None:
    assert is_key(line)
    entries = explained_in(line)
    assert [entry.sign for entry in entries] == signs
    assert [entry.is_a for entry in entries] == [COMPLETE, ON_COURSE, OFF_COURSE]


@pytest.mark.parametrize(
    "line",
    ["Red", "Status: Green", "We met A - the head of the school", "Amber means in progress", "R issues"],
)
def test_a_line_that_explains_one_sign_or_none_is_no_key(line: str) -> None:
    assert not is_key(line)


def test_one_sign_is_enough_where_the_line_is_headed_as_a_key() -> None:
    assert is_key("Key: A = delayed")


def _grid(*rows: tuple[str | Cell, ...]) -> Grid:
    def made(cell: str | Cell) -> Cell:
        return cell if isinstance(cell, Cell) else Cell((cell,) if cell else ())

    return Grid(1, tuple(tuple(map(made, row)) for row in rows))


@pytest.mark.parametrize(
    "rows",
    [
        (("Blue", "Complete"), ("Green", "On track"), ("Red", "Late")),
        (("Blue", "Green", "Red"), ("Complete", "On track", "Late")),
        (("Blue", "Complete", "Green", "On track", "Red", "Late"),),
        (("Blue = complete; Green = on track; Red = late", "Green"), ("Red", "")),
    ],
)
def test_a_key_is_read_whichever_way_it_lies(rows: tuple[tuple[str, ...], ...]) -> None:
    assert [entry.is_a for entry in key_of_table(_grid(*rows))] == [COMPLETE, ON_COURSE, OFF_COURSE]


def test_a_key_of_colours_without_words_gives_each_colour_its_meaning() -> None:
    entries = key_of_table(_grid((Cell(shading="00B050"), "Complete"), (Cell(shading="FF0000"), "Late")))
    assert [(entry.fill, entry.is_a) for entry in entries] == [("00B050", COMPLETE), ("FF0000", OFF_COURSE)]


def test_a_table_of_another_kind_is_no_key() -> None:
    assert key_of_table(_grid(("Ref", "Action"), ("1.1", "Publish it"))) == []
    assert key_of_table(_grid(("Green", "On track"))) != []
    assert key_of_table(_grid(("Ref", "RAG", "Action"), ("1.1", "Green", "Publish it"))) == []


def test_only_a_shaded_text_that_is_a_statuss_word_explains_its_colour() -> None:
    texts = [Text("On track", shading="0070C0"), Text("On track"), Text("Northmoor", shading="0070C0")]
    assert [(entry.sign, entry.fill) for entry in shaded_words(texts)] == [("On track", "0070C0")]


def _read(words: list[str], key: str = "") -> dict[str, str]:
    cells = [Cell((word,)) for word in words]
    found = with_entries(used_signs(cells), explained_in(key))
    reader = found.reader(found.scheme())
    return {cell.line: reader.of_cell(cell).label for cell in cells}


def test_amber_is_on_track_where_the_key_says_so() -> None:
    key = "Amber = on track; Green = complete; Red = overdue"
    found = with_entries(used_signs([Cell(("Amber",))]), explained_in(key))
    kinds = {status.label: status.is_a for status in found.scheme().statuses}
    assert kinds == {"Green": COMPLETE, "Amber": ON_COURSE, "Red": OFF_COURSE}
    assert _read(["Amber", "A", "Green"], key) == {"Amber": "Amber", "A": "Amber", "Green": "Green"}


def test_amber_stays_at_risk_where_the_key_says_on_track_but_with_delays() -> None:
    (entry, _) = explained_in("Amber = on track but some delays; Red = late")
    assert entry.is_a is StatusIs.AT_RISK


def test_a_plan_of_words_alone_keeps_its_words() -> None:
    read = _read(["In progress", "Complete", "Delayed: no chair", "Choose an item."])
    assert list(read.values()) == ["In progress", "Complete", "Delayed", ""]


def test_a_word_spelt_in_two_ways_is_one_status() -> None:
    assert set(_read(["Not started", "Not-started", "On-track", "On track"]).values()) == {
        "Not started",
        "On-track",
    }


def test_coloured_circles_are_those_colours() -> None:
    assert _read(["🔴", "🟢", "🟠"]) == {"🔴": "Red", "🟢": "Green", "🟠": "Amber"}


def test_letters_without_a_key_are_those_of_a_shipped_scheme() -> None:
    found = used_signs([Cell(("R",)), Cell(("A",)), Cell(("G",))])
    assert found.scheme() in SCHEMES
    assert _read(["R", "A", "G"]) == {"R": "Red", "A": "Amber", "G": "Green"}


def test_of_two_explanations_of_a_sign_the_first_holds() -> None:
    found = with_entries(used_signs([]), explained_in("R = late; G = on track; R = complete"))
    assert {entry.sign: entry.is_a for entry in found.entries} == {"R": OFF_COURSE, "G": ON_COURSE}
