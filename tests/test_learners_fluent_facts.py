from statistics import mean

import pytest

from toolkit.finding import percent
from toolkit.learners.bot_findings import false_of_fluent
from toolkit.learners.fluent_facts import LOOK_BACK, facts
from toolkit.learners.network_findings import network_verdicts
from toolkit.learners.notices import publish
from toolkit.lesson import load_lesson


@pytest.mark.parametrize("seed", range(1, 22))
def test_the_facts_are_the_numbers_of_the_sample(seed):
    got = facts(seed)
    assert got["false"] == percent(false_of_fluent(seed, LOOK_BACK))
    assert got["secret_false"] == percent(network_verdicts(seed, 30, 0, True)["wrong"])
    assert got["secret_true"] == percent(network_verdicts(seed, 30, 0, True)["true"])
    assert got["shown_true"] == percent(network_verdicts(seed, 30, 0, False)["true"])


@pytest.mark.parametrize("seed", range(1, 22))
def test_every_sample_starts_from_as_many_notices_as_the_text_says(seed):
    assert facts(seed)["notices"] == str(len(publish(seed).sentences)) == "160"


def test_the_lesson_starts_from_a_sample_like_most():
    got = facts(load_lesson("03-fluent-is-not-true").sample)
    for name in ("false", "secret_false", "secret_true"):
        average = mean(int(facts(seed)[name][:-1]) for seed in range(1, 22))
        assert abs(int(got[name][:-1]) - average) <= 7
