"""Interests are declared, ended and kept; one entered by mistake goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.interests import declare_interest, interests, remove_interest, update_interest
from boarddesk.records.people import add_person, remove_person
from boarddesk.rules.interests import Nature
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def test_an_interest_is_declared_and_ended_and_undo_takes_each_back(file: OfficeFile) -> None:
    who = add_person(file, "Ann Hale")
    made = declare_interest(
        file, who, "  Trustee of  Fellside ", nature=Nature.PERSONAL, declared_on=date(2026, 2, 3)
    )
    update_interest(file, made, until_day=date(2026, 6, 30))
    (kept,) = interests(file)
    assert (kept.text, kept.nature, kept.declared_on, kept.until_day) == (
        "Trustee of Fellside",
        Nature.PERSONAL,
        date(2026, 2, 3),
        date(2026, 6, 30),
    )
    file.undo()
    assert interests(file)[0].until_day is None
    file.undo()
    assert interests(file) == ()


def test_an_interest_without_words_or_with_its_days_the_wrong_way_round_is_refused(file: OfficeFile) -> None:
    who = add_person(file, "Ann Hale")
    with pytest.raises(Refused) as no:
        declare_interest(file, who, "  ")
    assert no.value.field == "text"
    made = declare_interest(file, who, "Owner", from_day=date(2026, 2, 3))
    with pytest.raises(Refused) as no:
        update_interest(file, made, until_day=date(2026, 2, 2))
    assert no.value.field == "until_day"
    with pytest.raises(Refused):
        update_interest(file, made, text="")
    with pytest.raises(Refused, match="no longer there"):
        declare_interest(file, "nobody", "Owner")


def test_somebody_with_an_interest_on_the_register_stays(file: OfficeFile) -> None:
    who = add_person(file, "Ann Hale")
    made = declare_interest(file, who, "Owner")
    with pytest.raises(Refused, match="named in the records"):
        remove_person(file, who)
    remove_interest(file, made)
    with pytest.raises(Refused, match="no longer there"):
        remove_interest(file, made)
    remove_person(file, who)
