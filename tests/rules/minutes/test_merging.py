"""Two sides of one text: what is typed stays, and what came from elsewhere comes in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.minutes.block import Block
from boarddesk.rules.minutes.merging import merged

KNOWN = tuple(Block(name, text=name.upper()) for name in "abcd")


@st.composite
def changed(draw: st.DrawFn, by: str) -> tuple[Block, ...]:
    """The text with some blocks changed, taken out or added."""
    made = []
    for block in KNOWN:
        how = draw(st.sampled_from(["same", "same", "changed", "gone", "more"]))
        if how != "gone":
            made.append(replace(block, text=f"{block.text} {by}") if how == "changed" else block)
        if how == "more":
            made.append(Block(f"{by} {block.id}" if by == "kept" else "", text=f"after {block.id} {by}"))
    return tuple(made)


@given(typed=changed("typed"), kept=changed("kept"))
def test_nothing_typed_and_nothing_kept_is_lost(typed: tuple[Block, ...], kept: tuple[Block, ...]) -> None:
    found = merged(KNOWN, typed=typed, kept=kept)
    assert all(block in found for block in typed if block not in KNOWN)
    ours = {block.id for block in typed if block not in KNOWN}
    assert all(block in found for block in kept if block not in KNOWN and block.id not in ours)
    both = [block for block in KNOWN if block in typed and block in kept]
    assert all(block in found for block in both)
    gone = [block for block in KNOWN if block not in typed or block not in kept]
    assert not any(block in found for block in gone)
    assert len({block.id for block in found if block.id}) == len([block for block in found if block.id])


def test_what_changed_on_one_side_only_is_that_side() -> None:
    other = (*KNOWN, Block("e", text="E"))
    assert merged(KNOWN, typed=KNOWN, kept=other) == other
    assert merged(KNOWN, typed=other, kept=KNOWN) == other


def test_what_is_typed_stands_after_what_it_was_typed_after() -> None:
    typed = (*KNOWN[:2], Block(text="typed"), *KNOWN[2:])
    kept = (Block("e", text="E"), *KNOWN[1:])
    assert [block.text for block in merged(KNOWN, typed=typed, kept=kept)] == ["E", "B", "typed", "C", "D"]
