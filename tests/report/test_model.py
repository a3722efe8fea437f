from dataclasses import replace

import pytest
from tiny import tiny

from toolkit.report.model import model_of


@pytest.mark.parametrize(
    ("named", "model"),
    [
        ({"tiny": ["X"], "other": ["B1", "B2"]}, "tiny"),
        ({"other": ["B1", "B2", "X"]}, "other"),
        ({"other": ["B1", "X"]}, ""),
        ({"other": ["B1", "B1", "X"]}, ""),
        ({"one": ["B1", "B2", "X"], "two": ["B1", "B2"]}, "two"),
        ({"other": []}, ""),
        ({}, ""),
    ],
)
def test_the_model_is_its_own_or_the_one_that_shares_more_than_half(named, model):
    assert model_of(tiny(), named) == model


def test_an_id_of_its_own_alone_makes_no_model():
    assert model_of(replace(tiny(), questions=()), {"other": ["B1"]}) == ""
