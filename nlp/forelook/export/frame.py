"""Releases as a pandas data frame.

In: Releases. Out: a DataFrame of flat rows. Needs pandas.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from forelook.errors import MissingExtraError
from forelook.export.flat import COLUMNS, ROWS, ColumnType, Rows, flatten
from forelook.records import Release, check_release

if TYPE_CHECKING:
    import pandas as pd

_DTYPES: dict[ColumnType, str] = {"string": "string", "int": "Int64", "float": "float64", "bool": "boolean"}


def to_frame(releases: Release | Iterable[Release], rows: Rows = "statements") -> pd.DataFrame:
    """Return a pandas DataFrame of `releases`: one row per statement, per figure (`rows="figures"`) or per release (`rows="releases"`).

    The user's own columns (`meta`) come last. Raises MissingExtraError without pandas, TypeError for anything but Releases,
    ValueError for other `rows`.

    >>> import forelook
    >>> release = forelook.load()("Acme Corp. expects revenue of $5 million in 2026.")
    >>> forelook.to_frame(release)[["label", "forward_looking"]].values.tolist()
    [['guidance', True]]
    """
    try:
        import pandas as pd  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("a data frame", "pandas") from error
    if rows not in ROWS:
        raise ValueError(f"rows is {rows!r}; expected one of {', '.join(ROWS)}")
    found = [releases] if isinstance(releases, Release) or not isinstance(releases, Iterable) else list(releases)
    for release in found:
        check_release(release)
    kinds = COLUMNS[rows]
    frame = pd.DataFrame(list(chain.from_iterable(flatten(release, rows) for release in found)))
    frame = frame.reindex(columns=[*kinds, *(name for name in frame.columns if name not in kinds)])
    return frame.astype({name: _DTYPES[kind] for name, kind in kinds.items()})
