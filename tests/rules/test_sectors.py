"""The sector a name speaks of, and names that speak of none."""

from __future__ import annotations

import pytest

from boarddesk.rules.people import Sector
from boarddesk.rules.sectors import proposed_sector


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("NHS Northmoor ICB", Sector.HEALTH),
        ("Northmoor Integrated Care Board", Sector.HEALTH),
        ("Northmoor Hospitals NHS Foundation Trust", Sector.HEALTH),
        ("University Hospitals of Northmoor", Sector.HEALTH),
        ("Moor Primary Care Network", Sector.HEALTH),
        ("Moor Primary School", Sector.EDUCATION),
        ("Moor Academy Trust", Sector.EDUCATION),
        ("Northmoor Sixth Form College", Sector.EDUCATION),
        ("Northmoor Hospital School", Sector.EDUCATION),
        ("Northmoor Council, Education", Sector.EDUCATION),
        ("Northmoor Parent Carer Forum", Sector.PARENTS_AND_CARERS),
        ("PCF", Sector.PARENTS_AND_CARERS),
        ("Northmoor Youth Council", Sector.YOUNG_PEOPLE),
        ("Young People’s Voice", Sector.YOUNG_PEOPLE),
        ("Northmoor Council, Children’s Social Care", Sector.SOCIAL_CARE),
        ("Adult Social Care", Sector.SOCIAL_CARE),
        ("DfE", Sector.GOVERNMENT),
        ("Department for Education", Sector.GOVERNMENT),
        ("NHS England", Sector.GOVERNMENT),
        ("Royal College of Nursing", Sector.HEALTH),
        ("Royal College of Psychiatrists", Sector.HEALTH),
        ("Royal College of GPs", Sector.HEALTH),
        ("Royal College of Chess", Sector.OTHER),
        ("Northmoor Council", None),
        ("Northmoor Borough Council", None),
        ("Northmoor Police", None),
        ("", None),
    ],
)
def test_a_name_speaks_of_its_sector_or_of_none(name: str, sector: Sector | None) -> None:
    assert proposed_sector(name) is sector
