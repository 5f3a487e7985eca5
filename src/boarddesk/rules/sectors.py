"""The sector an organisation's name speaks of: proposed for a new one, never put over a person's word."""

from __future__ import annotations

import re
from typing import Final

from boarddesk.rules.people import Sector

_SPOKEN: Final = (
    (
        Sector.HEALTH,
        (
            "royal college of (?:nurs|midwi|psychiatr|paediatr|physici|surge|general pract|gps?\\b|occup"
            "ational th|speech|emergency|anaesth|radiol|pathol|obstet|ophthalm|podiat).*",
        ),
    ),
    (Sector.OTHER, ("royal college of", "college of policing")),
    (Sector.EDUCATION, ("hospital schools?", "special schools?", "schools? forum")),
    (
        Sector.GOVERNMENT,
        (
            "dfe", "dhsc", "ofsted", "cqc", "care quality commission", "nhs england", "nhse", "home office",
            "ministry", "(?:his|her) majesty'?s", "hm (?:inspect.*|government)", "cabinet office",
            "(?<!council )department (?:for education|of health.*)", "regional department for education",
        ),
    ),
    (
        Sector.YOUNG_PEOPLE,
        (
            "young (?:people|persons?|adults?|carers?).*", "children'?s council", "youth",
            "youth (?:council|forum|parliament|voice|cabinet)", "(?:student|pupil) (?:council|voice)",
        ),
    ),
    (
        Sector.PARENTS_AND_CARERS,
        (
            "parent ?carers?", "parents?", "carers?'? (?:forum|council|group|voice|network)", "n?pcf",
            "families",
        ),
    ),
    (
        Sector.SOCIAL_CARE,
        (
            "social (?:care|work|services)", "early help", "safeguarding", "children in care", "looked after",
            "fostering", "adoption", "(?:children'?s|adult'?s?|children and family) services",
        ),
    ),
    (
        Sector.HEALTH,
        (
            "nhs", "icbs?", "icp", "integrated care", "ccg", "clinical", "hospitals?", "camhs", "healthcare",
            "public health", "health", "foundation trust", "primary care", "gps?", "surgery", "healthwatch",
            "medical (?:centre|practice)", "therapies",
        ),
    ),
    (
        Sector.EDUCATION,
        (
            "schools?", "academ(?:y|ies)", "colleges?", "sixth form", "nurser(?:y|ies)", "university",
            "education(?:al)?", "early years", "alternative provision", "pupil referral", "pru", "primary",
            "secondary", "infants?", "juniors?", "learning trust", "headteachers?", "sencos?",
        ),
    ),
)  # fmt: skip
_PATTERNS: Final = tuple(
    (re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE), sector) for sector, words in _SPOKEN
)


def proposed_sector(organisation: str) -> Sector | None:
    """The sector a name speaks of; None where it does not say: a council alone may be any."""
    plain = organisation.replace("’", "'")
    return next((sector for spoken, sector in _PATTERNS if spoken.search(plain)), None)
