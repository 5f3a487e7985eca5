"""An update form goes out in Word and is read back, by its words, whatever became of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from tests.records.offices import board_with_seats

from boarddesk.issuing.action_log import make_form
from boarddesk.records.agenda import arising
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.owners import owner_called
from boarddesk.records.packs.chasing import owners_actions
from boarddesk.rules.refused import FileProblem
from boarddesk.update_forms import FormBack, propose, returned, take_form

MAY, TODAY = date(2026, 5, 12), date(2026, 5, 28)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        board_id = board_with_seats(made)
        add_meeting(made, board_id, date(2026, 6, 9))
        for text, due, owner in (
            ("Send the letter", "20 May 2026", "Ann Hale"),
            ("Show the waits", "9 June 2026", "Ann Hale"),
            ("Find rooms", "9 June 2026", "Ann Hale"),
            ("Publish the offer", "9 June 2026", "Ben Moor"),
        ):
            arising.add_action(
                made, board_id, text=text, raised_on=MAY, due=due, owner=owner_called(made, owner)
            )
        yield made


def form_of(file: OfficeFile, folder: Path) -> Path:
    (ann, _ben) = owners_actions(file, None, today=TODAY)
    path = folder / "form.docx"
    path.write_bytes(make_form(file, ann, board_id=None, today=TODAY))
    return path


def fill(path: Path, rows: dict[str, tuple[str, str, str, str]], *, without_fields: bool = False) -> None:
    """Write into the fields as somebody does in Word; or as one whose program dropped them all."""
    word = docx.Document(str(path))
    for row in word.tables[0]._tbl.tr_lst[1:]:
        cells = list(row.iter(f"{W}tc"))
        ref = "".join(node.text or "" for node in cells[0].iter(f"{W}t"))
        for at, written in zip(cells[2:], rows.get(ref, ()), strict=False):
            nodes = list(at.iter(f"{W}t"))
            if written:
                nodes[0].text = written
    if without_fields:
        for field in list(word.element.body.iter(f"{W}sdt")):
            content = field.find(f"{W}sdtContent")
            assert content is not None
            for run in list(content):
                field.addprevious(run)
            field.getparent().remove(field)
    word.save(str(path))


def back(file: OfficeFile, path: Path) -> FormBack:
    return propose(file, path.name, returned(path), today=TODAY)


FILLED = {
    "SIB A1": ("Done", "Sent to all families", "", "27 May 2026"),
    "SIB A2": ("", "Three of five therapies", "end of June", ""),
}


@pytest.mark.parametrize("without_fields", [False, True])
def test_what_an_owner_writes_comes_back_as_one_change(
    file: OfficeFile, tmp_path: Path, *, without_fields: bool
) -> None:
    path = form_of(file, tmp_path)
    fill(path, FILLED, without_fields=without_fields)
    came = back(file, path)
    assert came.form.owner == "Ann Hale" and [each.row.ref for each in came.taken] == ["SIB A1", "SIB A2"]
    assert take_form(file, came, today=TODAY, agree_dates=False) == 2
    first, second, third, _ = arising.board_actions(file, today=TODAY)
    assert (first.done_on, first.done_what) == (date(2026, 5, 27), "Sent to all families")
    assert second.latest is not None and second.due == date(2026, 6, 9)
    assert second.latest.text.startswith("Three of five therapies. Asks for Tue 30 June 2026")
    assert second.latest.said_by == "Ann Hale" and not third.updates
    assert file.undo() == "Take the update form of Ann Hale"
    assert not any(action.updates or action.done_on for action in arising.board_actions(file, today=TODAY))


def test_a_date_that_is_agreed_to_moves_the_action(file: OfficeFile, tmp_path: Path) -> None:
    path = form_of(file, tmp_path)
    fill(path, FILLED)
    take_form(file, back(file, path), today=TODAY, agree_dates=True)
    second = arising.board_actions(file, today=TODAY)[1]
    assert (second.due, second.first_due) == (date(2026, 6, 30), date(2026, 6, 9))


def test_a_form_nobody_filled_in_says_nothing(file: OfficeFile, tmp_path: Path) -> None:
    assert back(file, form_of(file, tmp_path)).proposals == ()


def test_nothing_that_was_written_is_dropped_unsaid(file: OfficeFile, tmp_path: Path) -> None:
    path = form_of(file, tmp_path)
    fill(path, {"SIB A1": ("Done", "", "some time", "31/02"), "SIB A2": FILLED["SIB A2"]})
    word = docx.Document(str(path))
    word.tables[0].rows[2].cells[0].paragraphs[0].runs[0].text = "SIB A77"
    word.add_paragraph("I am on leave in June.")
    word.save(str(path))
    came = back(file, path)
    assert not came.taken and came.form.beside[-1] == "I am on leave in June."
    said = " ".join(each.sentence for each in came.proposals)
    for words in ("“31/02” is no day", "“some time” is asked for, which is no day", "no action has this ref"):
        assert words in said
    assert "Three of five therapies · end of June" in said


def test_a_form_taken_twice_adds_nothing_and_another_owners_action_is_pointed_out(
    file: OfficeFile, tmp_path: Path
) -> None:
    path = form_of(file, tmp_path)
    fill(path, {"SIB A2": ("", "Three of five", "", "")})
    take_form(file, back(file, path), today=TODAY, agree_dates=False)
    again = back(file, path)
    assert not again.taken and "there already" in again.proposals[0].sentence
    second = arising.board_actions(file, today=TODAY)[1]
    arising.change_action(file, second.id, owner=owner_called(file, "Ben Moor"))
    assert "it is with Ben Moor, not Ann Hale" in back(file, path).proposals[0].sentence


def test_another_document_is_no_update_form(file: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    word = docx.Document()
    word.add_paragraph("Dear all")
    word.save(str(path))
    with pytest.raises(FileProblem, match="is no update form"):
        back(file, path)
