"""Quote wordings: quotations that certainly look forward or do not, each with one that is otherwise, or may be."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from forelook.model.phrases import Wording, read_groups
from forelook.model.quote_wordings import make_courtesies, make_outlooks
from forelook.model.wording import fold

OUTLOOKS, COURTESIES = tuple(make_outlooks(read_groups())), tuple(make_courtesies(read_groups()))


def settle(quotation: str, wordings: Iterable[Wording]) -> bool:
    folded = fold(quotation)
    return any(wording.settles(folded) for wording in wordings)


@pytest.mark.parametrize(
    ("outlook", "other"),
    [
        pytest.param("“We look forward to opening the tannery.”", "“We look forward to the party.”", id="work looked forward to"),
        pytest.param("“We look forward to bringing you boots.”", "“We look forward to bringing you updates.”", id="work, not news of it"),
        pytest.param("“Next year is about hides.”", "“Last year was about hides.”", id="next year"),
        pytest.param("“I make more hides next spring.”", "“I look forward to seeing my friends next spring.”", id="next spring, not who is seen then"),
        pytest.param("“Debt is gone by the end of this year.”", "“Debt was gone by the end of the year.”", id="by the end of a year"),
        pytest.param("“The boot comes to shops in May.”", "“The boot came to shops in May.”", id="what comes in a month"),
        pytest.param("“Our orders take us well into next year, and the mill runs until June.”", "“The mill runs every June.”", id="what runs until a month"),
        pytest.param("“The best is yet to come.”", "“The best is his work.”", id="the best to come"),
        pytest.param("“Later this month we tan.”", "“We tanned earlier this month.”", id="later this month"),
    ],
)
def test_outlooks(outlook: str, other: str) -> None:
    assert settle(outlook, OUTLOOKS)
    assert not settle(other, OUTLOOKS)


@pytest.mark.parametrize(
    ("courtesy", "other"),
    [
        pytest.param("“We are excited to complete the count.”", "“We are excited to begin the count.”", id="work that is done"),
        pytest.param("“We will miss Ada.”", "“We will miss Ada, and expect to name another tanner.”", id="who is missed"),
        pytest.param("“We wish Ada every happiness.”", "“We wish to sell boots in Peru.”", id="who is wished well"),
        pytest.param("“We look forward to Ada's counsel.”", "“We look forward to Ada's tannery.”", id="counsel looked forward to"),
        pytest.param("“We look forward to her advice.”", "“We look forward to her advice as we build nine mills.”", id="advice, not what it is for"),
        pytest.param("“Any tanner will tell you that hides are dear.”", "“I tell you that we will make boots.”", id="what somebody will tell"),
        pytest.param("“We are pleased to have Ada with us.”", "“We are pleased to have Ada lead us as we expand.”", id="a welcome"),
        pytest.param("“It is an honor to follow Ada.”", "“It is an honor to build what we will build.”", id="an honor"),
        pytest.param("“I look forward to learning from Ada.”", "“I look forward to building boots.”", id="learning from somebody"),
        pytest.param("“Last May I said we would tan nine hides, and we did.”", "“We would tan nine hides, and plan to.”", id="what would be, and was"),
        pytest.param("“If you had asked, I would not have believed it.”", "“If you ask, we expect a better year.”", id="a condition"),
        pytest.param("“Tanners wonder whether hides are dear.”", "“We will know in May whether hides are dear.”", id="a question"),
    ],
)
def test_courtesies(courtesy: str, other: str) -> None:
    assert settle(courtesy, COURTESIES)
    assert not settle(other, COURTESIES)


def test_every_wording_has_signs_in_lower_case() -> None:
    signs = [sign for wording in (*OUTLOOKS, *COURTESIES) for sign in wording.signs]
    assert all(wording.signs for wording in (*OUTLOOKS, *COURTESIES))
    assert [sign.lower() for sign in signs] == signs
