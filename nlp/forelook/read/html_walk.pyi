from selectolax.lexbor import LexborNode

from forelook.read.html_reader import Reader

IS_READY: bool

def walk(root: LexborNode, reader: Reader) -> None: ...
