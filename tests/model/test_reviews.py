"""What follows from decisions: who takes whose place, who stands beside whom, and that nothing is lost on the way."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.reviews import Decided, Decision, Role, State, changed, differing, essence, settled

YES, NO, SKIP = Decided.ACCEPTED, Decided.REJECTED, Decided.SKIPPED
CODER, REVIEWER = Role.CODER, Role.REVIEWER
NINE = {"fatalities": {"low": 9, "best": 9, "high": 9, "text": "nine", "start": 4, "end": 8}}


def said(number: int, who: str, decision: Decided = YES, role: Role = CODER, seen: tuple[int, ...] = (), **known) -> Decision:
    """One decision."""
    return Decision(number, who, role, decision, known.pop("changes", {}), frozenset(seen), **known)


@pytest.mark.parametrize(
    ("decisions", "state", "verdict"),
    [
        ([], State.MACHINE, None),
        ([said(1, "ana", SKIP)], State.MACHINE, None),
        ([said(1, "ana")], State.CODED, YES),
        ([said(1, "ana"), said(2, "ana", NO)], State.CODED, NO),
        ([said(1, "ana"), said(2, "ana", SKIP)], State.CODED, YES),
        ([said(1, "ana"), said(2, "ben")], State.AGREED, YES),
        ([said(1, "ana"), said(2, "ben", NO)], State.DISAGREED, None),
        ([said(1, "ana"), said(2, "ben", NO, seen=(1,))], State.CODED, NO),
        ([said(1, "ana"), said(2, "ben", NO), said(3, "cat", NO, seen=(1, 2))], State.CODED, NO),
        ([said(1, "ana"), said(2, "ben", NO), said(3, "cat", NO, seen=(2,))], State.DISAGREED, None),
        ([said(1, "ana", role=REVIEWER)], State.REVIEWED, YES),
        ([said(1, "ana"), said(2, "ruth", NO, REVIEWER, seen=(1,))], State.REVIEWED, NO),
        ([said(1, "ana"), said(2, "ruth", NO, REVIEWER)], State.DISAGREED, None),
        ([said(1, "ana"), said(2, "ruth", YES, REVIEWER)], State.REVIEWED, YES),
        ([said(1, "ruth", YES, REVIEWER), said(2, "ana", NO, seen=(1,))], State.DISAGREED, None),
        ([said(1, "ruth", YES, REVIEWER), said(2, "sam", NO, REVIEWER, seen=(1,))], State.REVIEWED, NO),
        ([said(1, "ana", undone=True)], State.MACHINE, None),
        ([said(1, "ana"), said(2, "ben", NO, seen=(1,), undone=True)], State.CODED, YES),
        ([said(1, "ana", Decided.CORRECTED, changes=NINE), said(2, "ben", YES, seen=(1,), changes=NINE)], State.CODED, Decided.CORRECTED),
        ([said(1, "ana", Decided.CORRECTED, changes=NINE), said(2, "ben")], State.DISAGREED, None),
    ],
    ids=[
        "nobody",
        "skipped",
        "one coder",
        "who thinks again",
        "who then skips",
        "two, blind, alike",
        "two, blind, unlike",
        "the second saw the first",
        "a third saw both",
        "a third saw one",
        "a reviewer",
        "a reviewer over a coder",
        "a reviewer who did not see the coder",
        "and says the same",
        "a coder against a reviewer",
        "a reviewer over a reviewer",
        "taken back",
        "taken back, and what was before holds",
        "a correction that another accepts",
        "a correction, and one who accepts the machine's",
    ],
)
def test_what_holds_after_decisions(decisions, state, verdict):
    found = settled(decisions)

    assert (found.state, found.verdict) == (state, verdict)


def test_while_people_disagree_nothing_is_changed():
    found = settled([said(1, "ana", Decided.CORRECTED, changes=NINE), said(2, "ben")])

    assert found.changes == {}
    assert [each.who for each in found.standing] == ["ana", "ben"]


def test_the_same_figure_marked_elsewhere_is_the_same_correction():
    other = {"fatalities": {"low": 9, "best": 9, "high": 9, "text": "9", "start": 40, "end": 41}}

    assert settled([said(1, "ana", changes=NINE), said(2, "ben", changes=other)]).state is State.AGREED


@pytest.mark.parametrize(
    ("decisions", "sensitive"),
    [
        ([said(1, "ana", SKIP, sensitive=True)], True),
        ([said(1, "ana", sensitive=True), said(2, "ben", sensitive=False)], True),
        ([said(1, "ana", sensitive=True), said(2, "ben", seen=(1,), sensitive=False)], False),
        ([said(1, "ana", sensitive=True), said(2, "ben", seen=(1,))], True),
        ([said(1, "ana", sensitive=True), said(2, "ana", sensitive=False)], False),
    ],
    ids=["while skipping", "two, blind", "lifted by one who saw it", "not spoken of", "lifted by oneself"],
)
def test_who_marks_a_record_as_sensitive_is_heeded_until_one_who_saw_it_lifts_it(decisions, sensitive):
    assert settled(decisions).sensitive is sensitive


PEOPLE = [("ana", CODER), ("ben", CODER), ("cat", CODER), ("ruth", REVIEWER), ("sam", REVIEWER)]


@st.composite
def histories(draw) -> list[Decision]:
    """Decisions as they come in: each maker has some of the earlier ones in view."""
    made: list[Decision] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        who, role = draw(st.sampled_from(PEOPLE))
        seen = draw(st.sets(st.sampled_from([each.number for each in made]))) if made else set()
        decision = draw(st.sampled_from([YES, NO, SKIP]))
        changes = draw(st.sampled_from([{}, {"mode": "beat"}, {"mode": "torture"}])) if decision is YES else {}
        made.append(Decision(number, who, role, decision, changes, frozenset(seen), draw(st.sampled_from([None, True, False]))))
    return made


@given(histories())
def test_no_decision_is_lost_but_to_one_who_saw_it(history):
    """A decision that does not stand was in view of one that took its place, or its maker thought again."""
    standing = {each.number for each in settled(history).standing}

    for each in history:
        if each.decision is not SKIP and each.number not in standing:
            later = [other for other in history if other.number > each.number and other.decision is not SKIP]
            assert any(other.who == each.who or (each.number in other.seen and other.role.rank >= each.role.rank) for other in later)


@given(histories(), st.randoms())
def test_what_holds_does_not_hang_on_the_order_in_which_rows_are_read(history, dice):
    shuffled = list(history)
    dice.shuffle(shuffled)

    assert settled(shuffled) == settled(history)


@given(st.lists(st.sampled_from([YES, NO]), min_size=2, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
def test_who_did_not_see_each_other_may_come_in_any_order(decisions, reviewers):
    """Different people, each without the others in view: who was quicker makes no difference."""
    people = [
        (who, REVIEWER if is_reviewer else CODER, decision)
        for who, is_reviewer, decision in zip("abcd", reviewers, decisions, strict=False)
    ]
    outcomes = []
    for order in permutations(people):
        found = settled(said(number, who, decision, role) for number, (who, role, decision) in enumerate(order, 1))
        outcomes.append((found.state, found.verdict, found.changes, [each.who for each in found.standing]))

    assert all(each == outcomes[0] for each in outcomes)


@given(histories(), st.data())
def test_taking_the_last_decision_back_restores_what_was_before(history, data):
    *before, last = history
    undone = Decision(last.number, last.who, last.role, last.decision, last.changes, last.seen, last.sensitive, undone=True)

    assert settled([*before, undone]) == settled(before)


def test_only_what_is_settled_is_done():
    assert {each for each in State if each.is_settled} == {State.CODED, State.AGREED, State.REVIEWED}


def test_changes_reach_into_parts_of_a_record_and_leave_the_rest():
    record = {"mode": None, "attribution": {"stance": "reported", "channel": None}}

    after = changed(record, {"attribution.stance": "denied", "mode": "beat"})

    assert after == {"mode": "beat", "attribution": {"stance": "denied", "channel": None}}
    assert record["attribution"]["stance"] == "reported"
    assert differing(record, {"attribution.stance": "reported", "mode": "beat"}) == {"mode": "beat"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"start": "2024-06-12", "end": "2024-06-12", "precision": "day", "text": "Wednesday", "start_offset": 3}, {"start": "2024-06-12", "end": "2024-06-12", "precision": "day"}),
        ([{"name": "Gao", "start": 3, "end": 6}], [{"name": "Gao"}]),
        ({"exact": "x", "start": 0, "end": 1, "prefix": "", "suffix": ""}, {"exact": "x"}),
    ],
    ids=["time", "place", "quote"],
)  # fmt: skip
def test_where_a_value_stands_is_not_of_its_essence(value, expected):
    assert essence(value) == expected
