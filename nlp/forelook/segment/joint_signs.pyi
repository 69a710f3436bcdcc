FEED: int
ABOUT: int
LEGEND: int
RULE: int
ADDRESS: int
LEAD_IN: int
SEAM: int
STOP: int
OPENING: int
SIGNED: int

def find_joint_signs(text: str, start: int, end: int) -> int: ...
