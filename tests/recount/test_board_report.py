"""Every figure of the whole board's report of random offices, against a count apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.recount.counting import (
    MEMBERS,
    Attendance,
    Count,
    Plan,
    Row,
    between,
    in_words,
    personal,
    plain,
    reaches,
    said,
    seat,
    short,
    total,
)
from tests.recount.offices import LEVELS, RandomOffice
from tests.recount.paper import Paper, printed

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.records.file.office_file import OfficeFile

LABELS = {
    "met": "met",
    "on_track": "on track",
    "partially_met": "partially met",
    "not_on_track": "not on track",
    "not_known": "not known",
}


def test_every_figure_of_the_boards_report_is_the_one_counted_apart(
    office: RandomOffice, record_property: Callable[[str, object], None]
) -> None:
    paper = printed(HIGHLIGHT.prepare(office.file, DocumentQuery(office.today)).document)
    counted, plan = (
        Attendance(office.file, office.board, office.today),
        Plan(office.file, office.today, office.came_in),
    )
    meeting = next(one["day"] for one in counted.meetings if one["day"] > office.today)
    _first_sentences(paper, plan, meeting)
    _glance(paper, plan)
    _bars(paper, plan)
    _attendance(paper, counted)
    _areas(paper, plan)
    _scorecards(paper, office, counted, meeting)
    _risks(paper, office.file, plan)
    _charts(paper, office, counted, plan)
    record_property("figures compared", paper.compared)
    assert paper.unexplained() == []


def _first_sentences(paper: Paper, plan: Plan, meeting: date) -> None:
    place = next(n for n, one in enumerate(paper.paragraphs) if "overdue" in one or "Nothing is asked" in one)
    text, many = paper.paragraphs[place], len(plan.actions)
    late = sum(len(plan.late(area["number"])) for area in plan.areas)
    if many:
        late_words = (
            f"{late} of {many} actions {'is' if late == 1 else 'are'} overdue"
            if late
            else "No action is overdue"
        )
        paper.same(late_words in text, True, figures=2)
    stands = [plan.status(area["id"], plan.today) for area in plan.areas]
    off = stands.count("not_on_track")
    if off:
        areas = f"{in_words(off)} area{'s' if off > 1 else ''} of {in_words(len(stands))}"
        all_of = {1: "the area", 2: "both areas"}.get(off, f"all {in_words(off)} areas")
        paper.same(text.lower().startswith(all_of if off == len(stands) else areas), True, figures=2)
    asked = {"decision": plan.asked("decide", meeting), "help": plan.asked("help", meeting)}
    for found, kind in ((r"(\w+) decisions?\b", "decision"), (r"(\w+) pieces? of help", "help")):
        counts = [word.lower() for word in re.findall(found, text)]
        paper.same(counts, [in_words(asked[kind])] if asked[kind] else [])
    paper.paragraphs[place] = text.replace(f"{late} of {many} actions", "")


def _glance(paper: Paper, plan: Plan) -> None:
    ((_, *rows),) = paper.table("Area", "Status now")
    for cells, area in zip(rows, plan.areas, strict=True):
        actions, late = plan.of_area(area["number"]), plan.late(area["number"])
        met = sum(plan.status(one["id"], plan.today) == "met" for one in actions)
        shown = f"{met} of {len(actions)}" if actions else "No actions"
        paper.cells(cells[4:6], [shown, str(len(late)) if late else "None"])


def _bars(paper: Paper, plan: Plan) -> None:
    days = [*plan.boards[-3:], plan.today]
    if len(days) < 3:
        return
    then, now = (len(plan.on(day)) for day in (days[0], days[-1]))
    was, met = (plan.many("met", day) for day in (days[0], days[-1]))
    off = plan.many("not_on_track", plan.today)
    if was != met:
        verb = "rises" if met > was else "falls"
        lead = f"Met {verb} from {was}{f' of {then}' if then != now else ''} to {met} of {now}; "
    else:
        lead = f"Met stays at {met} of {now}{f', where there were {then}' if then != now else ''}; "
    paper.says(
        "Met ", f"{lead}{in_words(off) if off else 'none'} {'are' if off > 1 else 'is'} now not on track."
    )


def _attendance(paper: Paper, counted: Attendance) -> None:
    whole = counted.judged(row for rows in counted.of(MEMBERS) for row in rows)
    if not whole.of:
        return
    side = "at or above" if whole.share() * 100 >= Fraction(counted.target) else "below"
    counts = (
        "seats whose own member came" if counted.is_personal else "seats filled by the member or a deputy"
    )
    meetings = f"{in_words(len(counted.counted))} meeting{'s' if len(counted.counted) > 1 else ''}"
    low, high = (said(one, counted.target) for one in counted.ends(counted.judged))
    still = len(counted.open)
    paper.says(
        f"{whole.n} of {whole.of} (",
        f"{said(whole, counted.target)}, {side} the target of {plain(str(counted.target))}%. "
        f"This counts {counts}, of seats expected, at {meetings} "
        f"from {between(counted.first, counted.last)}. Lowest {low}, highest {high}."
        + (
            f" {in_words(still).capitalize()} register{'s' if still > 1 else ''} still open." if still else ""
        ),
    )
    paper.compared += 1 + bool(still)


def _areas(paper: Paper, plan: Plan) -> None:
    tables = paper.table("Status now", "Last board")
    for (_, cells), area in zip(tables, plan.areas, strict=True):
        actions, late = plan.of_area(area["number"]), plan.late(area["number"])
        stands = [plan.status(one["id"], plan.today) or "not_known" for one in actions]
        shown = f"{stands.count('met')} of {len(actions)}" if actions else "No actions"
        more = f" and {len(late) - 6} more" if len(late) > 6 else ""
        many = f"{len(late)} action{'s' if len(late) > 1 else ''}: {', '.join(late[:6])}{more}"
        paper.cells(cells[3:5], [shown, many if late else "None"])
        if not actions:
            continue
        place = next(n for n, one in enumerate(paper.paragraphs) if re.match(r"\d+ actions?: ", one))
        text = paper.paragraphs[place]
        paper.same(int(text.split(" ")[0]), len(actions))
        for key, label in LABELS.items():
            found = re.findall(rf"(?:: |, )(\d+) {label}\b", text)
            paper.same([int(one) for one in found], [stands.count(key)] if stands.count(key) else [])
        paper.paragraphs[place] = ""
    for table in paper.table("Ref", "Action"):
        paper.same(all(row[0] for row in table[1:]), True, figures=0)


def _scorecards(paper: Paper, office: RandomOffice, counted: Attendance, meeting: date) -> None:
    tables = paper.table("Ref", "KPI")
    shown = {row[0]: row for _, *rows in tables for row in rows}
    known = office.file.rows("SELECT * FROM kpi WHERE fed_from = '' ORDER BY ref")
    paper.same(sorted(shown), sorted([*(row["ref"] for row in known), "K9"]))
    for kpi in known:
        steps = office.file.rows("SELECT * FROM checkpoint WHERE kpi_id = ? ORDER BY position", (kpi["id"],))
        reached = [
            at for at, one in enumerate(steps) if one["actual_value"] or one["due"] <= meeting.isoformat()
        ]
        at = reached[-1]
        figures = [(n, one) for n, one in enumerate(steps[: at + 1]) if one["actual_value"]]
        step, has = steps[at], bool(steps[at]["actual_value"])
        newest = figures[-1][1] if figures else None
        sign = kpi["headline_comparator"]
        expected = (
            "no data" if not has else reaches(sign, Fraction(step["actual_value"]), step["target_value"])
        )
        shape = {"met": "✔", "not met": "✖", "no data": "–"}[expected]
        verdict = [f"{shape} {expected.capitalize()}"]
        word = {("higher", "≥"): "", ("lower", "≤"): ""}.get(
            (kpi["polarity"], sign), {"≥": "at least ", "≤": "at most "}[sign]
        )
        if newest and kpi["headline_value"]:
            side = reaches(sign, Fraction(newest["actual_value"]), kpi["headline_value"])
            verdict.append(f"headline {word}{kpi['headline_value']}%: {side}")
        value = f"{plain(newest['actual_value'])}%" if newest else ""
        day = short(date.fromisoformat(newest["actual_as_at"])) if newest else ""
        actual = [value, day] if has else ["No data", f"last known, {day}", value] if newest else ["No data"]
        aim = f"{'at least' if sign == '≥' else 'at most'} {step['target_value']}%"
        before = [one for n, one in figures if n < at]
        ref, _wording, baseline, target, figure, judged, direction = shown[kpi["ref"]]
        paper.cells(
            [ref, baseline, target, figure, judged],
            [kpi["ref"], f"{kpi['baseline_value']}%", aim, "\n".join(actual), "\n".join(verdict)],
        )
        if has and before:
            paper.same(direction.split("from ")[-1], f"{plain(before[-1]['actual_value'])}%")
    _fed(paper, office, counted, shown["K9"])
    place = next(n for n, one in enumerate(paper.paragraphs) if one.startswith("K9: from the attendance"))
    still = re.findall(r"(\d+) registers? open", paper.paragraphs[place])
    paper.same(still, [str(len(counted.open))] if counted.open else [])
    paper.paragraphs[place] = ""
    for place, words in enumerate(paper.paragraphs):  # the finding of a chart names steps and a KPI alone
        if words.startswith(("K", "Declared")):
            paper.paragraphs[place] = words.replace("%", "")


def _fed(paper: Paper, office: RandomOffice, counted: Attendance, row: list[str]) -> None:
    if not counted.counted:
        return
    figure = seat if office.fed_figure == "seat" else personal
    count = total(figure(rows) for rows in counted.of(MEMBERS))
    headline = office.file.rows("SELECT headline_value FROM kpi WHERE ref = 'K9'")[0]["headline_value"]
    if not count.of:
        return
    side = "met" if count.share() * 100 >= int(headline) else "not met"
    lines = row[4].split("\n")
    paper.same(lines[0], f"{count.n} of {count.of}", figures=2)
    paper.same(lines[1], f"{plain(_to_one_place(count, int(headline)))}%")
    paper.same(lines[2], _in_short_between(counted.first, counted.last))
    shape = "✔" if side == "met" else "✖"
    paper.same(row[5], f"{shape} {side.capitalize()}\nheadline {headline}%: {side}")


def _to_one_place(count: Count, headline: int) -> str:
    exact = count.share() * 100
    for places in range(1, 9):
        value = (Decimal(exact.numerator) / exact.denominator).quantize(
            Decimal(1).scaleb(-places), ROUND_HALF_UP
        )
        true = (value == 100) == (exact == 100) and (value == 0) == (exact == 0)
        if true and (value >= headline) == (exact >= headline):
            return str(value)
    raise AssertionError(exact)


def _in_short_between(first: date, last: date) -> str:
    begins = short(first)
    return f"{begins[:-5] if first.year == last.year else begins} to {short(last)}"


def _charts(paper: Paper, office: RandomOffice, counted: Attendance, plan: Plan) -> None:
    """The numbers of every chart, in the tables at the end."""
    for heads, *rows in paper.table("Day"):
        for cells, day in zip(rows, [*plan.boards[-3:], plan.today], strict=True):
            there = plan.on(day)
            keys = [plan.status(one["id"], day) or "not_known" for one in there]
            paper.same(heads[1:], [*(LABELS[key].capitalize() for key in LABELS), "All"])
            paper.cells(cells[1:], [*(str(keys.count(key)) for key in LABELS), str(len(there))])
    titles = paper.paragraphs[paper.paragraphs.index("The charts in figures") :] if _has_charts(paper) else []
    named = (re.match(r"(K[\d.]+), .*\.$", one) for one in titles)
    refs = list(dict.fromkeys(found[1] for found in named if found))
    columns: list[tuple[str, ...]] = []
    for heads, *rows in paper.table("Figure"):
        by_name = {name: cells for name, *cells in rows}
        columns += zip(heads[1:], by_name["Actual"], by_name["Step target"], strict=True)
    expected = [one for ref in refs for one in _steps(ref, office, counted)]
    paper.same(columns, expected, figures=2 * len(expected))
    for place, words in enumerate(paper.paragraphs):
        lines = re.fullmatch(r"(?:Headline (?:[a-z ]+)?(\d+)%)?(?:; )?(?:Baseline (\d+)%)?\.", words)
        if lines and any(lines.groups()) and refs:
            kpi = office.file.rows("SELECT * FROM kpi WHERE ref = ?", (refs.pop(0),))[0]
            paper.same(lines.groups(), (kpi["headline_value"], kpi["baseline_value"]), figures=2)
            paper.paragraphs[place] = ""


def _has_charts(paper: Paper) -> bool:
    return "The charts in figures" in paper.paragraphs


def _steps(ref: str, office: RandomOffice, counted: Attendance) -> Iterator[tuple[str, str, str]]:
    """Each step of a KPI as its chart has it: when, what was measured, what was aimed at."""
    (kpi,) = office.file.rows("SELECT * FROM kpi WHERE ref = ?", (ref,))
    if ref != "K9":
        for one in office.file.rows(
            "SELECT * FROM checkpoint WHERE kpi_id = ? ORDER BY position", (kpi["id"],)
        ):
            due = date.fromisoformat(one["due"])
            value = f"{plain(one['actual_value'])}%" if one["actual_value"] else "–"
            yield f"{short(due)[:-4].split(' ')[1]} {due:%y}", value, f"{one['target_value']}%"
        return
    figure = seat if office.fed_figure == "seat" else personal
    so_far: list[Row] = []
    for one, rows in zip(counted.counted, counted.of(MEMBERS), strict=True):
        so_far += rows
        count, headline = figure(so_far), kpi["headline_value"]
        shown = f"{plain(_to_one_place(count, int(headline)))}%" if count.of else "–"
        yield f"{short(one['day']).split(' ')[1]} {one['day']:%y}", shown, f"{headline}%"


def _risks(paper: Paper, file: OfficeFile, plan: Plan) -> None:
    shown = {row[0]: row for _, *rows in paper.table("Ref", "Risk or issue") for row in rows}
    for area in plan.areas:
        scored = []
        for risk in file.rows("SELECT id, ref FROM risk WHERE area_id = ? ORDER BY ref", (area["id"],)):
            scores = file.rows(
                "SELECT * FROM risk_score WHERE risk_id = ? ORDER BY as_at, sequence", (risk["id"],)
            )
            products = [(one["as_at"], one["likelihood"] * one["impact"]) for one in scores]
            scored.append((risk["ref"], products))
        top = sorted((found[-1][1] for _, found in scored), reverse=True)[:5]
        mine = [row for ref, row in shown.items() if ref in {ref for ref, _ in scored}]
        paper.same([int(row[2].split(" ")[0]) for row in mine], top, figures=len(top))
        for ref, products in scored:
            if ref not in shown:
                continue
            score = products[-1][1]
            level = next(name for name, lowest in LEVELS if score >= lowest)
            paper.same(shown[ref][2], f"{score} {level}")
            last = plan.boards[-1].isoformat() if plan.boards else ""
            then = [product for day, product in products if day <= last]
            if then and then[-1] != score:
                paper.same(shown[ref][3].split("was ")[-1], str(then[-1]))
        rest = len(scored) - 5
        if rest > 0:
            text = next(one for one in paper.paragraphs if one.startswith(f"And {in_words(rest)} more, none"))
            highest = sorted((found[-1][1] for _, found in scored), reverse=True)[5]
            paper.same(re.findall(r"none above (\d+)", text), [str(highest)], figures=2)
            paper.paragraphs[paper.paragraphs.index(text)] = ""
    for place, words in enumerate(paper.paragraphs):  # what changed: each score as it was and is
        moved = re.findall(r"(R\d+) (?:up|down) from (\d+) to (\d+)", words)
        for ref, was, now in moved:
            row = file.rows("SELECT id FROM risk WHERE ref = ?", (ref,))[0]
            scores = file.rows(
                "SELECT * FROM risk_score WHERE risk_id = ? ORDER BY as_at, sequence", (row["id"],)
            )
            last = plan.boards[-1].isoformat()
            then = [one["likelihood"] * one["impact"] for one in scores if one["as_at"] <= last]
            newest = scores[-1]["likelihood"] * scores[-1]["impact"]
            paper.same((int(was), int(now)), (then[-1], newest), figures=2)
        paper.paragraphs[place] = re.sub(r"(R\d+) (?:up|down) from \d+ to \d+", "", paper.paragraphs[place])
