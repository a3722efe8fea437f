"""Which self-assessment of ours another one is made from, told by the ids of its questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from toolkit.assessment.instrument import Instrument

__all__ = ["model_of"]


def model_of(instrument: Instrument, named: Mapping[str, Collection[str]]) -> str:
    """Return the self-assessment whose entries in a file hold for an instrument.

    Parameters
    ----------
    instrument : Instrument
        Any instrument, also one that a council made from one of ours.
    named : mapping of str to collection of str
        By self-assessment, the ids of the questions that the file names.

    Returns
    -------
    str
        Its own id where the file has it. Otherwise the one that shares the most questions with
        it, where those are more than half of the questions named; empty where there is none.
    """
    if instrument.id in named:
        return instrument.id
    shared = {
        name: sum(one in instrument.by_id for one in set(ids)) / len(set(ids))
        for name, ids in named.items()
        if ids
    }
    best = max(shared, key=lambda name: shared[name], default="")
    return best if best and shared[best] > 0.5 else ""
