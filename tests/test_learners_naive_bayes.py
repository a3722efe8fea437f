import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

from toolkit.learners.inbox import TEAMS, draw, load_messages
from toolkit.learners.naive_bayes import chances, known_words, train
from toolkit.learners.words import words_of


@pytest.mark.parametrize("seed", range(1, 6))
def test_it_gives_the_same_chances_as_scikit_learn(seed):
    examples = draw(seed).first
    count = CountVectorizer(analyzer=words_of)
    seen = count.fit_transform([text for _, text in examples])
    other = MultinomialNB().fit(seen, [team for team, _ in examples])
    mine = train(examples, tuple(sorted(TEAMS)))
    for _, text in load_messages()["inbox"]:
        expected = other.predict_proba(count.transform([text]))[0]
        assert chances(mine, text) == pytest.approx(expected)


def test_chances_worked_by_hand():
    """Words: bin, late, tax, bill. Bins has 2 + 4 counts, tax 2 + 4; bin is 2/6 and 1/6."""
    sorter = train([("bins", "bin late"), ("tax", "tax bill")], ("bins", "tax"))
    assert chances(sorter, "bin") == pytest.approx([2 / 3, 1 / 3])
    assert chances(sorter, "bin bin") == pytest.approx([4 / 5, 1 / 5])


def test_without_a_word_it_knows_it_gives_the_share_of_the_examples():
    sorter = train([("a", "x"), ("a", "x"), ("a", "y"), ("b", "z")], ("a", "b"))
    assert chances(sorter, "never seen") == pytest.approx([0.75, 0.25])
    assert known_words(sorter, "never x seen x") == ("x", "x")


def test_a_topic_without_an_example_is_refused():
    with pytest.raises(ValueError, match="no example of the topic 'b'"):
        train([("a", "x")], ("a", "b"))


def test_a_very_long_message_still_gives_chances():
    sorter = train([("a", "x"), ("b", "y")], ("a", "b"))
    assert np.isfinite(chances(sorter, "x " * 5000)).all()
