"""Who issues a release, by its first lines."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.issuer import Issuer, find_issuer

NAMES = {
    "before its ticker": ("TULSA, Okla., May 6, 2021 -- Harrow Valve Corp. (NYSE: HVC) today reported results.", "Harrow Valve Corp."),
    "after a dateline": ("TULSA, Okla., May 6, 2021 /PRNewswire/ -- Harrow Valve Corp. today reported results.", "Harrow Valve Corp."),
    "a day after the wire": ("TULSA, Okla.--(BUSINESS WIRE)--May 06, 2021--\n\nHarrow Valve Corp. today reported results.", "Harrow Valve Corp."),
    "a day after a dash": ("TULSA - TheNewswire - May 6, 2021 – Harrow Valve Corp. today reported results.", "Harrow Valve Corp."),
    "a company with a month's name": ("TULSA, Okla., April 6, 2021 /PRNewswire/ -- May Valve Corp. today reported results.", "May Valve Corp."),
    "its board": ("TULSA, Okla., May 6, 2021 /PRNewswire/ -- The Board of Directors of Harrow Valve Corp. declared a dividend.", "Harrow Valve Corp."),
    "a word that begins a sentence": ("New Results\n\nNew completed results were shown.", ""),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_names(text: str, name: str) -> None:
    found = find_issuer(text)
    assert found.name == name
    assert found.name_span is None or " ".join(text[slice(*found.name_span)].split()).rstrip(" ,") == name


def test_the_ticker_stands_for_the_issuer() -> None:
    assert find_issuer("TULSA, Okla., May 6, 2021 -- Harrow Valve Corp. (NYSE: HVC) today.").own_words == {"harrow", "valv", "hvc"}
    assert not find_issuer("Results were shown.").own_words


@pytest.mark.parametrize(
    ("name", "words", "left"),
    [
        pytest.param("Harrow Valve Corp.", "Harrow Valve makes valves", "makes valves", id="without its legal form"),
        pytest.param("Harrow Valve Corp.", "Harrow\nValve, Corp. makes valves", "Corp. makes valves", id="across lines"),
        pytest.param("Harrow Valve Corp.", "Harrow Valves are valves", "Harrow Valves are valves", id="only whole words"),
        pytest.param("Harrow Yes!", "Harrow Yes! makes valves", "makes valves", id="a name that ends in a mark"),
        pytest.param("", "Harrow Valve makes valves", "Harrow Valve makes valves", id="unknown"),
    ],
)
def test_the_name_is_found(name: str, words: str, left: str) -> None:
    assert Issuer(None, None, frozenset(), (), name, None, frozenset()).names.sub("", words).strip() == left
