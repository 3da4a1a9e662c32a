"""Expressions of time as news writes them, row by row. The layout is that of test_times.py; «these marks» stand around the expression.

28 February 2019 was a Thursday.
"""

from __future__ import annotations

from datetime import date

import pytest

from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.model.times import Basis, Precision
from ascribe.resolve.register import Register
from ascribe.resolve.times.times import find_times
from ascribe.resolve.times.where import Atlas

# Each row: text | day of publication | first day | last day | precision | basis | clock. A dash is nothing.
ROWS = """
Fighting raged «over the whole of February». | 2019-03-28 | 2019-02-01 | 2019-02-28 | month | stated | -
Fighting raged «throughout the whole of 2017». | 2019-02-28 | 2017-01-01 | 2017-12-31 | year | stated | -
Fighting raged «for the whole of last month». | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
Fighting raged «all of last week». | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
Fighting raged «all last week». | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
It happened «on Easter Sunday». | 2019-05-28 | 2019-04-21 | 2019-04-21 | day | stated | -
It happened «on Easter Sunday 2019». | 2020-05-28 | 2019-04-21 | 2019-04-21 | day | stated | -
The «2019 Easter Sunday» bombings killed 250. | 2020-05-28 | 2019-04-21 | 2019-04-21 | day | stated | -
It happened «on Good Friday». | 2019-05-28 | 2019-04-19 | 2019-04-19 | day | stated | -
It happened «on Easter Monday». | 2019-05-28 | 2019-04-22 | 2019-04-22 | day | stated | -
It happened «on Palm Sunday». | 2019-05-28 | 2019-04-14 | 2019-04-14 | day | stated | -
It happened «over the Easter weekend». | 2019-05-28 | 2019-04-19 | 2019-04-22 | days | stated | -
It happened «on Orthodox Easter Sunday». | 2019-05-28 | 2019-04-28 | 2019-04-28 | day | stated | -
It happened «at Orthodox Easter 2022». | 2023-05-28 | 2022-04-24 | 2022-04-24 | day | stated | -
It happened «on Orthodox Christmas Eve». | 2023-05-28 | 2023-01-06 | 2023-01-06 | day | stated | -
It happened «on Orthodox Christmas». | 2023-05-28 | 2023-01-07 | 2023-01-07 | day | stated | -
It happened «at Christmas». | 2019-02-28 | 2018-12-25 | 2018-12-25 | day | stated | -
It happened «on Boxing Day». | 2019-02-28 | 2018-12-26 | 2018-12-26 | day | stated | -
It happened «on May Day». | 2019-05-28 | 2019-05-01 | 2019-05-01 | day | stated | -
It happened «during Ramadan». | 2019-06-28 | 2019-05-06 | 2019-06-03 | month | stated | -
It happened «during the holy month of Ramadan». | 2019-06-28 | 2019-05-06 | 2019-06-03 | month | stated | -
It happened «during Ramadan in 2018». | 2019-06-28 | 2018-05-16 | 2018-06-14 | month | stated | -
It happened «on the first day of Ramadan». | 2019-06-28 | 2019-05-06 | 2019-05-06 | day | stated | -
It happened «on the last day of Ramadan». | 2019-06-28 | 2019-06-03 | 2019-06-03 | day | stated | -
It happened «on Eid al-Fitr». | 2019-06-28 | 2019-06-04 | 2019-06-04 | day | stated | -
It happened «on the first day of Eid al-Adha». | 2019-08-28 | 2019-08-11 | 2019-08-11 | day | stated | -
It happened «on the second day of Eid al-Adha». | 2019-08-28 | 2019-08-12 | 2019-08-12 | day | stated | -
It happened «on the eve of Eid al-Fitr». | 2019-06-28 | 2019-06-03 | 2019-06-03 | day | stated | -
It happened «on Ashura». | 2019-09-28 | 2019-09-09 | 2019-09-09 | day | stated | -
It happened «during Nowruz». | 2019-04-28 | 2019-03-21 | 2019-03-21 | day | stated | -
It happened «on Nowruz 2020». | 2021-04-28 | 2020-03-20 | 2020-03-20 | day | stated | -
It happened «on Diwali». | 2019-11-28 | 2019-10-27 | 2019-10-27 | day | stated | -
It happened «on Yom Kippur 1973». | 2019-05-28 | 1973-10-06 | 1973-10-06 | day | stated | -
It happened «on Lunar New Year's Eve». | 2019-02-28 | 2019-02-04 | 2019-02-04 | day | stated | -
It happened «on 15 Ramadan 1440». | 2019-06-28 | 2019-05-20 | 2019-05-20 | day | stated | -
It happened «on 10 Muharram 1441 AH». | 2019-10-28 | 2019-09-09 | 2019-09-09 | day | stated | -
It happened «on 12 Bahman 1397». | 2019-02-28 | 2019-02-01 | 2019-02-01 | day | stated | -
It happened «on 22 Bahman». | 2019-02-28 | 2019-02-11 | 2019-02-11 | day | stated | -
It happened «in the month of Muharram 1440». | 2019-02-28 | 2018-09-11 | 2018-10-09 | month | stated | -
It happened «in the year 1397 of the Persian calendar». | 2019-04-28 | 2018-03-21 | 2019-03-20 | year | stated | -
It happened «in 1440 AH». | 2020-04-28 | 2018-09-11 | 2019-08-30 | year | stated | -
It happened «at the turn of the year». | 2019-02-28 | 2018-12-31 | 2019-01-01 | days | stated | -
It happened «a year ago to the day». | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | relative | -
«Monday through Wednesday» they fought. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «from Monday through Wednesday». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «the 15th-17th». | 2019-02-28 | 2019-02-15 | 2019-02-17 | days | stated | -
They fought «from the 15th to the 17th». | 2019-02-28 | 2019-02-15 | 2019-02-17 | days | stated | -
They fought «between the 15th and the 17th of January». | 2019-02-28 | 2019-01-15 | 2019-01-17 | days | stated | -
They fought «1 - 7 Feb.» in the hills. | 2019-02-28 | 2019-02-01 | 2019-02-07 | week | stated | -
They fought «1–7 Feb 2018». | 2019-02-28 | 2018-02-01 | 2018-02-07 | week | stated | -
They fought «Feb. 1-7». | 2019-02-28 | 2019-02-01 | 2019-02-07 | week | stated | -
They fought «from Feb. 27 to March 3, 2018». | 2019-02-28 | 2018-02-27 | 2018-03-03 | days | stated | -
They fought «Dec. 28-Jan. 3». | 2019-02-28 | 2018-12-28 | 2019-01-03 | week | stated | -
They fought «28 Dec 2018 – 3 Jan 2019». | 2019-02-28 | 2018-12-28 | 2019-01-03 | week | stated | -
They fought «between January 3 and last Tuesday». | 2019-02-28 | 2019-01-03 | 2019-02-26 | quarter | relative | -
They fought «from late January to mid-February». | 2019-02-28 | 2019-01-15 | 2019-02-20 | quarter | stated | -
They fought «from the end of December until 5 January». | 2019-02-28 | 2018-12-15 | 2019-01-05 | month | stated | -
They fought «between August and early October 2017». | 2019-02-28 | 2017-08-01 | 2017-10-10 | quarter | stated | -
They fought «from 2016 through early 2018». | 2019-02-28 | 2016-01-01 | 2018-04-30 | years | stated | -
They fought «from Monday to 27 February». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Logged «at 2024-03-05T14:30Z». | 2024-05-01 | 2024-03-05 | 2024-03-05 | day | stated | -
Logged «at 2024-03-05T14:30:00+03:00». | 2024-05-01 | 2024-03-05 | 2024-03-05 | day | stated | -
Logged «at 2024-03-05 14:30 UTC». | 2024-05-01 | 2024-03-05 | 2024-03-05 | day | stated | 14:30 UTC
Logged «at 20240305». | 2024-05-01 | 2024-03-05 | 2024-03-05 | day | stated | -
KHARTOUM, «Feb 3» - Fighters moved. | 2019-02-04 | 2019-02-03 | 2019-02-03 | day | stated | -
«Up to Monday», 40 were dead. | 2019-02-28 | - | 2019-02-25 | open | relative | -
They fought «in the summer of '14». | 2019-02-28 | 2014-06-01 | 2014-08-31 | quarter | stated | -
They fought «in '94». | 2019-02-28 | 1994-01-01 | 1994-12-31 | year | stated | -
They fought «in the nineties». | 2019-02-28 | 1990-01-01 | 1999-12-31 | years | stated | -
They fought in the '«90s». | 2019-02-28 | 1990-01-01 | 1999-12-31 | years | stated | -
They fought «in the early eighties». | 2019-02-28 | 1980-01-01 | 1983-12-31 | years | stated | -
They fought «in the 80s». | 2019-02-28 | 1980-01-01 | 1989-12-31 | years | stated | -
They fought «in the noughties». | 2019-02-28 | 2000-01-01 | 2009-12-31 | years | stated | -
They fought «in the 2000s». | 2019-02-28 | 2000-01-01 | 2009-12-31 | years | stated | -
They fought «in the last decade». | 2019-02-28 | 2009-02-28 | 2019-02-28 | years | relative | -
A bomb hit on 14 October 2017. They fought «later that month». | 2019-02-28 | 2017-10-14 | 2017-10-31 | month | event | -
A bomb hit on 14 October 2017. They fought «the following Friday». | 2019-02-28 | 2017-10-20 | 2017-10-20 | day | event | -
A bomb hit on 14 October 2017. They fought «the Friday before». | 2019-02-28 | 2017-10-13 | 2017-10-13 | day | event | -
A bomb hit on 14 October 2017. They fought «the Friday after». | 2019-02-28 | 2017-10-20 | 2017-10-20 | day | event | -
They fought «three Sundays ago». | 2019-02-28 | 2019-02-10 | 2019-02-10 | day | relative | -
They fought «two Fridays ago». | 2019-02-28 | 2019-02-15 | 2019-02-15 | day | relative | -
They fought «a week ago on Sunday». | 2019-02-28 | 2019-02-17 | 2019-02-17 | day | relative | -
They fought «Sunday before last». | 2019-02-28 | 2019-02-17 | 2019-02-17 | day | relative | -
They fought «the Sunday before last». | 2019-02-28 | 2019-02-17 | 2019-02-17 | day | relative | -
They fought «a week ago Sunday». | 2019-02-28 | 2019-02-17 | 2019-02-17 | day | relative | -
They fought «on Sunday week». | 2019-02-28 | 2019-03-10 | 2019-03-10 | day | relative | -
They fought «a week ago». | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
They fought «exactly a week ago». | 2019-02-28 | 2019-02-21 | 2019-02-21 | day | relative | -
They fought «exactly one year ago». | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | relative | -
They fought «one year ago this week». | 2019-02-28 | 2018-02-26 | 2018-03-04 | week | relative | -
They fought «a year ago this month». | 2019-02-28 | 2018-02-01 | 2018-02-28 | month | relative | -
They fought «this day last year». | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | relative | -
They fought «on this day in 1994». | 2019-02-28 | 1994-02-28 | 1994-02-28 | day | stated | -
They fought «in the first quarter of this year». | 2019-04-28 | 2019-01-01 | 2019-03-31 | quarter | relative | -
They fought «in the fourth quarter». | 2019-02-28 | 2018-10-01 | 2018-12-31 | quarter | stated | -
They fought «in Q3 2018». | 2019-02-28 | 2018-07-01 | 2018-09-30 | quarter | stated | -
They fought «in 2018 Q3». | 2019-02-28 | 2018-07-01 | 2018-09-30 | quarter | stated | -
They fought «in the third quarter». | 2019-02-28 | 2018-07-01 | 2018-09-30 | quarter | stated | -
They fought «in the first half of the year». | 2019-08-28 | 2019-01-01 | 2019-06-30 | year | stated | -
They fought «in H1 2018». | 2019-02-28 | 2018-01-01 | 2018-06-30 | year | stated | -
They fought «in the first six months of 2018». | 2019-02-28 | 2018-01-01 | 2018-06-30 | year | stated | -
They fought «in the first three months of the year». | 2019-05-28 | 2019-01-01 | 2019-03-31 | quarter | stated | -
They fought «in the second half of last year». | 2019-02-28 | 2018-07-01 | 2018-12-31 | year | relative | -
They fought «in the first half of February». | 2019-02-28 | 2019-02-01 | 2019-02-15 | month | stated | -
They fought «in the second week of February». | 2019-02-28 | 2019-02-08 | 2019-02-14 | week | stated | -
They fought «in the second week of the month». | 2019-02-28 | 2019-02-08 | 2019-02-14 | week | relative | -
They fought «last summer». | 2019-02-28 | 2018-06-01 | 2018-08-31 | quarter | relative | -
They fought «in the summer». | 2019-02-28 | 2018-06-01 | 2018-08-31 | quarter | stated | -
They fought «this winter». | 2019-02-28 | 2018-12-01 | 2019-02-28 | quarter | relative | -
They fought «in the winter of 2017-18». | 2019-02-28 | 2017-12-01 | 2018-02-28 | quarter | stated | -
They fought «in winter 2017/18». | 2019-02-28 | 2017-12-01 | 2018-02-28 | quarter | stated | -
They fought «in autumn 2018». | 2019-02-28 | 2018-09-01 | 2018-11-30 | quarter | stated | -
They fought «in early spring 2018». | 2019-02-28 | 2018-03-01 | 2018-03-31 | month | stated | -
They fought «in late summer 2018». | 2019-02-28 | 2018-08-01 | 2018-08-31 | month | stated | -
They fought «in mid-summer 2018». | 2019-02-28 | 2018-07-01 | 2018-07-31 | month | stated | -
They fought «overnight Wednesday to Thursday». | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | overnight
They fought «overnight between Tuesday and Wednesday». | 2019-02-28 | 2019-02-26 | 2019-02-27 | days | relative | overnight
They fought «on the night of Tuesday to Wednesday». | 2019-02-28 | 2019-02-26 | 2019-02-27 | days | relative | night
They fought «on the night from Tuesday to Wednesday». | 2019-02-28 | 2019-02-26 | 2019-02-27 | days | relative | night
They fought «on the night between 3 and 4 February». | 2019-02-28 | 2019-02-03 | 2019-02-04 | days | stated | night
They fought «at dawn on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | dawn
They fought «in the early hours of this morning». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | early hours morning
They fought «from dusk on Monday until dawn on Tuesday». | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | dusk dawn
They fought «at 14:30 GMT on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 14:30 GMT
They fought «at 2.30pm (1130 GMT) on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 2.30pm (1130 GMT)
They fought «at 11:00 local time (0800 GMT) on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 11:00 local time (0800 GMT)
They fought «at 11 a.m. Eastern time on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 11 a.m. Eastern time
They fought «at 11 a.m. Damascus time on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 11 a.m. Damascus time
They fought «at around 9:15pm on Monday, 25 February». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | stated | around 9:15pm
They fought «Monday at 9pm». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 9pm
They fought «at half past nine on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | half past nine
They fought at the stroke «of midnight on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | midnight
They fought «in the small hours of Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | small hours
They fought «at 0300 hours on Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | 0300 hours
They fought «shortly after midnight Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | shortly after midnight
They fought «mid-morning on Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | mid-morning
They fought «on Tuesday afternoon» (local time). | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | afternoon
They fought minutes before midnight «on Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
They fought «in early February». | 2019-02-28 | 2019-02-01 | 2019-02-10 | month | stated | -
They fought «early in February». | 2019-02-28 | 2019-02-01 | 2019-02-10 | month | stated | -
They fought «early February». | 2019-02-28 | 2019-02-01 | 2019-02-10 | month | stated | -
They fought «late in January». | 2019-02-28 | 2019-01-15 | 2019-01-31 | month | stated | -
They fought «in mid January». | 2019-02-28 | 2019-01-10 | 2019-01-20 | month | stated | -
They fought «at the beginning of the month». | 2019-02-28 | 2019-02-01 | 2019-02-10 | month | relative | -
They fought «at the end of last year». | 2019-02-28 | 2018-09-01 | 2018-12-31 | year | relative | -
They fought «earlier in the month». | 2019-02-28 | 2019-02-01 | 2019-02-27 | month | relative | -
They fought «earlier this year». | 2019-02-28 | 2019-01-01 | 2019-02-27 | quarter | relative | -
They fought «earlier this week». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «early this year». | 2019-06-28 | 2019-01-01 | 2019-04-30 | year | relative | -
They fought «since the beginning of the year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
They fought «since the start of February». | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | stated | -
They fought «since early February». | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | stated | -
They fought «since mid-2018». | 2019-02-28 | 2018-05-01 | 2019-02-28 | year | stated | -
They fought «since yesterday». | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | -
They fought «since the weekend». | 2019-02-28 | 2019-02-23 | 2019-02-28 | days | relative | -
They fought «since last October». | 2019-02-28 | 2018-10-01 | 2019-02-28 | year | relative | -
They fought «since 7 October 2023». | 2024-02-28 | 2023-10-07 | 2024-02-28 | year | stated | -
They fought «so far this year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
They fought «year to date». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
They fought to date «this year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
They fought «for the past three days». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «over the last three days». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «in the last 72 hours». | 2019-02-28 | 2019-02-25 | 2019-02-28 | days | relative | -
They fought «in the previous 24 hours». | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | -
They fought «in the past fortnight». | 2019-02-28 | 2019-02-15 | 2019-02-28 | month | relative | -
They fought «in the past month». | 2019-02-28 | 2019-01-28 | 2019-02-28 | quarter | relative | -
They fought «in the past decade». | 2019-02-28 | 2009-02-28 | 2019-02-28 | years | relative | -
They fought «hours ago». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
They fought «three hours ago». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
They fought «a day ago». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | -
They fought «days ago». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «some days ago». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «several days ago». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «weeks ago». | 2019-02-28 | 2019-02-07 | 2019-02-28 | month | relative | -
They fought «nearly two years ago». | 2019-02-28 | 2017-01-01 | 2017-12-31 | year | relative | -
They fought «half a year ago». | 2019-02-28 | 2018-08-01 | 2018-08-31 | month | relative | -
They fought «a decade ago». | 2019-02-28 | 2009-01-01 | 2009-12-31 | year | relative | -
They fought «a month ago». | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
They fought «these past days». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
They fought «in the last couple of days». | 2019-02-28 | 2019-02-26 | 2019-02-27 | days | relative | -
They fought «in the week to Sunday». | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
They fought «in the seven days to 24 February». | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | stated | -
They fought «in the 24 hours to Sunday» morning. | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
They fought «on the 27th of last month». | 2019-02-28 | 2019-01-27 | 2019-01-27 | day | relative | -
They fought «on the 27th of January». | 2019-02-28 | 2019-01-27 | 2019-01-27 | day | stated | -
They fought «on 27.02.19». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on 27/2/19». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on 27-Feb-19». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on 27Feb2019». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on 27 Feb. 2019». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on 27th Feb.» | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on February the 27th». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on Feb. 27th, 2018». | 2019-02-28 | 2018-02-27 | 2018-02-27 | day | stated | -
They fought «on Wednesday, 27 February 2019, at 08:15». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | 08:15
They fought «on Wed 27 Feb.» | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on Wednesday the 27th». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on Wednesday (27 February)». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on Wednesday (Feb. 27)». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | stated | -
They fought «on the tenth of February». | 2019-02-28 | 2019-02-10 | 2019-02-10 | day | stated | -
They fought «on February twelfth». | 2019-02-28 | 2019-02-12 | 2019-02-12 | day | stated | -
They fought «on the twenty-first of February». | 2019-02-28 | 2019-02-21 | 2019-02-21 | day | stated | -
They fought «on the evening of 21 February». | 2019-02-28 | 2019-02-21 | 2019-02-21 | day | stated | evening
They fought «on the morning of Friday, 22 February». | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | stated | morning
They fought «this past Saturday». | 2019-02-28 | 2019-02-23 | 2019-02-23 | day | relative | -
They fought «last Saturday night». | 2019-02-28 | 2019-02-23 | 2019-02-23 | day | relative | night
They fought «Saturday-Sunday». | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
They fought «between Saturday and Sunday». | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
They fought «between Saturday night and Sunday morning». | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | night morning
They fought «since Saturday night». | 2019-02-28 | 2019-02-23 | 2019-02-28 | days | relative | night
They fought «on or around Saturday». | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | -
They fought «by the end of January». | 2019-02-28 | - | 2019-01-31 | open | stated | -
They fought «until the end of January». | 2019-02-28 | - | 2019-01-31 | open | stated | -
They fought «before the start of February». | 2019-02-28 | - | 2019-01-31 | open | stated | -
Talks are due «at the end of March». | 2019-02-28 | 2019-03-15 | 2019-03-31 | month | stated | -
Talks will begin «in April». | 2019-02-28 | 2019-04-01 | 2019-04-30 | month | stated | -
Talks are planned for «early next month». | 2019-02-28 | 2019-03-01 | 2019-03-10 | month | relative | -
Talks are planned for «next year». | 2019-02-28 | 2020-01-01 | 2020-12-31 | year | relative | -
Talks are planned for «the spring». | 2019-02-28 | 2019-03-01 | 2019-05-31 | quarter | stated | -
Talks are planned for «this weekend». | 2019-02-28 | 2019-03-02 | 2019-03-03 | days | relative | -
Talks are planned «in two days». | 2019-02-28 | 2019-03-02 | 2019-03-02 | day | relative | -
Talks are planned «within 48 hours». | 2019-02-28 | 2019-02-28 | 2019-03-02 | days | relative | -
Talks are planned «in the next 48 hours». | 2019-02-28 | 2019-03-01 | 2019-03-02 | days | relative | -
The «January 6, 2021», riot shook it. | 2022-02-28 | 2021-01-06 | 2021-01-06 | day | stated | -
The «Feb. 14» bombing killed 40. | 2019-02-28 | 2019-02-14 | 2019-02-14 | day | stated | -
The «14 February 2019» bombing killed 40. | 2019-02-28 | 2019-02-14 | 2019-02-14 | day | stated | -
«The mid-February» bombing killed 40. | 2019-02-28 | 2019-02-10 | 2019-02-20 | month | stated | -
The «February 2018» bombing killed 40. | 2019-02-28 | 2018-02-01 | 2018-02-28 | month | stated | -
«The weekend» bombing killed 40. | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
The «Sunday» bombing killed 40. | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | -
«Yesterday»'s bombing killed 40. | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | -
«Last week»'s bombing killed 40. | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
«Last month»'s bombing killed 40. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
The «overnight» raid killed 40. | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | overnight
The «three-day» battle killed 40. | 2019-02-28 | 2019-02-26 | 2019-02-28 | days | relative | -
The «two-week»-old war killed 40. | 2019-02-28 | 2019-02-15 | 2019-02-28 | month | relative | -
The «18-month» war killed 40. | 2019-02-28 | 2017-08-28 | 2019-02-28 | years | relative | -
The camp was opened «in '92», a guard recalls. | 2019-02-28 | 1992-01-01 | 1992-12-31 | year | stated | -
Seen «on October 14th, 2017» by a shepherd. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
Bombs fell «all of January», aid staff said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | stated | -
Bombs fell «throughout January», aid staff said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | stated | -
Bombs fell «the whole of January», aid staff said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | stated | -
Bombs fell «for the whole of 1995», aid staff said. | 2019-02-28 | 1995-01-01 | 1995-12-31 | year | stated | -
Bombs fell «all through January», aid staff said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | stated | -
Bombs fell «at the start of January», aid staff said. | 2019-02-28 | 2019-01-01 | 2019-01-10 | month | stated | -
Bombs fell «at the beginning of March 2018». | 2019-02-28 | 2018-03-01 | 2018-03-10 | month | stated | -
Bombs fell «in the middle of January», aid staff said. | 2019-02-28 | 2019-01-10 | 2019-01-20 | month | stated | -
Bombs fell «in the third week of January», aid staff said. | 2019-02-28 | 2019-01-15 | 2019-01-21 | week | stated | -
Bombs fell «in the last week of January», aid staff said. | 2019-02-28 | 2019-01-25 | 2019-01-31 | week | stated | -
Bombs fell «in the final days of January», aid staff said. | 2019-02-28 | 2019-01-29 | 2019-01-31 | days | stated | -
Bombs fell «in the closing days of January», aid staff said. | 2019-02-28 | 2019-01-29 | 2019-01-31 | days | stated | -
Bombs fell «in the last ten days of May 2018». | 2019-02-28 | 2018-05-22 | 2018-05-31 | month | stated | -
Bombs fell «in the first ten days of May 2018». | 2019-02-28 | 2018-05-01 | 2018-05-10 | month | stated | -
Bombs fell «in the second half of May». | 2019-02-28 | 2018-05-16 | 2018-05-31 | month | stated | -
Bombs fell «in the latter half of May». | 2019-02-28 | 2018-05-16 | 2018-05-31 | month | stated | -
Bombs fell «in the week of 11 February», a doctor said. | 2019-02-28 | 2019-02-11 | 2019-02-17 | week | stated | -
Bombs fell «in the week beginning 4 February», a doctor said. | 2019-02-28 | 2019-02-04 | 2019-02-10 | week | stated | -
Bombs fell «in the week ending 10 February», a doctor said. | 2019-02-28 | 2019-02-04 | 2019-02-10 | week | stated | -
Bombs fell «in the week ending Feb. 10», a doctor said. | 2019-02-28 | 2019-02-04 | 2019-02-10 | week | stated | -
Bombs fell «at the start of 1999». | 2019-02-28 | 1999-01-01 | 1999-04-30 | year | stated | -
Bombs fell «in the middle of 1999». | 2019-02-28 | 1999-05-01 | 1999-08-31 | year | stated | -
Bombs fell «towards the end of 1999». | 2019-02-28 | 1999-09-01 | 1999-12-31 | year | stated | -
Bombs fell «in the third quarter of 2015». | 2019-02-28 | 2015-07-01 | 2015-09-30 | quarter | stated | -
Bombs fell «in the second quarter». | 2019-02-28 | 2018-04-01 | 2018-06-30 | quarter | stated | -
Bombs fell «in the first half of 2018». | 2019-02-28 | 2018-01-01 | 2018-06-30 | year | stated | -
Bombs fell «in the first three months of 2018». | 2019-02-28 | 2018-01-01 | 2018-03-31 | quarter | stated | -
Bombs fell «in the first nine months of the year». | 2018-11-28 | 2018-01-01 | 2018-09-30 | year | stated | -
Bombs fell «in the late 1990s». | 2019-02-28 | 1997-01-01 | 1999-12-31 | years | stated | -
Bombs fell «in the mid-nineties». | 2019-02-28 | 1994-01-01 | 1996-12-31 | years | stated | -
Bombs fell «in the mid-1980s». | 2019-02-28 | 1984-01-01 | 1986-12-31 | years | stated | -
Bombs fell «in the sixties». | 2019-02-28 | 1960-01-01 | 1969-12-31 | years | stated | -
Bombs fell «at the turn of the year». | 2019-02-28 | 2018-12-31 | 2019-01-01 | days | stated | -
Since the «September 11» attacks much has changed. | 2019-02-28 | 2001-09-11 | 2001-09-11 | day | stated | -
«Since 9/11» much has changed. | 2019-02-28 | 2001-09-11 | 2019-02-28 | years | stated | -
Two days after «9/11» much changed. | 2019-02-28 | 2001-09-11 | 2001-09-11 | day | stated | -
Hostages taken in the «October 7» attack came home. | 2025-02-28 | 2023-10-07 | 2023-10-07 | day | stated | -
Hostages taken «on October 7» came home. | 2025-02-28 | 2024-10-07 | 2024-10-07 | day | stated | -
It has been shut «since the start of the year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
It has been shut «since late January». | 2019-02-28 | 2019-01-15 | 2019-02-28 | quarter | stated | -
It has been shut «since mid-2014». | 2019-02-28 | 2014-05-01 | 2019-02-28 | years | stated | -
It has been shut «since the nineties». | 2019-02-28 | 1990-01-01 | 2019-02-28 | years | stated | -
It had been shut «by the end of March 2018». | 2019-02-28 | - | 2018-03-31 | open | stated | -
It had been shut «by late 2018». | 2019-02-28 | - | 2018-12-31 | open | stated | -
It had been shut «by early 2018». | 2019-02-28 | - | 2018-04-30 | open | stated | -
Orchards burned in the hills of Tucuman, Argentina, «in the spring of 2013». | 2019-02-28 | 2013-09-01 | 2013-11-30 | quarter | stated | -
Orchards burned near Cape Town «last winter». | 2019-02-28 | 2018-06-01 | 2018-08-31 | quarter | relative | -
Orchards burned in Cabo Delgado «over the summer». | 2019-02-28 | 2018-12-01 | 2019-02-28 | quarter | stated | -
Orchards burned in Kandahar «over the summer». | 2019-02-28 | 2018-06-01 | 2018-08-31 | quarter | stated | -
Orchards burned in Kandahar «this summer». | 2019-07-28 | 2019-06-01 | 2019-07-28 | quarter | relative | -
Orchards burned in Kandahar «in the early summer of 2018». | 2019-07-28 | 2018-06-01 | 2018-06-30 | month | stated | -
Orchards burned in Kandahar «in late autumn». | 2019-02-28 | 2018-11-01 | 2018-11-30 | month | stated | -
Orchards burned in Kandahar «in late autumn 2012». | 2019-02-28 | 2012-11-01 | 2012-11-30 | month | stated | -
Orchards burned in Kandahar «in the fall of 2012». | 2019-02-28 | 2012-09-01 | 2012-11-30 | quarter | stated | -
Orchards burned in Peru «in the autumn of 1989». | 2019-02-28 | 1989-03-01 | 1989-05-31 | quarter | stated | -
«The spring» offensive of the rebels began. | 2019-05-28 | 2019-03-01 | 2019-05-28 | quarter | stated | -
He was shot «Tuesday of last week», said his son. | 2019-02-28 | 2019-02-19 | 2019-02-19 | day | relative | -
He was shot «last week on Tuesday», said his son. | 2019-02-28 | 2019-02-19 | 2019-02-19 | day | relative | -
He was shot «the Sunday before last», said his son. | 2019-02-28 | 2019-02-17 | 2019-02-17 | day | relative | -
He was shot «early Monday», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | early
He was shot «around midnight on Monday», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | around midnight
He was shot «Monday at 23:40 GMT», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 23:40 GMT
He was shot «on the night of Monday», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | night
He was shot «on the night of 3 February», said his son. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | night
He was shot «Monday night into Tuesday», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | night
He was shot «on the night of 3-4 February», said his son. | 2019-02-28 | 2019-02-03 | 2019-02-04 | days | stated | night
He was shot «in the night of 3/4 February», said his son. | 2019-02-28 | 2019-02-03 | 2019-02-04 | days | stated | night
He was shot «overnight Monday», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | overnight
He was shot «earlier in the day», said his son. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
He was shot «minutes ago», said his son. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
He was shot «a few hours ago», said his son. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
He was shot «the day before yesterday», said his son. | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
He was shot «yesterday evening», said his son. | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | evening
He was shot «late yesterday», said his son. | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | late
He was shot «early today», said his son. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | early
He was shot «at the weekend», said his son. | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
He was shot «this weekend», said his son. | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
He was shot «last weekend», said his son. | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
He was shot «early this week», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | -
He was shot «at the start of the week», said his son. | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | -
He was shot «early last week», said his son. | 2019-02-28 | 2019-02-18 | 2019-02-19 | days | relative | -
He was shot «the week before last», said his son. | 2019-02-28 | 2019-02-11 | 2019-02-17 | week | relative | -
He was shot «earlier this year», said his son. | 2019-02-28 | 2019-01-01 | 2019-02-27 | quarter | relative | -
He was shot «late last year», said his son. | 2019-02-28 | 2018-09-01 | 2018-12-31 | year | relative | -
He was shot «early last year», said his son. | 2019-02-28 | 2018-01-01 | 2018-04-30 | year | relative | -
He was shot «in the middle of last year», said his son. | 2019-02-28 | 2018-05-01 | 2018-08-31 | year | relative | -
He was shot «late last month», said his son. | 2019-02-28 | 2019-01-15 | 2019-01-31 | month | relative | -
He was shot «in early January of this year», said his son. | 2019-02-28 | 2019-01-01 | 2019-01-10 | month | relative | -
He was shot «last April», said his son. | 2019-02-28 | 2018-04-01 | 2018-04-30 | month | relative | -
He was shot «in April last year», said his son. | 2019-02-28 | 2018-04-01 | 2018-04-30 | month | relative | -
He was shot «last February», said his son. | 2019-02-28 | 2018-02-01 | 2018-02-28 | month | relative | -
Forty died «in the past 12 hours», medics said. | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | -
Forty died «in the last 48 hours», medics said. | 2019-02-28 | 2019-02-26 | 2019-02-28 | days | relative | -
Forty died «in the last 36 hours», medics said. | 2019-02-28 | 2019-02-26 | 2019-02-28 | days | relative | -
Forty died «in the past five days», medics said. | 2019-02-28 | 2019-02-23 | 2019-02-27 | days | relative | -
Forty died «over the last ten days», medics said. | 2019-02-28 | 2019-02-18 | 2019-02-27 | month | relative | -
Forty died «over the last three weeks», medics said. | 2019-02-28 | 2019-02-08 | 2019-02-28 | month | relative | -
Forty died «over the past month», medics said. | 2019-03-31 | 2019-02-28 | 2019-03-31 | quarter | relative | -
Forty died «over the past six months», medics said. | 2019-02-28 | 2018-08-28 | 2019-02-28 | year | relative | -
Forty died «over the past 18 months», medics said. | 2019-02-28 | 2017-08-28 | 2019-02-28 | years | relative | -
Forty died «over the past two years», medics said. | 2019-02-28 | 2017-02-28 | 2019-02-28 | years | relative | -
Forty died «over the past decade», medics said. | 2019-02-28 | 2009-02-28 | 2019-02-28 | years | relative | -
Forty died «over the past two decades», medics said. | 2019-02-28 | 1999-02-28 | 2019-02-28 | years | relative | -
Forty died «in days past», medics said. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Forty died «over the past several days», medics said. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Forty died «in the last few weeks», medics said. | 2019-02-28 | 2019-02-07 | 2019-02-28 | month | relative | -
Forty died «several weeks ago», medics said. | 2019-02-28 | 2019-02-07 | 2019-02-28 | month | relative | -
Forty died «in recent years», medics said. | 2019-02-28 | 2016-02-28 | 2019-02-28 | years | relative | -
Forty died «in the past fortnight», medics said. | 2019-02-28 | 2019-02-15 | 2019-02-28 | month | relative | -
Forty died «about ten days ago», medics said. | 2019-02-28 | 2019-02-17 | 2019-02-19 | days | relative | -
Forty died «some two weeks ago», medics said. | 2019-02-28 | 2019-02-11 | 2019-02-17 | week | relative | -
Forty died «nearly a year ago», medics said. | 2019-02-28 | 2018-01-01 | 2018-12-31 | year | relative | -
Forty died «more than a month ago», medics said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
Forty died «almost twenty years ago», medics said. | 2019-02-28 | 1999-01-01 | 1999-12-31 | year | relative | -
Forty died «exactly a year ago», medics said. | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | relative | -
Forty died «a year ago to the day», medics said. | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | relative | -
Forty died «three decades ago», medics said. | 2019-02-28 | 1989-01-01 | 1989-12-31 | year | relative | -
Forty died in a «week-long» offensive, medics said. | 2019-02-28 | 2019-02-22 | 2019-02-28 | week | relative | -
Forty died in a «month-long» siege, medics said. | 2019-02-28 | 2019-01-28 | 2019-02-28 | quarter | relative | -
Forty died in a «ten-day» siege, medics said. | 2019-02-28 | 2019-02-19 | 2019-02-28 | month | relative | -
Forty died in the «two-week» battle, medics said. | 2019-02-28 | 2019-02-15 | 2019-02-28 | month | relative | -
Forty died in a «nightlong» battle, medics said. | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | -
The monitors arrive «next month», the envoy said. | 2019-02-28 | 2019-03-01 | 2019-03-31 | month | relative | -
The monitors arrive «this coming Tuesday», the envoy said. | 2019-02-28 | 2019-03-05 | 2019-03-05 | day | relative | -
The monitors arrive «tomorrow», the envoy said. | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | -
The monitors will arrive «in the next three days», the envoy said. | 2019-02-28 | 2019-03-01 | 2019-03-03 | days | relative | -
The monitors will arrive «over the next two weeks», the envoy said. | 2019-02-28 | 2019-03-01 | 2019-03-14 | month | relative | -
The monitors will arrive «later this year», the envoy said. | 2019-02-28 | 2019-03-01 | 2019-12-31 | year | relative | -
The monitors are to arrive «in May», the envoy said. | 2019-02-28 | 2019-05-01 | 2019-05-31 | month | stated | -
The monitors are due «on 12 March», the envoy said. | 2019-02-28 | 2019-03-12 | 2019-03-12 | day | stated | -
The monitors are expected «by Sunday», the envoy said. | 2019-02-28 | - | 2019-03-03 | open | relative | -
Ahead of the «27 March» elections, posters burned. | 2019-02-28 | 2019-03-27 | 2019-03-27 | day | stated | -
Posters burned before the «February 23» vote. | 2019-02-28 | 2019-02-23 | 2019-02-23 | day | stated | -
A trial scheduled for «September» was moved. | 2019-02-28 | 2019-09-01 | 2019-09-30 | month | stated | -
The summit planned for «12 April 2019» may slip. | 2019-02-28 | 2019-04-12 | 2019-04-12 | day | stated | -
The truce expires «at midnight on Friday», mediators say. | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | midnight
The truce will expire «at midnight on Friday», mediators say. | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | midnight
Looting went on «from 28 December to 3 January», shopkeepers say. | 2019-02-28 | 2018-12-28 | 2019-01-03 | week | stated | -
Looting went «on 10-12 February», shopkeepers say. | 2019-02-28 | 2019-02-10 | 2019-02-12 | days | stated | -
Looting went on «between Friday and Sunday», shopkeepers say. | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | -
Looting went on «from Tuesday to Thursday», shopkeepers say. | 2019-02-28 | 2019-02-26 | 2019-02-28 | days | relative | -
Looting went on «from March to May», shopkeepers say. | 2019-02-28 | 2018-03-01 | 2018-05-31 | quarter | stated | -
Looting went on «from January to March», shopkeepers say. | 2019-02-28 | 2018-01-01 | 2018-03-31 | quarter | stated | -
Looting went on «between December and February», shopkeepers say. | 2019-02-28 | 2018-12-01 | 2019-02-28 | quarter | stated | -
Looting went on «from June 2017 to March 2018», shopkeepers say. | 2019-02-28 | 2017-06-01 | 2018-03-31 | year | stated | -
Looting went on «from 2011 to 2014», shopkeepers say. | 2019-02-28 | 2011-01-01 | 2014-12-31 | years | stated | -
Looting went on «between 1998 and 2003», shopkeepers say. | 2019-02-28 | 1998-01-01 | 2003-12-31 | years | stated | -
Looting went «on 1998-2003», shopkeepers say. | 2019-02-28 | 1998-01-01 | 2003-12-31 | years | stated | -
Looting went on «from 3 to 5 May 2014», shopkeepers say. | 2019-02-28 | 2014-05-03 | 2014-05-05 | days | stated | -
Looting went «on May 3 through May 5, 2014», shopkeepers say. | 2019-02-28 | 2014-05-03 | 2014-05-05 | days | stated | -
Looting went on «from 30 April to 5 May 2014», shopkeepers say. | 2019-02-28 | 2014-04-30 | 2014-05-05 | days | stated | -
Looting went on «from Monday on», shopkeepers say. | 2019-02-28 | 2019-02-25 | 2019-02-28 | days | relative | -
Looting has gone on «ever since 2009», shopkeepers say. | 2019-02-28 | 2009-01-01 | 2019-02-28 | years | stated | -
Looting has gone on «from 2009 onwards», shopkeepers say. | 2019-02-28 | 2009-01-01 | 2019-02-28 | years | stated | -
Looting stopped «after 3 February», shopkeepers say. | 2019-02-28 | 2019-02-04 | 2019-02-28 | month | stated | -
Looting stopped «no later than Friday», shopkeepers say. | 2019-02-28 | - | 2019-02-22 | open | relative | -
Looting had stopped «by Friday», shopkeepers say. | 2019-02-28 | - | 2019-02-22 | open | relative | -
Looting had stopped «as of Friday», shopkeepers say. | 2019-02-28 | - | 2019-02-22 | open | relative | -
Looting had stopped «until Monday», shopkeepers say. | 2019-02-28 | - | 2019-02-25 | open | relative | -
Looting had stopped «before Monday», shopkeepers say. | 2019-02-28 | - | 2019-02-24 | open | relative | -
Looting stopped after the «3 February» truce. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Before the «2008» war it was quiet. | 2019-02-28 | 2008-01-01 | 2008-12-31 | year | stated | -
Hit on 14 October 2017. «Since then» ten have died. | 2019-02-28 | 2017-10-14 | 2019-02-28 | years | event | -
Hit on 14 October 2017. «From then on» the road was shut. | 2019-02-28 | 2017-10-14 | 2019-02-28 | years | event | -
Hit on 14 October 2017. «Hours later» ten died. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | event | -
Hit on 14 October 2017. «Minutes later» ten died. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | event | -
Hit on 14 October 2017. «Within hours» ten had died. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | event | -
Hit on 14 October 2017. «The previous night» ten had died. | 2019-02-28 | 2017-10-13 | 2017-10-13 | day | event | night
Hit on 14 October 2017. «The day before» ten had died. | 2019-02-28 | 2017-10-13 | 2017-10-13 | day | event | -
Hit on 14 October 2017. «Two days before», ten had died. | 2019-02-28 | 2017-10-12 | 2017-10-12 | day | event | -
Hit on 14 October 2017. «A week later» ten died. | 2019-02-28 | 2017-10-16 | 2017-10-22 | week | event | -
Hit on 14 October 2017. «Exactly a week later» ten died. | 2019-02-28 | 2017-10-21 | 2017-10-21 | day | event | -
Hit on 14 October 2017. «A year later» ten died. | 2019-02-28 | 2018-01-01 | 2018-12-31 | year | event | -
Hit on 14 October 2017. «A year to the day later» ten died. | 2019-02-28 | 2018-10-14 | 2018-10-14 | day | event | -
Hit on 14 October 2017. «The previous Friday» ten had died. | 2019-02-28 | 2017-10-13 | 2017-10-13 | day | event | -
Hit on 14 October 2017. «The following month» ten died. | 2019-02-28 | 2017-11-01 | 2017-11-30 | month | event | -
Hit on 14 October 2017. «That year» ten died. | 2019-02-28 | 2017-01-01 | 2017-12-31 | year | event | -
Hit on 14 October 2017. «A few days later» ten died. | 2019-02-28 | 2017-10-15 | 2017-10-17 | days | event | -
Hit on 14 October 2017. «In the days that followed» ten died. | 2019-02-28 | 2017-10-15 | 2017-10-17 | days | event | -
Hit on 14 October 2017. «In the days before» ten had died. | 2019-02-28 | 2017-10-11 | 2017-10-13 | days | event | -
Hit on 14 October 2017. «Weeks later» ten died. | 2019-02-28 | 2017-10-15 | 2017-11-04 | month | event | -
Hit on 14 October 2017. «In the following weeks» ten died. | 2019-02-28 | 2017-10-15 | 2017-11-04 | month | event | -
Hit on 14 October 2017. «Months later» ten died. | 2019-02-28 | 2017-10-15 | 2018-01-14 | quarter | event | -
Hit on 14 October 2011. «Years later» ten died. | 2019-02-28 | 2011-10-15 | 2014-10-14 | years | event | -
Hit on 14 October 2017. «In the following three weeks» ten died. | 2019-02-28 | 2017-10-15 | 2017-11-04 | month | event | -
Hit on 14 October 2017. «Over the following two months» ten died. | 2019-02-28 | 2017-10-15 | 2017-12-14 | quarter | event | -
Hit on 14 October 2017. «Over the next few days» ten died. | 2019-02-28 | 2017-10-15 | 2017-10-17 | days | event | -
Hit on 14 October 2017. «In the two weeks after» ten died. | 2019-02-28 | 2017-10-15 | 2017-10-28 | month | event | -
Hit on 14 October 2017. «In the week that followed» ten died. | 2019-02-28 | 2017-10-16 | 2017-10-22 | week | event | -
«On the eve of» the 3 May 2014 truce ten died. | 2019-02-28 | 2014-05-02 | 2014-05-02 | day | event | -
«On the eve of» the 27 March elections ten died. | 2018-04-28 | 2018-03-26 | 2018-03-26 | day | event | -
«On the fifth anniversary of» the 15 July 2016 coup attempt ten died. | 2021-08-28 | 2021-07-15 | 2021-07-15 | day | event | -
Hit on 14 October 2017. «On the anniversary» ten were held. | 2019-02-28 | 2018-10-14 | 2018-10-14 | day | event | -
Hit on 14 October 2017. «On the second anniversary of» the bombing ten were held. | 2020-02-28 | 2019-10-14 | 2019-10-14 | day | event | -
«On the 10th anniversary of» the massacre of 28 September 2009 ten were held. | 2020-02-28 | 2019-09-28 | 2019-09-28 | day | event | -
Shot «on New Year's Eve», he lived. | 2019-02-28 | 2018-12-31 | 2018-12-31 | day | stated | -
Shot «on New Year's Day 2017», he lived. | 2019-02-28 | 2017-01-01 | 2017-01-01 | day | stated | -
Shot «over the New Year», he lived. | 2019-02-28 | 2018-12-31 | 2019-01-01 | days | stated | -
Shot «on Christmas Day», he lived. | 2019-02-28 | 2018-12-25 | 2018-12-25 | day | stated | -
Shot «over Christmas», he lived. | 2019-02-28 | 2018-12-24 | 2018-12-26 | days | stated | -
Shot «at Christmas», he lived. | 2019-02-28 | 2018-12-25 | 2018-12-25 | day | stated | -
Shot «on Orthodox Christmas Eve», he lived. | 2019-02-28 | 2019-01-06 | 2019-01-06 | day | stated | -
Shot «on Epiphany», he lived. | 2019-02-28 | 2019-01-06 | 2019-01-06 | day | stated | -
Shot «on All Saints' Day», he lived. | 2019-02-28 | 2018-11-01 | 2018-11-01 | day | stated | -
Shot «on Valentine's Day», he lived. | 2019-02-28 | 2019-02-14 | 2019-02-14 | day | stated | -
Shot «on International Women's Day», he lived. | 2019-03-28 | 2019-03-08 | 2019-03-08 | day | stated | -
Shot at a bus stop in Kharkiv «on Easter Sunday», he lived. | 2022-05-28 | 2022-04-24 | 2022-04-24 | day | stated | -
Shot in a Coptic church «on Palm Sunday», he lived. | 2017-05-28 | 2017-04-09 | 2017-04-09 | day | stated | -
Shot in Colombo «on Easter Monday», he lived. | 2019-05-28 | 2019-04-22 | 2019-04-22 | day | stated | -
Shot in Colombo «on Ascension Day», he lived. | 2019-06-28 | 2019-05-30 | 2019-05-30 | day | stated | -
Shot in Colombo «at Pentecost», he lived. | 2019-06-28 | 2019-06-09 | 2019-06-09 | day | stated | -
Shot in Colombo «on Maundy Thursday», he lived. | 2019-06-28 | 2019-04-18 | 2019-04-18 | day | stated | -
Shot in Colombo «on Holy Saturday», he lived. | 2019-06-28 | 2019-04-20 | 2019-04-20 | day | stated | -
Shot in Colombo «during Holy Week», he lived. | 2019-06-28 | 2019-04-14 | 2019-04-20 | week | stated | -
Shot in Colombo «over Easter», he lived. | 2019-06-28 | 2019-04-19 | 2019-04-22 | days | stated | -
Shot in Colombo «over the Easter weekend», he lived. | 2019-06-28 | 2019-04-19 | 2019-04-22 | days | stated | -
Shot in Mosul «on the eve of Eid al-Fitr», he lived. | 2019-06-28 | 2019-06-03 | 2019-06-03 | day | stated | -
Shot in Mosul «on the third day of Eid», he lived. | 2019-06-28 | 2019-06-06 | 2019-06-06 | day | stated | -
Shot in Mosul «on Eid», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-11 | day | stated | -
Shot in Mosul «during the Eid holiday», he lived. | 2019-06-28 | 2019-06-04 | 2019-06-06 | days | stated | -
Shot in Mosul «during Eid al-Adha», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-14 | days | stated | -
Shot in Mosul «over Eid», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-14 | days | stated | -
Shot in Maiduguri «at Sallah», he lived. | 2019-06-28 | 2019-06-04 | 2019-06-04 | day | stated | -
Shot in Dakar «on Tabaski», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-11 | day | stated | -
Shot in Baku «on Kurban Bayram», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-11 | day | stated | -
Shot in Quetta «on Eid-ul-Fitr», he lived. | 2019-06-28 | 2019-06-04 | 2019-06-04 | day | stated | -
Shot in Aceh «at Idul Fitri», he lived. | 2019-06-28 | 2019-06-04 | 2019-06-04 | day | stated | -
Shot in Quetta «on Eid ul-Azha», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-11 | day | stated | -
Shot in Quetta «on Bakr Id», he lived. | 2019-08-28 | 2019-08-11 | 2019-08-11 | day | stated | -
Shot in Quetta «in the last ten days of Ramadan», he lived. | 2019-06-28 | 2019-05-25 | 2019-06-03 | month | stated | -
Shot in Quetta «in the first week of Ramadan», he lived. | 2019-06-28 | 2019-05-06 | 2019-05-12 | week | stated | -
Shot in Quetta «on the Islamic new year», he lived. | 2019-09-28 | 2019-08-31 | 2019-08-31 | day | stated | -
Shot in Quetta «at Mawlid», he lived. | 2019-02-28 | 2018-11-20 | 2018-11-20 | day | stated | -
Shot in Quetta «on Al-Quds Day», he lived. | 2019-06-28 | 2019-05-31 | 2019-05-31 | day | stated | -
Shot in Diyarbakir «at Newroz», he lived. | 2019-06-28 | 2019-03-21 | 2019-03-21 | day | stated | -
Taken «on 3 Khordad 1402» to prison. | 2024-06-28 | 2023-05-24 | 2023-05-24 | day | stated | -
Taken «on 12 Saur 1399» to prison. | 2024-06-28 | 2020-05-01 | 2020-05-01 | day | stated | -
Taken «on 7 Saur» to prison. | 2024-06-28 | 2024-04-26 | 2024-04-26 | day | stated | -
Taken «on 10 Muharram 1441» to prison. | 2024-06-28 | 2019-09-09 | 2019-09-09 | day | stated | -
Taken «on the 27th of Rajab 1440» to prison. | 2024-06-28 | 2019-04-03 | 2019-04-03 | day | stated | -
Taken «on 17 Ramadan» to prison. | 2024-06-28 | 2024-03-27 | 2024-03-27 | day | stated | -
Shot in Haifa «during Passover», he lived. | 2019-06-28 | 2019-04-20 | 2019-04-26 | week | stated | -
Shot in Haifa «on the first day of Passover», he lived. | 2019-06-28 | 2019-04-20 | 2019-04-20 | day | stated | -
Shot in Haifa «on Yom Kippur», he lived. | 2019-02-28 | 2018-09-19 | 2018-09-19 | day | stated | -
Shot in Haifa «on Rosh Hashanah», he lived. | 2019-02-28 | 2018-09-10 | 2018-09-10 | day | stated | -
Shot in Haifa «on Simchat Torah», he lived. | 2023-12-28 | 2023-10-07 | 2023-10-07 | day | stated | -
Shot in Haifa «on Purim», he lived. | 2019-06-28 | 2019-03-21 | 2019-03-21 | day | stated | -
Shot in Haifa «during Hanukkah», he lived. | 2019-02-28 | 2018-12-03 | 2018-12-10 | month | stated | -
Shot in Lagos, Nigeria, «on Independence Day», he lived. | 2019-02-28 | 2018-10-01 | 2018-10-01 | day | stated | -
Shot in Kano «on Independence Day», he lived. | 2019-02-28 | 2018-10-01 | 2018-10-01 | day | stated | -
Shot in Juba «on Independence Day», he lived. | 2019-02-28 | 2018-07-09 | 2018-07-09 | day | stated | -
Shot in Srinagar «on Republic Day», he lived. | 2019-02-28 | 2019-01-26 | 2019-01-26 | day | stated | -
Shot in Dhaka «on Victory Day», he lived. | 2019-02-28 | 2018-12-16 | 2018-12-16 | day | stated | -
Shot in Nice «on Bastille Day», he lived. | 2019-02-28 | 2018-07-14 | 2018-07-14 | day | stated | -
Shot in Gaza «on Nakba Day», he lived. | 2019-02-28 | 2018-05-15 | 2018-05-15 | day | stated | -
Shot in Galilee «on Land Day», he lived. | 2019-04-28 | 2019-03-30 | 2019-03-30 | day | stated | -
Shot in Ohio «on Thanksgiving», he lived. | 2019-02-28 | 2018-11-22 | 2018-11-22 | day | stated | -
Shot in Ohio «on Armistice Day», he lived. | 2019-02-28 | 2018-11-11 | 2018-11-11 | day | stated | -
Shot in Quetta «during Friday» prayers, he lived. | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | relative | -
Police will guard churches «on Christmas Eve», he said. | 2019-02-28 | 2019-12-24 | 2019-12-24 | day | stated | -
A truce for «Ramadan» is planned. | 2019-02-28 | 2019-05-06 | 2019-06-03 | month | stated | -
The envoy is to brief the council «on Thursday», his office said. | 2019-02-25 | 2019-02-28 | 2019-02-28 | day | relative | -
The convoy leaves for Aleppo «tomorrow morning» if the guns stay silent. | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | morning
A vote of confidence is expected «on 5 March». | 2019-02-28 | 2019-03-05 | 2019-03-05 | day | stated | -
The tribunal plans to read its verdict «in mid-April». | 2019-02-28 | 2019-04-10 | 2019-04-20 | month | stated | -
The tribunal plans to read its verdict «in the second week of March». | 2019-02-28 | 2019-03-08 | 2019-03-14 | week | stated | -
The blockade will be lifted «by the end of March», he promised. | 2019-02-28 | - | 2019-03-31 | open | stated | -
The mandate of the mission ends «on 31 March», diplomats say. | 2019-02-28 | 2019-03-31 | 2019-03-31 | day | stated | -
The mandate of the mission expires «on 30 June 2019», diplomats say. | 2019-02-28 | 2019-06-30 | 2019-06-30 | day | stated | -
Peace talks resume in Doha «on Sunday», mediators said. | 2019-02-28 | 2019-03-03 | 2019-03-03 | day | relative | -
Peace talks will resume in Doha «next month», mediators said. | 2019-02-28 | 2019-03-01 | 2019-03-31 | month | relative | -
Rebels gave the garrison «until Sunday» to lay down its arms. | 2019-02-28 | - | 2019-03-03 | open | relative | -
Campaigning for the «March 31» vote began with shots. | 2019-02-28 | 2019-03-31 | 2019-03-31 | day | stated | -
Ahead of the summit «on 4 March», roads were shut. | 2019-02-28 | 2019-03-04 | 2019-03-04 | day | stated | -
She is due in court «later this month». | 2019-02-14 | 2019-02-15 | 2019-02-28 | month | relative | -
The army says it will withdraw «in the coming weeks». | 2019-02-28 | 2019-03-01 | 2019-03-21 | month | relative | -
Observers will be sent «within ten days». | 2019-02-28 | 2019-02-28 | 2019-03-10 | month | relative | -
The ceasefire begins «at midnight on Friday», the two sides agreed. | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | midnight
Two grenades were thrown «late Sunday» at a bar in Bujumbura. | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | late
Gunfire woke Abidjan «just after midnight on Wednesday». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | just after midnight
Gunfire woke Abidjan «in the small hours of Wednesday». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | small hours
Gunfire woke Abidjan «before first light on Wednesday». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | before first light
Gunfire woke Abidjan «Wednesday before dawn». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | before dawn
Gunfire was heard «from Saturday evening until Sunday morning». | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | evening morning
Gunfire was heard «at 04:15 local time (01:15 GMT) on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 04:15 local time (01:15 GMT)
Gunfire was heard «at 0415 hrs on 3 February». | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | 0415 hrs
Gunfire was heard «on Monday, at about a quarter past nine in the evening». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | about a quarter past nine evening
Gunfire was heard «at half past six on Monday evening». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | half past six evening
Gunfire was heard «at noon GMT on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | noon GMT
Gunfire was heard «at 9 p.m. EST Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 9 p.m. EST
Gunfire was heard «yesterday at 6 pm Nairobi time». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | 6 pm Nairobi time
Gunfire was heard «this afternoon» in the port. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | afternoon
Gunfire was heard «early this morning» in the port. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | early morning
Gunfire was heard «late last night» in the port. | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | late night
Gunfire was heard «at dawn today» in the port. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | dawn
The barracks burned «on 3 February»; no one knows who set it alight. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
A letter of «3rd February» names four officers. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
The strike of «Feb. 3» killed nine. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Nine died «on the 3rd of February». | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Nine died «on Sunday 3 February». | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Nine died «on Sunday, Feb. 3», police said. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Nine died «on or around 3 February», police said. | 2019-02-28 | 2019-02-02 | 2019-02-04 | days | stated | -
Nine died «sometime around 3 February», police said. | 2019-02-28 | 2019-02-02 | 2019-02-04 | days | stated | -
Attacks of «March 2011» are still untried. | 2019-02-28 | 2011-03-01 | 2011-03-31 | month | stated | -
The hamlet burned down «in the month of May 2003». | 2019-02-28 | 2003-05-01 | 2003-05-31 | month | stated | -
Some 300 fled «in Sept. 2014». | 2019-02-28 | 2014-09-01 | 2014-09-30 | month | stated | -
The junta has ruled «since August 2020». | 2023-02-28 | 2020-08-01 | 2023-02-28 | years | stated | -
The junta has ruled «since 18 August 2020». | 2023-02-28 | 2020-08-18 | 2023-02-28 | years | stated | -
The road has been cut «since last Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-28 | days | relative | -
The road has been cut «since the beginning of February». | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | stated | -
The road has been cut «since yesterday morning». | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | morning
The road has been cut «since the weekend». | 2019-02-28 | 2019-02-23 | 2019-02-28 | days | relative | -
The road has been cut «since autumn». | 2019-02-28 | 2018-09-01 | 2019-02-28 | year | stated | -
The road has been cut «since Ramadan». | 2019-02-28 | 2018-05-16 | 2019-02-28 | year | stated | -
The road has been cut «since early 2012». | 2019-02-28 | 2012-01-01 | 2019-02-28 | years | stated | -
The road has been cut since «Monday»'s clashes. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
The Tet offensive of «1968» is taught here. | 2019-02-28 | 1968-01-01 | 1968-12-31 | year | stated | -
Crowds came out on 3 March 2018. «The day after», shops stayed shut. | 2019-02-28 | 2018-03-04 | 2018-03-04 | day | event | -
Crowds came out on 3 March 2018. «Two days earlier» a boy had died. | 2019-02-28 | 2018-03-01 | 2018-03-01 | day | event | -
Crowds came out on 3 March 2018. «On the same night» a boy died. | 2019-02-28 | 2018-03-03 | 2018-03-03 | day | event | night
Crowds came out on 3 March 2018. «By the next morning» all was still. | 2019-02-28 | - | 2018-03-04 | open | event | morning
Crowds came out on 3 March 2018. «The following Monday» all was still. | 2019-02-28 | 2018-03-05 | 2018-03-05 | day | event | -
Crowds came out on 3 March 2018. «Three months earlier» a boy had died. | 2019-02-28 | 2017-12-01 | 2017-12-31 | month | event | -
Crowds came out on 3 March 2018. «The previous month» a boy had died. | 2019-02-28 | 2018-02-01 | 2018-02-28 | month | event | -
Crowds came out on 3 March 2018. «The week before», a boy had died. | 2019-02-28 | 2018-02-19 | 2018-02-25 | week | event | -
Crowds came out on 3 March 2018. «The week after», a boy died. | 2019-02-28 | 2018-03-05 | 2018-03-11 | week | event | -
Crowds came out on 3 March 2018. «A few hours later» a boy died. | 2019-02-28 | 2018-03-03 | 2018-03-03 | day | event | -
Crowds came out on 3 March 2018. «Three hours later» a boy died. | 2019-02-28 | 2018-03-03 | 2018-03-03 | day | event | -
Crowds came out on 3 March 2018. Not «two weeks later» a boy died. | 2019-02-28 | 2018-03-12 | 2018-03-18 | week | event | -
Crowds came out on 3 March 2018. «Later that year» a boy died. | 2019-02-28 | 2018-03-03 | 2018-12-31 | year | event | -
Crowds came out on 3 March 2018. «Earlier that week» a boy had died. | 2019-02-28 | 2018-02-26 | 2018-03-03 | days | event | -
Crowds came out on 3 March 2018. «In the three days that followed», nine died. | 2019-02-28 | 2018-03-04 | 2018-03-06 | days | event | -
Crowds came out on 3 March 2018. «In the week before that», nine died. | 2019-02-28 | 2018-02-19 | 2018-02-25 | week | event | -
Crowds came out on 3 March 2018. «Over the following month» nine died. | 2019-02-28 | 2018-04-01 | 2018-04-30 | month | event | -
Crowds came out on 3 March 2018. For «the next five days» guns were silent. | 2019-02-28 | 2018-03-04 | 2018-03-08 | days | event | -
Crowds came out on 3 March 2018. «At dawn the next day» guns spoke. | 2019-02-28 | 2018-03-04 | 2018-03-04 | day | event | dawn
Crowds came out on 3 March 2018. «The evening before», guns spoke. | 2019-02-28 | 2018-03-02 | 2018-03-02 | day | event | evening
Crowds came out on 3 March 2018. «That same afternoon» guns spoke. | 2019-02-28 | 2018-03-03 | 2018-03-03 | day | event | afternoon
Crowds came out on 3 March 2018. «A day after» the march guns spoke. | 2019-02-28 | 2018-03-04 | 2018-03-04 | day | event | -
Crowds came out on 3 March 2018, police said on Monday. «The next day» guns spoke. | 2019-02-28 | 2018-03-04 | 2018-03-04 | day | event | -
«Three days before» the 3 March 2018 vote guns spoke. | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | event | -
«The day after» the bombing of 3 March 2018 guns spoke. | 2019-02-28 | 2018-03-04 | 2018-03-04 | day | event | -
«A year after» the 3 March 2018 bombing guns spoke. | 2020-02-28 | 2019-01-01 | 2019-12-31 | year | event | -
«Hours after» the 3 March 2018 bombing guns spoke. | 2020-02-28 | 2018-03-03 | 2018-03-03 | day | event | -
«In the two days before» the 3 March 2018 vote guns spoke. | 2020-02-28 | 2018-03-01 | 2018-03-02 | days | event | -
«On the anniversary of» the 1 February 2021 coup streets were empty. | 2024-01-28 | 2023-02-01 | 2023-02-01 | day | event | -
The coup was on 1 February 2021. «On its first anniversary» streets were empty. | 2023-02-28 | 2022-02-01 | 2022-02-01 | day | event | -
Streets were empty «exactly two years after» the coup of 1 February 2021. | 2024-02-28 | 2023-02-01 | 2023-02-01 | day | event | -
Monitors heard 40 blasts «in the 24 hours to Tuesday». | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | -
Farms burned «between late April and mid-May 2014». | 2019-02-28 | 2014-04-15 | 2014-05-20 | quarter | stated | -
Farms burned «from 20 to 22 January». | 2019-02-28 | 2019-01-20 | 2019-01-22 | days | stated | -
Farms burned «from January 20 to 22». | 2019-02-28 | 2019-01-20 | 2019-01-22 | days | stated | -
Farms burned «Jan. 30-Feb. 2». | 2019-02-28 | 2019-01-30 | 2019-02-02 | days | stated | -
Farms burned «from 30 January till 2 February». | 2019-02-28 | 2019-01-30 | 2019-02-02 | days | stated | -
Farms burned «between 30 January and 2 February 2015». | 2019-02-28 | 2015-01-30 | 2015-02-02 | days | stated | -
Farms burned «from Friday evening to Sunday». | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | evening
Farms burned «Monday to Wednesday». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Farms burned «between Monday and Wednesday». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Farms burned «from 1 January to 31 March 2018». | 2019-02-28 | 2018-01-01 | 2018-03-31 | quarter | stated | -
Farms burned «between April and June». | 2019-02-28 | 2018-04-01 | 2018-06-30 | quarter | stated | -
Farms burned «between April and June 2016». | 2019-02-28 | 2016-04-01 | 2016-06-30 | quarter | stated | -
Farms burned «from late 2013 to early 2015». | 2019-02-28 | 2013-09-01 | 2015-04-30 | years | stated | -
Farms burned «in the years 1992 to 1995». | 2019-02-28 | 1992-01-01 | 1995-12-31 | years | stated | -
Farms burned «in 1992-1995». | 2019-02-28 | 1992-01-01 | 1995-12-31 | years | stated | -
Farms burned «in 2017/18». | 2019-02-28 | 2017-01-01 | 2018-12-31 | years | stated | -
Farms burned «up to the end of 2015». | 2019-02-28 | - | 2015-12-31 | open | stated | -
Farms burned «prior to 3 May 2015». | 2019-02-28 | - | 2015-05-02 | open | stated | -
Farms burned «before 2010». | 2019-02-28 | - | 2009-12-31 | open | stated | -
Farms burned «until early 2010». | 2019-02-28 | - | 2010-04-30 | open | stated | -
Farms burned «till Wednesday». | 2019-02-28 | - | 2019-02-27 | open | relative | -
Farms had burned «by late January». | 2019-02-28 | - | 2019-01-31 | open | stated | -
Farms burned «after mid-January». | 2019-02-28 | 2019-01-21 | 2019-02-28 | quarter | stated | -
Farms burned «after 20 January». | 2019-02-28 | 2019-01-21 | 2019-02-28 | quarter | stated | -
Gunfire was heard «at 11 a.m. Eastern Time on Monday» in the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 11 a.m. Eastern Time
Gunfire was heard «at 0415 hours on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 0415 hours
Gunfire was heard at 3 «in the afternoon on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | afternoon
Gunfire was heard «at 9.15 on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 9.15
Gunfire was heard «at ten to nine on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | ten to nine
Gunfire was heard «Monday morning» at around 9. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | morning
Gunfire was heard «in the middle of the night on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | middle of the night
Gunfire was heard «on Monday at sunset». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | sunset
Gunfire was heard «at about 03:00 on Monday (00:00 UTC)». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | about 03:00 00:00 UTC
Gunfire was heard at 21:00 UTC+3 «on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Gunfire was heard «on Monday» between 6 and 7 p.m. near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Gunfire was heard between 6 p.m. and «7 p.m. on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | 7 p.m.
Gunfire was heard from 6 to 7 a.m. «on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Gunfire was heard «at lunchtime on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | lunchtime
Gunfire was heard «mid-afternoon on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | mid-afternoon
Gunfire was heard «towards midnight on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | towards midnight
Gunfire was heard a little «before dawn on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | before dawn
Gunfire was heard «on Monday in the early evening» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | early evening
Gunfire was heard «toward dawn on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | toward dawn
Gunfire was heard minutes after midnight «on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Gunfire was heard an hour before sunrise «on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Gunfire was heard two hours after nightfall «on Monday» near the port. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Gunfire was heard «soon after sunset on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | soon after sunset
Gunfire was heard «at 0200 GMT on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | 0200 GMT
Gunfire was heard «early in the morning of 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | early morning
Gunfire was heard «late on the evening of 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | late evening
Gunfire was heard «late in the evening on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | late evening
Gunfire was heard «late on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | late
Gunfire was heard «early on 3 February» near the port. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | early
Wreaths were laid «on the tenth anniversary of» the massacre of 11 July 1995. | 2006-02-28 | 2005-07-11 | 2005-07-11 | day | event | -
Wreaths were laid to mark «the 20th anniversary of» the 11 July 1995 massacre. | 2016-02-28 | 2015-07-11 | 2015-07-11 | day | event | -
They were killed on 4 June 1989. «On its thirtieth anniversary» police shut the square. | 2019-06-28 | 2019-06-04 | 2019-06-04 | day | event | -
«On the anniversary of» the coup of 24 March 1976 a bank burned. | 1998-03-30 | 1998-03-24 | 1998-03-24 | day | event | -
«On the 50th anniversary of» the coup of 11 September 1973 a bank burned. | 2023-09-30 | 2023-09-11 | 2023-09-11 | day | event | -
The square was cleared on 14 August 2013. «A year later to the day» a bomb went off. | 2015-09-30 | 2014-08-14 | 2014-08-14 | day | event | -
«Five years to the day after» the attack of 7 July 2005 a bomb went off. | 2015-09-30 | 2010-07-07 | 2010-07-07 | day | event | -
The prison was stormed on 2 May 2008. «On the eve of the first anniversary» a bomb went off. | 2009-09-30 | 2009-05-01 | 2009-05-01 | day | event | -
The school was seized on 1 September 2004. «The second anniversary» passed without a shot. | 2007-01-30 | 2006-09-01 | 2006-09-01 | day | event | -
He was freed «three years after» the raid of 3 May 2011. | 2016-01-30 | 2014-01-01 | 2014-12-31 | year | event | -
He was seized on 3 May 2011, and freed «two days afterwards». | 2016-01-30 | 2011-05-05 | 2011-05-05 | day | event | -
He was seized on 3 May 2011, and freed «a fortnight later». | 2016-01-30 | 2011-05-16 | 2011-05-22 | week | event | -
He was seized on 3 May 2011, and freed «the same afternoon». | 2016-01-30 | 2011-05-03 | 2011-05-03 | day | event | afternoon
He was seized on 3 May 2011, and freed «ten months later». | 2016-01-30 | 2012-03-01 | 2012-03-31 | month | event | -
He was seized on 3 May 2011, and freed «some three weeks later». | 2016-01-30 | 2011-05-23 | 2011-05-29 | week | event | -
He was seized on 3 May 2011, and freed just «over a year later». | 2016-01-30 | 2012-01-01 | 2012-12-31 | year | event | -
He was seized on 3 May 2011, and freed «less than a week later». | 2016-01-30 | 2011-05-09 | 2011-05-15 | week | event | -
He was seized on 3 May 2011, and freed «about a month later». | 2016-01-30 | 2011-06-01 | 2011-06-30 | month | event | -
He was seized on 3 May 2011, and freed «the next Friday». | 2016-01-30 | 2011-05-06 | 2011-05-06 | day | event | -
He was seized on 3 May 2011, and freed «that Friday». | 2016-01-30 | 2011-05-06 | 2011-05-06 | day | event | -
He was seized on 3 May 2011, and freed «early the next morning». | 2016-01-30 | 2011-05-04 | 2011-05-04 | day | event | morning
He was seized on 3 May 2011, and freed «late that night». | 2016-01-30 | 2011-05-03 | 2011-05-03 | day | event | night
He was seized on 3 May 2011, and freed «the night after». | 2016-01-30 | 2011-05-04 | 2011-05-04 | day | event | night
He was seized on 3 May 2011. «Two nights earlier» his house was hit. | 2016-01-30 | 2011-05-01 | 2011-05-01 | day | event | -
He was seized on 3 May 2011. «The preceding week» his house was hit. | 2016-01-30 | 2011-04-25 | 2011-05-01 | week | event | -
He was seized on 3 May 2011. «In the weeks before» his house was hit. | 2016-01-30 | 2011-04-12 | 2011-05-02 | month | event | -
He was seized on 3 May 2011. «In the months that followed» his house was hit. | 2016-01-30 | 2011-05-04 | 2011-08-03 | quarter | event | -
He was seized on 3 May 2011. «That month» his house was hit. | 2016-01-30 | 2011-05-01 | 2011-05-31 | month | event | -
He was seized on 3 May 2011. «That same week» his house was hit. | 2016-01-30 | 2011-05-02 | 2011-05-08 | week | event | -
He was seized on 3 May 2011. «The year before» his house was hit. | 2016-01-30 | 2010-01-01 | 2010-12-31 | year | event | -
He was seized on 3 May 2011. «The following year» his house was hit. | 2016-01-30 | 2012-01-01 | 2012-12-31 | year | event | -
He was seized on 3 May 2011. «The weekend after» his house was hit. | 2016-01-30 | 2011-05-07 | 2011-05-08 | days | event | -
He was seized on Monday. «Two days later» he was freed. | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | event | -
He was seized on Monday. «A day before», his house was hit. | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | event | -
He was seized on Monday and freed «on Wednesday». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | -
He was seized in May 2011. «The following month» he was freed. | 2019-02-28 | 2011-06-01 | 2011-06-30 | month | event | -
He was seized in May 2011. «A month later» he was freed. | 2019-02-28 | 2011-06-01 | 2011-06-30 | month | event | -
He was seized in May 2011 and freed «two years later». | 2019-02-28 | 2013-01-01 | 2013-12-31 | year | event | -
He was seized in 2011 and freed «two years later». | 2019-02-28 | 2013-01-01 | 2013-12-31 | year | event | -
He was seized in 2011. «The following year» he was freed. | 2019-02-28 | 2012-01-01 | 2012-12-31 | year | event | -
Mines laid «in the early 2000s» still kill. | 2019-02-28 | 2000-01-01 | 2003-12-31 | years | stated | -
Mines laid «since the 1980s» still kill. | 2019-02-28 | 1980-01-01 | 2019-02-28 | years | stated | -
Mines laid «in the 2010s» still kill. | 2019-02-28 | 2010-01-01 | 2019-02-28 | years | stated | -
Mines laid «in the late seventies» still kill. | 2019-02-28 | 1977-01-01 | 1979-12-31 | years | stated | -
Mines laid «in the mid-1970s» still kill. | 2019-02-28 | 1974-01-01 | 1976-12-31 | years | stated | -
Mines laid «in the second half of 2011» still kill. | 2019-02-28 | 2011-07-01 | 2011-12-31 | year | stated | -
Mines laid «in the last quarter of 2009» still kill. | 2019-02-28 | 2009-10-01 | 2009-12-31 | quarter | stated | -
Mines laid «in the final three months of the year» still kill. | 2019-02-28 | 2018-10-01 | 2018-12-31 | quarter | stated | -
Mines laid «in the first four months of this year» still kill. | 2018-07-28 | 2018-01-01 | 2018-04-30 | year | relative | -
Mines laid «in the second quarter of last year» still kill. | 2019-02-28 | 2018-04-01 | 2018-06-30 | quarter | relative | -
Mines laid «in the first half of this year» still kill. | 2018-09-28 | 2018-01-01 | 2018-06-30 | year | relative | -
Mines laid «on 12/31/1999» still kill. | 2019-02-28 | 1999-12-31 | 1999-12-31 | day | stated | -
Mines laid «on 2014/07/08» still kill. | 2019-02-28 | 2014-07-08 | 2014-07-08 | day | stated | -
Mines laid «on 31-12-1999» still kill. | 2019-02-28 | 1999-12-31 | 1999-12-31 | day | stated | -
MINES LAID «1 JAN 91», STILL THERE. | 2019-02-28 | 1991-01-01 | 1991-01-01 | day | stated | -
MINES LAID «ON 24 DEC» 88 STILL KILL. | 1989-02-28 | 1988-12-24 | 1988-12-24 | day | stated | -
Mines laid «on 27/3/2004» still kill. | 2019-02-28 | 2004-03-27 | 2004-03-27 | day | stated | -
Mines laid «on 7.6.1999» still kill. | 2019-02-28 | 1999-06-07 | 1999-06-07 | day | stated | -
Mines laid «on 6-6-1999» still kill. | 2019-02-28 | 1999-06-06 | 1999-06-06 | day | stated | -
Mines laid «early this month» still kill. | 2019-02-28 | 2019-02-01 | 2019-02-10 | month | relative | -
Mines laid «at the start of this year» still kill. | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
Mines laid «at the start of the year» still kill. | 2019-05-28 | 2019-01-01 | 2019-04-30 | year | relative | -
Mines laid «this month» still kill. | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | relative | -
Mines laid «the year before last» still kill. | 2019-02-28 | 2017-01-01 | 2017-12-31 | year | relative | -
Mines laid «an hour ago» still kill. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
Mines laid «48 hours ago» still kill. | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
Mines laid just «days ago» still kill. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Mines laid only «last week» still kill. | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
Mines laid «more than 30 years ago» still kill. | 2019-02-28 | 1989-01-01 | 1989-12-31 | year | relative | -
Mines laid barely «a month ago» still kill. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
Mines laid «four years ago» still kill. | 2019-02-28 | 2015-01-01 | 2015-12-31 | year | relative | -
Mines laid «a few weeks ago» still kill. | 2019-02-28 | 2019-02-07 | 2019-02-28 | month | relative | -
Mines laid «some months ago» still kill. | 2019-02-28 | 2018-11-28 | 2019-02-28 | year | relative | -
Mines laid «years ago» still kill. | 2019-02-28 | 2016-02-28 | 2019-02-28 | years | relative | -
Mines laid «over the last year» still kill. | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
Mines laid «over the past couple of weeks» still kill. | 2019-02-28 | 2019-02-15 | 2019-02-28 | month | relative | -
Mines laid «in the past few years» still kill. | 2019-02-28 | 2016-02-28 | 2019-02-28 | years | relative | -
Mines laid «in recent months» still kill. | 2019-02-28 | 2018-11-28 | 2019-02-28 | year | relative | -
Mines laid «lately» still kill. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Mines laid «in the last seven days» still kill. | 2019-02-28 | 2019-02-21 | 2019-02-27 | week | relative | -
Mines laid «during the past 72 hours» still kill. | 2019-02-28 | 2019-02-25 | 2019-02-28 | days | relative | -
The «recent» attacks worry traders. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
He was shot «on Maundy Thursday» near Manila. | 2019-05-28 | 2019-04-18 | 2019-04-18 | day | stated | -
He was shot «on the first Friday of Ramadan» near Manila. | 2019-06-28 | 2019-05-10 | 2019-05-10 | day | stated | -
He was shot «on the last Friday of Ramadan» near Manila. | 2019-06-28 | 2019-05-31 | 2019-05-31 | day | stated | -
He was shot in the run-up to «Christmas» near Manila. | 2019-02-28 | 2018-12-25 | 2018-12-25 | day | stated | -
He was shot «on Good Friday, 2 April 2010». | 2011-02-28 | 2010-04-02 | 2010-04-02 | day | stated | -
He was shot «during Eid» prayers in Kano. | 2019-06-28 | 2019-06-04 | 2019-06-06 | days | stated | -
He was shot «after Eid al-Adha» prayers in Kano. | 2019-08-28 | 2019-08-12 | 2019-08-28 | month | stated | -
He was shot «on the eve of Ramadan». | 2019-06-28 | 2019-05-05 | 2019-05-05 | day | stated | -
He was shot «on the second night of Hanukkah». | 2019-02-28 | 2018-12-04 | 2018-12-04 | day | stated | night
He was shot «at the end of Ramadan». | 2019-06-28 | 2019-05-20 | 2019-06-03 | month | stated | -
He was shot «the day after Christmas». | 2019-02-28 | 2018-12-26 | 2018-12-26 | day | stated | -
He was shot «since the start of Ramadan». | 2019-06-28 | 2019-05-06 | 2019-06-28 | quarter | stated | -
He was shot in Ramallah «on Land Day 1976». | 2019-06-28 | 1976-03-30 | 1976-03-30 | day | stated | -
He was shot in Chechnya «on Victory Day 2004». | 2019-06-28 | 2004-05-09 | 2004-05-09 | day | stated | -
He was shot in Manila «on New Year's Eve». | 2019-06-28 | 2018-12-31 | 2018-12-31 | day | stated | -
He was shot in Manila «on Christmas Eve 2000». | 2019-06-28 | 2000-12-24 | 2000-12-24 | day | stated | -
He was shot in Manila «over the New Year holiday». | 2019-06-28 | 2018-12-31 | 2019-01-01 | days | stated | -
He was shot in Freetown «on 6 January 1999», the day the rebels came. | 2019-06-28 | 1999-01-06 | 1999-01-06 | day | stated | -
He was shot «on 1 Shawwal 1440». | 2019-06-28 | 2019-06-04 | 2019-06-04 | day | stated | -
He was shot «on the 10th of Muharram». | 2019-09-28 | 2019-09-09 | 2019-09-09 | day | stated | -
He was shot «in Ramadan 1440». | 2019-09-28 | 2019-05-06 | 2019-06-03 | month | stated | -
He was shot «in Ramadan of 2017». | 2019-09-28 | 2017-05-27 | 2017-06-24 | month | stated | -
He was shot «during last year's Ramadan». | 2019-09-28 | 2018-05-16 | 2018-06-14 | month | relative | -
He was shot «on 28 Mordad 1332». | 2019-09-28 | 1953-08-19 | 1953-08-19 | day | stated | -
He was shot «on 8 Rabi al-Thani 1443». | 2022-09-28 | 2021-11-13 | 2021-11-13 | day | stated | -
He was shot «on 1 Dhu al-Hijja 1443 AH». | 2022-09-28 | 2022-06-30 | 2022-06-30 | day | stated | -
He was shot «on 20 Jumada al-Akhira 1444». | 2023-09-28 | 2023-01-13 | 2023-01-13 | day | stated | -
He was shot «on 5 Sha'ban 1444». | 2023-09-28 | 2023-02-25 | 2023-02-25 | day | stated | -
He was shot «on 12 Rabi' al-Awwal 1444». | 2023-09-28 | 2022-10-08 | 2022-10-08 | day | stated | -
He was shot «on 25 Dhul-Qa'dah 1444». | 2023-09-28 | 2023-06-14 | 2023-06-14 | day | stated | -
He was shot «on 3 Dhu'l-Hijja 1444». | 2023-09-28 | 2023-06-21 | 2023-06-21 | day | stated | -
He was shot «on 24 Asad 1400». | 2023-09-28 | 2021-08-15 | 2021-08-15 | day | stated | -
He was shot «on 1 Farvardin 1403». | 2024-09-28 | 2024-03-20 | 2024-03-20 | day | stated | -
He was shot «on 13 Aban». | 2024-09-28 | 2023-11-04 | 2023-11-04 | day | stated | -
He was shot «on 15 Shaban 1445 (AH)». | 2024-09-28 | 2024-02-25 | 2024-02-25 | day | stated | -
Wells were poisoned «the weekend before last», elders said. | 2019-02-28 | 2019-02-16 | 2019-02-17 | days | relative | -
Wells were poisoned «at the end of last week», elders said. | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | -
Wells were poisoned «middle of last week», elders said. | 2019-02-28 | 2019-02-19 | 2019-02-21 | days | relative | -
Wells were poisoned «this past weekend», elders said. | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
Wells were poisoned «on the last weekend of January», elders said. | 2019-02-28 | 2019-01-26 | 2019-01-27 | days | stated | -
Wells were poisoned «on the first weekend in February», elders said. | 2019-02-28 | 2019-02-02 | 2019-02-03 | days | stated | -
Wells were poisoned «at the end of last month», elders said. | 2019-02-28 | 2019-01-15 | 2019-01-31 | month | relative | -
Wells were poisoned «early last month», elders said. | 2019-02-28 | 2019-01-01 | 2019-01-10 | month | relative | -
Wells were poisoned «in the middle of this month», elders said. | 2019-02-28 | 2019-02-10 | 2019-02-20 | month | relative | -
Wells were poisoned «in the middle of the month», elders said. | 2019-02-28 | 2019-02-10 | 2019-02-20 | month | relative | -
Wells were poisoned «last autumn», elders said. | 2019-02-28 | 2018-09-01 | 2018-11-30 | quarter | relative | -
Wells were poisoned «this spring», elders said. | 2019-04-28 | 2019-03-01 | 2019-04-28 | quarter | relative | -
Wells were poisoned «last spring», elders said. | 2019-04-28 | 2018-03-01 | 2018-05-31 | quarter | relative | -
Wells were poisoned «last July», elders said. | 2019-02-28 | 2018-07-01 | 2018-07-31 | month | relative | -
Wells were poisoned «this January», elders said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
Wells were poisoned «in January of last year», elders said. | 2019-02-28 | 2018-01-01 | 2018-01-31 | month | relative | -
Wells were poisoned «in January this year», elders said. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
Wells were poisoned «on 3 January this year», elders said. | 2019-02-28 | 2019-01-03 | 2019-01-03 | day | relative | -
Wells were poisoned «on 3 January last year», elders said. | 2019-02-28 | 2018-01-03 | 2018-01-03 | day | relative | -
Wells were poisoned «on the first Sunday of February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-03 | day | stated | -
Wells were poisoned «on the last day of January», elders said. | 2019-02-28 | 2019-01-31 | 2019-01-31 | day | stated | -
Wells were poisoned «on the first day of the year», elders said. | 2019-02-28 | 2019-01-01 | 2019-01-01 | day | relative | -
Wells were poisoned «on the first of February», elders said. | 2019-02-28 | 2019-02-01 | 2019-02-01 | day | stated | -
Wells were poisoned «on the second of February», elders said. | 2019-02-28 | 2019-02-02 | 2019-02-02 | day | stated | -
Wells were poisoned «on the 2nd of last month», elders said. | 2019-02-28 | 2019-01-02 | 2019-01-02 | day | relative | -
Wells were poisoned «on Tuesday the 12th», elders said. | 2019-02-28 | 2019-02-12 | 2019-02-12 | day | stated | -
Wells were poisoned «on Tuesday, February 12th», elders said. | 2019-02-28 | 2019-02-12 | 2019-02-12 | day | stated | -
Wells were poisoned «on Tuesday, the 12th of February», elders said. | 2019-02-28 | 2019-02-12 | 2019-02-12 | day | stated | -
Wells were poisoned «a week ago today», elders said. | 2019-02-28 | 2019-02-21 | 2019-02-21 | day | relative | -
Wells were poisoned «a week ago on Tuesday», elders said. | 2019-02-28 | 2019-02-19 | 2019-02-19 | day | relative | -
Wells were poisoned «a month ago today», elders said. | 2019-02-28 | 2019-01-28 | 2019-01-28 | day | relative | -
Wells were poisoned «ten years ago this month», elders said. | 2019-02-28 | 2009-02-01 | 2009-02-28 | month | relative | -
Wells were poisoned «in the week to 24 February», elders said. | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | stated | -
Wells were poisoned «so far this month», elders said. | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | relative | -
Wells were poisoned «up to and including Sunday», elders said. | 2019-02-28 | - | 2019-02-24 | open | relative | -
Wells had been poisoned «by the middle of January», elders said. | 2019-02-28 | - | 2019-01-20 | open | stated | -
Wells had been poisoned «by 2015», elders said. | 2019-02-28 | - | 2015-12-31 | open | stated | -
Wells had been poisoned «before the end of January», elders said. | 2019-02-28 | - | 2019-01-31 | open | stated | -
Wells were poisoned «after the end of January», elders said. | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | stated | -
Wells were poisoned «after last week», elders said. | 2019-02-28 | 2019-02-25 | 2019-02-28 | days | relative | -
Wells were poisoned «as of 31 January», elders said. | 2019-02-28 | - | 2019-01-31 | open | stated | -
Wells were poisoned «until the spring of 2014», elders said. | 2019-02-28 | - | 2014-05-31 | open | stated | -
Wells were poisoned «since the summer of 2014», elders said. | 2019-02-28 | 2014-06-01 | 2019-02-28 | years | stated | -
Wells were poisoned «since Christmas», elders said. | 2019-02-28 | 2018-12-25 | 2019-02-28 | quarter | stated | -
Wells were poisoned «since noon on Monday», elders said. | 2019-02-28 | 2019-02-25 | 2019-02-28 | days | relative | noon
Wells were poisoned «since at least 2014», elders said. | 2019-02-28 | 2014-01-01 | 2019-02-28 | years | stated | -
Wells were poisoned «since around 2014», elders said. | 2019-02-28 | 2014-01-01 | 2019-02-28 | years | stated | -
Wells were poisoned «since the week before last», elders said. | 2019-02-28 | 2019-02-11 | 2019-02-28 | month | relative | -
Wells were poisoned «since this morning», elders said. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | morning
Wells were poisoned «since the night of 3 February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-28 | month | stated | night
Wells were poisoned «from 3 February on», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-28 | month | stated | -
Wells were poisoned «between 3 February and yesterday», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-27 | month | relative | -
Wells were poisoned «between last Monday and Wednesday», elders said. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Wells were poisoned «between 20:00 on Monday and 04:00 on Tuesday», elders said. | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | 20:00 04:00
Wells were poisoned from dawn to «dusk on Monday», elders said. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | dusk
Wells were poisoned «from 2014 to date», elders said. | 2019-02-28 | 2014-01-01 | 2019-02-28 | years | stated | -
Wells were poisoned «from 2014 until now», elders said. | 2019-02-28 | 2014-01-01 | 2019-02-28 | years | stated | -
Wells were poisoned «from last Friday to this Monday», elders said. | 2019-02-28 | 2019-02-22 | 2019-02-25 | days | relative | -
Wells were poisoned «from the 3rd to the 5th of February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «between the 3rd and 5th of February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «on February 3rd-5th», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «3-5 February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «3 to 5 February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «3rd-5th February», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «Feb 3 to 5», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «Feb. 3 - Feb. 5», elders said. | 2019-02-28 | 2019-02-03 | 2019-02-05 | days | stated | -
Wells were poisoned «Friday-Sunday», elders said. | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | -
Wells were poisoned «in March-April 2014», elders said. | 2019-02-28 | 2014-03-01 | 2014-04-30 | quarter | stated | -
Wells were poisoned «in March to May 2014», elders said. | 2019-02-28 | 2014-03-01 | 2014-05-31 | quarter | stated | -
Wells were poisoned «between spring and autumn 2014», elders said. | 2019-02-28 | 2014-03-01 | 2014-11-30 | year | stated | -
Wells were poisoned «from the mid-1990s to 2005», elders said. | 2019-02-28 | 1994-01-01 | 2005-12-31 | years | stated | -
Wells were poisoned twice «on Monday», elders said. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Wells are to be poisoned «next Monday», a leaflet said. | 2019-02-28 | 2019-03-04 | 2019-03-04 | day | relative | -
"""

#: Texts without any time.
NOTHING = """
It happened a year to the day before the vote.
Bombs fell in the second half.
Clashes in the dry season killed 12.
The Arab Spring began here.
Soldiers in a five-day drill fired blanks.
The two-year sentence was quashed.
A 30-year-old man was held.
He fought for six years, then left.
Rockets are fired nightly, and twice a week by day.
Gunfire was heard at dawn in the port.
Gunfire was heard in the port, he told us a moment ago.
It was the deadliest strike since 2014.
It was the first such raid in a decade.
It was the worst week for the city since March.
It was the third attack there in two months.
The gang has struck three times in as many weeks.
Guards change shifts every Friday at noon.
They protest on Fridays after prayers.
The 23 March Movement took the hill.
The March 23 Movement took the hill.
The 14 February Coalition called for a march.
He lives on 26 September Street.
Shots were fired on July 14 Bridge.
The Sunday Times broke the story.
Resolution 1701 is cited by both sides.
Flight 2015 was turned back.
At 1,990 metres the patrol lost contact.
About 2000 people fled.
May the army spare us, she said.
Soldiers march past the stand.
A five-year-old girl was hit.
The eight-hour siege ended without a shot.
Talks lasted three days.
He was held for two weeks and then let go.
One day the dead will be counted, she said.
They dig day and night.
The gunners now have the range.
The war in his country is in its eighth year.
A man in his seventies was shot.
The Arab Spring brought him home.
Prince Mohammed August spoke.
A cousin, April Ngozi, hid him.
The October Brigades denied it.
The September Martyrs Battalion denied it.
The 1920 Revolution Brigades denied it.
On the 100th day of the siege shells fell.
He was freed on the first anniversary of his arrest.
Mines laid on 05/06/1999 still kill.
The latest attacks worry traders.
He was shot as Ramadan began.
Wells were poisoned in the past, elders said.
Wells were poisoned at the time, elders said.
Wells were poisoned in the meantime, elders said.
Wells were poisoned soon afterwards, elders said.
"""


def day(cell):
    return None if cell == "-" else date.fromisoformat(cell)


ATLAS = Atlas(Register.load(), Gazetteer())
TABLE = [tuple(line.split(" | ")) for line in ROWS.strip().splitlines()]


@pytest.mark.parametrize(("marked", "published", "start", "end", "precision", "basis", "clock"), TABLE, ids=[row[0] for row in TABLE])
def test_when_it_happened(marked, published, start, end, precision, basis, clock):
    first, last = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    found = {(seen.start_offset, seen.end_offset): seen for seen in find_times(text, day(published), atlas=ATLAS)}

    assert (first, last) in found, [seen.text for seen in found.values()]
    seen = found[first, last]
    assert (seen.start, seen.end, seen.precision, seen.basis) == (day(start), day(end), Precision(precision), Basis(basis))
    assert seen.clock == (None if clock == "-" else clock)


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_no_time_at_all(text):
    assert find_times(text, date(2019, 2, 28)) == ()
