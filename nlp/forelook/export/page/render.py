"""Renders the templates.

In: Releases, or two Releases and their Diff. Out: HTML as text. The content security policy of the page allows its inline style and script
by their digests and nothing else, so that text of a release could not run or load anything even if it were not escaped.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from forelook.export.page.comparison import compare_sides
from forelook.export.page.parts import take_apart
from forelook.records import Release
from forelook.records.diff import Diff


def render_page(releases: Sequence[Release]) -> str:
    """Return one page that shows `releases`, with an index where there are several.

    Raises InputError for a release without its text.
    """
    views = [take_apart(release, f"r{number}") for number, release in enumerate(releases)]
    title = views[0].headline or views[0].id if len(views) == 1 else f"{len(views)} releases"
    return _render("page.html", title=title, views=views)


def render_fragment(release: Release) -> str:
    """Return a release as HTML without a script, for a notebook."""
    key = "r" + hashlib.blake2b(release.to_json(), digest_size=4).hexdigest()  # one notebook may show several
    return _environment().get_template("fragment.html").render(view=take_apart(release, key), style=_read("page.css"))


def render_comparison(old: Release, new: Release, diff: Diff) -> str:
    """Return one page that shows two versions of a release side by side."""
    view = compare_sides(old, new, diff)
    return _render("comparison.html", title=f"{view.old} → {view.new}", view=view)


def _render(template: str, **values: object) -> str:
    style, script = _read("page.css"), _read("comparison.js" if template == "comparison.html" else "page.js")
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; base-uri 'none'; form-action 'none'"
    return _environment().get_template(template).render(policy=policy, style=style, script=script, **values)


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("forelook.export.page"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _read(name: str) -> Markup:
    """Return a file that is put into the page unescaped: only our own style and script are."""
    return Markup(files("forelook.export.page").joinpath("templates", name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _digest(content: str) -> str:
    return b64encode(hashlib.sha256(content.encode()).digest()).decode()
