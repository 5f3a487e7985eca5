"""A deputy who cannot have been one is doubted, and nobody else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.registers.deputies import DeputyRow, deputy_doubts
from boarddesk.rules.registers.register import ATTENDED, Mark

P, V, T, D, A, X, N = Mark
NAMES = ["Ann Hale", "Bob Moor", "Cara Finch", "Dev Rao"]


def row(name: str, mark: Mark | None, deputy: str = "") -> DeputyRow:
    return DeputyRow(name, frozenset({name}), mark, deputy, frozenset({deputy} if deputy else ()))


def test_who_is_there_in_an_own_seat_came_for_nobody() -> None:
    assert deputy_doubts([row("Ann Hale", P), row("Bob Moor", D, "Ann Hale"), row("Cara Finch", P)]) == {
        1: "Ann Hale is down as the deputy for Bob Moor, and as there in their own seat."
    }
    assert deputy_doubts([row("Ann Hale", A), row("Bob Moor", D, "Ann Hale")]) == {}


def test_nobody_comes_for_two_at_once_or_for_themselves() -> None:
    says = "Kit Fell is down as the deputy for Ann Hale and Bob Moor at one meeting."
    two = [row("Ann Hale", D, "Kit Fell"), row("Bob Moor", D, "Kit Fell")]
    assert deputy_doubts(two) == {0: says, 1: says}
    assert deputy_doubts([row("Ann Hale", D, "Ann Hale")]) == {0: "Ann Hale cannot be their own deputy."}


rows = st.lists(
    st.tuples(st.sampled_from(list(Mark)), st.sampled_from([*NAMES, "Kit Fell", "Sol Hay"])),
    min_size=4,
    max_size=4,
)


@given(rows)
def test_there_is_a_doubt_where_and_only_where_somebody_would_be_in_two_places(
    drawn: list[tuple[Mark, str]],
) -> None:
    placed = [
        row(name, mark, deputy if mark is D else "")
        for name, (mark, deputy) in zip(NAMES, drawn, strict=True)
    ]
    places = [
        (name, at) for at, (name, (mark, _)) in enumerate(zip(NAMES, drawn, strict=True)) if mark in ATTENDED
    ]
    places += [(deputy, at) for at, (mark, deputy) in enumerate(drawn) if mark is D]
    for at, (mark, deputy) in enumerate(drawn):
        twice = mark is D and (deputy == NAMES[at] or sum(name == deputy for name, _ in places) > 1)
        assert (at in deputy_doubts(placed)) is twice
