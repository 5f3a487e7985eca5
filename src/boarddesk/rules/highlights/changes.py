"""What changed in an area since the last board, worked out from statuses, dates, scores and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from boarddesk.rules.dates.deadlines import moved
from boarddesk.rules.highlights.actions import status_before
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack
from boarddesk.rules.plan.actions import Action, is_complete, ref_order
from boarddesk.rules.plan.scorecard import corrected
from boarddesk.rules.risks.movement import Way, movement
from boarddesk.rules.what_changed import (
    action_ended,
    date_moved,
    first_declared,
    score_moved,
    status_closed,
    status_moved,
    things_added,
)
from boarddesk.rules.wording import bound, number

LONGEST_BULLET: Final = 170


def changes(area: AreaPack, pack: HighlightPack) -> tuple[str, ...]:
    """Every status that moved; then dates and new actions, and risks and corrections, two lines of each.

    A status is what a board is judged on: none of those is ever left out.
    """
    if pack.period.last_board is None:
        return ()
    moves = [*_area(area), *_statuses(area), *_met(area), *_first_declared(area)]
    others = ([*_ended(area, pack), *_dates(area), *_new(area)], list(_figures(area, pack)))
    return (*_whole(moves), *(_bullet(group) for group in others if group))


def _whole(moves: Sequence[str]) -> tuple[str, ...]:
    """All of them, in bullets of two lines."""
    bullets: list[str] = []
    for move in moves:
        if bullets and len(f"{bullets[-1]} {move}") <= LONGEST_BULLET:
            bullets[-1] = f"{bullets[-1]} {move}"
        else:
            bullets.append(move)
    return tuple(map(bound, bullets))


def _bullet(sentences: Sequence[str]) -> str:
    """As many whole sentences as two lines hold, and how many more there are."""
    kept, more = list(sentences), 0
    while len(kept) > 1 and len(" ".join(kept)) > LONGEST_BULLET:
        kept.pop()
        more += 1
    rest = f" And {number(more)} more." if more else ""
    return bound(" ".join(kept) + rest)


def _area(area: AreaPack) -> Iterator[str]:
    now = area.area.declared
    if area.last and now and now.key != area.last.status.key:
        why = area.area.judgements[0].why
        yield status_moved(["The area"], area.last.status.label, now.label, why=why, area=area.area)


def _ordered(area: AreaPack) -> list[Action]:
    return sorted(area.area.actions, key=lambda action: ref_order(action.ref))


def _statuses(area: AreaPack) -> Iterator[str]:
    for action in _ordered(area):
        there, before = status_before(area, action)
        now = action.declared
        if there and before and now and now.key != before.key and not is_complete(action):
            why = action.judgements[0].why
            yield status_moved([action.ref], before.label, now.label, why=why, area=area.area)


def _met(area: AreaPack) -> Iterator[str]:
    known = [(action, *status_before(area, action)) for action in _ordered(area)]
    met = [action for action, there, before in known if there and is_complete(action)
           and not (before and before.is_a.closed)]  # fmt: skip
    for label, refs in _by_label(met):
        yield status_closed(refs, label)
    for action, there, before in known:
        now = action.declared
        if there and before and now and before.is_a.closed and is_complete(action) and now.key != before.key:
            why = action.judgements[0].why
            yield status_moved([action.ref], before.label, now.label, why=why, area=area.area)


def _first_declared(area: AreaPack) -> Iterator[str]:
    """Actions that were there and of which nobody had said how they stand."""
    first = [
        action
        for action in _ordered(area)
        if status_before(area, action) == (True, None) and action.declared and not is_complete(action)
    ]
    for label, refs in _by_label(first):
        yield first_declared(refs, label)


def _by_label(actions: Iterable[Action]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for action in actions:
        if action.declared:
            found.setdefault(action.declared.label, []).append(action.ref)
    yield from found.items()


def _new(area: AreaPack) -> Iterator[str]:
    known = [(action, status_before(area, action)[0]) for action in _ordered(area)]
    new = [action.ref for action, there in known if not there]
    if new and len(new) < len(known):
        yield things_added(new)


def _dates(area: AreaPack) -> Iterator[str]:
    before = dict(area.last_by_when)
    for action in _ordered(area):
        old = before.get(action.id)
        if old is not None and moved(old, action.by_when):
            yield date_moved(action.ref, old, action.by_when)


def _ended(area: AreaPack, pack: HighlightPack) -> Iterator[str]:
    """What decisions ended since the last board."""
    last = pack.period.last_board
    for action in _ordered(area):
        by = action.ended
        if by is not None and last is not None and by.in_force_from > last:
            yield action_ended(action.ref, by)


def _figures(area: AreaPack, pack: HighlightPack) -> Iterator[str]:
    for risk in area.risks:
        went = movement(risk, last_board=pack.period.last_board, today=pack.as_at)
        if went and went.was is not None and went.way in (Way.UP, Way.DOWN):
            yield score_moved(risk.ref, went.was, risk.current[0])
    first = pack.period.first
    for kpi in area.kpis:
        for step in kpi.checkpoints:
            for restated in step.restatements:
                if first is None or first <= restated.made_on <= pack.period.last:
                    yield corrected(kpi, step, restated.old, restated.new)
