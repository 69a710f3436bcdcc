"""The header of a release: what its first lines say of it, and the listings of the company that issues it.

In: a text and its units. Out: a Header. The parts serve others, too: `find_days` and `find_year` for dates, `find_listings` for
tickers with their places.
"""

from forelook.segment.header.dates import Day, find_days, find_year
from forelook.segment.header.issuer import find_own_listings
from forelook.segment.header.read import read_header
from forelook.segment.header.tickers import Listing, find_listings

__all__ = ["Day", "Listing", "find_days", "find_listings", "find_own_listings", "find_year", "read_header"]
