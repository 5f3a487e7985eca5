"""What goes out after a meeting: the actions in an e-mail to whoever has one, and the draft minutes."""

from __future__ import annotations

from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest

from boarddesk.issuing.document_kind import DocumentKind, DocumentQuery
from boarddesk.issuing.issue import issue
from boarddesk.issuing.mail import ACTION_LIST, ENDING, MINUTES_NOTICE
from boarddesk.issuing.minutes import MINUTES, UPDATE
from boarddesk.records.boards import board_named
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import last_meeting
from boarddesk.records.minutes.circulating import circulate
from boarddesk.rules.refused import Refused
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 2)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("mail") / "sample.boarddesk", today=TODAY)


def plain(content: bytes) -> str:
    part = BytesParser(policy=policy.default).parsebytes(content).get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def last(file: OfficeFile) -> DocumentQuery:
    of = last_meeting(file, today=TODAY, board_id=board_named(file, "SIB").id)
    return DocumentQuery(TODAY, meeting_id=of.id)


def addressed(content: bytes) -> list[str]:
    to = BytesParser(policy=policy.default).parsebytes(content)["To"]
    return [address.addr_spec for address in to.addresses]


def test_the_actions_of_the_meeting_stand_in_the_e_mail_and_their_owners_get_it(sample: Path) -> None:
    with OfficeFile.open(sample, read_only=True) as file:
        query = last(file)
        content = ACTION_LIST.prepare(file, query).written(ENDING)
        rows = file.rows("SELECT * FROM board_action WHERE meeting_id = ?", (query.meeting_id,))
        owners = file.rows(
            "SELECT p.email FROM board_action a JOIN person p ON p.id = a.owner_person_id "
            "WHERE a.meeting_id = ? AND p.email <> ''",
            (query.meeting_id,),
        )
    message = BytesParser(policy=policy.default).parsebytes(content)
    text = plain(content)
    assert message["X-Unsent"] == "1"
    assert rows and all(f"{row['ref']}  {row['text']}" in text for row in rows)
    addresses = {address.addr_spec for address in message["To"].addresses}
    assert {row["email"] for row in owners} <= addresses


def test_an_action_of_restricted_business_is_only_counted(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "office.boarddesk"
    copy.write_bytes(sample.read_bytes())
    with OfficeFile.open(copy) as file:
        query = last(file)
        (row, *_rest) = file.rows(
            "SELECT * FROM board_action WHERE meeting_id = ? AND item_id IS NOT NULL", (query.meeting_id,)
        )
        with file.change("Restrict the item") as change:
            change.update("agenda_item", row["item_id"], restricted=1)
        content = ACTION_LIST.prepare(file, query).written(ENDING)
    text = plain(content)
    assert row["text"] not in text
    assert "more action" in text and "of restricted business" in text


def test_the_draft_minutes_go_along_once_they_were_issued(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "office.boarddesk"
    copy.write_bytes(sample.read_bytes())
    with OfficeFile.open(copy) as file:
        query = last(file)
        before = BytesParser(policy=policy.default).parsebytes(
            MINUTES_NOTICE.prepare(file, query).written(ENDING)
        )
        assert not list(before.iter_attachments())
        done = issue(file, MINUTES.prepare(file, query), tmp_path / "minutes.docx", today=TODAY)
        after = BytesParser(policy=policy.default).parsebytes(
            MINUTES_NOTICE.prepare(file, query).written(ENDING)
        )
    (attached,) = after.iter_attachments()
    assert attached.get_content() == done.paths[0].read_bytes()


def test_where_nothing_was_minuted_no_draft_is_sent_round(tmp_path: Path) -> None:
    with OfficeFile.open(make_sample(tmp_path / "office.boarddesk", today=TODAY)) as file:
        of = last_meeting(file, today=TODAY, board_id=board_named(file, "SPB").id)
        with pytest.raises(Refused, match="Nothing is minuted yet"):
            MINUTES_NOTICE.prepare(file, DocumentQuery(TODAY, meeting_id=of.id))


def test_whoever_has_an_action_with_somebody_else_gets_the_e_mail_too(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "office.boarddesk"
    copy.write_bytes(sample.read_bytes())
    with OfficeFile.open(copy) as file:
        query = last(file)
        before = set(addressed(ACTION_LIST.prepare(file, query).written(ENDING)))
        (row, *_rest) = file.rows("SELECT id FROM board_action WHERE meeting_id = ?", (query.meeting_id,))
        with file.change("Somebody helps") as change:
            helper = change.insert("person", name="Ida Penrose", email="ida@northmoor.example")
            change.insert(
                "co_owner", board_action_id=row["id"], owner="Ida Penrose", owner_person_id=helper, position=1
            )
        after = set(addressed(ACTION_LIST.prepare(file, query).written(ENDING)))
    assert after - before == {"ida@northmoor.example"}


def test_corrections_are_asked_for_until_the_day_the_last_draft_says(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "office.boarddesk"
    copy.write_bytes(sample.read_bytes())
    with OfficeFile.open(copy) as file:
        query = last(file)
        for until in (date(2026, 6, 4), date(2026, 6, 12)):
            circulate(file, str(query.meeting_id), sent_on=TODAY, corrections_by=until)
        text = plain(MINUTES_NOTICE.prepare(file, query).written(ENDING))
    assert "send them back by 12 June 2026." in text


@pytest.mark.parametrize(("kind", "says"), [(MINUTES, "Nothing is minuted"), (UPDATE, "for families")])
def test_what_says_nothing_may_be_looked_at_and_is_not_issued(
    kind: DocumentKind, says: str, tmp_path: Path
) -> None:
    with OfficeFile.open(make_sample(tmp_path / "office.boarddesk", today=TODAY)) as file:
        of = last_meeting(file, today=TODAY, board_id=board_named(file, "SPB").id)
        prepared = kind.prepare(file, DocumentQuery(TODAY, meeting_id=of.id))
        assert prepared.written(".docx")
        with pytest.raises(Refused, match=says):
            issue(file, prepared, tmp_path / "issued.docx", today=TODAY)
        assert not (tmp_path / "issued.docx").exists()
