"""The text of a PDF in reading order, one job per module.

bytes ──pages──▶ glyphs ──words, lines──▶ lines ──heads, notes, columns──▶ frames ──tables, paragraphs──▶ parts ──▶ OfficeText
"""

from forelook.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
