"""Releases as one HTML page to read, send and print; and as the fragment that a notebook shows.

In: Releases. Out: self-contained HTML: its style and script are inline and allowed by their digests only; everything else is
escaped by Jinja2 and shown as text.
"""

from forelook.export.page.render import render_comparison, render_fragment, render_page

__all__ = ["render_comparison", "render_fragment", "render_page"]
