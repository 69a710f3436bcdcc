from selectolax.lexbor import LexborNode

from forelook.read.html_reader import HtmlReader

IS_READY: bool

def walk(root: LexborNode, reader: HtmlReader) -> None: ...
