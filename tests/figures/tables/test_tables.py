"""Outlook tables: layouts that releases use, and the records that each gives."""

from __future__ import annotations

import pytest

from forelook.expressions.periods.clock import Clock
from forelook.figures import find_figures
from forelook.figures.tables import read_table
from forelook.figures.tables.heads import Around, find_head_lines

LAYOUTS = {
    "from earlier guidance to the current one": (
        "G\tThe table shows the updated outlook for 2026:",
        """
                              From                    To
Sales growth                  5% - 7%                 6% - 7%
Adjusted EPS                  $3.60 - $3.75           $3.70 - $3.78
""",
        [("revenue", "2026", 6, 7), ("eps", "2026", 3.7, 3.78)],
    ),
    "from one end of a range to the other": (
        "G\tThe table shows the outlook for 2026:",
        """
                              From                    To
Sales growth                  5%                      7%
Adjusted EPS                  $3.60                   $3.75
""",
        [("revenue", "2026", 5, 7), ("eps", "2026", 3.6, 3.75)],
    ),
    "right-aligned cells beside a narrow head": (
        "G\tThe table shows the outlook for 2026:",
        """
                               GAAP                   Adjustments    Non-GAAP
R&D expense                    $1.70 - $1.75 billion  $0.25 billion  $1.45 - $1.50 billion
Effective tax rate                              ~24%                                  ~20%
""",
        [("rd_expenses", "2026", 1.7e9, 1.75e9), ("rd_expenses", "2026", 1.45e9, 1.5e9), ("tax_rate", "2026", 24, 24), ("tax_rate", "2026", 20, 20)],
    ),
    "a scale in the corner and abbreviated quarters over their years": (
        "G\tHalvorsen gives the following costs:",
        """
(In millions)                        1st Qtr    2nd Qtr    Full Year
                                      2026       2026        2026
Operating costs                       $155       $160        $642
Interest expense, net                    9          9          38
""",
        [
            ("operating_expenses", "2026-Q1", 155e6, 155e6),
            ("operating_expenses", "2026-Q2", 160e6, 160e6),
            ("operating_expenses", "2026", 642e6, 642e6),
            ("other_income", "2026-Q1", -9e6, -9e6),
            ("other_income", "2026-Q2", -9e6, -9e6),
            ("other_income", "2026", -38e6, -38e6),
        ],
    ),
    "from adjusted earnings to those under GAAP": (
        "G\tThe outlook for 2026:",
        """
Adjusted EPS                          $  2.35     $  2.35
Amortization of intangibles             (0.62)      (0.60)
Tax effect                               0.24        0.24
GAAP EPS                              $  1.97     $  1.99
Total amortization                    $  0.70     $  0.70
""",
        [
            ("eps", "2026", 2.35, 2.35),
            ("eps", "2026", 2.35, 2.35),
            ("eps", "2026", 1.97, 1.97),
            ("eps", "2026", 1.99, 1.99),
            ("other", "2026", 0.7, 0.7),
            ("other", "2026", 0.7, 0.7),
        ],
    ),
    "years and all of them under a plan": (
        "M\tCapital Plan (in millions)",
        """
                          2026      2027      2028      Total
Generation                $ 410     $ 450     $ 500     $ 1,360
Transmission                320       350       360       1,030
""",
        [
            ("capital_expenditures", "2026", 410e6, 410e6),
            ("capital_expenditures", "2027", 450e6, 450e6),
            ("capital_expenditures", "2028", 500e6, 500e6),
            ("capital_expenditures", "2026/2028", 1360e6, 1360e6),
            ("capital_expenditures", "2026", 320e6, 320e6),
            ("capital_expenditures", "2027", 350e6, 350e6),
            ("capital_expenditures", "2028", 360e6, 360e6),
            ("capital_expenditures", "2026/2028", 1030e6, 1030e6),
        ],
    ),
    "parts and all of them": (
        "G\tThe plan for 2026 (in millions):",
        """
                          Pumps     Valves    Total
Capital expenditures      $ 410     $ 450     $ 860
""",
        [("capital_expenditures", "2026", 410e6, 410e6), ("capital_expenditures", "2026", 450e6, 450e6), ("capital_expenditures", "2026", 860e6, 860e6)],
    ),
    "a change from a past quarter, and a past year": (
        "G\tThe outlook in millions:",
        """
                    Q4 2025 Guidance    2024       Percent Change
Net revenue         $396 to $402        $389       2% to 4%
""",
        [("revenue", "2025-Q4", 396e6, 402e6), ("revenue", "2025-Q4", 2, 4)],
    ),
    "a change against a past quarter in its head": (
        "G\tThe outlook in millions:",
        """
                    Q4 2025 Guidance    % Change vs Q4 2024
Net revenue         $396 to $402        2% to 4%
""",
        [("revenue", "2025-Q4", 396e6, 402e6), ("revenue", "2025-Q4", 2, 4)],
    ),
    "what is assumed beside it": (
        "G\tThe outlook for 2026:",
        """
                    Outlook             Assumptions
Sales growth        4% to 6%            Price of 4 points
""",
        [("revenue", "2026", 4, 6)],
    ),
    "as reported and in constant currency": (
        "G\tThe outlook for 2026:",
        """
                       As             Constant
                       Reported       Currency
Sales growth           4%             6%
""",
        [("revenue", "2026", 4, 4), ("revenue", "2026", 6, 6)],
    ),
    "reported beside expected": (
        "G\tThe outlook for 2026:",
        """
                       Reported       Expected
Sales                  $4 million     $6 million
""",
        [("revenue", "2026", 6e6, 6e6)],
    ),
    "a label that begins on the line above": (
        "G\tThe outlook for 2026:",
        """
Same-store annual adjusted
admissions growth          0.5%  to     1.5%
Organic growth             2.5%  to     3.5%
""",
        [("other", "2026", 0.5, 1.5), ("revenue", "2026", 2.5, 3.5)],
    ),
    "flat among percentages": (
        "G\tThe table shows the outlook for 2026:",
        """
Segment              Sales Growth        Operating Margin
Hand Tools           4% - 6%             15% - 16%
Storage              Flat                8% - 9%
""",
        [("revenue", "2026", 4, 6), ("operating_margin", "2026", 15, 16), ("revenue", "2026", 0, 0), ("operating_margin", "2026", 8, 9)],
    ),
    "rows of years under measures": (
        "G\tHalvorsen gives the following plan:",
        """
Year                   Gallons (millions)    Estimated revenue
2026 (base)                  34.0              $22 million
2027                         58.5              $39 million
2028-2029 (options)         138.0              $93 million
""",
        [
            ("other", "2026", 34e6, 34e6),
            ("revenue", "2026", 22e6, 22e6),
            ("other", "2027", 58.5e6, 58.5e6),
            ("revenue", "2027", 39e6, 39e6),
            ("other", "2028/2029", 138e6, 138e6),
            ("revenue", "2028/2029", 93e6, 93e6),
        ],
    ),
    "heads that stand left of narrow cells": (
        "G\tHalvorsen gives the following plan:",
        """
                 2026          2027          2028
Shops in service                32            75            160
Cards out                   95,000       240,000        520,000
""",
        [
            ("other", "2026", 32, 32),
            ("other", "2027", 75, 75),
            ("other", "2028", 160, 160),
            ("other", "2026", 95000, 95000),
            ("other", "2027", 240000, 240000),
            ("other", "2028", 520000, 520000),
        ],
    ),
    "rows of quarters under measures": (
        "G\tHalvorsen gives the following plan:",
        """
                           Revenue            Gross margin
Q1 2026                  $22 million              41%
Fiscal 2026              $90 million              42%
""",
        [("revenue", "2026-Q1", 22e6, 22e6), ("gross_margin", "2026-Q1", 41, 41), ("revenue", "2026", 90e6, 90e6), ("gross_margin", "2026", 42, 42)],
    ),
    "rows of years, of which two are over": (
        "G\tHalvorsen gives the following plan:",
        """
                           Revenue            Gross margin
2022                     $11 million              38%
2023                     $12 million              39%
2026                     $22 million              41%
""",
        [("revenue", "2026", 22e6, 22e6), ("gross_margin", "2026", 41, 41)],
    ),
    "a column of adjustments with notes": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                              GAAP               Adjustments           Non-GAAP
Gross margin                  46.1%              0.8% (1)              46.9%
Operating expenses       $118M to $120M       $15M to $16M (2)      $103M to $104M
""",
        [
            ("gross_margin", "2026", 46.1, 46.1),
            ("gross_margin", "2026", 46.9, 46.9),
            ("operating_expenses", "2026", 118e6, 120e6),
            ("operating_expenses", "2026", 103e6, 104e6),
        ],
    ),
    "the month in which earlier guidance was given": (
        "G\tHalvorsen gives its expectations for 2026, with those of February:",
        """
                              February             Current
Revenue                    $340 to $350 million   $330 to $340 million
""",
        [("revenue", "2026", 330e6, 340e6)],
    ),
    "months that are periods": (
        "G\tHalvorsen plans for 2026:",
        """
                              February 2026        March 2026
Revenue                       $34 million          $33 million
""",
        [("revenue", "2026-02", 34e6, 34e6), ("revenue", "2026-03", 33e6, 33e6)],
    ),
    "the plan of a day and that of today": (
        "G\tHalvorsen plans for 2026:",
        """
                              Plan of Feb. 5       Plan today
Pupils served                 64,000               61,000 - 62,000
Revenue ($ mil.)              214 - 218            199 - 204
""",
        [("other", "2026", 61000, 62000), ("revenue", "2026", 199e6, 204e6)],
    ),
    "numbers and money without a sign": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                              Outlook
Pump sales                    $6,000,000
Pupils taught                 12,000
Rental costs                  450,000
""",
        [("revenue", "2026", 6e6, 6e6), ("other", "2026", 12000, 12000), ("other", "2026", 450000, 450000)],
    ),
    "costs per pound": (
        "G\tHalvorsen gives the following outlook for 2026 ($ in millions):",
        """
                              Outlook
Mine costs ($/lb)             1.45-1.55
Revenue                       780-820
""",
        [("other", "2026", 1.45, 1.55), ("revenue", "2026", 780e6, 820e6)],
    ),
    "heads whose blanks before the first are lost": (
        "G\tHalvorsen gives the following outlook:",
        """
Q1 2026                    Q2 2026  FY 2027
Pump sales                  $14M      $16M      $65M
Bookings                      --      $21M      $90M
""",
        [
            ("revenue", "2026-Q1", 14e6, 14e6),
            ("revenue", "2026-Q2", 16e6, 16e6),
            ("revenue", "2027", 65e6, 65e6),
            ("bookings", "2026-Q2", 21e6, 21e6),
            ("bookings", "2027", 90e6, 90e6),
        ],
    ),
    "a past column whose head's blanks are lost": (
        "G\tHalvorsen gives the following outlook:",
        """
2024 Actual                 2025 Outlook
Revenue                     $310 million      $340 to $345 million
Tax rate                        22.6%                    23% - 24%
""",
        [("revenue", "2025", 340e6, 345e6), ("tax_rate", "2025", 23, 24)],
    ),
    "a head over the labels, and low and high": (
        "G\tHalvorsen gives the following outlook:",
        """
2026 Outlook                Low           High        Note
Revenue                     $340 million  $345 million  (a)
""",
        [("revenue", "2026", 340e6, 345e6)],
    ),
    "a quarter with E beside a year with E": (
        "G\tUnder the plan for 2026, Halvorsen gives these estimates:",
        """
                            4Q 2025E         2026E
Pump sales               $14 million   $65 million
""",
        [("revenue", "2025-Q4", 14e6, 14e6), ("revenue", "2026", 65e6, 65e6)],
    ),
    "low and high in a second line under two periods": (
        "G\tHalvorsen gives the following outlook (in millions, except per share data):",
        """
                       Fourth Quarter 2025  Full Year 2025
                       Low    High  Low     High
Revenue                $340   $345  $1,420  $1,450
Diluted EPS           $0.47  $0.52   $2.55   $2.70
""",
        [
            ("revenue", "2025-Q4", 340e6, 345e6),
            ("revenue", "2025", 1420e6, 1450e6),
            ("eps", "2025-Q4", 0.47, 0.52),
            ("eps", "2025", 2.55, 2.7),
        ],
    ),
    "cells between bars, not aligned": (
        "G\tHalvorsen gives the following outlook (in millions, except per share data):",
        """
| | 2026E | 2027E |
|---|---|---|
| Revenue (all segments and regions) | 480 | 520 |
| Diluted EPS | $0.40 | $0.52 |
""",
        [
            ("revenue", "2026", 480e6, 480e6),
            ("revenue", "2027", 520e6, 520e6),
            ("eps", "2026", 0.4, 0.4),
            ("eps", "2027", 0.52, 0.52),
        ],
    ),
    "a past column between bars": (
        "G\tHalvorsen gives the following outlook (in millions):",
        """
| | 2024 Actual | 2026 Outlook |
|---|---|---|
| Net sales of all segments | 410 | 480 |
""",
        [("revenue", "2026", 480e6, 480e6)],
    ),
    "a past column beside low and high": (
        "G\tHalvorsen gives the following outlook (in millions):",
        """
                       2025 Actual        2026 Outlook
                                         Low       High
Revenue                  $1,365         $1,420    $1,450
""",
        [("revenue", "2026", 1420e6, 1450e6)],
    ),
    "quarters that are over": (
        "G\tHalvorsen gives the following outlook (in millions):",
        """
                       2023     Q1-24    Q3-25     2025 Outlook
Net sales             $31.0      $7.5     $8.5    $36.0 - $38.0
""",
        [("revenue", "2025", 36e6, 38e6)],
    ),
    "labels on two lines": (
        "M\tGuidance for Full Year 2025 (in millions)",
        """
                                       Current          Previous
                                       Guidance         Guidance
Capital expenditures                   $60 - $65        $60 - $70
Selling, general and
  administrative expenses            $210 - $215      $215 - $225
""",
        [("capital_expenditures", "2025", 60e6, 65e6), ("sga_expenses", "2025", 210e6, 215e6)],
    ),
    "days on which guidance was given": (
        "M\t2025 Outlook",
        """
(in millions)               Prior Outlook       Updated Outlook
                            (July 25, 2025)     (October 24, 2025)
Net sales                   $1,340 - $1,380     $1,360 - $1,370
""",
        [("revenue", "2025", 1360e6, 1370e6)],
    ),
    "days without years": (
        "M\t2025 Outlook",
        """
(in millions)               As of July 25           As of October 24
Net sales                   $1,340 - $1,380        $1,360 - $1,370
""",
        [("revenue", "2025", 1360e6, 1370e6)],
    ),
    "counts beside amounts": (
        "M\tOutlook",
        """
                             2025             2026
Systems installed             240      1,500 - 2,000
Revenue ($ millions)         $1.8        $2.4 - $2.6
""",
        [("other", "2025", 240, 240), ("other", "2026", 1500, 2000), ("revenue", "2025", 1.8e6, 1.8e6), ("revenue", "2026", 2.4e6, 2.6e6)],
    ),
    "a currency with the scale, and signs": (
        "M\tOutlook",
        """
Outlook 2025 (EUR million)         Previous            Current
Capital expenditure                     180          165 - 170
Free cash flow                        > 120              > 140
""",
        [("capital_expenditures", "2025", 165e6, 170e6), ("free_cash_flow", "2025", 140e6, None)],
    ),
    "a year that a row is compared with": (
        "M\tOutlook",
        """
Full year 2025                     Current guidance
Capacity vs 2024                   Up 17% to 20%
""",
        [("other", "2025", 17, 20)],
    ),
    "a bare year before an outlook": (
        "M\tOutlook",
        """
                             2025          2026 Outlook
Software revenue             $1.1 million       $2.3 - $2.6 million
""",
        [("revenue", "2026", 2.3e6, 2.6e6)],
    ),
    "what it was, in the same cell": (
        "M\t2025 Outlook",
        """
Total revenue                      $126.2 million to $126.7 million (was $123.0 million to $125.0 million)
Capital expenditures               $8 million
""",
        [("revenue", "2025", 126.2e6, 126.7e6), ("capital_expenditures", "2025", 8e6, 8e6)],
    ),
    "days alone": (
        "M\t2025 Outlook",
        """
(in millions)             As of July 25, 2025     As of October 24, 2025
Net sales                   $1,340 - $1,380          $1,360 - $1,370
""",
        [("revenue", "2025", 1360e6, 1370e6)],
    ),
    "a period that ends on a day": (
        "M\tOutlook",
        """
                            Three Months Ending December 31, 2025
Revenue (in millions)              $345 - $355
""",
        [("revenue", "2025-12Q", 345e6, 355e6)],
    ),
    "measures as columns": (
        "M\tFiscal 2026 Outlook by Segment ($ in millions)",
        """
                         Net Sales              Operating Margin
Industrial            $800 - $820             15.0% - 15.5%
Total Company       $1,420 - $1,455           13.0% - 13.6%
""",
        [
            ("revenue", "2026", 800e6, 820e6),
            ("operating_margin", "2026", 15, 15.5),
            ("revenue", "2026", 1420e6, 1455e6),
            ("operating_margin", "2026", 13, 13.6),
        ],
    ),
    "growth over a year": (
        "M\tFull-Year 2026 Guidance",
        """
                               Guidance              Growth vs. 2025
Total revenue            $1,420M - $1,450M             4% - 6%
""",
        [("revenue", "2026", 1420e6, 1450e6), ("revenue", "2026", 4, 6)],
    ),
    "blocks under headings": (
        "M\t2026 Guidance",
        """
                                     Q1 2026           Full Year 2026
Production (MBoe/d)                  112 - 115           114 - 120
Costs
Lease operating costs ($/Boe)      $8.50 - $9.00       $8.25 - $9.00
Capital expenditures ($MM)          $180 - $190         $700 - $750
""",
        [
            ("production", "2026-Q1", 112e3, 115e3),
            ("production", "2026", 114e3, 120e3),
            ("other", "2026-Q1", 8.5, 9),
            ("other", "2026", 8.25, 9),
            ("capital_expenditures", "2026-Q1", 180e6, 190e6),
            ("capital_expenditures", "2026", 700e6, 750e6),
        ],
    ),
    "quarters of the year of the caption": (
        "M\t2026 Forecast (in thousands)",
        """
                       Q1          Q2          Q3          Q4         2026
Revenue             $2,100      $2,300      $2,500      $2,900      $9,800
""",
        [(("revenue"), f"2026-Q{number}", value, value) for number, value in enumerate((2.1e6, 2.3e6, 2.5e6, 2.9e6), 1)] + [("revenue", "2026", 9.8e6, 9.8e6)],
    ),
    "the period over the labels": (
        "G\tThe company is raising its outlook:",
        """
Full Year 2026       Previous Guidance               Current Guidance
Revenue          $1.40 billion to $1.44 billion  $1.42 billion to $1.45 billion
""",
        [("revenue", "2026", 1.42e9, 1.45e9)],
    ),
    "a schedule of years": (
        "G\tHalvorsen gives amounts in millions. Estimated amortization of intangible assets is as follows:",
        """
Fiscal 2026                            $1,412
Fiscal 2027                               735
Thereafter                                290
Total intangible assets, net           $2,437
""",
        [("other", "2026", 1412e6, 1412e6), ("other", "2027", 735e6, 735e6), ("other", "2028/", 290e6, 290e6)],
    ),
    "a total of parts": (
        "G\tHalvorsen gives the following outlook for 2026 (in millions):",
        """
Pump revenue                           $1,412
Total revenue                          $2,437
""",
        [("revenue", "2026", 1412e6, 1412e6), ("revenue", "2026", 2437e6, 2437e6)],
    ),
    "what is mined, in thousands, under the head of its labels": (
        "G\tHalvorsen gives its guidance for output and costs:",
        """
| 000’s | 2026 |  | 2027 |  |
| --- | --- | --- | --- | --- |
| Zinc (tonnes) | 38 – 44 |  | 39 – 45 |  |

| Zinc production guidance (000’s tonnes) | 2026 |  | 2027 |  |
| --- | --- | --- | --- | --- |
| Northfield | 16 – 19 |  | 18 – 21 |  |
| Silver production guidance (000’s ounces) |  |  |  |  |
| Northfield | 100 – 110 |  | 135 – 145 |  |

| 1 | Production is stated for the whole of each mine, of which the company owns two thirds. |
| --- | --- |

| Total Zinc | 2026 |  | 2027 |  |
| --- | --- | --- | --- | --- |
| C1 (per lb) | $1.85 – $2.10 |  | $1.75 – $2.00 |  |
| Mined at a non-GAAP cost (per lb) | $3.05 – $3.35 |  | $2.85 – $3.15 |  |
""",
        [
            ("production", "2026", 38e3, 44e3),
            ("production", "2027", 39e3, 45e3),
            ("production", "2026", 16e3, 19e3),
            ("production", "2027", 18e3, 21e3),
            ("production", "2026", 100e3, 110e3),
            ("production", "2027", 135e3, 145e3),
            ("other", "2026", 1.85, 2.1),
            ("other", "2027", 1.75, 2.0),
            ("other", "2026", 3.05, 3.35),
            ("other", "2027", 2.85, 3.15),
        ],
    ),
    "what is sold, in thousands of dollars": (
        "G\tHalvorsen gives its guidance ($000’s):",
        """
| Net sales | 2026 |  | 2027 |  |
| --- | --- | --- | --- | --- |
| Northfield | 1,600 – 1,900 |  | 1,800 – 2,100 |  |
""",
        [("revenue", "2026", 1.6e6, 1.9e6), ("revenue", "2027", 1.8e6, 2.1e6)],
    ),
    "initial guidance beside results": (
        "G\tHalvorsen has provided its guidance in the table below (in thousands, except per share):",
        """
                              Initial 2026 Guidance        2025 Actual
                              ---------------------        -----------
Net income per diluted
 share                         $0.27  --      $0.33        $0.19
Core FFO per diluted share
 (3)                           $1.79  --      $1.83        $1.73
General and administrative   $34,250  --    $35,750      $33,172
""",
        [("eps", "2026", 0.27, 0.33), ("ffo", "2026", 1.79, 1.83), ("sga_expenses", "2026", 34.25e6, 35.75e6)],
    ),
    "initial guidance beside what it is now": (
        "G\tHalvorsen gives the following outlook:",
        """
                   Initial 2026 Guidance      2026 Guidance
Revenue                 $340 million           $345 million
""",
        [("revenue", "2026", 345e6, 345e6)],
    ),
    "what is preliminary of a quarter that is over": (
        "G\tHalvorsen compares its results with its guidance:",
        """
|  | Q3 2025 Preliminary Results | Prior Q3 2025 Guidance |
| --- | --- | --- |
| Total Revenue | $341.2 - $342.5 million | $335.0 - $344.0 million |
""",
        [("revenue", "2025-Q3", 341.2e6, 342.5e6)],
    ),
    "what is final of a quarter that is over": (
        "G\tHalvorsen compares its results with its guidance:",
        """
|  | Q3 2025 Results | Prior Q3 2025 Guidance |
| --- | --- | --- |
| Total Revenue | $341.2 million | $335.0 - $344.0 million |
""",
        [],
    ),
    "capital spending in brackets": (
        "G\tHalvorsen gives the following outlook for 2026 (in millions):",
        """
Cash flow from operations              $34.0
Purchases of property, plant and equipment   (6.5)
Free cash flow                         $27.5
""",
        [("operating_cash_flow", "2026", 34e6, 34e6), ("capital_expenditures", "2026", 6.5e6, 6.5e6), ("free_cash_flow", "2026", 27.5e6, 27.5e6)],
    ),
    "charges that adjust": (
        "G\tReconciliation of GAAP and non-GAAP outlook for the fourth quarter of 2025:",
        """
GAAP diluted earnings per share                  $2.10     $2.15
Impairments and other charges                     0.30      0.30
Non-GAAP diluted earnings per share              $2.40     $2.45
""",
        [("eps", "2025-Q4", 2.1, 2.1), ("eps", "2025-Q4", 2.15, 2.15), ("eps", "2025-Q4", 2.4, 2.4), ("eps", "2025-Q4", 2.45, 2.45)],
    ),
    "what is made, and what it costs": (
        "G\tHalvorsen gives the following guidance for 2026 (in millions):",
        """
                                   Low        High
Zinc (000 tonnes payable)          338         352
Oil (MBbls/d)                     71.0        75.0
Silver cost per ounce            $0.48       $0.52
Net interest expense               $62         $65
""",
        [
            ("production", "2026", 338e3, 352e3),
            ("production", "2026", 71e3, 75e3),
            ("other", "2026", 0.48, 0.52),
            ("other_income", "2026", -65e6, -62e6),
        ],
    ),
    "shares in millions": (
        "G\tHalvorsen gives the following outlook for 2026 ($ in thousands):",
        """
Revenue                           $1,420   $1,450
Diluted shares (millions)           42.0     42.2
Shares (millions)                   31.7     31.9
""",
        [
            ("revenue", "2026", 1420e3, 1420e3),
            ("revenue", "2026", 1450e3, 1450e3),
            ("share_count", "2026", 42e6, 42e6),
            ("share_count", "2026", 42.2e6, 42.2e6),
            ("share_count", "2026", 31.7e6, 31.7e6),
            ("share_count", "2026", 31.9e6, 31.9e6),
        ],
    ),
    "a scale in the heading of rows": (
        "G\tHalvorsen gives the following guidance for 2026:",
        """
                                   Low        High
Production (koz)
  Grenada                          200         220
  Solvik                            40          45
""",
        [("production", "2026", 200e3, 220e3), ("production", "2026", 40e3, 45e3)],
    ),
    "heads that go on in a second line": (
        "G\tHalvorsen expects revenue from its orders as follows:",
        """
(dollars in millions)          Remainder     2026      2027       2028
                               of 2025                        (planned)
Revenue from pumps                  410        640       350        160
""",
        [("revenue", "2025", 410e6, 410e6), ("revenue", "2026", 640e6, 640e6), ("revenue", "2027", 350e6, 350e6), ("revenue", "2028", 160e6, 160e6)],
    ),
    "heads over two columns each": (
        "G\tHalvorsen gives the following outlook:",
        """
                            2026                     2027
                       Low       High           Low       High
Revenue (millions)    $410       $420          $440       $450
""",
        [("revenue", "2026", 410e6, 420e6), ("revenue", "2027", 440e6, 450e6)],
    ),
    "net income of a share in a reconciliation": (
        "G\tHalvorsen reconciles its 2026 outlook for funds from operations:",
        """
                                                   Low          High
Net income available to common shareholders      $1.92         $2.08
Depreciation and amortization                     2.58          2.58
Core FFO per share                               $4.50         $4.66
""",
        [("eps", "2026", 1.92, 2.08), ("ffo", "2026", 4.5, 4.66)],
    ),
    "net income of millions in a reconciliation": (
        "G\tHalvorsen reconciles its 2026 outlook for EBITDA (in millions, except per share):",
        """
                                                   Low          High
Net income                                       $1.92         $2.08
Depreciation and amortization                     2.58          2.58
EBITDA                                           $4.50         $4.66
""",
        [("net_income", "2026", 1.92e6, 2.08e6), ("ebitda", "2026", 4.5e6, 4.66e6)],
    ),
    "preliminary results beside targets": (
        "G\tHalvorsen sets the following targets:",
        """
                              FY2024 (preliminary)     FY2026 (target)
Revenue ($ millions)                 27.4                29.0 – 30.5
""",
        [("revenue", "2026", 29e6, 30.5e6)],
    ),
    "a share of revenue": (
        "G\tHalvorsen gives the following plan:",
        """
                                        2026          2027
Capital spending, percent of revenue      8%            7%
Net as a percent of revenue               2%            1%
""",
        [("capital_expenditures", "2026", 8, 8), ("capital_expenditures", "2027", 7, 7), ("other", "2026", 2, 2), ("other", "2027", 1, 1)],
    ),
    "parts of the company under capital": (
        "G\tHalvorsen gives the following plan:",
        """
                                   2026          2027
Capital ($ MM)
  Exploration & Production         $640          $505
  Infrastructure and other          $80           $75
""",
        [
            ("capital_expenditures", "2026", 640e6, 640e6),
            ("capital_expenditures", "2027", 505e6, 505e6),
            ("capital_expenditures", "2026", 80e6, 80e6),
            ("capital_expenditures", "2027", 75e6, 75e6),
        ],
    ),
    "parts under capital markets": (
        "G\tHalvorsen gives the following plan:",
        """
                                   2026          2027
Capital markets
  Fees ($ MM)                      $640          $505
""",
        [("other", "2026", 640e6, 640e6), ("other", "2027", 505e6, 505e6)],
    ),
    "growth below the words of its label": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                                   Low           High
Same Property NOI
 Growth                            3.5%           4.5%
Revenue
   Kitchens                        5.0%           6.0%
""",
        [("other", "2026", 3.5, 4.5), ("revenue", "2026", 5, 6)],
    ),
    "days below what ends on them": (
        "G\tHalvorsen gives the following outlook (in millions):",
        """
                       Three Months Ending      Year Ending
                        December 31, 2025     December 31, 2026
Revenue                    $35 to $37          $150 to $155
""",
        [("revenue", "2025-12Q", 35e6, 37e6), ("revenue", "2026", 150e6, 155e6)],
    ),
    "days of guidance below no end": (
        "G\tHalvorsen gives the following outlook for 2026 (in millions):",
        """
                            Guidance            Guidance
                         August 5, 2025      November 4, 2025
Revenue                    $35 to $37          $36 to $38
""",
        [("revenue", "2026", 36e6, 38e6)],
    ),
    "a variance beside earlier guidance": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                      Previous Guidance      Current Guidance     Variance at Midpoint
Revenue (millions)       $35 - $37              $36 - $40               $2
""",
        [("revenue", "2026", 36e6, 40e6)],
    ),
    "a change without earlier guidance": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                          2026 Guidance         Change
Revenue (millions)         $36 - $40             4%
""",
        [("revenue", "2026", 36e6, 40e6), ("revenue", "2026", 4, 4)],
    ),
    "growth of what is no revenue": (
        "G\tHalvorsen gives the following outlook:",
        """
                                       2026 Guidance
Net yield growth                           3.5%
Cruise cost ex fuel growth                 3.0%
Subscription growth                        9.0%
""",
        [("other", "2026", 3.5, 3.5), ("other", "2026", 3, 3), ("revenue", "2026", 9, 9)],
    ),
    "twelve months are no figure": (
        "G\tHalvorsen gives the following outlook (in millions):",
        """
                       Three Months Ending      Twelve Months Ending
                        December 31, 2025        December 31, 2025
Revenue                    $35 to $37               $150 to $155
""",
        [("revenue", "2025-12Q", 35e6, 37e6), ("revenue", "2025", 150e6, 155e6)],
    ),
    "what lies between GAAP and other measures": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                      GAAP          Special Items       Non-GAAP
Gross margin        24% to 26%           1%            25% to 27%
""",
        [("gross_margin", "2026", 24, 26), ("gross_margin", "2026", 25, 27)],
    ),
    "what stands beside GAAP measures": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
                       GAAP             Adjusted        Pump Division
Gross margin         24% to 26%        25% to 27%             28%
""",
        [("gross_margin", "2026", 24, 26), ("gross_margin", "2026", 25, 27), ("gross_margin", "2026", 28, 28)],
    ),
    "bars between cells only": (
        "G\tHalvorsen gives the following outlook for 2026:",
        """
Metric | Prior Guidance | Updated Guidance
Total revenue | $8.6B - $8.8B | $8.8B - $8.9B
Medical loss ratio | 86% - 88% | 86% - 87%
""",
        [("revenue", "2026", 8.8e9, 8.9e9), ("other", "2026", 86, 87)],
    ),
    "a scale of tonnes is none of money": (
        "G\tHalvorsen plans the following capacity for methanol (thousand metric tons):",
        """
                   2026      2027
Pilot reactor        2         2
Lima plant          30       110
""",
        [("other", "2026", 2, 2), ("other", "2027", 2, 2), ("other", "2026", 30, 30), ("other", "2027", 110, 110)],
    ),
}


@pytest.mark.parametrize(("lead", "table", "records"), LAYOUTS.values(), ids=LAYOUTS)
def test_layout(make_release, lead, table, records):
    rows = "".join(f"\t{line}\n" for line in table.strip("\n").splitlines())
    figures = find_figures(make_release(f"M\tOutlook\n\n{lead}\n\nTG\n{rows}"))
    assert sorted((f.metric.name, f.period.name, f.low, f.high) for f in figures) == sorted(records)


@pytest.mark.parametrize(
    ("below", "factor"),
    [
        pytest.param("M\t(in millions)", 1e6, id="in brackets"),
        pytest.param("H\tAmounts are in millions, except per share amounts.", 1e6, id="a note"),
        pytest.param("H\tHalvorsen has sold pumps for $3 million.", 1.0, id="a sentence"),
    ],
)
def test_a_scale_below_the_table(make_release, below, factor):
    release = make_release(f"M\t2026 Guidance\n\nTG\n\tRevenue           $340 - $345\n\tNet income         $30 - $32\n\n{below}\n")
    assert [figure.low for figure in find_figures(release) if figure.metric.name in ("revenue", "net_income")] == [340 * factor, 30 * factor]


def test_a_table_goes_on_under_the_heads_of_the_one_before(make_release):
    one, other = "\tRevenue ($M)         340 - 345      1,420 - 1,450\n", "\tNet income ($M)        30 - 32          130 - 140\n"
    release = make_release(f"M\tOutlook\n\nTG\n\t                    Q1 2026        Full Year 2026\n{one}\nTG\n{other}")
    assert [figure.period.name for figure in find_figures(release)] == ["2026-Q1", "2026", "2026-Q1", "2026"]


def test_a_table_goes_on_under_the_heads_of_one_of_facts(make_release):
    one, other = "\tRevenue ($M)           341.2          345 - 355\n", "\tNet income ($M)                       30 - 32\n"
    release = make_release(f"M\tOutlook\n\nTH\n\t                    Q3 2025 Actual     Q4 2025\n{one}\nTG\n{other}")
    assert [(figure.period.name, figure.low) for figure in find_figures(release)] == [("2025-Q4", 30e6)]


ROWS = """M	2026 Outlook

G	Halvorsen gives updated targets for fiscal 2026:

TG
	Revenue                    $340 million to $345 million
	Bookings                   $360 million to $370 million

G	{row}
"""


def test_rows_below_a_table_go_on_with_it(make_release):
    release = make_release(ROWS.format(row="Tax rate                   GAAP: 20%          Non-GAAP: 18%"))
    assert [(figure.basis, figure.low, figure.period.name) for figure in find_figures(release)[-2:]] == [("gaap", 20, "2026"), ("non_gaap", 18, "2026")]


def test_a_sentence_below_a_table_is_none_of_its_rows(make_release):
    release = make_release(ROWS.format(row="The non-GAAP tax rate for the first quarter of 2026 is expected to be 18%."))
    assert [(figure.basis, figure.low, figure.period.name) for figure in find_figures(release)[-1:]] == [("non_gaap", 18, "2026-Q1")]


def test_columns_of_two_days(make_release):
    """The later day's figure is the guidance, the earlier one's what it was before."""
    lead, table, _ = LAYOUTS["days alone"]
    rows = "".join(f"\t{line}\n" for line in table.strip("\n").splitlines())
    (figure,) = find_figures(make_release(f"M\tOutlook\n\n{lead}\n\nTG\n{rows}"))
    assert figure.direction == "narrowed"
    assert figure.prior
    assert (figure.prior.low, figure.prior.high) == (1340e6, 1380e6)


@pytest.mark.parametrize(("label", "unit"), [("Pupils taught", "count"), ("Rental costs", "USD"), ("Charges for water", "USD")])
def test_the_unit_of_a_number_without_a_sign(make_release, label, unit):
    rows = f"\t                    Outlook\n\tPump sales          $6,000,000\n\t{label}        12,000\n"
    assert [figure.unit for figure in find_figures(make_release(f"M\tOutlook for 2026\n\nTG\n{rows}"))] == ["USD", unit]


@pytest.mark.parametrize(
    ("label", "metric", "basis", "entity"),
    [
        pytest.param("  Rentals  ", "revenue", "unknown", "Rentals", id="a part, set in"),
        pytest.param("Rentals    ", "other", "unknown", None, id="a row of its own"),
        pytest.param("  Non-GAAP ", "revenue", "non_gaap", None, id="a basis, set in"),
        pytest.param("  Net income", "net_income", "unknown", None, id="a metric, set in"),
    ],
)
def test_what_is_set_in_below_a_row(make_release, label, metric, basis, entity):
    release = make_release(f"M\tOutlook for 2026\n\nTG\n\t                    Outlook\n\tRevenue             $60 million\n\t{label}         $20 million\n")
    figure = find_figures(release)[-1]
    part = figure.entity and release.text[figure.entity.start : figure.entity.end]
    assert (figure.metric.name, figure.basis, part) == (metric, basis, entity)


HEADS = {
    "columns": ("Outlook\n\n                   Q1 2026      2026\nRevenue", "                   Q1"),
    "columns and a heading": ("\n           Q1 2026      2026\nProduction\nOil", "           Q1"),
    "a blank line between": ("Outlook\n\n           Q1 2026      2026\n\nRevenue", "           Q1"),
    "two blank lines between": ("           Q1 2026      2026\n\n\nRevenue", "Revenue"),
    "a sentence": ("The outlook is as follows for the year:\nRevenue", "Revenue"),
    "a heading of rows between": ("Outlook\n\n           Low        High\nEarnings per share:\n\nGAAP", "           Low"),
    "a heading far below": ("           Low        High\n\nThe outlook for pumps:\nGAAP", "GAAP"),
    "a row": ("Revenue       $340 - $345\nNet income", "Net income"),
}


@pytest.mark.parametrize(("text", "begins"), HEADS.values(), ids=HEADS)
def test_head_lines_above_a_table(text, begins):
    assert text[find_head_lines(text, text.rindex("\n") + 1) :].startswith(begins)


@pytest.mark.parametrize(("count", "records"), [(2, 2), (5000, 0)])
def test_a_row_of_thousands_of_figures_is_none(count, records):
    row = "Revenue" + "    $5 million" * count
    assert len(read_table(f"{row}\n", Clock(2025, 10, 3, 2025, 12), "USD", Around(""))[0]) == records
