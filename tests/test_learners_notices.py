import pytest

from toolkit.learners.notices import HELD_BACK, load_world, publish, tally

WORLD = load_world()


def test_every_council_has_a_fact_on_every_subject():
    assert set(WORLD.values) == {(c, s) for c in WORLD.councils for s in WORLD.wordings}
    assert (len(WORLD.councils), len(WORLD.wordings)) == (8, 10)


@pytest.mark.parametrize("seed", range(1, 21))
def test_every_notice_is_true(seed):
    assert tally(publish(seed).sentences) == {"true": 1.0, "wrong": 0.0, "garbled": 0.0}


def test_every_wording_has_a_council_and_a_value():
    for wordings in WORLD.wordings.values():
        assert all(text.count("{council}") == text.count("{value}") == 1 for text in wordings)


@pytest.mark.parametrize("fact", [("corve", "tip-closes"), ("brackley vale", "recycling")])
def test_another_value_of_the_same_kind_is_well_formed_but_wrong(fact):
    (wording, *_), right = WORLD.wordings[fact[1]], WORLD.values[fact]
    values = {value for (_, subject), value in WORLD.values.items() if subject == fact[1]}
    for value in values - {right}:
        sentence = wording.format(council=fact[0], value=value)
        assert WORLD.judge(sentence) == "wrong"
        assert WORLD.explain(sentence) == f"False: our table says {right}"


@pytest.mark.parametrize(
    "sentence",
    ["", "recycling in corve is collected on 5pm", "recycling in corve", "the tip in nowhere "
     "closes at 5pm", "recycling in corve is collected on monday monday", "corve closes at 5pm"],
)  # fmt: skip
def test_what_is_not_built_like_a_notice_is_garbled(sentence):
    assert WORLD.judge(sentence) == "garbled"
    assert WORLD.explain(sentence) == "Garbled"


@pytest.mark.parametrize("seed", range(1, 21))
def test_no_notice_tells_a_fact_that_is_held_back(seed):
    notices = publish(seed, HELD_BACK)
    secret = {fact for fact, _ in notices.held_back}
    assert len(secret) == HELD_BACK
    assert not secret & {fact for fact, _ in notices.shown}
    told = {WORLD.tell(fact, text) for fact in secret for text in WORLD.wordings[fact[1]]}
    assert not told & set(notices.sentences)


def test_every_word_a_notice_can_hold_is_known():
    assert {w for n in range(1, 9) for s in publish(n).sentences for w in s.split()} <= set(
        WORLD.words
    )


def test_a_tally_gives_shares():
    true = publish(1).sentences[0]
    assert tally([true, "zop", "zop", true]) == {"true": 0.5, "wrong": 0.0, "garbled": 0.5}
