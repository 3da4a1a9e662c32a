"""Every stance with what speaks for it, and the one for which most does."""

from __future__ import annotations

import pytest

from ascribe.extract.stances import every, likeliest
from ascribe.model.claims import Stance
from ascribe.model.decisions import Calibration
from tests.extract.marks import cue, event

TEXT = "The prefect grumbled that armed men took a nurse in Gao."
WORD, RULES = Calibration({"word, alone": 1.0, "word, beside plain words": 1.0}), Calibration({"rules": 1.0})


def of(stance: str, rule: Stance | None = None, *, own: bool = False, cued: str | None = None) -> dict:
    mark = event(TEXT, "took", stance=stance)
    grumbled = cue(TEXT, "grumbled", stance=cued, source="The prefect") if cued is not None else None
    return every(rule, mark, grumbled, named=True, own=own)


def test_every_stance_is_asked():
    assert set(of("reported")) == set(Stance)


@pytest.mark.parametrize(("rule", "weights", "stance"), [(None, WORD, Stance.DENIED), (Stance.ACCUSED, RULES, Stance.ACCUSED)])
def test_the_weights_decide_between_the_encoder_and_the_rules(rule, weights, stance):
    assert likeliest(of("denied", rule), weights) is stance


def test_the_cue_has_a_say_of_its_own():
    assert likeliest(of("reported", cued="denied"), Calibration({"cue, alone": 1.0})) is Stance.DENIED


def test_who_did_it_claims_it():
    assert likeliest(of("reported", own=True), Calibration({"own, claimed": 1.0})) is Stance.CLAIMED
