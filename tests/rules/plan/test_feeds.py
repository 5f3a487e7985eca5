"""What feeds a KPI, as it is kept and told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.plan.feeds import FedFigure, FedFrom, FedPeriod, Feed, feed_kept, proposed_wording


@given(
    figure=st.sampled_from(FedFigure),
    board=st.text("0123456789abcdef", min_size=16, max_size=16),
    period=st.sampled_from(FedPeriod),
)
def test_a_feed_is_read_as_it_was_kept(figure: FedFigure, board: str, period: FedPeriod) -> None:
    feed = Feed(figure, board, period)
    assert feed_kept(feed.spec) == feed


def test_a_feed_of_version_1_0_0_names_its_board_and_counts_the_board_year() -> None:
    assert feed_kept("seat:SIB") == Feed(FedFigure.SEAT, "SIB", FedPeriod.YEAR)
    assert feed_kept("personal:Youth: north") == Feed(FedFigure.PERSONAL, "Youth: north", FedPeriod.YEAR)


@pytest.mark.parametrize("spec", ["", "seat", "seat:", "actions-complete:1f", "SIB"])
def test_what_is_no_feed_of_this_version_feeds_nothing(spec: str) -> None:
    assert feed_kept(spec) is None


def test_a_feed_says_where_its_figure_comes_from() -> None:
    fed_from = FedFrom(Feed(FedFigure.SEAT, "1f", FedPeriod.MONTHS), "SIB", 2)
    assert fed_from.source == "from the attendance registers of SIB, 2 registers open"
    assert fed_from.source_words == "seats, deputies counted, at SIB, last 12 months"
    assert FedFrom(fed_from.feed, "SIB").source == "from the attendance registers of SIB"


def test_a_new_kpi_is_named_after_figure_and_board() -> None:
    seats = proposed_wording(FedFigure.SEAT, "SEND Improvement Board")
    assert seats == "Seat attendance at the SEND Improvement Board"
    young = proposed_wording(FedFigure.PERSONAL, "The Young People's Council")
    assert young == "Personal attendance at The Young People's Council"
