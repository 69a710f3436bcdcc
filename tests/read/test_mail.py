"""Mails to text: the body, never MIME; what is attached is read or named."""

from __future__ import annotations

import io
import struct
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from forelook.errors import InputError
from forelook.read import Input, read
from forelook.records import Document

TEXT = "Acme expects sales of $5 million – “more” than before.\n\nJane Roe signs.\n"


def make_mail(text: str | None = TEXT, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"], message["Message-ID"] = "a@acme.example", "b@acme.example", "Draft", "<1@acme.example>"
    if text is not None:
        message.set_content(text, cte="base64")
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message


def read_bytes(tmp_path: Path, data: bytes) -> list[Document | InputError]:
    (tmp_path / "mail.bin").write_bytes(data)
    return list(read(Input(str(tmp_path / "mail.bin"), "mail")))


def make_docx(text: str) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


BODIES = {
    "plain": (make_mail(), TEXT),
    "plain before HTML": (make_mail(html="<p>Other.</p>"), TEXT),
    "HTML alone": (make_mail(None, "<p>Acme expects <b>growth</b>.</p><ul><li>sales</li></ul>"), "Acme expects growth.\n\n• sales"),
}


@pytest.mark.parametrize(("message", "text"), BODIES.values(), ids=BODIES)
def test_body_is_read(tmp_path: Path, message: EmailMessage, text: str) -> None:
    (document,) = read_bytes(tmp_path, message.as_bytes())
    assert isinstance(document, Document)
    assert (document.text, document.source.format) == (text, "mail")


def test_flowed_lines_are_joined(tmp_path: Path) -> None:
    data = b"From: a@acme.example\nContent-Type: text/plain; format=flowed\n\nAcme expects \ngrowth.\n\nEnd.\n"
    (document,) = read_bytes(tmp_path, data)
    assert isinstance(document, Document)
    assert document.text == "Acme expects growth.\n\nEnd.\n"


def test_attached_releases_are_read_and_others_named(tmp_path: Path) -> None:
    message = make_mail("See attached.\n")
    message.add_attachment(make_docx("Acme expects growth."), maintype="application", subtype="octet-stream", filename="release.docx")
    message.add_attachment("Costs fell.", filename="old.txt")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(make_mail(), filename="chain.eml")
    body, first, second = read_bytes(tmp_path, message.as_bytes())
    assert isinstance(body, Document)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [(each.id, each.text.strip()) for each in (body, first, second)] == [
        ("mail", "See attached."),
        ("mail/release", "Acme expects growth."),
        ("mail/old", "Costs fell."),
    ]
    assert body.warnings == (
        "attachment read as mail/release: release.docx",
        "attachment read as mail/old: old.txt",
        "attachment not read: logo.png",
        "attachment not read: chain.eml",
    )


NO_MAIL = {
    "a release with a contact first": b"Contact: Jane Roe\nDate: May 4\n\nAcme expects growth.\n",
    "a memo": b"To: All\nFrom: Jane Roe\nSubject: Outlook\n\nAcme expects growth.\n",
    "headers further down": b"Acme forwards this.\n\nFrom: a@acme.example\nMessage-ID: <1@a>\n",
}


@pytest.mark.parametrize("data", NO_MAIL.values(), ids=NO_MAIL)
def test_text_that_is_no_mail_stays_text(tmp_path: Path, data: bytes) -> None:
    (document,) = read_bytes(tmp_path, data)
    assert isinstance(document, Document)
    assert (document.text, document.source.format) == (data.decode(), "text")


def make_compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file (MS-CFB 3) with these streams in its root, each filled up to 4,096 bytes."""
    fat, sectors, entries = [0xFFFFFFFD], [], []
    directory_sectors = (len(streams) + 4) // 4
    fat += [*range(2, directory_sectors + 1), 0xFFFFFFFE]
    for number, (name, content) in enumerate(streams.items(), start=1):
        data = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        start, count = len(fat), len(data) // 512
        fat += [*range(start + 1, start + count), 0xFFFFFFFE]
        sectors.append(data)
        entries.append((name, 2, number + 1 if number < len(streams) else 0xFFFFFFFF, 0xFFFFFFFF, start, len(data)))
    directory = b""
    for name, kind, right, child, start, size in [("Root Entry", 5, 0xFFFFFFFF, 1, 0xFFFFFFFE, 0), *entries]:
        coded = name.encode("utf-16-le")
        directory += coded.ljust(64, b"\0") + struct.pack("<HBBIII16sIQQIQ", len(coded) + 2, kind, 1, 0xFFFFFFFF, right, child, b"", 0, 0, 0, start, size)
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    )
    header = header.ljust(512, b"\xff")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    return header + table + directory.ljust(directory_sectors * 512, b"\0") + b"".join(sectors)


def pad(text: str) -> bytes:
    return text.ljust(2048).encode("utf-16-le")


MESSAGES = {
    "plain": ({"__substg1.0_1000001F": pad("Acme expects growth.\r\n\r\nEnd.")}, "Acme expects growth.\n\nEnd."),
    "HTML": ({"__substg1.0_10130102": b"<p>Acme <i>expects</i> growth.</p>".ljust(4096)}, "Acme expects growth."),
}


@pytest.mark.parametrize(("streams", "text"), MESSAGES.values(), ids=MESSAGES)
def test_outlook_message(tmp_path: Path, streams: dict[str, bytes], text: str) -> None:
    (document,) = read_bytes(tmp_path, make_compound({"__properties_version1.0": b"", **streams}))
    assert isinstance(document, Document), document
    assert (document.text.rstrip(), document.source.format) == (text, "mail")


REFUSED = {
    "nothing to read": (make_mail(" \n").as_bytes(), "the mail says nothing, and no release is attached"),
    "old Word": (make_compound({"WordDocument": b""}), r"this is a Word document of before 2007 \(.doc\); save it as .docx"),
    "encrypted Office": (make_compound({"EncryptedPackage": b""}), "the Office document is encrypted; save it without a password"),
    "compressed RTF": (make_compound({"__properties_version1.0": b"", "__substg1.0_10090102": b"x"}), "as compressed RTF only"),
    "damaged": (make_compound({"WordDocument": b""})[:300], "the compound file is damaged"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_an_error_that_says_why(tmp_path: Path, data: bytes, message: str) -> None:
    (error,) = read_bytes(tmp_path, data)
    with pytest.raises(InputError, match=message):
        raise error  # type: ignore[misc]
