"""Listings: every subject as a table and as JSON, with the keys programs rely on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from boarddesk.cli.listing.subjects import SUBJECTS
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.timetable import keep_free


@pytest.mark.parametrize("what", SUBJECTS)
def test_every_subject_is_listed_for_people_and_for_programs(
    what: str, boarddesk: Call, sample: Path
) -> None:
    boarddesk("report", "highlight", sample, "--out", sample.with_suffix(".docx"), "--issue")
    table = boarddesk("list", what, sample)
    assert (table.status, table.err) == (0, "")
    assert len(table.out.splitlines()) > 3
    document = boarddesk("list", what, sample, "--json").json
    assert document


@pytest.mark.parametrize("what", SUBJECTS)
def test_an_empty_office_lists_nothing_without_complaint(what: str, boarddesk: Call, tmp_path: Path) -> None:
    boarddesk("new", tmp_path / "a.boarddesk")
    said = boarddesk("list", what, tmp_path / "a.boarddesk")
    assert (said.status, said.err) == (0, "")


def test_boards_and_their_reporting_lines_keep_their_contract(boarddesk: Call, sample: Path) -> None:
    uppers = {
        board["short_name"]: board["reports_to"]
        for board in boarddesk("list", "boards", sample, "--json").json
    }
    assert uppers == {"SPB": None, "SIB": "SPB"}
    found = boarddesk("list", "lines", sample, "--board", "SIB", "--json").json
    assert all(line.keys() >= {"board", "kind", "to", "to_board", "from", "until"} for line in found)
    assert (found[0]["board"], found[0]["kind"], found[0]["to_board"]) == ("SIB", "accountable to", "SPB")
    (ended,) = (line for line in found if line["until"])
    assert not ended["today"] and ended["to"] == "Northmoor ICB Quality Committee"
    assert {line["kind"] for line in boarddesk("list", "lines", sample, "--json").json} == {
        *("accountable to", "informs", "scrutinised by"),
    }


def test_the_plan_keeps_its_contract(boarddesk: Call, sample: Path) -> None:
    document = boarddesk("list", "plan", sample, "--json").json
    assert [area["number"] for area in document["areas"]] == ["1", "2", "3", "4", "5", "6"]
    assert all(
        area.keys() >= {"number", "title", "leads", "outcome", "actions"} for area in document["areas"]
    )
    for action in (action for area in document["areas"] for action in area["actions"]):
        assert action.keys() >= {
            *("ref", "text", "by_when", "owners", "status", "status_is", "flags"),
            *("direction", "latest_update", "evidence"),
        }
        assert action["by_when"].keys() == {"as_written", "earliest", "latest", "precision", "flags"}
        assert all(flag.keys() == {"flag", "why"} for flag in action["flags"])


def test_actions_stand_in_the_order_people_count(boarddesk: Call, sample: Path) -> None:
    areas = boarddesk("list", "plan", sample, "--json").json["areas"]
    refs = [action["ref"] for action in areas[3]["actions"]]
    assert refs.index("4.9") < refs.index("4.10")


def test_kpis_and_risks_keep_their_contract(boarddesk: Call, sample: Path) -> None:
    for kpi in boarddesk("list", "kpis", sample, "--json").json:
        assert kpi.keys() >= {
            *("ref", "wording", "area", "unit", "polarity", "baseline", "headline", "checkpoints"),
            *("headline_verdict", "sentence", "direction"),
        }
        for step in kpi["checkpoints"]:
            assert step.keys() >= {"label", "target", "actual", "verdict", "declared", "disagrees", "why"}
    for risk in boarddesk("list", "risks", sample, "--json").json:
        assert risk.keys() >= {
            *("ref", "title", "cause", "event", "effect", "owner", "inherent", "current", "target"),
            *("movement", "next_review", "flags", "escalated_to"),
        }
        assert risk["current"].keys() == {"likelihood", "impact", "score", "level"}


def test_one_board_leaves_the_others_out(boarddesk: Call, sample: Path) -> None:
    assert {seat["board"] for seat in boarddesk("list", "seats", sample, "--json").json} == {"SIB", "SPB"}
    one = boarddesk("list", "seats", sample, "--json", "--board", "sib").json
    assert {seat["board"] for seat in one} == {"SIB"}


def test_history_is_newest_first(boarddesk: Call, sample: Path) -> None:
    numbers = [entry["number"] for entry in boarddesk("list", "history", sample, "--json").json]
    assert numbers == sorted(numbers, reverse=True)


def test_the_list_of_meetings_says_how_far_each_round_is_and_what_speaks_against_its_day(
    boarddesk: Call, sample: Path
) -> None:
    with OfficeFile.open(sample) as file:
        keep_free(file, date(2026, 6, 8), date(2026, 6, 12), "Audit week")
    listed = boarddesk("list", "meetings", sample, "--board", "SIB", "--json").json
    june = next(one for one in listed if one["key"] == "SIB-2026-03")
    assert june["clashes"] == ["The office keeps it free: Audit week, 8 June to 12 June 2026."]
    assert june["rhythm"][0] == {
        "step": "forms_out", "title": "Update forms out", "due": "2026-05-12", "done": True,
        "done_on": "2026-05-12", "late": None,
    }  # fmt: skip
    assert [step["step"] for step in june["rhythm"]][2:4] == ["pack_issued", "meeting"]
    held = next(one for one in listed if one["key"] == "SIB-2026-01")
    assert held["clashes"] == []


def test_the_list_of_meetings_shows_the_key_a_report_asks_for(boarddesk: Call, sample: Path) -> None:
    keys = [one["key"] for one in boarddesk("list", "meetings", sample, "--json").json]
    table = boarddesk("list", "meetings", sample).out
    assert keys and all(key in table for key in keys)


def test_what_was_issued_is_listed_newest_first_with_the_version_it_printed(
    boarddesk: Call, sample: Path
) -> None:
    folder = sample.parent
    boarddesk("report", "sign-in", sample, "--meeting", "SIB-2026-03", "--out", folder / "s.docx", "--issue")
    for name in ("first.docx", "second.docx"):
        boarddesk("report", "attendance", sample, "--board", "SPB", "--out", folder / name, "--issue")
    boarddesk("report", "attendance", sample, "--board", "SIB", "--out", folder / "draft.docx")
    documents = boarddesk("list", "documents", sample, "--json").json
    assert [(one["kind"], one["board"], one["meeting"], one["version"]) for one in documents] == [
        ("attendance", "SPB", None, 2),
        ("attendance", "SPB", None, 1),
        ("sign-in", "SIB", "SIB-2026-03", 1),
    ]
    assert {one["issued_on"] for one in documents} == {"2026-06-02"}
    assert all(one.keys() >= {"title", "as_at", "change"} for one in documents)
    table = boarddesk("list", "documents", sample)
    assert table.out.rstrip().endswith("3 documents") and "2 June 2026" in table.out


def test_the_documents_of_one_board_leave_the_others_out(boarddesk: Call, sample: Path) -> None:
    for board in ("SIB", "SPB"):
        path = sample.with_name(f"{board}.docx")
        boarddesk("report", "attendance", sample, "--board", board, "--out", path, "--issue")
    documents = boarddesk("list", "documents", sample, "--json", "--board", "SPB").json
    assert [one["board"] for one in documents] == ["SPB"]


def test_issues_and_escalations_keep_their_contract(boarddesk: Call, sample: Path) -> None:
    issues = boarddesk("list", "issues", sample, "--json").json
    assert {issue["status"] for issue in issues} == {"open", "resolved"}
    for issue in issues:
        assert issue.keys() >= {"ref", "title", "impact", "owner", "due", "resolved_on", "escalated_to"}
    found = boarddesk("list", "escalations", sample, "--json").json
    (sent,) = (each for each in found if each["what"].startswith("R1 "))
    assert (sent["kind"], sent["from"], sent["to"], sent["stage"]) == ("risk", "SIB", "SPB", "on an agenda")
    assert sent["asked_for"]
    assert {each["stage"] for each in found} == {"sent", "on an agenda", "came down"}
    for board, listed in (("SPB", found), ("SIB", found)):
        assert boarddesk("list", "escalations", sample, "--board", board, "--json").json == listed


def test_a_register_lists_controls_and_mitigations(boarddesk: Call, sample: Path) -> None:
    first = boarddesk("list", "risks", sample, "--json").json[0]
    assert {control["assurance"] for control in first["controls"]} == {"partial", "effective", "untested"}
    assert all(work["text"] and work["owner"] and work["due"] for work in first["mitigations"])


def test_decisions_keep_their_contract(boarddesk: Call, sample: Path) -> None:
    found = boarddesk("list", "decisions", sample, "--board", "SIB", "--json").json
    assert all(
        decision.keys()
        >= {
            *("number", "verb", "text", "made_on", "how", "by_whom", "meeting", "item"),
            *("to_ratify", "ratified_on"),
        }
        for decision in found
    )
    (between,) = (decision for decision in found if decision["how"] == "email")
    assert (between["meeting"], between["to_ratify"], between["ratified_on"]) == (None, True, None)
    (ratified,) = (decision for decision in found if decision["how"] == "chair's action")
    assert ratified["by_whom"] == "Margaret Ashdown" and ratified["ratified_on"] and ratified["ratified_at"]
    assert boarddesk("list", "decisions", sample, "--board", "SPB", "--json").json == []


def test_actions_arising_keep_their_contract(boarddesk: Call, sample: Path) -> None:
    found = boarddesk("list", "actions", sample, "--json").json
    assert all(
        action.keys()
        >= {"board", "ref", "text", "owner", "due", "first_due", "state", "done_what", "withdrawn_why"}
        for action in found
    )
    assert [action["ref"] for action in found][:3] == ["A1", "A2", "A3"]
    assert {action["state"] for action in found} == {"open", "overdue", "done", "withdrawn"}
    late = [action for action in found if action["state"] == "overdue"]
    assert all(action["days_late"] > 0 for action in late)
    assert [action["owner"] for action in found if action["no_named_person"]] == ["College principal"]


def test_seats_and_people_tell_what_is_on_record_and_declared(boarddesk: Call, sample: Path) -> None:
    seats = {one["seat"]: one for one in boarddesk("list", "seats", sample, "--json", "--board", "SIB").json}
    (held,) = seats["Director of therapies"]["memberships"]
    assert (held["terms_version"], held["interests_due_on"]) == ("2", "2026-03-11")
    assert seats["College principal"]["vacant_since"] == "2025-12-19"
    people = {one["name"]: one for one in boarddesk("list", "people", sample, "--json").json}
    assert [one["nature"] for one in people["Ruth Okafor"]["interests"]] == ["financial"]
    ending = [one for one in boarddesk("list", "seats", sample, "--json").json if one["term_ends_on"]]
    assert [(one["seat"], one["term_ends_on"]) for one in ending] == [("Forum member", "2026-07-31")]


def test_boards_tell_what_their_agendas_have_each_time(boarddesk: Call, sample: Path) -> None:
    (board,) = boarddesk("list", "boards", sample, "--json", "--board", "SIB").json
    assert (board["kind"], board["terms_version"]) == ("partnership board", "2")
    filled = {item["title"]: item["fills"] for item in board["standing_items"] if item["fills"]}
    assert filled["Declarations of interest"] == "declarations"
    assert board["cover_headings"] == []
