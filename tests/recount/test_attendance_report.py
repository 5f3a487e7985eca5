"""Every figure of the attendance report of random offices, against a count apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path

import pytest
from tests.recount.counting import (
    MEMBERS,
    Attendance,
    Count,
    Row,
    between,
    full,
    in_words,
    month,
    personal,
    plain,
    said,
    seat,
    total,
    year_of,
)
from tests.recount.offices import RandomOffice
from tests.recount.paper import Paper, printed

from boarddesk.issuing.attendance import ATTENDANCE
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.records.attendance.report import report as attendance_of
from boarddesk.records.packs.today import briefing
from boarddesk.records.plan.kpis import kpis
from boarddesk.rules.plan.scorecard import reading


def test_every_figure_of_the_attendance_report_is_the_one_counted_apart(
    office: RandomOffice, record_property: Callable[[str, object], None]
) -> None:
    query = DocumentQuery(office.today, board_id=office.board)
    paper = printed(ATTENDANCE.prepare(office.file, query).document)
    counted = Attendance(office.file, office.board, office.today)
    _in_short(paper, counted)
    _facts(paper, counted)
    _three_figures(paper, counted)
    _organisations(paper, counted)
    _registers(paper, counted)
    _each_meeting(paper, counted)
    assert paper.unexplained() == []
    record_property("figures compared", paper.compared)


def _in_short(paper: Paper, counted: Attendance) -> None:
    whole = counted.judged(row for rows in counted.of(MEMBERS) for row in rows)
    if not whole.of:
        return
    what = "Members attended" if counted.is_personal else "Seats were filled"
    side = "at or above" if whole.share() * 100 >= Fraction(counted.target) else "below"
    target = f"{plain(str(counted.target))}%"
    people = [
        total(map(counted.judged, counted.of(MEMBERS, "person_id", who)))
        for who in counted.everyone(MEMBERS, "person_id")
    ]
    expected = [one for one in people if one.of]
    low = sum(one.share() * 100 < Fraction(counted.target) for one in expected)
    below = f"{low} of {len(expected)} members {'is' if low == 1 else 'are'} below it."
    shown = whole.printed(counted.target)
    lead = f"{what} {whole.n} of {whole.of} times ({shown}), {side} the target of {target}."
    reach = below if low else "Every member reaches it."
    paper.says(what, f"{lead} From {between(counted.first, counted.last)}. {reach}")
    organisations = [
        (counted.names[one], total(map(counted.judged, counted.of(MEMBERS, "organisation_id", one))))
        for one in counted.everyone(MEMBERS, "organisation_id")
    ]
    worst = [
        (name, one) for name, one in organisations if one.of and one.share() * 100 < Fraction(counted.target)
    ]
    if worst:
        worst.sort(key=lambda pair: (pair[1].share(), pair[0].casefold()))
        name, lowest = worst[0]
        ids = {counted.names[one]: one for one in counted.everyone(MEMBERS, "organisation_id")}
        stuck = [one for one, _ in worst if counted.headroom(ids[one]) == "Cannot reach it now"]
        names = ["it" if one == name else one for one in stuck]
        listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
        end = year_of(counted.last, counted.board["year_start"])[1]
        never = f"; {listed} cannot reach {target} by {month(end)}" if stuck else ""
        words = f"Lowest organisation: {name}, {said(lowest, counted.target)}{never}."
        paper.says("Lowest organisation", words)


def _facts(paper: Paper, counted: Attendance) -> None:
    meetings = in_words(len(counted.counted))
    (facts,) = [one for one in paper.paragraphs if " counted, " in one]
    paper.same(re.findall(r"(\w+) meetings? counted", facts), [meetings.capitalize()])
    still = len(counted.open)
    paper.same(re.findall(r"(\w+) registers? open", facts), [in_words(still)] if still else [])
    paper.same(re.findall(r"[^·]+ cancelled and do(?:es)? not count", facts), _cancelled(counted))
    paper.paragraphs[paper.paragraphs.index(facts)] = re.sub(r"\d+ meetings? ", "", facts)


def _cancelled(counted: Attendance) -> list[str]:
    """Up to four are named by their days, more are a number."""
    days = [full(one["day"]) for one in sorted(counted.cancelled, key=lambda one: one["day"])]
    if not days:
        return []
    if len(days) > 4:
        return [f" {in_words(len(days))} meetings were cancelled and do not count"]
    named = " and ".join([", ".join(days[:-1]), days[-1]] if len(days) > 1 else days)
    return [f" {named} {'was cancelled and does' if len(days) == 1 else 'were cancelled and do'} not count"]


def _three_figures(paper: Paper, counted: Attendance) -> None:
    members = counted.of(MEMBERS)
    everyone = [row for rows in members for row in rows]
    target = counted.target
    figures = (
        (seat(everyone), _range(counted, seat)),
        (personal(everyone), _range(counted, personal)),
        (counted.representation(members), "See by organisation"),
    )
    ((_, *rows),) = paper.table("Figure", "Count")
    for (_name, *cells), (count, span) in zip(rows, figures, strict=True):
        if not count.of:
            continue
        meets = "Meets target" if count.share() * 100 >= Fraction(target) else "Below target"
        paper.cells(cells, [f"{count.n} of {count.of}", count.printed(target), meets, span])
    trend = [judged for rows in members if (judged := counted.judged(rows)).of]
    if len(trend) >= 3:
        reached = sum(one.share() * 100 >= Fraction(target) for one in trend)
        words = in_words(reached) if reached else "none"
        paper.says(
            "At or above target at", f"At or above target at {words} of {in_words(len(trend))} meetings"
        )
        paper.compared += 2
        least = min([float(one.share() * 100) for one in trend] + [float(target)])
        start = int(least // 10 * 10) - 20 if least >= 60 else 0
        place = next(
            n for n, one in enumerate(paper.paragraphs) if "; lowest " in one or "the same at each" in one
        )
        scale = re.findall(r"Scale from (\d+)%", paper.paragraphs[place])
        paper.same(scale, [str(start)] if start > 0 else [])
        paper.paragraphs[place] = re.sub(r"Scale from \d+%", "", paper.paragraphs[place])


def _range(counted: Attendance, figure: Callable[[Iterable[Row]], Count]) -> str:
    ends = counted.ends(figure)
    if not ends:
        return "–"
    low, high = (said(one, counted.target) for one in ends)
    if ends[0].share() != ends[1].share():
        return f"{low} to\n{high}"
    return low if len(counted.counted) == 1 else "The same at each meeting"


def _organisations(paper: Paper, counted: Attendance) -> None:
    names = sorted(
        counted.everyone(MEMBERS, "organisation_id"), key=lambda one: counted.names[one].casefold()
    )
    for _, *rows in paper.table("Organisation", "Seats"):
        for cells, one in zip(rows, names, strict=True):
            of = counted.of(MEMBERS, "organisation_id", one)
            seats = [len(rows) for rows in of if rows]
            paper.cells(
                cells,
                [
                    counted.names[one],
                    str(seats[-1]),
                    said(total(map(counted.judged, of)), counted.target),
                    said(counted.representation(of), counted.target),
                    counted.headroom(one),
                ],
            )
    for heads, *rows in paper.table("Organisation"):  # the seats filled at each meeting
        newest = len(heads) - 1
        for cells, one in zip(rows, names, strict=True):
            counts = [seat(each) for each in counted.of(MEMBERS, "organisation_id", one)[-newest:]]
            shown = [f"{each.n}/{each.of}" if each.of else "–" for each in counts]
            paper.cells(cells, [counted.names[one], *shown])
        if newest < len(counted.counted):
            title = f"Organisations at the newest {newest} of {len(counted.counted)} meetings"
            paper.says("Organisations at the newest", title)
    for place, words in enumerate(paper.paragraphs):
        if words.startswith("Seats filled at each of"):
            least = min(
                (
                    total(map(seat, counted.of(MEMBERS, "organisation_id", one)))
                    for one in names
                    if total(map(seat, counted.of(MEMBERS, "organisation_id", one))).of
                ),
                key=Count.share,
            )
            found = re.search(r", (\d+) of (\d+)\.$", words)
            if found and newest == len(counted.counted):
                paper.same(Fraction(int(found[1]), int(found[2])), least.share(), figures=2)
            paper.paragraphs[place] = ""


def _registers(paper: Paper, counted: Attendance) -> None:
    """The letters of each person, and beside them the two figures."""
    for who, roles in (("Member", MEMBERS), ("Adviser", {"adviser"})):
        lines: dict[str, list[str]] = {}
        for _, *rows in paper.table(who):
            for name, *cells in rows:
                lines.setdefault(name.split("\n")[0], []).extend(cells)
        people = counted.everyone(roles, "person_id")
        paper.same(sorted(lines), sorted(counted.names[one] for one in people))
        for one in people:
            of = counted.of(roles, "person_id", one)
            marks = [" ".join(row["mark"] for row in rows) or "–" for rows in of]
            figures = (total(map(seat, of)), total(map(personal, of)))
            target = counted.target
            shown = [f"{each.n} of {each.of}\n{each.printed(target)}" if each.of else "–" for each in figures]
            paper.compared += len(marks)
            paper.cells(lines[counted.names[one]], [*marks, *shown])
        if who == "Adviser" and people:
            whole = [total(map(seat, counted.of(roles, "person_id", one))) for one in people]
            together = said(total(whole), counted.target)
            note = next(one for one in paper.paragraphs if "Together " in one)
            paper.same(f"Together {together}" in note, True, figures=3)
            ends = [one for one in whole if one.of]
            if ends:
                low, high = (choose(ends, key=Count.share).printed(None) for choose in (min, max))
                each = low if low == high else f"{low} to {high}"
                paper.same(f"each adviser {each}." in note, True, figures=2)
            paper.paragraphs[paper.paragraphs.index(note)] = ""


def _each_meeting(paper: Paper, counted: Attendance) -> None:
    for _, *rows in paper.table("Meeting"):
        for cells, one, of in zip(rows, counted.counted, counted.of(MEMBERS), strict=True):
            figures = (seat(of), personal(of), counted.representation([of]))
            paper.cells(cells, [full(one["day"]), *(said(each, counted.target) for each in figures)])


def test_attendance_is_the_same_on_today_in_both_reports_and_in_a_kpi_fed_from_it(
    office: RandomOffice,
) -> None:
    counted = Attendance(office.file, office.board, office.today)
    whole = counted.judged(row for rows in counted.of(MEMBERS) for row in rows)
    today = briefing(office.file, office.board, office.today).attendance
    assert (today.total.judged.n, today.total.judged.of) == whole
    assert (today.first, today.last) == (counted.first, counted.last)
    report = attendance_of(
        office.file, today=office.today, board_id=office.board, first=counted.first, last=counted.last
    )
    assert (report.total.judged.n, report.total.judged.of) == whole
    plan_id = str(office.file.value("SELECT id FROM plan"))
    fed = next(one for one in kpis(office.file, plan_id, as_at=office.today) if one.fed_from)
    found = reading(fed, today=office.today)
    of_kpi = total((seat if office.fed_figure == "seat" else personal)(rows) for rows in counted.of(MEMBERS))
    if of_kpi.of:
        assert found is not None
        assert found.figure.words == f"{of_kpi.n} of {of_kpi.of}"
        assert found.figure.counted == (counted.first, counted.last)


def test_a_figure_that_is_not_the_one_counted_is_found(tmp_path: Path) -> None:
    """The count apart is no mirror: a mark changed in it alone is noticed."""
    office = RandomOffice(tmp_path / "office.boarddesk", 0)
    with office.file:
        counted = Attendance(office.file, office.board, office.today)
        query = DocumentQuery(office.today, board_id=office.board)
        paper = printed(ATTENDANCE.prepare(office.file, query).document)
    changed = next(row for rows in counted.of(MEMBERS) for row in rows if row["mark"] in ("P", "V"))
    changed["mark"] = "X"
    with pytest.raises(AssertionError):
        _in_short(paper, counted)
