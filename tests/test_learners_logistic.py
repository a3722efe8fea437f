import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from toolkit.learners.logistic import chances, train


def cases(seed: int, count: int = 400):
    luck = np.random.default_rng(seed)
    features = luck.normal(size=(count, 3))
    answers = luck.random(count) < 1 / (1 + np.exp(-(features @ [1.0, -0.5, 0.0] - 1)))
    return features, answers


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_the_same_weights_as_scikit_learn(seed):
    features, answers = cases(seed)
    other = LogisticRegression(C=1.0, tol=1e-10, max_iter=1000).fit(features, answers)
    weights = train(features, answers)
    assert weights[0] == pytest.approx(other.intercept_[0], abs=1e-4)
    assert weights[1:] == pytest.approx(other.coef_[0], abs=1e-4)


@pytest.mark.parametrize("seed", range(5))
def test_it_gives_the_same_chances_as_scikit_learn(seed):
    features, answers = cases(seed)
    other = LogisticRegression(C=1.0, tol=1e-10, max_iter=1000).fit(features, answers)
    mine = chances(train(features, answers), features)
    assert mine == pytest.approx(other.predict_proba(features)[:, 1], abs=1e-4)


def test_the_average_chance_is_the_average_answer():
    features, answers = cases(1)
    assert chances(train(features, answers), features).mean() == pytest.approx(answers.mean())


def test_a_stronger_penalty_pulls_weights_towards_nothing():
    features, answers = cases(2)
    weak, strong = (train(features, answers, penalty=size) for size in (1.0, 1000.0))
    assert abs(strong[1]) < abs(weak[1]) / 2


@pytest.mark.parametrize("answer", [True, False])
def test_answers_that_are_all_the_same_are_learnt_without_trouble(answer):
    features, _ = cases(3, 50)
    got = chances(train(features, np.full(50, answer)), features)
    assert np.isfinite(got).all()
    assert ((got > 0.5) == answer).all()


def test_a_feature_that_parts_the_answers_cleanly_still_gives_finite_weights():
    features = np.array([[-2.0], [-1.0], [1.0], [2.0]])
    assert np.isfinite(train(features, np.array([False, False, True, True]))).all()


def test_extreme_weights_give_a_chance_and_no_overflow():
    assert chances(np.array([0.0, 1e6]), np.array([[1.0], [-1.0]])) == pytest.approx([1, 0])


def test_more_answers_than_cases_are_refused():
    with pytest.raises(ValueError, match="1 cases, but 2 answers"):
        train(np.zeros((1, 1)), np.array([True, False]))


def test_no_cases_are_refused():
    with pytest.raises(ValueError, match="0 cases"):
        train(np.zeros((0, 1)), np.zeros(0, bool))
