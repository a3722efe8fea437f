import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from toolkit.learners.council_pages import load_site
from toolkit.learners.look_up import index_pages, matches
from toolkit.learners.words import LITTLE_WORDS, words_of

PAGES = load_site().texts


def telling(text):
    return [word for word in words_of(text) if word not in LITTLE_WORDS]


def test_pages_are_weighed_as_scikit_learn_weighs_them():
    other = TfidfVectorizer(analyzer=telling)
    weighed = other.fit_transform(PAGES).toarray()
    mine = index_pages(PAGES)
    columns = [mine.places[word] for word in other.get_feature_names_out()]
    assert mine.pages[:, columns] == pytest.approx(weighed)


@pytest.mark.parametrize("question", ["recycling collected", "parking permit year", "sofa costs"])
def test_a_question_of_known_words_matches_as_in_scikit_learn(question):
    other = TfidfVectorizer(analyzer=telling)
    weighed = other.fit_transform(PAGES)
    expected = (weighed @ other.transform([question]).T).toarray().ravel()
    assert matches(index_pages(PAGES), question) == pytest.approx(expected)


def test_a_word_on_no_page_lowers_every_match():
    index = index_pages(["recycling monday", "tip closes"])
    assert 0 < matches(index, "recycling fox")[0] < matches(index, "recycling")[0]


def test_a_match_worked_by_hand():
    """Two pages of one word each; rarity log(3/2)+1 for a word on one page, log(3)+1 for none."""
    known, unknown = np.log(3 / 2) + 1, np.log(3) + 1
    match = matches(index_pages(["skip", "tip"]), "skip fox")
    assert match == pytest.approx([known / np.hypot(known, unknown), 0])


def test_a_page_matches_its_own_words_fully_in_any_order():
    assert matches(index_pages(["skip hire", "tip"]), "hire a skip")[0] == pytest.approx(1)


@pytest.mark.parametrize("question", ["", "the of and", "🦊", "zzz"])
def test_a_question_without_a_shared_word_matches_nothing(question):
    assert matches(index_pages(PAGES), question).tolist() == [0.0] * len(PAGES)


def test_a_page_without_words_matches_nothing():
    assert matches(index_pages(["", "tip"]), "tip").tolist() == [0.0, 1.0]
