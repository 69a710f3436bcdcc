"""Releases as one HTML page to read, to send and to print; and as the fragment that a notebook shows.

In: Releases. Out: HTML that needs nothing from anywhere: style and script stand in it, allowed by their digests alone; everything else is
escaped by Jinja2 and shown as text.
"""

from forelook.export.page.render import render_comparison, render_fragment, render_page

__all__ = ["render_comparison", "render_fragment", "render_page"]
