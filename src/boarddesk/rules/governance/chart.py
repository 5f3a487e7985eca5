"""The governance chart as lengths on a sheet: its boxes, and what runs between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boarddesk.rules.governance.lines import ReportingLine
from boarddesk.rules.governance.placing import Placing, Sizes, Spot, place
from boarddesk.rules.governance.ranks import Body, Governance, governance_on
from boarddesk.rules.governance.routes import Route, run
from boarddesk.rules.people import Board


@dataclass(frozen=True)
class Box:
    """A body where it stands."""

    body: Body
    left: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True)
class Chart:
    """A governance chart, as wide and as high as it is."""

    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]
    wide: float
    high: float


def governance_chart(
    boards: Iterable[Board], lines: Iterable[ReportingLine], when: date, sizes: Sizes
) -> Chart:
    """The lines of a day, drawn."""
    found = governance_on(boards, lines, when, most=sizes.most)
    placing = place(found, sizes)
    tops, routes = run(found.bundles, placing, sizes)
    high = tops[-1] + sizes.box_high if tops else 0
    return Chart(tuple(_boxes(found, placing, tops, sizes)), routes, placing.wide, high)


def _boxes(found: Governance, placing: Placing, tops: list[float], sizes: Sizes) -> Iterable[Box]:
    for at, row in enumerate(found.rows):
        for key in row:
            left = placing.middle[Spot(at, key)] - sizes.box_wide / 2
            yield Box(found.bodies[key], left, tops[at], sizes.box_wide, sizes.box_high)
