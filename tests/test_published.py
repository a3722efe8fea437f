import shutil

import pytest
from source import ROOT

from toolkit.errors import ContentError
from toolkit.prose import count_words, sentences
from toolkit.published import load_published_figures, pick_figures

FIGURES = load_published_figures()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_figure_has_a_caveat_and_a_source(figure):
    assert figure.caveat
    assert figure.sources


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_every_claim_is_one_sentence_of_30_words_at_most(figure):
    (sentence,) = sentences(figure.claim)
    assert count_words(sentence) <= 30


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_a_range_holds_its_number(figure):
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if figure.value is not None and len(ends) == 2:
        assert figure.low <= figure.value <= figure.high


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_addresses_are_of_the_web_or_left_out(figure):
    assert all(s.url == "" or s.url.startswith(("https://", "http://")) for s in figure.sources)


def test_what_people_said_of_themselves_is_told_from_what_was_found():
    kinds = {figure.measured_how for figure in FIGURES}
    assert {"self-reported survey", "independent evaluation"} <= kinds


def test_figures_are_picked_in_the_order_asked_for():
    last, first = FIGURES[-1].id, FIGURES[0].id
    assert [figure.id for figure in pick_figures(FIGURES, last, first)] == [last, first]


def test_an_unknown_figure_is_told_with_the_nearest_one():
    with pytest.raises(LookupError, match="did you mean 'robodebt-scale'"):
        pick_figures(FIGURES, "robodebt-scal")


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(ROOT / "data" / "published-figures", tmp_path / "data" / "published-figures")
    return tmp_path


def test_a_source_without_its_figure_is_told(copy):
    path = copy / "data" / "published-figures" / "sources.csv"
    path.write_text(path.read_text("utf-8") + "robodebt,Title,Publisher,,\n", encoding="utf-8")
    with pytest.raises(ContentError, match="robodebt: is not a figure"):
        load_published_figures(copy)


def test_a_figure_without_a_source_is_told(copy):
    path = copy / "data" / "published-figures" / "sources.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("iod-2025-spread")]
    path.write_text("".join(kept), encoding="utf-8")
    with pytest.raises(ContentError, match="iod-2025-spread: has no source; add a line"):
        load_published_figures(copy)
