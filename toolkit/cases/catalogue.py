"""All case studies together: find, filter, count, sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from toolkit.added import content_files, find_file, refused_files
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.facet import FACETS, Facet, Filters
from toolkit.cases.notebook import read_case_study
from toolkit.cases.search import Found, SearchIndex, build_index
from toolkit.errors import ContentError, did_you_mean
from toolkit.language import _
from toolkit.vocabulary import Vocabulary, load_vocabulary

__all__ = ["Catalogue", "load_case_study", "load_catalogue"]


@dataclass(frozen=True)
class Catalogue:
    """The case studies of a content folder.

    Parameters
    ----------
    cases : tuple of CaseStudy
        Those that can be shown, by title.
    vocabulary : Vocabulary
        The words they use.
    errors : tuple of ContentError
        Why the others cannot be shown.
    """

    cases: tuple[CaseStudy, ...]
    vocabulary: Vocabulary
    errors: tuple[ContentError, ...] = ()

    @cached_property
    def _index(self) -> SearchIndex:
        return build_index((case.slug, _parts(case, self.vocabulary)) for case in self.cases)

    def get(self, slug: str) -> CaseStudy:
        """Return the case of that name; LookupError names the nearest where there is none."""
        for case in self.cases:
            if case.slug == slug:
                return case
        advice = did_you_mean(slug, [case.slug for case in self.cases])
        raise LookupError(
            _("There is no case study '{slug}'; {advice}").format(slug=slug, advice=advice)
        )

    def find(self, text: str) -> Found:
        """Return the scores of the cases that hold every word of `text`."""
        return self._index.search(text)

    def filter(self, filters: Filters, cases: Iterable[CaseStudy] | None = None) -> list[CaseStudy]:
        """Return the cases that have, for every facet filtered by, one of the words chosen."""
        chosen = [(self._words[name], words) for name, words in filters.items() if words]
        return [
            case
            for case in (self.cases if cases is None else cases)
            if not any(words_of[case.slug].isdisjoint(wanted) for words_of, wanted in chosen)
        ]

    def counts(
        self, facet: Facet, filters: Filters, cases: Iterable[CaseStudy] | None = None
    ) -> dict[str, int]:
        """Return how many cases each word of a facet leads to, given the other filters.

        The facet's own filter is left out: a second word of the same facet adds cases, so a
        count above 0 is never a dead end.
        """
        others = {name: values for name, values in filters.items() if name != facet.name}
        return self.count(facet, self.filter(others, cases))

    def count(self, facet: Facet, cases: Iterable[CaseStudy]) -> dict[str, int]:
        """Return how many of these cases have each word of a facet."""
        words_of = self._words[facet.name]
        found = Counter(chain.from_iterable(words_of[case.slug] for case in cases))
        return {word: found[word] for word in self.ever[facet.name]}

    @cached_property
    def ever(self) -> Mapping[str, Mapping[str, int]]:
        """How many of all cases have each word, by facet, in the order to show the words."""
        found = {}
        for facet in FACETS:
            counts = Counter(chain.from_iterable(self._words[facet.name].values()))
            known = self.vocabulary[facet.group].ids
            words = (*known, *sorted(counts.keys() - set(known)))
            found[facet.name] = {word: counts[word] for word in words}
        return found

    @cached_property
    def _words(self) -> dict[str, dict[str, frozenset[str]]]:
        """The words of each case by facet and name, worked out once: a filter asks for all."""
        return {
            facet.name: {case.slug: frozenset(facet.values(case)) for case in self.cases}
            for facet in FACETS
        }


def _parts(case: CaseStudy, vocabulary: Vocabulary) -> list[tuple[float, str]]:
    """Give the texts of a case with the weight a word in them has: what it is about counts most."""
    searched = [facet for facet in FACETS if facet.searched]
    labels = [facet.label(vocabulary, value) for facet in searched for value in facet.values(case)]
    return [
        (8, case.title),
        (5, f"{case.organisation} {case.place} {case.country} {case.vendor or ''}"),
        (4, " ".join(labels)),
        (3, f"{case.summary} {case.problem} {case.approach}"),
        (1, " ".join(text for heading, text in case.sections if heading != "Sources")),
        (1, " ".join(f"{source.title} {source.publisher}" for source in case.sources)),
    ]


def load_catalogue(root: Path | None = None) -> Catalogue:
    """Return the case studies of a content folder; a broken one does not stop the others.

    Parameters
    ----------
    root : Path, optional
        The folder that holds ``casestudies`` and ``data``; the toolkit's own where left out.

    Returns
    -------
    Catalogue
        The cases that can be shown, and the errors of those that cannot.

    Raises
    ------
    ContentError
        Where the vocabulary itself cannot be read.
    """
    vocabulary = load_vocabulary(root)
    cases: list[CaseStudy] = []
    errors: list[ContentError] = []
    for file in content_files("casestudies", root):
        try:
            cases.append(read_case_study(file.path, vocabulary))
        except ContentError as error:
            errors.append(error)
    errors += refused_files("casestudies", root)
    cases.sort(key=lambda case: case.title.lower())
    return Catalogue(tuple(cases), vocabulary, tuple(errors))


def load_case_study(slug: str, root: Path | None = None) -> CaseStudy:
    """Return one case study by its name.

    Parameters
    ----------
    slug : str
        The name of the notebook without its ending.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    CaseStudy
        The case.

    Raises
    ------
    LookupError
        Where there is no such case; the nearest name is given.
    ContentError
        Where the notebook cannot be used.
    """
    file = find_file("casestudies", slug, root)
    if file is None:
        known = [one.path.stem for one in content_files("casestudies", root)]
        raise LookupError(
            _("There is no case study '{slug}'; {did_you_mean}").format(
                slug=slug, did_you_mean=did_you_mean(slug, known)
            )
        )
    return read_case_study(file.path, load_vocabulary(root))
