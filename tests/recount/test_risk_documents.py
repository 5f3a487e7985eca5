"""Every figure about risks, in the documents, the list and the page's header, against a count apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.recount.counting import Row, full, in_words
from tests.recount.paper import Paper, printed
from tests.recount.risk_registers import RandomRegister

from boarddesk.cli.listing.risks import risks as listed_risks
from boarddesk.cli.listing.subject import ListQuery
from boarddesk.issuing.document_kind import DocumentKind, DocumentQuery
from boarddesk.issuing.risks import EXCEPTIONS, RISK_CARD, RISKS
from boarddesk.records.boards import board
from boarddesk.rules.refused import Refused

OFFICES = 12
LEVELS = (("Extreme", 15), ("High", 8), ("Moderate", 4), ("Low", 1))
LIVE = ("open", "escalated")


@pytest.fixture(params=range(OFFICES))
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RandomRegister]:
    made = RandomRegister(tmp_path / "office.boarddesk", request.param)
    with made.file:
        yield made


def level_of(product: int) -> str:
    return next(name for name, lowest in LEVELS if product >= lowest)


def shown(product: int | None) -> str:
    return "–" if product is None else f"{product} {level_of(product)}"


class Counted:
    """One board's register, from the bare rows."""

    def __init__(self, office: RandomRegister, board_id: str) -> None:
        self.rows, self.today = office.file.rows, office.today
        self.risks = [
            dict(row)
            for row in self.rows(
                "SELECT r.*, c.optimal, c.tolerable FROM risk r JOIN risk_category c ON c.id = r.category_id "
                "WHERE r.board_id = :board OR r.id IN "
                "(SELECT risk_id FROM escalation WHERE board_id = :board AND came_down_on IS NULL)",
                {"board": board_id},
            )
        ]
        self.live = sorted(
            (risk for risk in self.risks if risk["status"] in LIVE),
            key=lambda risk: (-(self.product(risk) or 0), int(risk["ref"][1:])),
        )
        days = [row["date"] for row in self.rows("SELECT date FROM meeting WHERE state = 'held'")]
        self.last_board = max((day for day in days if day < self.today.isoformat()), default="")
        self.issues = [
            dict(row)
            for row in self.rows(
                "SELECT * FROM issue WHERE board_id = ? AND resolved_on IS NULL ORDER BY ref", (board_id,)
            )
        ]

    def scores(self, risk: Row, kind: str = "current", *, by: str = "") -> list[tuple[str, int]]:
        """Day and product of each score kept by a day, the oldest first."""
        return [
            (row["as_at"], row["likelihood"] * row["impact"])
            for row in self.rows(
                "SELECT * FROM risk_score WHERE risk_id = ? AND kind = ? AND as_at <= ? "
                "ORDER BY as_at, sequence",
                (risk["id"], kind, by or self.today.isoformat()),
            )
        ]

    def product(self, risk: Row, kind: str = "current", *, by: str = "") -> int | None:
        found = self.scores(risk, kind, by=by)
        return found[-1][1] if found else None

    def at_last_board(self, risk: Row) -> int | None:
        return self.product(risk, by=self.last_board) if self.last_board else None

    def moved(self, risk: Row) -> str:
        now, was = self.product(risk), self.at_last_board(risk)
        if now is None or was is None:
            return "–" if now is None else "New"
        return "→ Same" if now == was else f"↑ Up, was {was}" if now > was else f"↓ Down, was {was}"

    def is_above(self, risk: Row) -> bool:
        now = self.product(risk)
        return now is not None and risk["tolerable"] is not None and now > risk["tolerable"]

    def is_late(self, risk: Row) -> bool:
        return bool(risk["next_review"]) and risk["next_review"] < self.today.isoformat()

    def late_work(self, risk: Row) -> list[Row]:
        return [
            dict(row)
            for row in self.rows(
                "SELECT * FROM mitigation WHERE risk_id = ? AND done_on IS NULL AND due < ? "
                "ORDER BY position",
                (risk["id"], self.today.isoformat()),
            )
        ]

    def late_by(self, row: Row) -> str:
        days = (self.today - date.fromisoformat(row["due"])).days
        return f"{days} day{'s' if days != 1 else ''}"


def paper_of(office: RandomRegister, kind: DocumentKind, risk: str = "") -> Paper:
    query = DocumentQuery(office.today, board_id=office.board, risk=risk)
    return printed(kind.prepare(office.file, query).document)


def refs(found: Sequence[Row]) -> str:
    names = [str(row["ref"]) for row in found]
    if len(names) > 6:
        names = [*names[:6], f"{in_words(len(names) - 6)} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def test_every_figure_of_the_risk_register_is_the_one_counted_apart(
    office: RandomRegister, record_property: Callable[[str, object], None]
) -> None:
    counted, paper = Counted(office, office.board), paper_of(office, RISKS)
    live, many = counted.live, len(counted.issues)
    told = f"{in_words(len(live))} open risk{'s' if len(live) > 1 else ''}"
    told += f" and {in_words(many)} issue{'' if many == 1 else 's'}" if many else ""
    paper.same([told in one.lower() for one in paper.paragraphs].count(True), 1, figures=2)
    _first_sentences(paper, counted)
    tables = paper.table("Ref", "Risk: cause, event, effect")
    rows = tables[0][1:] if tables else []
    paper.same([row[0] for row in rows], [risk["ref"] for risk in live])
    for row, risk in zip(rows, live, strict=True):
        review = full(date.fromisoformat(risk["next_review"])) if risk["next_review"] else "Not set"
        late = ", overdue" if counted.is_late(risk) else ""
        paper.cells(
            [row[2], row[3], row[4], row[7], row[8]],
            [
                shown(counted.product(risk)),
                counted.moved(risk),
                shown(counted.product(risk, "target")),
                f"{review}{late}",
                str(risk["status"]).capitalize(),
            ],
        )
    issues = paper.table("Ref", "Issue and its effect")
    paper.same([row[0] for row in issues[0][1:]] if issues else [], [row["ref"] for row in counted.issues])
    record_property("figures compared", paper.compared)


def _first_sentences(paper: Paper, counted: Counted) -> None:
    """How many are at the top, what came down or went up besides, and which reviews are late."""
    live = counted.live
    if not live:
        paper.same("No risk is open." in " ".join(paper.paragraphs), True)
        return
    by_ref = sorted(live, key=lambda risk: int(risk["ref"][1:]))
    text = next(one for one in paper.paragraphs if "overdue" in one)
    top = [risk for risk in live if (counted.product(risk) or 0) >= 15]
    verb = "is" if len(top) == 1 else "are"
    lead = f"{in_words(len(top))} risk{'' if len(top) == 1 else 's'} {verb} extreme"
    paper.same(text.lower().startswith(lead if top else "no risk is extreme."), True)
    away = sum(risk["status"] == "escalated" for risk in top)
    if top and 0 < away < len(top):
        paper.same(f"and {in_words(away)} {'is' if away == 1 else 'are'} escalated" in text, True)
    for arrow, words, those in (
        ("↑", "went up", [risk for risk in by_ref if risk not in top]),
        ("↓", "came down", by_ref),
    ):
        moved = [risk for risk in those if counted.moved(risk).startswith(arrow)]
        paper.same(f"{refs(moved)} {words}." in text if moved else words not in text, True)
    late = [risk for risk in by_ref if counted.is_late(risk)]
    said = f"{in_words(len(late))} review{' is' if len(late) == 1 else 's are'} overdue: {refs(late)}."
    paper.same((said if late else "No review is overdue.").lower() in text.lower(), True)


def test_every_figure_of_a_risk_card_is_the_one_counted_apart(
    office: RandomRegister, record_property: Callable[[str, object], None]
) -> None:
    counted = Counted(office, office.board)
    if not counted.live:
        with pytest.raises(Refused, match="No risk is open"):
            paper_of(office, RISK_CARD)
        return
    papers = [paper_of(office, RISK_CARD, risk["ref"]) for risk in counted.live]
    for paper, risk in zip(papers, counted.live, strict=True):
        ((_, cells),) = paper.table("Inherent", "Last board")
        kinds = (
            counted.product(risk, "inherent"),
            counted.at_last_board(risk),
            counted.product(risk),
            counted.product(risk, "target"),
        )
        for cell, product in zip(cells, kinds, strict=False):
            found = re.match(r"\d+ \w+", cell)
            paper.same(found[0] if found else "–", shown(product))
        now, line = counted.product(risk), risk["tolerable"]
        gap = "No appetite line" if now is None or line is None else "Inside tolerable"
        if now is not None and line is not None and now > line:
            gap = f"{now - line} above tolerable"
        paper.same(cells[4].split("\n"), [counted.moved(risk), gap])
        _run(paper, counted, risk)
    record_property("figures compared", sum(paper.compared for paper in papers))


def _run(paper: Paper, counted: Counted, risk: Row) -> None:
    """What the run of the last eight reviews ends in: one score a day, the last that was kept on it."""
    run = list(dict(counted.scores(risk)).values())[-8:]
    if len(run) < 3:
        paper.same(any(one.startswith("Fewer than three reviews") for one in paper.paragraphs), True)
        return
    same = next((at for at, one in enumerate(reversed(run)) if one != run[-1]), len(run))
    if same == len(run):
        expected = f"At {run[-1]} at {in_words(len(run))} reviews"
    elif same > 1:
        before = run[-same - 1]
        side = "up" if run[-1] > before else "down"
        expected = f"At {run[-1]} for {in_words(same)} reviews, {side} from {before}"
    else:
        expected = f"{'Up' if run[-1] > run[-2] else 'Down'} to {run[-1]} from {run[-2]}"
    paper.same(sum(one.startswith(expected) for one in paper.paragraphs), 1, figures=2)


def test_every_figure_of_the_exceptions_is_the_one_counted_apart(
    office: RandomRegister, record_property: Callable[[str, object], None]
) -> None:
    counted, paper = Counted(office, office.board), paper_of(office, EXCEPTIONS)
    by_ref = sorted(counted.live, key=lambda risk: int(risk["ref"][1:]))
    late = [(risk["ref"], counted.late_by(row)) for risk in by_ref for row in counted.late_work(risk)]
    late += [
        (row["ref"], counted.late_by(row))
        for row in counted.issues
        if row["due"] and row["due"] < office.today.isoformat()
    ]
    tables = paper.table("Ref", "Action")
    paper.same([(row[0], row[3]) for row in tables[0][1:]] if tables else [], late, figures=len(late))
    above = [risk for risk in counted.live if counted.is_above(risk)]
    tables = paper.table("Ref", "Risk")
    expected = [
        [risk["ref"], shown(counted.product(risk)), str(risk["tolerable"]), counted.moved(risk)]
        for risk in above
    ]
    found = [[row[0], *row[2:5]] for row in tables[0][1:]] if tables else []
    paper.same(found, expected, figures=4 * len(above))
    text = " ".join(paper.paragraphs).lower()
    if above:
        verb = "is" if len(above) == 1 else "are"
        many = f"{in_words(len(above))} risk{'' if len(above) == 1 else 's'} {verb} above appetite"
        paper.same(many in text, True)
    if late:
        paper.same(f"{in_words(len(late))} thing{' is' if len(late) == 1 else 's are'} overdue" in text, True)
    away = office.file.rows("SELECT id FROM escalation WHERE came_down_on IS NULL")
    tables = paper.table("Ref", "To")
    paper.same(len(tables[0][1:]) if tables else 0, len(away))
    record_property("figures compared", paper.compared)


def test_every_figure_of_the_list_of_risks_is_the_one_counted_apart(office: RandomRegister) -> None:
    counted = Counted(office, office.board)
    whose = board(office.file, office.board)
    document = listed_risks(ListQuery(office.file, whose, office.today)).document
    assert isinstance(document, list)
    of_ref = {risk["ref"]: risk for risk in counted.risks}
    assert {told["ref"] for told in document} == set(of_ref)
    for told in document:
        risk = of_ref[str(told["ref"])]
        for kind in ("inherent", "current", "target"):
            score = told[kind]
            assert (score["score"] if isinstance(score, dict) else None) == counted.product(risk, kind)
            assert not isinstance(score, dict) or score["level"] == level_of(score["score"])
        assert told["status"] == risk["status"]
        now, was = counted.product(risk), counted.at_last_board(risk)
        way = None if now is None else "new" if was is None else "up" if now > was else "down"
        assert told["movement"] == ("same" if now is not None and now == was else way)
        flags = told["flags"]
        assert isinstance(flags, list)
        named = [flag["flag"] for flag in flags]
        live = risk["status"] in LIVE
        assert ("review overdue" in named) == (live and counted.is_late(risk))
        home = risk["status"] == "open"
        assert ("above appetite" in named) == (home and counted.is_above(risk))
        assert ("highest level, not escalated" in named) == (home and (now or 0) >= 15)
        assert named.count("mitigation overdue") == (len(counted.late_work(risk)) if live else 0)
        stands = told["over_boards"]
        assert isinstance(stands, list)
        assert [stand["score"] and stand["score"]["score"] for stand in stands] == [
            counted.product(risk, by=stand["board"].isoformat()) for stand in stands
        ]
