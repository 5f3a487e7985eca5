"""Area 1 of the sample plan: families."""

from __future__ import annotations

from boarddesk.sample.story import Line, News, PlannedAction, Proof, Question, StatusStep, Step, Theme

FAMILIES = Theme(
    number="1",
    title="Working with families",
    weakness="Parents and carers hear of decisions once they are made and seldom help to make them.",
    outcome="Families shape decisions with us, and can see what came of what they said.",
    leads=("Shabana Iqbal", "Joanne Whitlock"),
    team="Family partnership group, monthly",
    said=(
        StatusStep(-22, "P", "The charter is agreed in outline; most of the work is still to start."),
        StatusStep(-12, "T", "Charter signed, website on time and sessions well attended."),
        StatusStep(-3, "P", "The named contact for each family is late in two districts."),
        StatusStep(0, "T", "Four districts of five now have named contacts, and the new letters are in use."),
    ),
    lines=(
        Line(0, "done", "The young people's panel has read and passed all 14 letters and leaflets."),
        Line(0, "done", "Named contacts now work in Marram too: 412 of 530 families have one (78%)."),
        Line(0, "done", "Listening session in Eastmere: 46 parents came, 31 of them for the first time."),
        Line(0, "planned", "Named contacts in Thornsey, the last district, from {+0 D22}."),
        Line(0, "planned", "Summer edition of “You said, we did” goes out on {+1 D3}."),
        Line(0, "planned", "Survey questions agreed with the forum by {+1 D17}."),
        Line(-1, "done", "Spring edition of “You said, we did” sent to 1,900 families."),
        Line(-1, "done", "Third district, Eastmere, has its two named contacts."),
        Line(-1, "planned", "Panel of young people finishes the last four letters."),
        Line(-1, "help", "Schools to put the session dates in their newsletters, by {-1 D22}."),
        Line(-2, "done", "Forum and council agreed what a named contact does, on one page."),
        Line(-2, "planned", "Interview for the Marram contact."),
    ),
    actions=(
        PlannedAction(
            "1.1",
            "Agree a partnership charter with the parent carer forum",
            "{-18 end}",
            ("Shabana Iqbal", "Joanne Whitlock"),
            "Charter signed by every partner and used in each service review",
            statuses=(
                StatusStep(-21, "T", "Two drafting meetings held with the forum."),
                StatusStep(-18, "M", "Signed by all seven partners."),
            ),
            news=(
                News(-19, "Draft shared with 60 families; 22 sent comments."),
                News(-18, "Signed by all seven partners on {-19 D20}."),
            ),
            proof=(Proof("A1", "Partnership charter, signed copy", -18, "Charter signed.pdf"),),
        ),
        PlannedAction(
            "1.2",
            "Rebuild the local offer website with families",
            "{-9 term}",
            ("Aoife Brannigan",),
            "Seven in ten users find what they came for",
            statuses=(
                StatusStep(-20, "T", "Parents chose the supplier with us."),
                StatusStep(-13, "P", "Search is late; the supplier changed its lead developer."),
                StatusStep(-9, "M", "Live, tested by 40 parents, 29 of whom found what they wanted at once."),
            ),
            news=(
                News(-13, "Pages written; search still to come."),
                News(-9, "Live since {-10 D24}: 71% find what they came for."),
            ),
            steps=(
                Step("Supplier chosen with parents", "{-20 end}", -20, "Aoife Brannigan"),
                Step("All pages rewritten in plain English", "{-13 end}", -12, "Aoife Brannigan"),
                Step("Site live", "{-9 end}", -9, "Aoife Brannigan"),
            ),
            proof=(
                Proof("A2", "User test of the new site, 40 parents", -9, "Local offer user test.docx"),
                Proof(
                    "A3",
                    "Local offer: visits and searches",
                    -8,
                    "https://www.northmoor.example/local-offer/figures",
                ),
            ),
        ),
        PlannedAction(
            "1.3",
            "Hold a listening session in every district each term",
            "Every term to {+9 my}",
            ("Kevin Drury",),
            "Five sessions a term, notes published within two weeks",
            statuses=(
                StatusStep(-20, "T", "First five dates booked."),
                StatusStep(-10, "P", "Two autumn sessions were called off for want of a room."),
                StatusStep(-7, "T", "All five sessions held; rooms booked for the year."),
            ),
            news=(
                News(-4, "Five sessions held, 138 parents."),
                News(-1, "Four of five held; Eastmere follows."),
                News(0, "All five held this term, 184 parents."),
            ),
            proof=(Proof("A4", "Notes of the listening sessions", -1, "Listening sessions.docx"),),
        ),
        PlannedAction(
            "1.4",
            "Give each family in the process one named contact",
            "{-2 s}",
            ("Joanne Whitlock",),
            "Every family can name its contact when asked",
            statuses=(
                StatusStep(-18, "T", "Role described; recruitment agreed."),
                StatusStep(-8, "T", "Harrowby pilot began with 90 families."),
                StatusStep(
                    -3, "P", "Two of five districts have no contact in post, so 190 families have none."
                ),
            ),
            news=(
                News(-4, "Pilot families: 81 of 90 could name their contact."),
                News(-1, "Three districts of five covered."),
                News(0, "Four districts covered; Thornsey starts on {+0 D22}."),
            ),
            steps=(
                Step("Role agreed with the forum", "{-18 end}", -18, "Shabana Iqbal"),
                Step("Harrowby pilot reviewed", "{-6 end}", -5, "Joanne Whitlock"),
                Step("Contacts in all five districts", "{-2 end}", None, "Joanne Whitlock"),
                Step("100 families asked whether they know their contact", "{+1 end}", None, "Kevin Drury"),
            ),
            moves=((-9, "{-2 s}"),),
            questions=(
                Question(
                    -1,
                    "Kevin Drury",
                    "Who answers families in Thornsey until their contact starts?",
                ),
            ),
        ),
        PlannedAction(
            "1.5",
            "Pay parent representatives promptly for their time",
            "{-14 my}",
            ("Aoife Brannigan",),
            "Every claim paid within 20 days",
            statuses=(
                StatusStep(-19, "T", "Rates agreed with the forum."),
                StatusStep(-13, "M", "All 34 claims since the spring were paid within 20 days."),
            ),
            news=(News(-13, "34 of 34 claims paid within 20 days."),),
        ),
        PlannedAction(
            "1.6",
            "Publish “You said, we did” each term",
            "each term until {+9 my}",
            ("Kevin Drury", "Aoife Brannigan"),
            "Half of what families raised is done within two terms",
            statuses=(
                StatusStep(-17, "T", "First edition published."),
                StatusStep(-11, "P", "Autumn edition late by a month."),
                StatusStep(-7, "T", "Back on time, and sent by text message too."),
            ),
            news=(
                News(-4, "26 points raised, 15 done."),
                News(-1, "31 points raised, 19 done (61%)."),
            ),
            proof=(Proof("A5", "You said, we did: spring edition", -1, "You said we did spring.docx"),),
        ),
        PlannedAction(
            "1.7",
            "Let the young people's panel read every new letter and leaflet",
            "{-1 end}",
            ("Casey Holt",),
            "Panel passes all 14 letters and leaflets",
            statuses=(
                StatusStep(-12, "T", "Panel trained and paid."),
                StatusStep(-1, "T", "Ten of 14 passed."),
                StatusStep(0, "M", "All 14 passed, six of them after a second draft."),
            ),
            news=(
                News(-5, "Six of 14 passed."),
                News(-1, "Ten of 14 passed."),
                News(0, "All 14 passed on {s9}."),
            ),
            proof=(Proof("A6", "Panel's comments on 14 letters", 0, "Panel comments.docx"),),
            moves=((-10, "{-1 end}"),),
        ),
        PlannedAction(
            "1.8",
            "Ask all families once a year how far they trust us",
            "{+4 sy}",
            ("Shabana Iqbal",),
            "At least 600 answers, results published in eight weeks",
            statuses=(
                StatusStep(-16, "T", "First survey: 488 answers."),
                StatusStep(-5, "T", "Second survey planned for the autumn."),
            ),
            news=(News(-2, "Questions kept the same so that years compare."),),
            questions=(
                Question(
                    -4,
                    "Anthea Marlow",
                    "How will you reach families who did not answer last time?",
                    -3,
                    "By phone in three languages, and through the five sessions.",
                ),
            ),
        ),
    ),
)
