"""Slack goes to the column that is cut, and nothing is given twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.ui.widgets.table.columns import shared_out

columns = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.tuples(st.integers(1, 6), st.integers(0, 900)),
    min_size=1,
    max_size=5,
)


@given(st.integers(0, 2000), columns)
def test_no_more_is_given_than_there_is(slack: int, asked: dict[str, tuple[int, int]]) -> None:
    shares = shared_out(slack, asked)
    assert shares.keys() == asked.keys()
    assert slack - len(asked) <= sum(shares.values()) <= slack


@given(st.integers(0, 2000), columns)
def test_a_column_is_cut_only_while_no_other_has_more_than_it_needs(
    slack: int, asked: dict[str, tuple[int, int]]
) -> None:
    shares = shared_out(slack, asked)
    if any(shares[key] + 1 < need for key, (_share, need) in asked.items()):
        assert all(shares[key] <= need for key, (_share, need) in asked.items())
