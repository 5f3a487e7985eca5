"""A plan out of a document is one change, taken back whole, and taken twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.plan_offices import tables
from tests.rules.found_plans import found_action, found_plan

from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.imports import plan as imports
from boarddesk.records.leftovers import leftovers, settle
from boarddesk.records.plan import actions, judgements, plans
from boarddesk.rules.dates.deadlines import NO_DATE
from boarddesk.rules.imports.contents import FoundAction, FoundArea, FoundKpi, FoundMilestone, FoundPlan
from boarddesk.rules.imports.proposals import Verdict
from boarddesk.rules.plan.actions import Action, Plan
from boarddesk.rules.refused import Refused

DATED, TODAY = date(2026, 5, 12), date(2026, 5, 28)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def take(
    file: OfficeFile, found: FoundPlan, *, dated: date = DATED, accepted: set[str] | None = None
) -> imports.ImportResult:
    proposals = imports.propose(file, found, dated=dated)
    return imports.apply(file, proposals, dated=dated, today=TODAY, accepted=accepted)


def the_plan(file: OfficeFile) -> Plan:
    (bare,) = plans.plans(file)
    return plans.plan(file, bare.id)


def the_action(file: OfficeFile, ref: str) -> Action:
    return next(action for area in the_plan(file).areas for action in area.actions if action.ref == ref)


def test_everything_the_document_says_of_an_action_is_kept(file: OfficeFile) -> None:
    take(file, found_plan())
    action = the_action(file, "4.9")
    assert action.owners == ("Aoife Brannigan", "Kevin Drury")
    assert action.declared is not None and action.declared.label == "Partially met"
    assert action.judgements[0].as_at == DATED
    assert [update.text for update in action.updates] == ["Wording tested with 20 parents."]
    assert [step.done for step in action.milestones] == [True, False]
    assert {piece.title for piece in action.evidence} == {"Letter at week 6", "Letter at week 16"}
    assert len(action.kpi_ids) == 1


def test_a_date_that_is_no_date_is_kept_as_written(file: OfficeFile) -> None:
    take(file, found_plan())
    by_when = the_action(file, "4.10").by_when
    assert (by_when.as_written, by_when.latest) == ("TBC by leads", None)


def test_the_import_is_one_change_that_names_the_document(file: OfficeFile) -> None:
    position = file.commit_number
    take(file, found_plan())
    assert file.commit_number == position + 1
    assert file.undo_label == "Import plan from Plan v7.docx"


def test_undo_brings_every_row_back_across_a_restart_and_redo_as_exactly(file: OfficeFile) -> None:
    before = tables(file)
    take(file, found_plan())
    after = tables(file)
    path = file.path
    assert path is not None
    file.close()
    with OfficeFile.open(path) as again:
        again.undo()
        assert tables(again) == before
        again.redo()
        assert tables(again) == after


def test_a_second_import_of_the_same_document_changes_nothing_at_all(file: OfficeFile) -> None:
    take(file, found_plan())
    position, kept = file.commit_number, tables(file)
    assert take(file, found_plan()) == imports.ImportResult()
    assert (file.commit_number, tables(file)) == (position, kept)


def test_what_is_not_accepted_is_not_taken(file: OfficeFile) -> None:
    take(file, found_plan(), accepted={"area 5 action 5.1"})
    assert [(area.number, [action.ref for action in area.actions]) for area in the_plan(file).areas] == [
        ("5", ["5.1"])
    ]


def test_a_later_document_moves_a_date_and_the_first_is_kept(file: OfficeFile) -> None:
    take(file, found_plan())
    later = found_plan()
    moved = replace(later.areas[1], actions=(found_action("5.1", "Visit every school", "Q4 26/27"),))
    take(file, replace(later, areas=(later.areas[0], moved)))
    action = the_action(file, "5.1")
    assert action.by_when.latest == date(2027, 3, 31)
    assert action.original_by_when is not None and action.original_by_when.as_written == "Q3 26/27"


def test_a_status_declared_since_is_left_alone_unless_it_is_ticked(file: OfficeFile) -> None:
    take(file, found_plan())
    later = date(2026, 5, 20)
    judgements.set_status(file, the_action(file, "4.10").id, "not_on_track", why="Panel late", as_at=later)
    position = file.commit_number
    take(file, found_plan())
    assert file.commit_number == position
    key = next(
        one.key
        for one in imports.propose(file, found_plan(), dated=DATED).proposals
        if one.verdict is Verdict.CHANGED and not one.ticked
    )
    take(file, found_plan(), accepted={key})
    declared = the_action(file, "4.10").declared
    assert declared is not None and declared.label == "On track"


def test_what_was_not_understood_is_kept_once_even_when_it_was_settled(file: OfficeFile) -> None:
    take(file, found_plan())
    (left,) = leftovers(file)
    assert (left.leftover.text, left.source, left.imported_on) == ("As 4.3 above", "Plan v7.docx", TODAY)
    settle(file, left.id, settled_on=TODAY)
    take(file, found_plan())
    assert leftovers(file) == ()
    assert len(leftovers(file, still_open=False)) == 1


def test_a_document_goes_into_the_boards_only_plan_by_itself(file: OfficeFile) -> None:
    plans.add_plan(file, "Our plan")
    take(file, found_plan())
    assert the_plan(file).name == "Our plan"


def test_evidence_that_two_actions_name_is_one_piece(file: OfficeFile) -> None:
    found = found_plan()
    shared = found_action("4.10", "Moderate every draft", evidence=("letter at WEEK 6",))
    area = replace(found.areas[0], actions=(found.areas[0].actions[0], shared))
    take(file, replace(found, areas=(area,)))
    assert file.value("SELECT count(*) FROM evidence") == 2
    assert file.value("SELECT count(*) FROM evidence_link") == 3


def test_an_import_that_is_refused_half_way_writes_nothing(file: OfficeFile) -> None:
    take(file, found_plan())
    proposals = imports.propose(
        file, found_plan(areas=(replace(found_plan().areas[0], title="Plans in time"),)), dated=DATED
    )
    for area in the_plan(file).areas:
        for action in area.actions:
            actions.delete_action(file, action.id)
    kept = tables(file)
    broken = replace(
        proposals,
        proposals=tuple(
            replace(one, verdict=Verdict.CHANGED, about_id="0" * 16) if one.kind == "area" else one
            for one in proposals.proposals
        ),
    )
    with pytest.raises(Exception, match="no longer"):
        imports.apply(file, broken, dated=DATED, today=TODAY)
    assert tables(file) == kept


def test_a_real_plan_is_taken_whole_and_taken_twice_changes_nothing(
    file: OfficeFile, real_plan: Path
) -> None:
    found = read_plan(read_tables(real_plan))
    take(file, found)
    plan = the_plan(file)
    assert [area.number for area in plan.areas] == ["1", "2", "3", "4", "5", "6"]
    refs = [action.ref for area in plan.areas for action in area.actions]
    assert (refs[0], refs[-1]) == ("1.1", "6.4")
    position = file.commit_number
    assert take(file, found) == imports.ImportResult()
    assert file.commit_number == position


def other_plan(**more: Any) -> FoundPlan:
    """Another plan that happens to count as this one does."""
    action = found_action("4.9", "Offer every child a keyworker", status="Met", ref_given=False)
    area = FoundArea("4", "Children", "table 1", actions=(action,), number_given=False)
    return replace(FoundPlan("Other.docx", "What we will do", areas=(area,)), **more)


def test_another_plan_is_not_taken_for_the_one_that_is_there(file: OfficeFile) -> None:
    take(file, found_plan())
    before = tables(file)
    with pytest.raises(Refused, match=r'--plan "Improvement plan".*--plan "What we will do"') as refused:
        take(file, other_plan())
    assert refused.value.field == "plan"
    assert tables(file) == before


def test_another_plan_taken_into_one_by_name_adds_to_it_and_overwrites_nothing(file: OfficeFile) -> None:
    take(file, found_plan())
    before = the_action(file, "4.9")
    proposals = imports.propose(file, other_plan(), dated=DATED, plan="Improvement plan")
    assert proposals.count_of(Verdict.CHANGED) == 0
    imports.apply(file, proposals, dated=DATED, today=TODAY)
    assert the_action(file, "4.9") == before
    assert [area.title for area in the_plan(file).areas] == ["Plans on time", "Help early", "Children"]


def test_a_plan_of_the_same_name_on_another_board_is_not_changed(file: OfficeFile) -> None:
    take(file, found_plan())
    board = boards.add_board(file, "Second board", "SB")
    with pytest.raises(Refused, match="another name"):
        imports.propose(file, found_plan(), dated=DATED, board_id=board)


ODD = st.sampled_from(
    ["", " ", "•", "–", " • \n - ", "n", "Write to families", "1.1", "bell\x07", "next\x85line"]
)
REFS = st.sampled_from(["", "1.1", "1.1 ", "1.2", "A", "a", "2"])


@st.composite
def odd_actions(draw: st.DrawFn) -> FoundAction:
    """An action as a damaged table gives it."""
    steps = draw(st.lists(st.builds(FoundMilestone, ODD, st.just(NO_DATE), owner=ODD), max_size=2))
    return found_action(
        draw(REFS),
        draw(ODD),
        draw(st.sampled_from(["", "May 2026", "–", "31/09/2024"])),
        progress=draw(ODD),
        success_measure=draw(ODD),
        accountable=draw(ODD),
        evidence=tuple(draw(st.lists(ODD, max_size=2))),
        status=draw(st.sampled_from(["", "Met", "Plum"])),
        milestones=tuple(steps),
    )


@st.composite
def odd_areas(draw: st.DrawFn) -> FoundArea:
    """An area whose number another may claim too, with actions or none."""
    kpis = draw(st.lists(st.builds(FoundKpi, REFS, ODD, st.just("table 9"), st.just("1")), max_size=2))
    number, actions = draw(st.sampled_from(["1", "1 ", "2", "A"])), draw(st.lists(odd_actions(), max_size=4))
    return FoundArea(
        number,
        draw(ODD),
        f"above table {number}",
        outcome=draw(ODD),
        actions=tuple(actions),
        kpis=tuple(kpis),
    )


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """An office into which one document after the other is brought, and taken back."""
    with OfficeFile.create(tmp_path_factory.mktemp("tried") / "office.boarddesk") as made:
        yield made


@given(areas=st.lists(odd_areas(), max_size=4))
def test_what_a_dry_run_shows_as_ticked_is_what_is_written_however_odd_the_document(
    tried: OfficeFile, areas: list[FoundArea]
) -> None:
    found = found_plan(areas=tuple(areas))
    shown = imports.propose(tried, found, dated=DATED)
    ticked = {one.key for one in shown.proposals if one.ticked and one.can_be_taken}
    before = tried.commit_number
    try:
        assert imports.apply(tried, shown, dated=DATED, today=TODAY).keys == ticked
        again = imports.propose(tried, found, dated=DATED, plan="Improvement plan")
        left = {one.key: one for one in again.proposals if one.verdict is not Verdict.SAME}
        assert not ticked & left.keys()
        assert not any(one.ticked for one in left.values() if one.key != "plan")
    finally:
        if tried.commit_number != before:
            tried.undo()


def test_a_lone_bullet_is_shown_as_unclear_and_the_rest_is_taken(file: OfficeFile) -> None:
    actions = (found_action("1.1", "•"), found_action("1.2", "Write to families"))
    found = found_plan(areas=(FoundArea("1", "Families", "above table 1", actions=actions),), leftovers=())
    shown = {one.ref: one for one in imports.propose(file, found, dated=DATED).proposals}
    assert (shown["1.1"].verdict, shown["1.1"].why_not) == (Verdict.UNCLEAR, "no words say what it is")
    take(file, found)
    assert [action.ref for action in the_plan(file).areas[0].actions] == ["1.2"]
    assert [(kept.leftover.place, kept.leftover.why) for kept in leftovers(file)] == [
        ("table 1 row 1.1", "no words say what it is")
    ]


def test_an_area_without_actions_is_not_ticked_unless_the_office_has_it(file: OfficeFile) -> None:
    named = replace(found_plan().areas[1], actions=())
    found = found_plan(areas=(found_plan().areas[0], named))
    (area,) = [one for one in imports.propose(file, found, dated=DATED).proposals if one.key == "area 5"]
    assert (area.ticked, area.why_not) == (False, "no action stands under it")
    take(file, found)
    assert [area.number for area in the_plan(file).areas] == ["4"]
    take(file, found_plan())
    again = imports.propose(file, replace(found, areas=(replace(named, title="Help sooner"),)), dated=DATED)
    assert [one.ticked for one in again.proposals if one.key == "area 5"] == [True]


def test_of_two_areas_of_one_number_the_second_is_unclear_with_all_under_it(file: OfficeFile) -> None:
    first, second = found_plan().areas
    found = found_plan(areas=(first, replace(second, number="4")))
    unclear = [
        one for one in imports.propose(file, found, dated=DATED).proposals if one.verdict is Verdict.UNCLEAR
    ]
    assert [(one.kind.value, one.place) for one in unclear] == [
        ("area", "table 2"), ("action", "table 1 row 5.1"),
    ]  # fmt: skip
    assert "number 4 stands already at table 1" in unclear[0].why_not
    take(file, found)
    assert [area.title for area in the_plan(file).areas] == [first.title]
