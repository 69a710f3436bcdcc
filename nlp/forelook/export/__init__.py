"""Writes releases to files: one module per format.

In: blocks of JSON lines, as workers write them. Out: bytes in a stream. Every format is written release by release, in
bounded memory, except DocBin, which spaCy keeps in memory.
"""

from forelook.export.formats import FORMATS, STATEMENTS, Format, Layout, check_layout, find_format, is_gzip, write_blocks, write_directory

__all__ = ["FORMATS", "STATEMENTS", "Format", "Layout", "check_layout", "find_format", "is_gzip", "write_blocks", "write_directory"]
