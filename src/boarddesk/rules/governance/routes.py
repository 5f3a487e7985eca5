"""How lines run between the rows of the chart: upright out of the boxes, level in a lane of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from boarddesk.rules.governance.placing import Placing, Sizes, Spot
from boarddesk.rules.governance.ranks import Bundle

ARROW = 8
"""What the tip of an arrow takes before anything else begins."""

APART, EDGE = 7.0, 12.0
"""Between two lines side by side, and from a line to the corner of its box."""

Point = tuple[float, float]
Stretch = tuple[float, float, float, float]
"""A straight piece of a line, upright or level: x and y where it begins, x and y where it ends."""


@dataclass(frozen=True)
class Route:
    """How a bundle runs: its pieces and where it parts, its arrows' tips, the middle of the word on it."""

    bundle: Bundle
    stretches: tuple[Stretch, ...]
    joints: tuple[Point, ...]
    tips: tuple[Point, ...]
    word: Point


@dataclass
class _Channel:
    """The room under a row: where each bundle comes into it from above, and where it goes on below."""

    comes: dict[int, float] = field(default_factory=dict)
    goes: dict[int, dict[Spot, float]] = field(default_factory=dict)
    words: dict[int, int] = field(default_factory=dict)  # of each bundle that begins here, how far down
    lanes: dict[int, int] = field(default_factory=dict)  # of each bundle that runs level

    def free(self, number: int, wanted: float, slack: float) -> float:
        """The place nearest to the one wanted, at most so far off, where no other bundle stands over it."""
        others = [x for other, x in self.comes.items() if other != number]
        others += [x for other, goes in self.goes.items() for x in goes.values() if other != number]
        steps = [sign * step * APART for step in range(int(slack / APART) + 1) for sign in (1, -1)]
        return next(
            (wanted + step for step in steps if all(abs(wanted + step - x) >= APART for x in others)), wanted
        )

    @property
    def word_lines(self) -> int:
        return max(self.words.values(), default=-1) + 1

    @property
    def lane_count(self) -> int:
        return max(self.lanes.values(), default=-1) + 1


def run(bundles: Sequence[Bundle], placing: Placing, sizes: Sizes) -> tuple[list[float], tuple[Route, ...]]:
    """The top of each row, and the way of each bundle."""
    wiring = _Wiring(bundles, placing, sizes)
    tops = [0.0][: len(placing.rows)]
    for channel in wiring.channels:
        tops.append(tops[-1] + sizes.box_high + _high(channel, sizes))
    return tops, tuple(_route(number, wiring, tops) for number in range(len(bundles)))


def _high(channel: _Channel, sizes: Sizes) -> float:
    return 2 * ARROW + channel.word_lines * sizes.words_high + sizes.room + channel.lane_count * sizes.lane


class _Wiring:
    """Where each bundle comes and goes, channel by channel from the top."""

    def __init__(self, bundles: Sequence[Bundle], placing: Placing, sizes: Sizes) -> None:
        self.bundles, self.sizes = bundles, sizes
        self.row_of = {spot.body: spot.row for spot in placing.middle if spot.body}
        self._middle = dict(
            placing.middle
        )  # a bundle that passes is moved aside where another stands over it
        self.channels = [self._channel(row) for row in range(len(placing.rows) - 1)]

    def span(self, number: int) -> range:
        """The rows under which a bundle runs."""
        bundle = self.bundles[number]
        return range(self.row_of[bundle.hub], max(self.row_of[end] for end in bundle.ends))

    def _channel(self, row: int) -> _Channel:
        made = _Channel()
        running = [number for number in range(len(self.bundles)) if row in self.span(number)]
        for number in running:
            if self.span(number).start < row:
                made.comes[number] = self._middle[Spot(row, bundle=number)]
        self._leave_hubs(made, running, row)
        self._reach_ends(made, running, row + 1)
        _give_lanes(made)
        return made

    def _leave_hubs(self, channel: _Channel, running: Iterable[int], row: int) -> None:
        """Out of the underside of a hub side by side, in the order of where they go."""
        hubs: dict[str, list[int]] = {}
        for number in running:
            if self.span(number).start == row:
                hubs.setdefault(self.bundles[number].hub, []).append(number)
        for hub, numbers in hubs.items():
            left = self._middle[Spot(row, hub)] - self.sizes.box_wide / 2
            stacked = self.sizes.words * len(numbers) > self.sizes.box_wide
            for place, number in enumerate(sorted(numbers, key=self._aim)):
                channel.comes[number] = left + self.sizes.box_wide * (place + 1) / (len(numbers) + 1)
                channel.words[number] = place if stacked else 0

    def _aim(self, number: int) -> float:
        return fmean(self._middle[Spot(self.row_of[end], end)] for end in self.bundles[number].ends)

    def _reach_ends(self, channel: _Channel, running: Sequence[int], row: int) -> None:
        """Into the top of each end side by side, in the order of where they come from; past the others."""
        channel.goes = {number: {} for number in running}
        for number in running:
            spot = Spot(row, bundle=number)
            if spot in self._middle:
                slack = self.sizes.passing / 2
                middle = _straight(self._middle[spot], channel.comes[number], slack)
                self._middle[spot] = channel.free(number, middle, slack)
                channel.goes[number][spot] = self._middle[spot]
        ends: dict[str, list[int]] = {}
        for number in running:
            for end in self.bundles[number].ends:
                if self.row_of[end] == row:
                    ends.setdefault(end, []).append(number)
        for end, numbers in ends.items():
            self._reach(channel, Spot(row, end), sorted(numbers, key=channel.comes.__getitem__))

    def _reach(self, channel: _Channel, spot: Spot, numbers: Sequence[int]) -> None:
        middle, half = self._middle[spot], self.sizes.box_wide / 2
        for place, number in enumerate(numbers):
            wanted = middle - half + 2 * half * (place + 1) / (len(numbers) + 1)
            slack = half - EDGE if len(numbers) == 1 else 2 * APART
            wanted = _straight(wanted, channel.comes[number], slack)
            slack = half - EDGE - abs(wanted - middle)
            channel.goes[number][spot] = channel.free(number, wanted, slack)


def _straight(wanted: float, comes: float, slack: float) -> float:
    """Straight down where that is at most so far from the place wanted."""
    return comes if abs(comes - wanted) <= slack else wanted


def _give_lanes(channel: _Channel) -> None:
    """A lane for each bundle that runs level: the first where no other runs at the same place.

    The short ones first, so that the long ones run below them and cross nothing that comes down.
    """
    taken: list[list[tuple[float, float]]] = []
    reach = {
        number: (min(channel.comes[number], *goes.values()), max(channel.comes[number], *goes.values()))
        for number, goes in channel.goes.items()
    }
    for number, (left, right) in sorted(reach.items(), key=lambda item: item[1][1] - item[1][0]):
        if right - left < 0.5:
            continue
        free = [
            at
            for at, lane in enumerate(taken)
            if all(right + APART < begins or ends + APART < left for begins, ends in lane)
        ]
        at = free[0] if free else len(taken)
        if not free:
            taken.append([])
        taken[at].append((left, right))
        channel.lanes[number] = at


def _route(number: int, wiring: _Wiring, tops: Sequence[float]) -> Route:
    bundle, sizes, span = wiring.bundles[number], wiring.sizes, wiring.span(number)
    stretches: list[Stretch] = []
    joints: list[Point] = []
    below: list[Point] = []
    for row in span:
        channel = wiring.channels[row]
        over, under = tops[row] + sizes.box_high, tops[row + 1]
        comes, goes = channel.comes[number], channel.goes[number]
        if row > span.start:
            stretches.append((comes, tops[row], comes, over))
        lane = over + ARROW + channel.word_lines * sizes.words_high + sizes.room
        lane += channel.lanes.get(number, 0) * sizes.lane
        stretches.append((comes, over, comes, lane))
        stretches += [(x, lane, x, under) for x in goes.values()]
        if number in channel.lanes:
            level = (comes, *goes.values())
            stretches.append((min(level), lane, max(level), lane))
            joints += [(x, lane) for x in set(level) if min(level) < x < max(level)]
        below += [(x, under) for spot, x in goes.items() if spot.body]
    first = wiring.channels[span.start]
    hub = (first.comes[number], tops[span.start] + sizes.box_high)
    down = hub[1] + ARROW + (first.words[number] + 0.5) * sizes.words_high
    tips = [hub] if bundle.leads_up else below
    return Route(bundle, tuple(stretches), tuple(joints), tuple(tips), (hub[0], down))
