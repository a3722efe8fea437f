import numpy as np
import pytest

from toolkit.learners.next_word import END, chances, train, write

SENTENCES = ["bins go out monday", "bins go out friday", "bins go out friday", "tips close early"]


def test_chances_are_the_shares_that_were_counted():
    model = train(SENTENCES, 2)
    assert chances(model, ["go", "out"]) == pytest.approx({"friday": 2 / 3, "monday": 1 / 3})
    assert chances(model, []) == pytest.approx({"bins": 3 / 4, "tips": 1 / 4})
    assert chances(model, ["out", "monday"]) == {END: 1.0}


def test_it_looks_back_no_further_than_it_was_told():
    sentences = ["a x b", "c x d"]
    assert chances(train(sentences, 1), ["a", "x"]) == {"b": 0.5, "d": 0.5}
    assert chances(train(sentences, 2), ["a", "x"]) == {"b": 1.0}


def test_where_it_never_saw_the_words_together_it_looks_at_fewer():
    assert chances(train(SENTENCES, 3), ["tips", "go", "out"])["friday"] == pytest.approx(2 / 3)
    assert set(chances(train(SENTENCES, 3), ["never"])) >= {"bins", "tips"}


def test_it_writes_by_the_chances():
    model, luck = train(SENTENCES, 2), np.random.default_rng(1)
    written = [write(model, luck) for _ in range(2000)]
    assert set(written) == set(SENTENCES)
    assert written.count("tips close early") / 2000 == pytest.approx(0.25, abs=0.03)


def test_it_goes_on_from_the_words_it_is_given():
    assert write(train(SENTENCES, 2), np.random.default_rng(1), ["tips"]) == "tips close early"


def test_going_round_in_circles_comes_to_an_end():
    model = train(["a b a b a b a b"], 1)
    model.counts[("b",)].pop(END)
    assert len(write(model, np.random.default_rng(1)).split()) == 30


def test_a_model_that_does_not_look_back_is_refused():
    with pytest.raises(ValueError, match="look_back is 0"):
        train(SENTENCES, 0)
