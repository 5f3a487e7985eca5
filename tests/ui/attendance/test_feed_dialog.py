"""Feeding a KPI from the Attendance page, and stopping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.office_for_tests import office_of, small_office

from boarddesk.records.boards import boards
from boarddesk.records.plan.kpis import kpis
from boarddesk.records.plan.plans import add_plan, plans
from boarddesk.rules.plan.feeds import FedFigure, FedPeriod
from boarddesk.rules.plan.kpis import Kpi, Target, Unit
from boarddesk.rules.refused import Refused
from boarddesk.ui.attendance.feed_dialog import NEW, ask_to_stop
from boarddesk.ui.attendance.page import AttendancePage
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> Iterator[AttendancePage]:
    made = AttendancePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    QApplication.processEvents()
    yield made
    for dialog in made.findChildren(FormDialog):
        dialog.close()


def feeding(page: AttendancePage) -> FormDialog:
    button(page, "Feed a KPI…").click()
    return page.findChildren(FormDialog, "feed")[-1]


def stopping(page: AttendancePage) -> FormDialog:
    return page.findChildren(FormDialog, "stop feeding")[-1]


def named(page: AttendancePage, ref: str) -> Kpi:
    session = page.session
    [of] = plans(session.file)
    return next(one for one in kpis(session.file, of.id, as_at=session.today) if one.ref == ref)


def banners(page: AttendancePage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(Banner)]


def test_every_control_of_both_dialogs_has_a_name(page: AttendancePage) -> None:
    assert unnamed(feeding(page)) == []
    ask_to_stop(page)
    assert unnamed(stopping(page)) == []


def test_a_new_kpi_is_proposed_and_feeding_it_is_one_change(page: AttendancePage) -> None:
    before = page.session.file.commit_number
    dialog = feeding(page)
    assert dialog.answers.text("kpi") == NEW
    assert dialog.answers.text("ref") == "K8"
    assert dialog.answers.text("wording") == "Seat attendance at the SEND Improvement Board"
    assert dialog.answers.text("attendance_target") == "90%"
    dialog.accept_button.click()
    made = named(page, "K8")
    assert (made.unit, made.headline, made.area_id) == (Unit.PERCENT, Target(value=made.headline.value), None)
    assert str(made.headline.value) == "90"
    assert page.session.file.commit_number == before + 1
    assert page.session.file.undo() == "Feed KPI K8"


@pytest.mark.parametrize("shown", [Period.MONTHS, Period.YEAR])
@pytest.mark.parametrize("figure", FedFigure)
def test_the_kpi_gets_the_figure_the_page_shows(
    page: AttendancePage, shown: Period, figure: FedFigure
) -> None:
    page.controls.show_period(shown)
    page.reload()
    fraction = page.figures["represented" if figure is FedFigure.REPRESENTATION else figure].shown()[1]
    dialog = feeding(page)
    dialog.answers.put("figure", figure)
    assert dialog.notes[0].text().startswith(f"Now {fraction} · ")
    assert dialog.notes[0].text().endswith("1 register open")
    dialog.accept_button.click()
    assert named(page, "K8").checkpoints[-1].actual.words == fraction
    fed_from = named(page, "K8").fed_from
    assert fed_from and fed_from.feed.period is (
        FedPeriod.MONTHS if shown is Period.MONTHS else FedPeriod.YEAR
    )


def test_the_wording_follows_the_figure_until_somebody_types(page: AttendancePage, qtbot: QtBot) -> None:
    dialog = feeding(page)
    dialog.answers.put("figure", FedFigure.PERSONAL)
    assert dialog.answers.text("wording") == "Personal attendance at the SEND Improvement Board"
    wording = dialog.answers.editor("wording", QLineEdit)
    wording.selectAll()
    qtbot.keyClicks(wording, "Who comes")
    dialog.answers.put("figure", FedFigure.SEAT)
    assert dialog.answers.text("wording") == "Who comes"


def test_a_kpi_of_the_plan_is_fed_in_place_of_a_new_one(page: AttendancePage) -> None:
    kpi = named(page, "K1.1")
    dialog = feeding(page)
    dialog.answers.put("kpi", kpi.id)
    assert dialog.fields["ref"].isHidden() and dialog.fields["wording"].isHidden()
    assert dialog.notes[1].text() == "Five steps with a figure somebody entered will keep it."
    dialog.accept_button.click()
    assert page.session.file.undo_label == "Feed KPI K1.1"
    assert named(page, "K1.1").fed_from is not None
    entered = [step.actual for step in kpi.checkpoints if step.actual.value is not None]
    assert [step.actual for step in named(page, "K1.1").checkpoints][: len(entered)] == entered


def test_only_kpis_in_per_cent_are_offered(page: AttendancePage) -> None:
    known = feeding(page).answers.editor("kpi", Choice)
    offered = [known.itemText(at) for at in range(known.count())]
    assert offered[0] == "A new KPI"
    assert any(words.startswith("K7 ") for words in offered)
    assert not any(words.startswith("K2.1 ") for words in offered), "it is counted in partners"


def test_what_feeds_a_kpi_now_is_said_before_it_is_changed(page: AttendancePage) -> None:
    dialog = feeding(page)
    dialog.answers.put("kpi", named(page, "K7").id)
    assert dialog.notes[1].text() == (
        "Fed now: seats, deputies counted, at SIB, board year to date. This takes its place."
    )


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("lots", "attendance_target", "per cent between 0 and 100"),
        (" ", "ref", "Give the KPI a ref"),
        (" ", "wording", "Say what is measured"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(
    page: AttendancePage, text: str, key: str, says: str
) -> None:
    before = page.session.file.commit_number
    dialog = feeding(page)
    dialog.answers.put(key, text)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert says in dialog.fields[key].refused()
    assert page.session.file.commit_number == before


def test_with_all_boards_shown_the_dialog_asks_which(page: AttendancePage, sample_office: Session) -> None:
    page.show_session(replace(sample_office, board_id=None))
    dialog = feeding(page)
    other = next(one for one in boards(page.session.file) if one.short_name != "SIB")
    dialog.answers.put("board", other.id)
    assert dialog.answers.text("wording") == f"Seat attendance at the {other.name}"
    dialog.accept_button.click()
    fed_from = named(page, "K8").fed_from
    assert fed_from and fed_from.board == other.short_name


def test_stopping_says_what_stays_and_is_one_change(page: AttendancePage) -> None:
    before = named(page, "K7")
    dialog = feeding(page)
    dialog.answers.put("kpi", before.id)
    button(dialog, "Stop feeding K7").click()
    assert not dialog.isVisible()
    stop = stopping(page)
    assert stop.windowTitle() == "Stop feeding K7"
    now = before.checkpoints[-1].actual
    assert f"now {now.value}% ({now.words})" in stop.notes[1].text()
    assert "as if somebody had entered them" in stop.notes[1].text()
    stop.accept_button.click()
    after = named(page, "K7")
    assert after.fed_from is None
    assert [one.actual.words for one in after.checkpoints] == [one.actual.words for one in before.checkpoints]
    assert page.session.file.undo() == "Stop feeding K7"
    assert named(page, "K7") == before


def test_of_several_fed_kpis_one_is_chosen_to_stop(page: AttendancePage) -> None:
    feeding(page).accept_button.click()
    ask_to_stop(page)
    stop = stopping(page)
    assert stop.windowTitle() == "Stop feeding a KPI"
    stop.answers.put("kpi", named(page, "K8").id)
    assert stop.accept_button.text() == "Stop feeding K8"
    stop.accept_button.click()
    assert named(page, "K8").fed_from is None and named(page, "K7").fed_from is not None


def test_escape_leaves_without_a_trace(page: AttendancePage, qtbot: QtBot) -> None:
    before = page.session.file.commit_number
    qtbot.keyClick(feeding(page), Qt.Key.Key_Escape)
    assert page.session.file.commit_number == before


def test_once_fed_the_page_says_where_the_kpi_stands(page: AttendancePage) -> None:
    feeding(page).accept_button.click()
    assert any("K8 follows the registers from now on" in words for words in banners(page))


def test_both_deeds_are_found_by_typing(page: AttendancePage) -> None:
    found = {one.title for one in page.commands() if one.matches("feed") or one.matches("feeding")}
    assert found == {"Feed a KPI…", "Stop feeding a KPI…"}


def test_without_a_board_or_a_plan_it_is_said_what_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    for number in (0, 1):
        with small_office(tmp_path / f"{number}.boarddesk", boards=number) as file:
            page = AttendancePage()
            qtbot.addWidget(page)
            page.show_session(office_of(file, tmp_path))
            with pytest.raises(Refused, match="no board yet" if not number else "none yet"):
                page.feed_kpi()
            with pytest.raises(Refused, match="No KPI is fed"):
                ask_to_stop(page)
            if number:
                add_plan(file, "Plan")
                page.feed_kpi()
                dialog = page.findChildren(FormDialog, "feed")[-1]
                assert dialog.notes[0].text() == "Nothing counted yet"
                assert dialog.answers.text("ref") == "K1"
                dialog.reject()
            page.session.change_bus.close()
