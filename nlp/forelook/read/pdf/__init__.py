"""The text of a PDF as a reader of its pages sees it, one job a module.

bytes ──pages──▶ glyphs ──words, lines──▶ lines ──heads, notes, columns──▶ frames ──tables, paragraphs──▶ parts ──▶ OfficeText
"""

from forelook.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
