"""A lock on an open file, held until the file is closed, on any system.

In: a file open for writing. Out: the lock, or an OSError at once where another process holds it.
"""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 40  # Windows locks bytes, not files: this one is beyond the end of any journal

    def lock(file: IO[bytes]) -> None:
        """Lock `file`; raises PermissionError where another process holds it."""
        place = file.tell()
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(place)

else:
    import fcntl

    def lock(file: IO[bytes]) -> None:
        """Lock `file`; raises BlockingIOError where another process holds it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
