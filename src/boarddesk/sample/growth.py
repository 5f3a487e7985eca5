"""Grows the sample for benchmarks: more years, boards, seats and actions, from the same seed."""

from __future__ import annotations

import random
from dataclasses import replace

from boarddesk.rules.people import Role
from boarddesk.sample.diary import SEED
from boarddesk.sample.people import BODIES, Place, held_by
from boarddesk.sample.registers import BoardStory
from boarddesk.sample.seating import IMPROVEMENT_BOARD, SampleBoard, SampleLine
from boarddesk.sample.story import PlannedAction, Theme

PLACES = (
    "Harrowby",
    "Skelden",
    "Marram",
    "Thornsey",
    "Eastmere",
    "Coldbeck",
    "Ravensby",
    "Hollin",
    "Otterdale",
    "Wrayton",
)
GROUPS = ("Locality Group", "Working Group", "Schools Group", "Health Group")
FIRST_NAMES = (
    "Agnes",
    "Bilal",
    "Carol",
    "Dylan",
    "Esme",
    "Farah",
    "George",
    "Hanna",
    "Imran",
    "Jess",
    "Karl",
    "Leila",
)
LAST_NAMES = (
    "Ainsty",
    "Birkdale",
    "Crozier",
    "Dunmore",
    "Ellwood",
    "Fenby",
    "Garrick",
    "Hexton",
    "Jowett",
    "Kelso",
)
MARKS, CHANCES = "PVTDAXN", (62, 12, 2, 6, 11, 5, 2)
SEATS_A_STEP, MOST_SEATS = 9, 60


def seats_at(scale: int) -> int:
    """15 seats at the first scale, 60 at the sixth and above."""
    return min(MOST_SEATS, 15 + SEATS_A_STEP * (scale - 1))


def grown_boards(scale: int) -> tuple[SampleBoard, ...]:
    """Two more boards for each step of the scale."""
    return tuple(_grown_board(number, scale) for number in range(1, 2 * (scale - 1) + 1))


def _grown_board(number: int, scale: int) -> SampleBoard:
    place, group = PLACES[number % len(PLACES)], GROUPS[number % len(GROUPS)]
    return replace(
        IMPROVEMENT_BOARD,
        name=f"{place} {group} {number}",
        short=f"G{number:02}",
        lines=(SampleLine("SIB"),),
        rules=(),
        places=tuple(_grown_place(number, seat) for seat in range(seats_at(scale))),
    )


def _grown_place(board: int, seat: int) -> Place:
    count = board * MOST_SEATS + seat
    first = FIRST_NAMES[count % len(FIRST_NAMES)]
    last = LAST_NAMES[count // len(FIRST_NAMES) % len(LAST_NAMES)]
    return Place(
        f"Member {seat + 1}",
        BODIES[seat % len(BODIES)].short,
        held_by(f"{first} {last} {count}"),
        marks="",
        role=Role.CHAIR if seat == 0 else Role.MEMBER,
        deputies=(f"{last} {first} {count}",),
    )


def grown_mark(place: Place, count: int) -> str:
    """A likely mark, the same each time for the same seat and board."""
    chance = random.Random(f"{SEED} {place.title} {place.holders} {count}")
    if place.holder(count) is None:
        return "N"
    letter = chance.choices(MARKS, CHANCES)[0]
    return "P" if letter == "D" and not place.deputies else letter


def older_mark(place: Place, count: int) -> str:
    """What was written for the sample, and a likely mark for the boards before."""
    told = place.marks.replace(" ", "")
    if -count <= len(told):
        return place.mark(count)
    return grown_mark(place, count) if place.since <= count else "."


GROWN_SEATED = BoardStory(grown_mark, cancelled={}, together=True)


def grown_themes(themes: tuple[Theme, ...], copy: int) -> tuple[Theme, ...]:
    """The areas once more, numbered on, for a longer plan."""
    return tuple(_grown_theme(theme, str(int(theme.number) + copy * len(themes))) for theme in themes)


def _grown_theme(theme: Theme, number: str) -> Theme:
    actions = tuple(_grown_action(action, number) for action in theme.actions)
    return replace(theme, number=number, actions=actions)


def _grown_action(action: PlannedAction, number: str) -> PlannedAction:
    return replace(action, ref=f"{number}.{action.ref.partition('.')[2]}", proof=())
