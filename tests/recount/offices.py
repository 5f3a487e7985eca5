"""Random offices: boards of any year and target, registers of any letters, plans of any statuses."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from boarddesk.records.file.change import Change
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan.plans import add_plan

ENTERED = date(2024, 1, 2)
STATUSES = ("met", "on_track", "partially_met", "not_on_track", "not_known")
ROLES = ("chair", "vice-chair", *["member"] * 6, "adviser", "adviser", "observer", "secretary")

LEVELS = (("Extreme", 15), ("High", 8), ("Moderate", 4), ("Low", 1))
"""A score keeps the level it was given (domain.md): the least product of each."""


class RandomOffice:
    """One office, its day, and the days on which actions came in later than the plan."""

    def __init__(self, path: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.today = date(2026, 11, 29) - timedelta(self.dice.randint(0, 300))
        self.came_in: dict[str, date] = {}
        self._now = ENTERED
        self.file = OfficeFile.create(
            path, office="Northmoor", clock=self._clock, new_id=lambda: f"{self.dice.getrandbits(64):016x}"
        )
        with self.file.change("Bring everything in") as change:
            self._board(change)
            self._people(change)
            self._meetings(change)
            self._plan(change)
        self._later_actions()
        self._now = self.today

    def _clock(self) -> datetime:
        return datetime.combine(self._now, time(9), UTC)

    # ── who meets when ──

    def _board(self, change: Change) -> None:
        self.board = change.insert(
            "board",
            name="Improvement Board",
            short_name="IB",
            year_start=self.dice.choice(("calendar", "financial", "academic", "municipal")),
            attendance_target=self.dice.choice(("90", "85", "92.5", "75")),
            target_figure=self.dice.choice(("seat", "seat", "personal")),
        )
        self.organisations = [
            change.insert("organisation", name=name, sector="other", position=at)
            for at, name in enumerate(("Council", "Trust", "Forum", "Schools", "Charity"))
        ]

    def _people(self, change: Change) -> None:
        """A seat for each role drawn; some change hands once."""
        roles = self.dice.sample(ROLES, self.dice.randint(6, len(ROLES)))
        self.seats: list[tuple[str, str, str, str, list[tuple[str, date | None, date | None]]]] = []
        for at, role in enumerate(roles):
            of = self.dice.choice(self.organisations)
            expected = role not in ("observer", "secretary")
            seat = change.insert(
                "seat",
                board_id=self.board,
                title=f"Post {chr(65 + at)}",
                organisation_id=of,
                role=role,
                expected=expected,
                counts_for_quorum=expected and role != "adviser",
                position=at,
            )
            leaves = self.today - timedelta(self.dice.randint(40, 200)) if self.dice.random() < 0.3 else None
            holders: list[tuple[str, date | None, date | None]] = []
            for first, last in ((None, leaves), (leaves + timedelta(1) if leaves else None, None))[
                : 2 if leaves else 1
            ]:
                person = change.insert("person", name=f"Person {chr(65 + at)}{'y' if first else 'x'}")
                days = {"from_date": first, "to_date": last}
                change.insert("membership", seat_id=seat, person_id=person, **days)
                holders.append((person, first, last))
            self.seats.append((seat, f"Post {chr(65 + at)}", of, role, holders))

    def _meetings(self, change: Change) -> None:
        day, number = self.today - timedelta(self.dice.randint(300, 560)), 0
        while day < self.today + timedelta(150):
            day += timedelta(self.dice.randint(24, 40))
            if day == self.today:
                day += timedelta(1)
            number += 1
            how = "planned" if day > self.today else self.dice.choice(["held"] * 8 + ["open", "cancelled"])
            meeting = change.insert(
                "meeting",
                board_id=self.board,
                number=number,
                date=day,
                state={"open": "held"}.get(how, how),
            )
            if how in ("held", "open"):
                self._register(change, meeting, day, how=how)

    def _register(self, change: Change, meeting: str, day: date, *, how: str) -> None:
        closed = how == "held"
        roll = change.insert("roll", meeting_id=meeting, opened_on=day, state="closed" if closed else "open")
        letters = self.dice.choice(("PPPVTDAXN", "PPPPPPVVA", "PPPPPPPPP", "PVTDAXNNN"))
        for at, (seat, title, organisation, role, holders) in enumerate(self.seats):
            person = next(who for who, first, last in holders if (first or day) <= day <= (last or day))
            expected = role not in ("observer", "secretary")
            row = change.insert(
                "roll_row",
                roll_id=roll,
                seat_id=seat,
                person_id=person,
                seat_title=title,
                organisation_id=organisation,
                role=role,
                expected=expected,
                counts_for_quorum=expected and role != "adviser",
                position=at,
            )
            if closed or self.dice.random() < 0.5:
                change.insert("attendance_mark", row_id=row, mark=self.dice.choice(letters))

    # ── the plan ──

    def _plan(self, change: Change) -> None:
        plan = add_plan(self.file, "Plan", board_id=self.board)
        self.statuses = {row["key"]: row["id"] for row in self.file.rows("SELECT id, key FROM status")}
        self.areas = [
            change.insert("area", plan_id=plan, number=str(at), title=f"Title {chr(64 + at)}", position=at)
            for at in range(1, self.dice.randint(2, 6) + 1)
        ]
        for number, area in enumerate(self.areas, start=1):
            self._judge(change, area_id=area)
            for at in range(1, self.dice.randint(1, 14)):
                self._action(change, area, f"{number}.{at}", since=None)
            for kind in self.dice.choices(("done", "planned", "decide", "help"), k=self.dice.randint(0, 6)):
                words = f"Do thing {''.join(self.dice.choices('abcdefghij', k=6))}"
                day = self._day(60)
                change.insert("highlight", area_id=area, kind=kind, as_at=day, text=words)
            self._risks(change, area, number)
            for at in range(1, self.dice.randint(1, 4)):
                self._kpi(change, plan, area, f"K{number}.{at}")
        self._fed(change, plan)

    def _day(self, most: int) -> date:
        return self.today - timedelta(self.dice.randint(0, most))

    def _judge(self, change: Change, *, since: date | None = None, **of: str) -> None:
        for sequence in range(self.dice.choice((0, 1, 1, 2, 3))):
            key = self.dice.choice(STATUSES)
            day = max(self._day(200), since or ENTERED)
            change.insert(
                "judgement",
                status_id=self.statuses[key],
                as_at=day,
                sequence=sequence,
                why="It is so",
                **of,
            )

    def _action(self, change: Change, area: str, ref: str, *, since: date | None) -> str:
        due = self.today + timedelta(self.dice.randint(-90, 200))
        action = change.insert(
            "action",
            area_id=area,
            ref=ref,
            text="A thing to do",
            by_when=f"{due.day} {due:%B %Y}",
            earliest=due,
            latest=due,
            precision="day",
            position=int(ref.split(".")[1]),
        )
        self._judge(change, action_id=action, since=since)
        return action

    def _later_actions(self) -> None:
        """Some actions came in after boards that had the plan already."""
        for back in (150, 100, 45):
            self._now = self.today - timedelta(back)
            with self.file.change("Add actions") as change:
                for number, area in enumerate(self.areas, start=1):
                    if self.dice.random() < 0.4:
                        ref = f"{number}.{200 - back}"
                        action = self._action(change, area, ref, since=self._now)
                        self.came_in[action] = self._now

    # ── figures and risks ──

    def _kpi(self, change: Change, plan: str, area: str, ref: str) -> None:
        """A figure for some quarters before today, targets for all, and one quarter to come."""
        kpi = change.insert(
            "kpi",
            plan_id=plan,
            area_id=area,
            ref=ref,
            wording="Share of things",
            unit="%",
            polarity=self.dice.choice(("higher", "lower")),
            baseline_value=str(self.dice.randint(0, 100)),
            headline_comparator=(sign := self.dice.choice(("≥", "≤"))),
            headline_value=str(self.dice.randint(0, 100)) if self.dice.random() < 0.8 else None,
        )
        for at in range(4):
            due = self.today - timedelta(90 * (3 - at) - 20)
            known = due <= self.today and self.dice.random() < 0.7
            change.insert(
                "checkpoint",
                kpi_id=kpi,
                label=f"Quarter {'ABCD'[at]}",
                due=due,
                target_comparator=sign,
                target_value=str(self.dice.randint(0, 100)),
                actual_value=f"{self.dice.randint(0, 999) / 10}" if known else None,
                actual_as_at=due - timedelta(3) if known else None,
                position=at,
            )

    def _fed(self, change: Change, plan: str) -> None:
        self.fed_figure = self.dice.choice(("seat", "personal"))
        change.insert(
            "kpi",
            plan_id=plan,
            ref="K9",
            wording="Seats filled",
            unit="%",
            headline_value=str(self.dice.choice((75, 90))),
            fed_from=f"{self.fed_figure}:{self.board}:year",
        )

    def _risks(self, change: Change, area: str, number: int) -> None:
        for at in range(self.dice.choice((0, 2, 5, 7))):
            risk = change.insert(
                "risk", ref=f"R{number}{at}", title="Something goes wrong", area_id=area, raised_on=ENTERED
            )
            for sequence in range(self.dice.randint(1, 3)):
                size, impact = self.dice.randint(1, 5), self.dice.randint(1, 5)
                change.insert(
                    "risk_score",
                    risk_id=risk,
                    kind="current",
                    likelihood=size,
                    impact=impact,
                    level=next(name for name, lowest in LEVELS if size * impact >= lowest),
                    as_at=self._day(120),
                    sequence=sequence,
                )
