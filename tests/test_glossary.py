"""The glossary, and the links from first uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.errors import ContentError
from toolkit.glossary import Term, first_uses, link_first_uses, load_glossary, read_glossary

AI = Term("ai", "artificial intelligence", "x", ("AI",))
GENERATIVE = Term("generative-ai", "generative AI", "x")
MODEL = Term("model", "model", "x", ("models",))


def linked(text: str, *terms: Term) -> str:
    return link_first_uses(text, terms, "/g")[0]


def test_the_first_use_leads_to_the_term_and_the_second_does_not() -> None:
    assert linked("A model, a model.", MODEL) == "A [model](/g#model), a model."
    assert linked("Models vary.", MODEL) == "[Models](/g#model) vary."


def test_what_was_used_is_not_linked_again_in_the_next_stretch() -> None:
    text, used = link_first_uses("Generative AI and a model", (GENERATIVE, AI, MODEL), "/g")
    assert text == "[Generative AI](/g#generative-ai) and a [model](/g#model)"
    assert used == {"generative-ai", "model"}
    assert link_first_uses("generative AI", (GENERATIVE, AI), "/g", used)[0] == "generative AI"


def test_a_longer_term_is_one_term() -> None:
    text = linked("Use generative AI and AI.", AI, GENERATIVE)
    assert text == "Use [generative AI](/g#generative-ai) and [AI](/g#ai)."


@pytest.mark.parametrize(
    "text",
    [
        "# A model",
        "`model`",
        "[a model](x.html)",
        "```\nmodel\n```",
        "| model |",
        "remodel, model-free and models_x",
        "the word aid and AIM",
    ],
)
def test_headings_code_links_tables_and_parts_of_words_stay_as_they_are(text: str) -> None:
    assert linked(text, MODEL, AI) == text


def test_a_text_without_links_tells_the_terms_that_it_is_the_first_to_use() -> None:
    text = "A model, generative AI, another model"
    assert first_uses(text, (GENERATIVE, AI, MODEL)) == (MODEL, GENERATIVE)
    assert first_uses(text, (GENERATIVE, AI, MODEL), frozenset({MODEL.id})) == (GENERATIVE,)


def test_the_shipped_glossary_is_in_the_order_of_the_alphabet(root: Path) -> None:
    terms = [one.term.casefold() for one in load_glossary(root).terms]
    assert len(terms) >= 25
    assert terms == sorted(terms)


def test_a_folder_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    assert load_glossary(tmp_path).terms == ()


def test_a_form_that_stands_for_two_terms_is_told(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(
        "title: x\nterms:\n  - {id: a, term: one, meaning: x}\n"
        "  - {id: b, term: two, also: [one], meaning: x}\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match="'one' is there 2 times"):
        read_glossary(path)


def test_every_term_says_what_it_means_in_short_sentences(root: Path) -> None:
    for term in load_glossary(root).terms:
        for sentence in term.meaning.replace("?", ".").split("."):
            assert len(sentence.split()) <= 25, term.id
