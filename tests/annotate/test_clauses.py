"""Who does what in which clause."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotate.parsed import Told, read

SUBJECTS = {
    "plain": ("Gunmen killed two men.", "killed", ["Gunmen"]),
    "list": ("Gunmen, soldiers and a bomb killed two men.", "killed", ["Gunmen", "soldiers", "a bomb"]),
    "past a prepositional phrase": ("The head of the army in Kabul resigned.", "resigned", ["The head"]),
    "past an apposition": ("Ali Khan, a spokesman for the group, said so.", "said", ["Ali Khan"]),
    "past a relative": ("The bishop of Lira, who visited survivors, asked both sides to talk.", "asked", ["The bishop"]),
    "past an open relative": ("Residents who drove three bodies to the office said the dead were farmers.", "said", ["Residents"]),
    "past an infinitive": ("Families who had come to see the guards found the gate shut.", "found", ["Families"]),
    "past a participle": ("The men arrested on Monday said they had been beaten.", "said", ["The men"]),
    "past an -ing form with an object": ("A bus carrying members of a police unit ran over a mine.", "ran", ["A bus"]),
    "past brackets": ("The Party of India (Maoist) told reporters that it did it.", "told", ["The Party"]),
    "past an aside": ("Troops, he said, had not been told of the convoy.", "told", ["Troops"]),
    "governed list": ("Teams from China, India and Russia are at work.", "are", ["Teams"]),
    "swallowed by a place": ("In Kunduz gravediggers worked by night.", "worked", ["gravediggers"]),
    "attribution at the end": ("Two men were shot, the police chief said.", "said", ["the police chief"]),
    "attribution at the end, with of": ("Jets bombed the town, one of its commanders told the BBC.", "told", ["one"]),
    "inverted": ('"It was a massacre," said Maria Lopez, a nurse.', "said", ["Maria Lopez"]),
    "inverted without quotes": ("Paper truces, say those who live under them.", "say", ["those"]),
    "inverted with a title": ("Fighters torched several houses, said Charles Kitenge, the administrator.", "said", ["Charles Kitenge"]),
    "after a clause of time": ("When the first tally came in, it listed seven dead.", "listed", ["it"]),
    "and": ("The rebels attacked the post and killed two men.", "killed", ["The rebels"]),
    "and behind a relative": ("They hit a mine that damaged a car but injured nobody.", "injured", ["a mine"]),
    "and behind a complement": ("He said the attackers had lost eight men and carried the bodies away.", "carried", ["the attackers"]),
    "and behind a participle": (
        "He accused the party, known as the MQM, of waging war, and said that 180 men had been held.",
        "said",
        ["He"],
    ),
    "and with a subject of its own": ("The talks ended on Tuesday, and both sides spoke of progress.", "spoke", ["both sides"]),
    "behind said": ("The army said its troops killed 15 men.", "killed", ["its troops"]),
    "behind said, parted": ("The army said its troops, backed by helicopters, killed 15 men.", "killed", ["its troops"]),
    "who": ("The police blamed the gunmen who fled.", "fled", ["the gunmen"]),
    "who is no council": ("A member of the provincial council, who said he had called, put the dead at 14.", "said", ["A member"]),
    "which they believe": ("They found a phone, which they believe was used as the trigger.", "used", ["a phone"]),
    "in which": ("The attack in which four civilians died was condemned.", "died", ["four civilians"]),
    "in which, main verb": ("The attack in which four civilians died was condemned.", "condemned", ["The attack"]),
    "no relative pronoun": ("One shouted something he could not catch.", "catch", ["he"]),
    "there were": ("There were 12 people killed in the blast.", "killed", ["12 people"]),
    "participle and main verb": ("Gunmen suspected to be bandits have abducted 30 students.", "abducted", ["Gunmen"]),
    "leading participle": ("Firing into the air, the gunmen fled.", "Firing", ["the gunmen"]),
    "trailing participle": ("A bomb went off, killing two.", "killing", ["A bomb"]),
    "trailing participle behind an attribution": ("A bomb went off, police said, killing two.", "killing", ["A bomb"]),
    "infinitive of the object": ("They asked both sides to stop the war.", "stop", ["both sides"]),
    "of a relative with a word of two classes": ("The corridor, which the BLA views as theft, is complete.", "views", ["the BLA"]),
    "charged with a deed": ("Residents accused soldiers of killing nine farmers.", "killing", ["soldiers"]),
    "who and who": ("Drivers who carry goods to the zone and who arrived today said so.", "arrived", ["Drivers"]),
    "a name behind the participle": ("He was shot by men at a farm called El Limon.", "called", ["a farm"]),
    "adjective behind the noun": ("Rebels loyal to the general seized a town.", "seized", ["Rebels"]),
    "wish": ("They demanded that the army withdraw from the town.", "withdraw", ["the army"]),
    "gapped passive": ("Seven policemen were killed and 10 others injured in the attack.", "injured", ["10 others"]),
    "upper case": (
        "THE ELN, WHICH HAS FOUGHT FOR YEARS, DYNAMITED A PIPELINE NEAR SARAVENA AND FLED INTO THE HILLS.",
        "dynamited",
        ["The ELN"],
    ),
    "headline": ("Three soldiers killed in ambush", "killed", ["Three soldiers"]),
}


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_subjects(text, verb, expected):
    assert Told(text).subjects(verb) == expected


OBJECTS = {
    "plain": ("Gunmen killed two men.", "killed", ["two men"]),
    "list": ("It hit cars, buses and a shop.", "hit", ["cars", "buses", "a shop"]),
    "shared": ("Forces have abducted or killed thousands.", "abducted", ["thousands"]),
    "two": ("They offered India their support.", "offered", ["India", "their support"]),
    "none before a complement": ("They said two men died.", "said", []),
    "what it called": ("Jets struck what the army called a command centre.", "struck", ["a command centre"]),
    "none behind an inverted verb": ('"We did it," said the minister.', "said", []),
    "a list ends with its and": ("It hit cars and buses, police said.", "hit", ["cars", "buses"]),
}


@pytest.mark.parametrize(("text", "verb", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_objects(text, verb, expected):
    assert Told(text).objects(verb) == expected


PREPS = {
    "behind the verb": ("A bomb went off in Kabul near a school.", "went", ["in Kabul", "near a school"]),
    "before the subject": ("In Kabul a bomb went off near a school.", "went", ["In Kabul", "near a school"]),
    "by": ("Two men were shot by soldiers.", "shot", ["by soldiers"]),
    "a list": ("Talks between Kabul and Delhi failed.", "failed", ["between Kabul + Delhi"]),
    "not those of an attribution": ("Two died in Kabul, a spokesman for the army said.", "died", ["in Kabul"]),
    "not those of what is told": ("Two died in Kabul, a spokesman for the army said.", "said", ["for the army"]),
    "not those of the next clause": ("Two men died, and by evening the army had left.", "died", []),
}


@pytest.mark.parametrize(("text", "verb", "expected"), PREPS.values(), ids=PREPS)
def test_prepositions(text, verb, expected):
    assert Told(text).preps(verb) == expected


LINKS = {
    "main": ("Gunmen killed two men.", "killed", ("", None)),
    "complement": ("Police said that gunmen killed two men.", "killed", ("complement", "said")),
    "second complement": ("Police said that two fled and that one died.", "died", ("complement", "said")),
    "relative": ("Police blamed the men who fled.", "fled", ("relative", "blamed")),
    "participle": ("Police found a man shot in the head.", "shot", ("participle", "found")),
    "infinitive": ("They tried to flee.", "flee", ("infinitive", "tried")),
    "and": ("They attacked and fled.", "fled", ("and", "attacked")),
    "attribution at the end": ("Two men died, police said.", "said", ("", None)),
}


@pytest.mark.parametrize(("text", "verb", "expected"), LINKS.values(), ids=LINKS)
def test_links(text, verb, expected):
    assert Told(text).link(verb) == expected


WORDS = "the army , said killed in and who that ( ) \" ' . ; to was they arrested men had after by which Kabul told".split()


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_clauses_point_into_the_sentence(text):
    for parse in read(text).parses:
        verbs = [clause.verb for clause in parse.clauses]
        assert verbs == sorted(set(verbs))
        for number, clause in enumerate(parse.clauses):
            assert parse.phrases[clause.verb].kind == "VG"
            assert clause.parent is None or clause.parent < number
            for at in (*clause.subjects, *clause.objects, *(place for _, members in clause.preps for place in members)):
                assert parse.phrases[at].kind == "NP"


@pytest.mark.parametrize("word", ["killed ", "said, ", "who ", "( ", "the man and ", "after he said "])
def test_hostile_text_costs_no_more_than_its_length(word):
    def seconds(times):
        begin = time.process_time()
        read(word * times)
        return time.process_time() - begin

    seconds(500)
    short, long = min(seconds(2_000) for _ in range(3)), min(seconds(20_000) for _ in range(2))
    assert long < 30 * short  # ten times the text; what grows with its square would take a hundred times as long
