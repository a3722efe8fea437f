"""Starting the server: what it says, and to whom."""

import logging

import pytest

from toolkit.serving.launch import _set_logging


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> logging.Logger:
    """The logger that Voilà hands tracebacks to, as it is before anything is set."""
    logger = logging.getLogger("traitlets")
    monkeypatch.setattr(logger, "handlers", [logging.NullHandler()])
    return logger


def test_the_reason_of_a_failed_cell_reaches_whoever_runs_the_server(
    failures: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    _set_logging()
    failures.error("the cell failed because")
    assert "the cell failed because" in capsys.readouterr().err


def test_starting_twice_does_not_tell_it_twice(failures: logging.Logger) -> None:
    _set_logging()
    _set_logging()
    assert len(failures.handlers) == 1
