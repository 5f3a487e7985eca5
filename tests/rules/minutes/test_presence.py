"""Who was there for an item is said in sentences, in the order business was taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.rules.rolls import BOARD, register, row

from boarddesk.rules.agenda.item import AgendaItem
from boarddesk.rules.agenda.laid_out import lay_out
from boarddesk.rules.minutes.minutes import ItemMinute
from boarddesk.rules.minutes.presence import Presence, presence, presence_sentences, taken_order
from boarddesk.rules.registers.declarations import Conduct, Declaration
from boarddesk.rules.registers.register import Guest, Register, RollRow

FOUR = replace(BOARD, quorum="4")


def items(**taken: tuple[str, int]) -> tuple[ItemMinute, ...]:
    """Items 1, 2, 3, 4.1, 4.2 and 5 of ten minutes from 13:30; `i4_1=("13:58", 3)` says when it began."""
    parents = {"4.1": "4", "4.2": "4"}
    rows = lay_out(
        [
            AgendaItem(
                number, "m", f"Item {number}", parents.get(number), minutes=None if number == "4" else 10
            )
            for number in ("1", "2", "3", "4", "4.1", "4.2", "5")
        ],
        start="13:30",
        length=120,
    ).rows
    began = {key[1:].replace("_", "."): value for key, value in taken.items()}
    return tuple(
        ItemMinute(row, began=began.get(row.number, ("", 0))[0], sequence=began.get(row.number, ("", 0))[1])
        for row in rows
    )


def room(*rows: RollRow) -> Register:
    return register(date(2026, 6, 9), [*rows, *(row(who) for who in "wxyz")])


def stayed(who: str, start: str = "", end: str = "") -> RollRow:
    return replace(row(who, "T"), part_from=start, part_to=end)


def left_for(who: str, item: str, did: Conduct = Conduct.LEFT) -> Declaration:
    return Declaration("d", "m", who, who, "works there", did, item, f"Item {item}", item)


def during(item: str, taken: Register, *, at: str = "") -> Presence:
    declared = [left_for("Nadia", "4.1")]
    return presence(FOUR, taken, declared, items(), item_id=item, at=at)


def test_who_left_for_an_item_is_said_there_and_counts_in_no_quorum_of_it() -> None:
    found = during("4.1", room(row("Nadia"), stayed("Daniel", end="4.2")))
    assert found.sentences == (
        "Nadia left for item 4.1 (declared interest).",
        "Daniel leaves after item 4.2.",
    )
    assert found.quorum.present == 5
    assert during("4.2", room(row("Nadia"))).quorum.present == 5


def test_who_has_gone_or_is_yet_to_come_is_said_and_not_counted() -> None:
    taken = room(stayed("Gone", end="3"), stayed("Late", start="5"))
    found = during("4.2", taken)
    assert found.sentences == ("Gone left after item 3.", "Late joins at item 5.")
    assert (found.quorum.present, found.quorum.quorate) == (4, True)
    assert during("3", taken).quorum.present == 5


def test_the_time_decides_where_a_time_was_given() -> None:
    taken = room(stayed("Late", start="14:10"), stayed("Gone", end="14:30"))
    assert during("4.2", taken, at="14:05").sentences == ("Late joins at 14:10.", "Gone leaves at 14:30.")
    assert during("4.2", taken, at="14:10").sentences == ("Gone leaves at 14:30.",)
    assert during("5", taken, at="14:31").sentences == ("Gone left at 14:30.",)
    assert during("5", taken).quorum.present == 6


def test_whoever_left_after_an_item_was_there_for_what_was_taken_before_it() -> None:
    taken = room(stayed("Daniel", end="4"))
    began = {"i5": ("13:40", 2), "i1": ("13:30", 1), "i4_1": ("13:50", 3), "i4_2": ("14:00", 4)}
    assert [item.row.number for item in taken_order(items(**began))] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "4.1",
        "4.2",
    ]
    found = presence(FOUR, taken, [left_for("Nadia", "4.1")], items(**began), item_id="5")
    assert found.quorum.present == 5
    assert during("5", taken).sentences == ("Daniel left after item 4.",)


def test_the_minutes_say_under_each_item_who_came_and_who_went() -> None:
    taken = replace(
        room(stayed("Late", start="2"), stayed("Daniel", end="4"), stayed("Brief", "4.1", "4.1")),
        guests=(Guest("g", "Leila Grant", arrived="13:45", departed="14:05"),),
    )
    declared = [
        left_for("Nadia", "4.1"),
        left_for("Omar", "5", Conduct.NO_PART),
        left_for("Eve", "5", Conduct.STAYED),
    ]
    found = presence_sentences(taken, declared, items(i1=("13:30", 1), i2=("13:44", 2), i4_1=("14:00", 3)))
    assert {item: told for item, told in found.items() if told} == {
        "2": ("Late joined at item 2.", "Leila Grant joined at 13:45."),
        "4.1": (
            "Brief was there for item 4.1 only.",
            "Nadia left for item 4.1 (declared interest).",
            "Leila Grant left at 14:05.",
        ),
        "4.2": ("Daniel left after item 4.",),
        "5": ("Omar took no part in item 5 (declared interest).",),
    }


def test_a_time_before_any_item_began_belongs_to_the_first_and_none_needs_an_agenda() -> None:
    taken = room(stayed("Late", start="13:35"))
    assert presence_sentences(taken, [], items())["1"] == ("Late joined at 13:35.",)
    assert presence_sentences(taken, [], ()) == {}
