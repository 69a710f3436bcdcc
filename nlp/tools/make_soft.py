"""Makes soft targets: predictions of transformers for real releases, whose texts are not in the repository: `make soft TEXTS=…`.

In: texts of real releases, labels of some, the authored corpus; a directory of fine-tuned transformers (`0.pt`, `1.pt`; missing ones are trained, an hour
on one core each). Out: soft targets for `make encoder` and `make base` (`--out`), and for copies of the releases made over (`--made-over`), for
`make encoder`. Needs the extra `[teacher]`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from forelook.train.augmentation import save_made_over
from forelook.train.distill import ENCODERS, distill
from forelook.train.soft import save_soft
from tools.arguments import add_sources
from tools.progress import report
from tools.real_labels import read_labels, read_texts

COPIES = 2  # of each release


def main() -> None:
    """Parse arguments, predict with the transformers, and write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("states", type=Path, help="the directory of trained transformers; those that are missing are trained and put there")
    add_sources(parser, texts="+")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--made-over", type=Path, help="a file (.jsonl.gz) for the copies")
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--jobs", type=int, default=ENCODERS)
    options = parser.parse_args()
    texts = read_texts(options.texts)
    copies = options.copies if options.made_over else 0
    found = distill(texts, options.data, read_labels(options.labels, texts), states=options.states, copies=copies, jobs=options.jobs, progress=report)
    save_soft(options.out, found.soft)
    if options.made_over:
        save_made_over(options.made_over, found.made_over)


if __name__ == "__main__":
    main()
