import numpy as np
import pytest

from toolkit.learners.network import complete, scores, slopes, surprise
from toolkit.learners.network_training import examples_of, train

SENTENCES = ("bins go out monday", "tips close friday", "pools open sunday")
WORDS = tuple(sorted({word for text in SENTENCES for word in text.split()}))
EVERY = ("", ".", *WORDS)


@pytest.fixture(scope="module")
def networks():
    return train(SENTENCES, WORDS, rounds=80, seed=1)


def test_every_word_and_every_end_is_something_to_guess():
    runs, nexts = examples_of(["bins go"], EVERY)
    bins, go = EVERY.index("bins"), EVERY.index("go")
    assert nexts.tolist() == [bins, go, 1]
    assert runs[2].tolist() == [0] * 6 + [bins, go]


def test_the_slopes_are_those_found_by_shifting_each_number_a_little(networks):
    weights, (runs, nexts) = networks[2].weights, examples_of(SENTENCES, EVERY)
    luck, step = np.random.default_rng(1), 1e-5
    for part, slope in zip(weights, slopes(weights, runs, nexts), strict=True):
        for place in luck.integers(part.size, size=12):
            at = np.unravel_index(place, part.shape)
            kept = part[at]
            part[at] = kept + step
            above = surprise(weights, runs, nexts)
            part[at] = kept - step
            below = surprise(weights, runs, nexts)
            part[at] = kept
            assert slope[at] == pytest.approx((above - below) / (2 * step), abs=1e-7)


def test_before_training_every_word_is_about_as_surprising(networks):
    runs, nexts = examples_of(SENTENCES, EVERY)
    assert surprise(networks[0].weights, runs, nexts) == pytest.approx(np.log(len(EVERY)), abs=0.5)


def test_training_takes_the_surprise_away(networks):
    runs, nexts = examples_of(SENTENCES, EVERY)
    before, after = (surprise(networks[n].weights, runs, nexts) for n in (0, -1))
    # Three sentences are equally likely to begin: log(3) is left at each of the three starts.
    assert after == pytest.approx(3 * np.log(3) / 13, abs=0.05)
    assert after < before / 4


def test_a_trained_network_goes_on_as_the_sentences_do(networks):
    luck = np.random.default_rng(1)
    starts = ("bins", "tips close", "pools")
    assert complete(networks[-1], starts, heat=0, luck=luck) == SENTENCES


def test_without_heat_chance_plays_no_part_and_with_heat_it_does(networks):
    def ten(heat):
        many = (
            complete(networks[3], ("bins",), heat=heat, luck=np.random.default_rng(seed))
            for seed in range(10)
        )
        return len(set(many))

    assert ten(0) == 1
    assert ten(1.0) > 1


def test_at_full_heat_words_are_picked_by_their_chances(networks):
    score = scores(networks[-1], np.zeros((1, 8), dtype=np.int64))[0]
    chance = np.exp(score) / np.exp(score).sum()
    luck = np.random.default_rng(2)
    firsts = [complete(networks[-1], ("",), heat=1.0, luck=luck)[0].split()[:1] for _ in range(600)]
    share = sum(first == ["bins"] for first in firsts) / len(firsts)
    assert share == pytest.approx(chance[EVERY.index("bins")], abs=0.07)


def test_an_untrained_network_stops_somewhere(networks):
    (text,) = complete(networks[0], ("bins",), heat=1.0, luck=np.random.default_rng(3))
    assert len(text.split()) <= 17


def test_the_same_seed_gives_the_same_network():
    first, second = (train(SENTENCES, WORDS, rounds=2, seed=4)[-1].weights for _ in range(2))
    assert all((a == b).all() for a, b in zip(first, second, strict=True))


def test_a_word_it_was_not_told_of_is_refused():
    with pytest.raises(KeyError, match="skips"):
        train(["skips"], WORDS, rounds=1, seed=1)
