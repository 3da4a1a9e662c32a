"""Who says so: the speaker, those through whom it came, the channel, the cue and the day of speaking."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.told import fits, party, told, why

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    # where the speaker stands
    (
        "speaker first",
        "Police said gunmen killed four people in Kandahar on Monday.",
        {"source": "police", "stance": "reported", "cue": "said", "killed": 4},
    ),
    (
        "speaker first with that",
        "The mayor said that gunmen had killed four people in Kandahar.",
        {"source": "mayor", "stance": "reported", "killed": 4},
    ),
    ("speaker last", "Gunmen killed four people in Kandahar on Monday, police said.", {"source": "police", "killed": 4}),
    (
        "speaker last, inverted",
        "Gunmen killed four people in Kandahar, said Maria Lopez, the district's mayor.",
        {"source": "Lopez", "killed": 4},
    ),
    (
        "speaker in the middle",
        "Gunmen, police said on Tuesday, killed four people in a market in Kandahar.",
        {"source": "police", "killed": 4, "said": "2024-06-11"},
    ),
    (
        "speaker in the middle of a quote",
        '"They came at night," said Amina Yusuf, a teacher, "and killed four people in the market."',
        {"source": "Amina Yusuf", "killed": 4},
    ),
    (
        "according to, first",
        "According to the interior ministry, gunmen killed four people in Kandahar.",
        {"source": "ministry", "killed": 4},
    ),
    (
        "according to, last",
        "Gunmen killed four people in Kandahar, according to the hospital's director.",
        {"source": "director", "killed": 4},
    ),
    (
        "according to, in the middle",
        "The gunmen, according to residents, killed four people in Kandahar.",
        {"source": "residents", "killed": 4},
    ),
    ("document's own voice", "Gunmen killed four people in Kandahar on Monday.", {"source": "", "stance": "reported", "killed": 4}),
    (
        "own voice beside a speaker",
        "Gunmen killed four people in Kandahar on Monday. Police said two suspects were arrested.",
        {"source": "", "killed": 4},
    ),
    ("reported that", "The local radio reported that gunmen had killed four people in Kandahar.", {"source": "radio", "killed": 4}),
    (
        "officials say, two clauses",
        "Police said the gunmen arrived on motorcycles and killed four people in Kandahar.",
        {"source": "police", "killed": 4},
    ),
    (
        "but ends what is said",
        "Police said two people died in the bombing in Kandahar, but a doctor said five people were killed.",
        {"source": "doctor", "killed": 5},
    ),
    (
        "and the first keeps its own",
        "Police said two people died in the bombing in Kandahar, but a doctor said five people were killed.",
        {"source": "police", "killed": 2},
    ),
    (
        "while ends what is said",
        "The army said it killed nine rebels near Kandahar, while residents said eleven civilians were killed in the raid.",
        {"source": "residents", "killed": 11},
    ),
    (
        "speaker with a title and a name",
        "Gunmen killed four people in Kandahar, police commander Abdul Razik said.",
        {"source": "Razik", "killed": 4},
    ),
    ("speaker with an age", '"Soldiers killed my two brothers in Bamako," said Fatou Keita, 34.', {"source": "Keita", "killed": 2}),
    (
        "said in a statement",
        "The army said in a statement that rebels killed six soldiers near Gao.",
        {"source": "army", "channel": "statement", "killed": 6},
    ),
    (
        "statement as speaker",
        "A statement from the defence ministry said rebels killed six soldiers near Gao.",
        {"source": "Government of Mali", "killed": 6},
    ),
    (
        "statement by a group",
        "A statement by Jaish al-Adl said its fighters killed six border guards near Saravan.",
        {"source": "Jaish", "stance": "claimed", "killed": 6},
    ),
    (
        "statement carried by an outlet",
        "In a statement carried by Amaq, Islamic State said its fighters killed six soldiers near Gao.",
        {"source": "Islamic State", "via": "Amaq", "stance": "claimed"},
    ),
    ("a caller", "A caller to a local radio station said the Red Fist group had killed the judge in Quetta.", {"source": "caller"}),
    (
        "spokesman of a group",
        "A spokesman for the Taliban said the group killed six soldiers in Kunduz.",
        {"source": "Taliban", "stance": "claimed", "killed": 6},
    ),
    (
        "group's spokesman by name",
        "Taliban spokesman Zabihullah Mujahid said its fighters killed six soldiers in Kunduz.",
        {"source": "Taliban", "stance": "claimed", "killed": 6},
    ),
    (
        "spokesman, apposition behind",
        "Zabihullah Mujahid, a Taliban spokesman, said six soldiers were killed in the attack in Kunduz.",
        {"source": "Taliban", "killed": 6},
    ),
    (
        "a spokesman for the group",
        "Al-Shabaab attacked a base near Baidoa on Monday. A spokesman for the group said 12 soldiers were killed.",
        {"source": "Shabaab", "killed": 12},
    ),
    # a label, and no verb
    ("colon", "Police: 8 killed, 21 wounded in the blast in Karrada.", {"source": "Police"}),
    ("colon behind a clock", "09:10 The army: four rebels killed near Gao.", {"source": "The army"}),
    ("brackets", "Shells hit a market in Taiz; nine dead, 20 hurt (Ministry of Health).", {"source": "Ministry"}),
    ("a heading is no speaker", "Iraq: 8 killed in a bombing in Karrada.", {"source": ""}),
    ("a group that heads its deeds", "Boko Haram: 6 attacks, 4 dead.", {"source": ""}),
    # whose deed it is, by its own word
    (
        "an army's own fight",
        "The army said it clashed with rebels near Quilali on Tuesday and that five rebels died.",
        {"source": "army", "stance": "claimed", "type": "ASSAULT"},
    ),
    (
        "an army's own hurt",
        "Rebels attacked a post near Quilali on Tuesday. The army said that two soldiers were wounded.",
        {"source": "army", "stance": "reported"},
    ),
    (
        "a head of state and his forces",
        "The president said the armed forces had struck a rebel camp near Gao on Monday.",
        {"source": "president", "stance": "claimed", "actors": "armed forces"},
    ),
    (
        "arrests that a ministry tells of",
        "The Interior Ministry said 30 protesters had been detained in Minsk on Sunday.",
        {"source": "Interior Ministry", "stance": "claimed", "type": "COERCE"},
    ),
    (
        "speakers together have a claim each",
        "Police and the mayor said gunmen killed four people in Kandahar on Monday.",
        {"source": "mayor", "killed": 4},
    ),
    # through whom
    (
        "told an agency",
        "Residents told Reuters that soldiers killed four people in Bamako.",
        {"source": "residents", "via": "Reuters", "killed": 4},
    ),
    (
        "told an agency, last",
        "Soldiers killed four people in Bamako, a witness told AFP.",
        {"source": "witness", "via": "AFP", "killed": 4},
    ),
    (
        "told an agency by phone",
        "Soldiers killed four people in Bamako, a witness told AFP by phone.",
        {"source": "witness", "channel": "phone"},
    ),
    (
        "quoted as saying",
        "Tass quoted the defence ministry as saying that rebels killed six soldiers near Gao.",
        {"source": "ministry", "via": "Tass", "killed": 6},
    ),
    (
        "was quoted as saying by",
        "The governor was quoted by Tass as saying rebels killed six soldiers near Gao.",
        {"source": "governor", "via": "Tass", "killed": 6},
    ),
    (
        "citing",
        "Rebels killed six soldiers near Gao, Reuters reported, citing the army.",
        {"source": "army", "via": "Reuters", "killed": 6},
    ),
    (
        "citing, first",
        "Citing the army, Reuters reported that rebels killed six soldiers near Gao.",
        {"source": "army", "via": "Reuters", "killed": 6},
    ),
    (
        "outlet reports that one said",
        "Xinhua reported that police said gunmen killed four people in Kandahar.",
        {"source": "police", "via": "Xinhua", "killed": 4},
    ),
    (
        "quotes inside quotes",
        '"My brother told me the soldiers killed nine people in Bamako," Awa Diallo told Reuters.',
        {"source": "brother", "killed": 9},
    ),
    (
        "in an interview with",
        "In an interview with the BBC, the governor said gunmen killed four people in Kandahar.",
        {"source": "governor", "via": "BBC", "killed": 4},
    ),
    # quotations over several sentences
    (
        "quotation goes on",
        '"It was after dark," said Amina Yusuf. "The soldiers killed four people in the market. They burned two houses."',
        {"source": "Yusuf", "killed": 4},
    ),
    (
        "quotation goes on, next sentence",
        '"It was after dark," said Amina Yusuf. "They shot at us. The soldiers killed four people in Bamako."',
        {"source": "Yusuf", "killed": 4},
    ),
    ("quotation ends", '"It was after dark," said Amina Yusuf. The soldiers killed four people in Bamako.', {"source": "", "killed": 4}),
    (
        "he said, of a named man",
        "Governor John Mbeki visited the town of Gao on Monday. Rebels killed six soldiers there, he said.",
        {"source": "Government of Mali", "killed": 6},
    ),
    (
        "speaker of the sentence before does not speak on",
        "Police said the road was closed. Gunmen killed four people in Kandahar on Monday.",
        {"source": "", "killed": 4},
    ),
    # channel and day
    (
        "on television",
        "The president said on state television that rebels killed six soldiers near Gao.",
        {"source": "president", "channel": "state television"},
    ),
    (
        "on Telegram",
        "Ukraine's air force said on Telegram that Russian drones killed two people in Kharkiv.",
        {"source": "Ukrain", "channel": "Telegram", "killed": 2},
    ),
    (
        "at a news conference",
        "The minister told a news conference that gunmen killed four people in Kandahar.",
        {"source": "minister", "channel": "news conference"},
    ),
    (
        "day of speaking",
        "Police said on Wednesday that gunmen killed four people in Kandahar on Monday.",
        {"source": "police", "said": "2024-06-12"},
    ),
    (
        "day of the deed is no day of speaking",
        "Police said gunmen killed four people in Kandahar on Monday.",
        {"source": "police", "said": None},
    ),
    # what is no speaker
    (
        "added",
        "Police said the gunmen fled. They had killed four people in Kandahar, the officer added.",
        {"source": "officer", "killed": 4},
    ),
    (
        "a report by an NGO",
        "A report by Amnesty International said soldiers killed forty people in Bamako.",
        {"source": "Amnesty", "killed": 40},
    ),
    (
        "documented",
        "Human Rights Watch documented that soldiers killed forty people in Bamako.",
        {"source": "Human Rights Watch", "killed": 40},
    ),
    (
        "the finding of a body is no speech",
        "Police found the bodies of four men killed by gunmen in Kandahar.",
        {"source": "", "killed": 4},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_says_so(text: str, expected: dict[str, Any]) -> None:
    assert any(fits(claim, expected) for claim in told(text)), why(text, expected)


def test_a_second_verb_of_speaking_takes_the_subject_of_the_first() -> None:
    """As "tells ... and then tells": the second has no subject of its own, and its fellow speakers are those of the first."""
    text = (
        '"When the army attacked the clinic," he said, "who sits there and tells the nurses that rebels did '
        'and then tells everyone else that nobody did, they call that a lie."'
    )

    assert [party(claim["attribution"]["source"]) for claim in told(text)] == ["he"]
