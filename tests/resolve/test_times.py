"""What expressions of time mean. In a row «these marks» stand around the expression that the row is about."""

from __future__ import annotations

import re
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.knowledge.times import grammar
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.model.times import Basis, Precision
from ascribe.resolve.times import rules as time_rules
from ascribe.resolve.times.times import Times, find_dateline_date, find_times

# Each row: text | day of publication | first day | last day | precision | basis | clock. A dash is nothing.
# 28 February 2019 was a Thursday.

FULL_DATES = """
A bomb exploded «on 14 October 2017» in Mogadishu. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
A bomb exploded «on October 14, 2017», police said. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
The attack «on Oct. 14, 2017», was claimed. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
«On the 14th of October 2017» it exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
«On 14th October, 2017» it exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
«On October 14th, 2017» it exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
Logged: «2025-05-10», two dead. | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
Logged «2025-05-10T05:30Z» as incident 4. | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
Logged «2025/5/10» as incident 4. | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
The attack of «13/05/2025» was claimed. | 2025-05-15 | 2025-05-13 | 2025-05-13 | day | stated | -
The attack of «05/13/2025» was claimed. | 2025-05-15 | 2025-05-13 | 2025-05-13 | day | stated | -
The attack of «10/10/2024» was claimed. | 2025-05-15 | 2024-10-10 | 2024-10-10 | day | stated | -
The attack of «10.5.2025» was claimed. | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
A report dated «14-Oct-2017» says so. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
FIGHTING BEGAN «ON 12 NOV 89». | 1989-11-20 | 1989-11-12 | 1989-11-12 | day | stated | -
FIGHTING BEGAN «ON 11 NOVEMBER 1989» IN THE CAPITAL. | - | 1989-11-11 | 1989-11-11 | day | stated | -
THE PACT OF «3 MAR 09» (EFE) | 2019-02-28 | 2009-03-03 | 2009-03-03 | day | stated | -
«On Saturday, 14 October 2017», a truck exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
«On Saturday, Oct. 14, 2017», a truck exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
«On Saturday 14 October 2017» a truck exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
«Sat. 14 October 2017»: a truck exploded. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | -
The ceasefire was agreed «on May 10, 2025». | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
Clashes took place on the leap day, «29 February 2016». | 2019-02-28 | 2016-02-29 | 2016-02-29 | day | stated | -
The vote is «on 20 May 2019». | 2019-02-28 | 2019-05-20 | 2019-05-20 | day | stated | -
it happened «on 1 january 1990» in the hills. | - | 1990-01-01 | 1990-01-01 | day | stated | -
it happened «on 10 may 1990» in the hills. | - | 1990-05-10 | 1990-05-10 | day | stated | -
«On the first of May 2018» they marched. | 2019-02-28 | 2018-05-01 | 2018-05-01 | day | stated | -
"""

DATES_WITHOUT_YEAR = """
A convoy was hit «on February 14», killing 40. | 2019-02-28 | 2019-02-14 | 2019-02-14 | day | stated | -
A convoy was hit «on 14 February». | 2019-02-10 | 2018-02-14 | 2018-02-14 | day | stated | -
A convoy was hit «on Feb. 28». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | stated | -
The raid of «10 May» was denied. | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
The «May 10» ceasefire holds. | 2025-05-15 | 2025-05-10 | 2025-05-10 | day | stated | -
Clashes «on 31 December» killed two. | 2019-01-01 | 2018-12-31 | 2018-12-31 | day | stated | -
Clashes «on 1 January» killed two. | 2018-12-31 | 2018-01-01 | 2018-01-01 | day | stated | -
Clashes «on 29 February» killed two. | 2019-02-28 | 2016-02-29 | 2016-02-29 | day | stated | -
ON 14 NOV GUERRILLAS STRUCK; «ON 16 NOVEMBER» THEY LEFT. | 1989-11-20 | 1989-11-16 | 1989-11-16 | day | stated | -
«ON 10 MAY» GUERRILLAS STRUCK. | 1990-06-01 | 1990-05-10 | 1990-05-10 | day | stated | -
THE TALKS HELD «ON MARCH 5» FAILED. | 1990-06-01 | 1990-03-05 | 1990-03-05 | day | stated | -
«On Friday, May 9», shells fell. | 2025-05-15 | 2025-05-09 | 2025-05-09 | day | stated | -
«On Friday [9 May]» shells fell. | 2025-05-15 | 2025-05-09 | 2025-05-09 | day | stated | -
«YESTERDAY [13 NOVEMBER]» THEY FLED. | 1989-11-15 | 1989-11-13 | 1989-11-13 | day | stated | -
«On 9 May (Friday)» shells fell. | 2025-05-15 | 2025-05-09 | 2025-05-09 | day | stated | -
The pact of «the 7th» was broken. | 2019-02-28 | 2019-02-07 | 2019-02-07 | day | stated | -
The raid of «the seventh» was denied. | 2019-02-28 | 2019-02-07 | 2019-02-07 | day | stated | -
They fled on the night to «the 9th». | 2019-02-28 | 2019-02-09 | 2019-02-09 | day | stated | -
«On the 12th» two reporters were beaten. | 2019-02-28 | 2019-02-12 | 2019-02-12 | day | stated | -
«On the 9th instant» they fired again. | 2019-02-28 | 2019-02-09 | 2019-02-09 | day | stated | -
The third came «on the sixteenth», in the rain. | 2019-02-28 | 2019-02-16 | 2019-02-16 | day | stated | -
They met «on the 14th». | 2019-02-28 | 2019-02-14 | 2019-02-14 | day | stated | -
They met «on the 31st», sources say. | 2019-02-28 | 2019-01-31 | 2019-01-31 | day | stated | -
Elections will be held «on 20 May». | 2019-02-28 | 2019-05-20 | 2019-05-20 | day | stated | -
Talks are scheduled for «March 5». | 2019-02-28 | 2019-03-05 | 2019-03-05 | day | stated | -
«On March 5» the court will rule. | 2019-02-28 | 2019-03-05 | 2019-03-05 | day | stated | -
The man will be tried for a murder that took place «on March 5». | 2019-02-28 | 2018-03-05 | 2018-03-05 | day | stated | -
Shelling resumed «around 2 July». | 2019-07-10 | 2019-07-01 | 2019-07-03 | days | stated | -
Shelling resumed «on or about 2 July 2014». | 2019-07-10 | 2014-07-01 | 2014-07-03 | days | stated | -
Killed «on 3 May» and 5 June 2014. | 2019-02-28 | 2014-05-03 | 2014-05-03 | day | stated | -
Killed on 3 May and «5 June 2014». | 2019-02-28 | 2014-06-05 | 2014-06-05 | day | stated | -
Killed «on 3» and 5 May. | 2019-02-28 | 2018-05-03 | 2018-05-03 | day | stated | -
Killed on 3 and «5 May». | 2019-02-28 | 2018-05-05 | 2018-05-05 | day | stated | -
Killed on 3, «7» and 9 May 2014. | 2019-02-28 | 2014-05-07 | 2014-05-07 | day | stated | -
Killed «on May 3» and 5, 2014. | 2019-02-28 | 2014-05-03 | 2014-05-03 | day | stated | -
Killed on May 3 and «5, 2014». | 2019-02-28 | 2014-05-05 | 2014-05-05 | day | stated | -
On 14 October 2017 a bomb exploded. «On 28 October» came another. | 2019-02-28 | 2017-10-28 | 2017-10-28 | day | stated | -
A truce was agreed on 14 October 2017. «On 20 February» it ended. | 2019-02-28 | 2019-02-20 | 2019-02-20 | day | stated | -
On 14 October 2017 a bomb exploded. «On 14 April» a trial began. | 2019-02-28 | 2018-04-14 | 2018-04-14 | day | stated | -
Since the «September 11» attacks he was watched. | 2019-02-28 | 2001-09-11 | 2001-09-11 | day | stated | -
The «9/11» attacks changed it. | 2019-02-28 | 2001-09-11 | 2001-09-11 | day | stated | -
The «September 11» attacks in the market were claimed. | 2019-09-14 | 2019-09-11 | 2019-09-11 | day | stated | -
The «27 May» elections are near. | 2019-04-24 | 2019-05-27 | 2019-05-27 | day | stated | -
Talks are to be held «on 11» and 12 March. | 2019-02-28 | 2019-03-11 | 2019-03-11 | day | stated | -
The envoy was to arrive «on 2 March». | 2019-02-28 | 2019-03-02 | 2019-03-02 | day | stated | -
He is believed to be held since a raid «on 2 March». | 2019-02-28 | 2018-03-02 | 2018-03-02 | day | stated | -
They meet «on the fourth Thursday of November 2016». | 2019-02-28 | 2016-11-24 | 2016-11-24 | day | stated | -
Fired on 1 and 2 May 2018, and «on the 5th», they say. | 2019-02-28 | 2018-05-05 | 2018-05-05 | day | stated | -
He was taken «on the 9th of this month». | 2019-02-28 | 2019-02-09 | 2019-02-09 | day | relative | -
It burned «on Christmas Day», a witness said. | 2019-02-28 | 2018-12-25 | 2018-12-25 | day | stated | -
It burned «on New Year's Eve 2015». | 2019-02-28 | 2015-12-31 | 2015-12-31 | day | stated | -
«In the week ending 24 February» 12 died. | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | stated | -
«During the week of 14 February» 12 died. | 2019-02-28 | 2019-02-11 | 2019-02-17 | week | stated | -
The raid «on 10 May last year» was denied. | 2019-02-28 | 2018-05-10 | 2018-05-10 | day | relative | -
"""

MONTHS_AND_YEARS = """
They broke the ceasefire of «July». | 2019-02-28 | 2018-07-01 | 2018-07-31 | month | stated | -
The raids, like those of «January», failed. | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | stated | -
Two men are wanted for the «July» ambush. | 2019-02-28 | 2018-07-01 | 2018-07-31 | month | stated | -
It is the second boat to be stopped «since June». | 2019-02-28 | 2018-06-01 | 2019-02-28 | year | stated | -
An attack in the Pahalgam area «in April 2025» | 2025-05-15 | 2025-04-01 | 2025-04-30 | month | stated | -
The «October 2023» attack led to war. | 2025-05-15 | 2023-10-01 | 2023-10-31 | month | stated | -
They fled «in April». | 2025-05-15 | 2025-04-01 | 2025-04-30 | month | stated | -
They fled «in June». | 2025-05-15 | 2024-06-01 | 2024-06-30 | month | stated | -
They fled «in May». | 2025-05-15 | 2025-05-01 | 2025-05-15 | month | stated | -
They fled «in March». | 2025-05-15 | 2025-03-01 | 2025-03-31 | month | stated | -
THEY FLED «IN MARCH» AGAIN. | 1990-06-15 | 1990-03-01 | 1990-03-31 | month | stated | -
They fled «in Feb.» and returned. | 2025-05-15 | 2025-02-01 | 2025-02-28 | month | stated | -
Fled «in January» and February 2019. | 2019-03-20 | 2019-01-01 | 2019-01-31 | month | stated | -
The «April» attack was blamed on rebels. | 2025-05-15 | 2025-04-01 | 2025-04-30 | month | stated | -
«In early March» troops left. | 2019-03-28 | 2019-03-01 | 2019-03-10 | month | stated | -
«In mid-March» troops left. | 2019-03-28 | 2019-03-10 | 2019-03-20 | month | stated | -
«In late March 2018» troops left. | 2019-03-28 | 2018-03-15 | 2018-03-31 | month | stated | -
«In late March» troops left. | 2019-03-28 | 2019-03-15 | 2019-03-28 | month | stated | -
«At the end of January» troops left. | 2019-03-28 | 2019-01-15 | 2019-01-31 | month | stated | -
«In the first week of August» they came. | 2019-09-28 | 2019-08-01 | 2019-08-07 | week | stated | -
«In the last week of August 2014» they came. | 2019-09-28 | 2014-08-25 | 2014-08-31 | week | stated | -
«During the last 6 days of January» 12 died. | 2019-02-28 | 2019-01-25 | 2019-01-31 | week | stated | -
«In the first ten days of January» 12 died. | 2019-02-28 | 2019-01-01 | 2019-01-10 | month | stated | -
«In the second half of May 2014» they came. | 2019-02-28 | 2014-05-16 | 2014-05-31 | month | stated | -
He was held «in April last year». | 2019-02-28 | 2018-04-01 | 2018-04-30 | month | relative | -
He was held «last April». | 2019-02-28 | 2018-04-01 | 2018-04-30 | month | relative | -
Rebels rose «in 1995». | 2019-02-28 | 1995-01-01 | 1995-12-31 | year | stated | -
Rebels rose «in 2014», killing 2000 people. | 2019-02-28 | 2014-01-01 | 2014-12-31 | year | stated | -
«In 2014» militants seized the town. | 2019-02-28 | 2014-01-01 | 2014-12-31 | year | stated | -
They fought in 2014 and «2015». | 2019-02-28 | 2015-01-01 | 2015-12-31 | year | stated | -
The «2008» attacks shook the city. | 2019-02-28 | 2008-01-01 | 2008-12-31 | year | stated | -
After the «2008» Mumbai attacks it was banned. | 2019-02-28 | 2008-01-01 | 2008-12-31 | year | stated | -
Before the «2003» US-led invasion it was quiet. | 2019-02-28 | 2003-01-01 | 2003-12-31 | year | stated | -
«In early 1999» they came. | 2019-02-28 | 1999-01-01 | 1999-04-30 | year | stated | -
«In mid-1999» they came. | 2019-02-28 | 1999-05-01 | 1999-08-31 | year | stated | -
«In late 1999» they came. | 2019-02-28 | 1999-09-01 | 1999-12-31 | year | stated | -
War raged «in the 1990s». | 2019-02-28 | 1990-01-01 | 1999-12-31 | years | stated | -
War raged «in the early 1990s». | 2019-02-28 | 1990-01-01 | 1993-12-31 | years | stated | -
War raged «in the early 1980's». | 2019-02-28 | 1980-01-01 | 1983-12-31 | years | stated | -
War raged «in the 80s». | 2019-02-28 | 1980-01-01 | 1989-12-31 | years | stated | -
«In the first half of the year» 12 died. | 2018-12-28 | 2018-01-01 | 2018-06-30 | year | stated | -
«In the second half of 2017» 12 died. | 2018-12-28 | 2017-07-01 | 2017-12-31 | year | stated | -
«In the first quarter of 2018» 12 died. | 2018-12-28 | 2018-01-01 | 2018-03-31 | quarter | stated | -
«In the first three months of 2018» 12 died. | 2018-12-28 | 2018-01-01 | 2018-03-31 | quarter | stated | -
«In the first six months of this year» 12 died. | 2018-12-28 | 2018-01-01 | 2018-06-30 | year | relative | -
«In the summer of 2014» they came. | 2019-02-28 | 2014-06-01 | 2014-08-31 | quarter | stated | -
«Last summer» they came. | 2019-02-28 | 2018-06-01 | 2018-08-31 | quarter | relative | -
"""

RANGES = """
Troops fought «between 1 and 15 May». | 2019-06-28 | 2019-05-01 | 2019-05-15 | month | stated | -
Troops fought «between 1 and 15 May 2014». | 2019-06-28 | 2014-05-01 | 2014-05-15 | month | stated | -
Troops fought «from 3 to 7 June 2014». | 2019-06-28 | 2014-06-03 | 2014-06-07 | days | stated | -
Troops fought «on 10-12 March». | 2019-06-28 | 2019-03-10 | 2019-03-12 | days | stated | -
Troops fought «on 10–12 March 2014». | 2019-06-28 | 2014-03-10 | 2014-03-12 | days | stated | -
Troops fought «from March 10 to 12, 2014». | 2019-06-28 | 2014-03-10 | 2014-03-12 | days | stated | -
Troops fought «on Oct. 3-5, 2014». | 2019-06-28 | 2014-10-03 | 2014-10-05 | days | stated | -
Troops fought «between 3 May and 5 June 2014». | 2019-06-28 | 2014-05-03 | 2014-06-05 | quarter | stated | -
Troops fought «from 28 December to 3 January 2019». | 2019-06-28 | 2018-12-28 | 2019-01-03 | week | stated | -
Troops fought «from 28 December to 3 January». | 2019-06-28 | 2018-12-28 | 2019-01-03 | week | stated | -
Troops fought «from 3 May 2014 to 5 June». | 2019-06-28 | 2014-05-03 | 2014-06-05 | quarter | stated | -
Troops fought «between 10 May and 12 May». | 2025-05-15 | 2025-05-10 | 2025-05-12 | days | stated | -
Troops fought «between 1 and 15 May». | 2025-05-10 | 2024-05-01 | 2024-05-15 | month | stated | -
Troops fought «from Friday to Sunday». | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | -
Troops fought «between Monday and Wednesday». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Troops fought «from Monday night to Tuesday morning». | 2019-02-28 | 2019-02-25 | 2019-02-26 | days | relative | night morning
The talks will last «from Friday to Sunday». | 2019-02-28 | 2019-03-01 | 2019-03-03 | days | relative | -
Troops fought «between March and May 2014». | 2019-02-28 | 2014-03-01 | 2014-05-31 | quarter | stated | -
Troops fought «from November 2013 to February 2014». | 2019-02-28 | 2013-11-01 | 2014-02-28 | year | stated | -
Troops fought «between November and January». | 2019-02-28 | 2018-11-01 | 2019-01-31 | quarter | stated | -
The war «between 2003 and 2006» | 2019-02-28 | 2003-01-01 | 2006-12-31 | years | stated | -
The war «from 1980 to 1992» | 2019-02-28 | 1980-01-01 | 1992-12-31 | years | stated | -
The war of «1980-1992» ended. | 2019-02-28 | 1980-01-01 | 1992-12-31 | years | stated | -
The war «in 2014-15» ended. | 2019-02-28 | 2014-01-01 | 2015-12-31 | years | stated | -
He ruled «from 2014 until 2016». | 2019-02-28 | 2014-01-01 | 2016-12-31 | years | stated | -
It was besieged «from 10 February until yesterday». | 2019-02-28 | 2019-02-10 | 2019-02-27 | month | relative | -
It was shelled «on the night of 3 to 4 May 2014». | 2019-02-28 | 2014-05-03 | 2014-05-04 | days | stated | night
"""

OPEN_ENDS = """
He led it «since 2009». | 2019-02-28 | 2009-01-01 | 2019-02-28 | years | stated | -
He led it «since January». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | stated | -
It was shut «since Thursday». | 2019-03-02 | 2019-02-28 | 2019-03-02 | days | relative | -
It was shut «since 10 February». | 2019-02-28 | 2019-02-10 | 2019-02-28 | month | stated | -
It was shut «since last week». | 2019-02-28 | 2019-02-18 | 2019-02-28 | month | relative | -
It was shut «since the early 1990s». | 2019-02-28 | 1990-01-01 | 2019-02-28 | years | stated | -
It was shut «from 10 February onwards». | 2019-02-28 | 2019-02-10 | 2019-02-28 | month | stated | -
All had left «by Friday». | 2019-03-02 | - | 2019-03-01 | open | relative | -
It held «until 10 February». | 2019-02-28 | - | 2019-02-10 | open | stated | -
It was quiet «before 10 May 2014». | 2019-02-28 | - | 2014-05-09 | open | stated | -
It was quiet «before the end of 2014». | 2019-02-28 | - | 2014-12-31 | open | stated | -
It was quiet «until 2014». | 2019-02-28 | - | 2014-12-31 | open | stated | -
It was quiet «before 2014». | 2019-02-28 | - | 2013-12-31 | open | stated | -
It spread «after 2014». | 2019-02-28 | 2015-01-01 | 2019-02-28 | years | stated | -
They have «until Friday» to leave. | 2019-02-28 | - | 2019-03-01 | open | relative | -
The siege, «starting on 4 February», is on. | 2019-02-28 | 2019-02-04 | 2019-02-28 | month | stated | -
12 died «from January to February this year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
All must leave «by Friday». | 2019-02-28 | - | 2019-03-01 | open | relative | -
Hundreds were held «over the years». | 2025-05-15 | - | 2025-05-15 | open | relative | -
"""

WEEKDAYS = """
Gunmen struck «on Monday». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Gunmen struck «on Thursday». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
Gunmen struck «on Friday». | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | relative | -
Gunmen struck «Thursday», police said. | 2019-03-02 | 2019-02-28 | 2019-02-28 | day | relative | -
Gunmen struck «last Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
Gunmen struck «last Thursday». | 2019-02-28 | 2019-02-21 | 2019-02-21 | day | relative | -
Gunmen struck «Monday night». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | night
Gunmen struck «on Tuesday morning». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | morning
Gunmen struck «early on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | early
Gunmen struck «late Saturday». | 2019-02-28 | 2019-02-23 | 2019-02-23 | day | relative | late
Gunmen struck «early Sunday morning». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | early morning
«Monday»'s attack was claimed. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Since «Monday»’s attack the road is shut. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
GUNMEN STRUCK «ON MONDAY» IN LIMA. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | -
Gunmen struck «on Tuesday of last week». | 2019-02-28 | 2019-02-19 | 2019-02-19 | day | relative | -
Gunmen struck «on Friday last week». | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | relative | -
Talks resume «next Monday». | 2019-02-28 | 2019-03-04 | 2019-03-04 | day | relative | -
Talks resume «next Thursday». | 2019-02-28 | 2019-03-07 | 2019-03-07 | day | relative | -
The rebels promised the mediator «on Sunday» to hold their fire. | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | -
The rebels promised to hold their fire «on Sunday». | 2019-02-28 | 2019-03-03 | 2019-03-03 | day | relative | -
A bomb went off next to a bakery «on Tuesday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
The nuns whom they let go «on Friday» will be flown home. | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | relative | -
On Monday Sunni clerics will march; «on Sunday next» they rest. | 2019-02-28 | 2019-03-03 | 2019-03-03 | day | relative | -
It does not count those who died «later that Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | -
Talks will resume «on Friday». | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | -
«On Friday», parliament will vote. | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | -
He said «on Friday» that he will resign. | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | relative | -
It will go on, he said «on Friday». | 2019-02-28 | 2019-02-22 | 2019-02-22 | day | relative | -
"""

COUNTED_FROM_REPORT = """
«Ten years ago on this day» the barracks fell. | 2019-02-28 | 2009-02-28 | 2009-02-28 | day | relative | -
«Five years ago this morning» it began. | 2019-02-28 | 2014-02-28 | 2014-02-28 | day | relative | morning
«On this evening last year» the first grenade was thrown. | 2019-02-28 | 2018-02-28 | 2018-02-28 | day | relative | evening
«Today two years ago» two mines went off. | 2019-02-28 | 2017-02-28 | 2017-02-28 | day | relative | -
It is «two years today since» the truce was signed. | 2019-02-28 | 2017-02-28 | 2017-02-28 | day | relative | -
Gunmen struck «today». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
Gunmen struck «yesterday». | 2019-03-01 | 2019-02-28 | 2019-02-28 | day | relative | -
«YESTERDAY» GUNMEN STRUCK. | 2020-03-01 | 2020-02-29 | 2020-02-29 | day | relative | -
Gunmen struck «yesterday morning». | 2019-01-01 | 2018-12-31 | 2018-12-31 | day | relative | morning
Gunmen struck «the day before yesterday». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
Gunmen struck «last night». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | night
Gunmen struck «the other day». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | -
Gunmen struck «overnight». | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | overnight
Gunmen struck «tonight». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | tonight
Gunmen struck «this morning». | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | morning
«Earlier in the day» gunmen struck. | 2019-02-28 | 2019-02-28 | 2019-02-28 | day | relative | -
Gunmen struck «this week». | 2019-02-28 | 2019-02-25 | 2019-02-28 | days | relative | -
Gunmen struck «this week». | 2019-03-04 | 2019-03-04 | 2019-03-04 | day | relative | -
Gunmen struck «earlier this week». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Gunmen struck «last week». | 2019-02-28 | 2019-02-18 | 2019-02-24 | week | relative | -
Gunmen struck «late last week». | 2019-02-28 | 2019-02-22 | 2019-02-24 | days | relative | -
Gunmen struck «the week before last». | 2019-02-28 | 2019-02-11 | 2019-02-17 | week | relative | -
Gunmen struck «in the past week». | 2019-02-28 | 2019-02-22 | 2019-02-28 | week | relative | -
Gunmen struck «last month». | 2019-02-28 | 2019-01-01 | 2019-01-31 | month | relative | -
Gunmen struck «last month». | 2019-01-28 | 2018-12-01 | 2018-12-31 | month | relative | -
Gunmen struck «earlier this month». | 2019-02-28 | 2019-02-01 | 2019-02-27 | month | relative | -
Gunmen struck «earlier this month». | 2019-02-01 | 2019-02-01 | 2019-02-01 | day | relative | -
Gunmen struck «this month». | 2019-02-28 | 2019-02-01 | 2019-02-28 | month | relative | -
Gunmen struck «this year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
Gunmen struck «last year». | 2019-02-28 | 2018-01-01 | 2018-12-31 | year | relative | -
Gunmen struck «late last year». | 2019-02-28 | 2018-09-01 | 2018-12-31 | year | relative | -
Gunmen struck «in the past year». | 2019-02-28 | 2019-01-01 | 2019-02-28 | quarter | relative | -
Gunmen struck «ten days ago». | 2019-02-28 | 2019-02-18 | 2019-02-18 | day | relative | -
GUNMEN STRUCK «2 DAYS AGO». | 2020-03-01 | 2020-02-28 | 2020-02-28 | day | relative | -
Gunmen struck «twenty-four days ago». | 2019-02-28 | 2019-02-04 | 2019-02-04 | day | relative | -
Gunmen struck «a couple of days ago». | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | relative | -
Gunmen struck «a few days ago». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Gunmen struck «two weeks ago». | 2019-02-28 | 2019-02-11 | 2019-02-17 | week | relative | -
Gunmen struck «a fortnight ago». | 2019-02-28 | 2019-02-15 | 2019-02-28 | month | relative | -
Gunmen struck «five months ago». | 2019-02-28 | 2018-09-01 | 2018-09-30 | month | relative | -
Gunmen struck «ten years ago». | 2019-02-28 | 2009-01-01 | 2009-12-31 | year | relative | -
Gunmen struck «more than two years ago». | 2019-02-28 | 2017-01-01 | 2017-12-31 | year | relative | -
Gunmen struck «a year ago today». | 2020-02-29 | 2019-02-28 | 2019-02-28 | day | relative | -
Gunmen struck «in the past 24 hours». | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | -
Gunmen struck «over the last 48 hours». | 2019-02-28 | 2019-02-26 | 2019-02-28 | days | relative | -
Gunmen struck «in the past 2 days». | 2019-02-28 | 2019-02-26 | 2019-02-27 | days | relative | -
Gunmen struck «in the last three weeks». | 2019-02-28 | 2019-02-08 | 2019-02-28 | month | relative | -
Gunmen struck «during the past six months». | 2019-02-28 | 2018-08-28 | 2019-02-28 | year | relative | -
Gunmen struck «in the last two years». | 2020-02-29 | 2018-02-28 | 2020-02-29 | years | relative | -
Gunmen struck «recently». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
«Recent» attacks were claimed. | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Gunmen struck «in recent days». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
Gunmen struck «in the past few days». | 2019-02-28 | 2019-02-25 | 2019-02-27 | days | relative | -
«In recent weeks», 71 attacks | 2025-05-15 | 2025-04-24 | 2025-05-15 | month | relative | -
«In the past weeks», 71 attacks | 2025-05-15 | 2025-04-24 | 2025-05-15 | month | relative | -
«In recent months», 71 attacks | 2025-05-31 | 2025-02-28 | 2025-05-31 | year | relative | -
«Over the past few months», 71 attacks | 2025-05-15 | 2025-02-15 | 2025-05-15 | quarter | relative | -
Gunmen struck «over the weekend». | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | -
Gunmen struck «at the weekend». | 2019-03-03 | 2019-03-02 | 2019-03-03 | days | relative | -
Gunmen struck «at the weekend». | 2019-03-02 | 2019-03-02 | 2019-03-02 | day | relative | -
Gunmen struck «last weekend». | 2019-03-03 | 2019-02-23 | 2019-02-24 | days | relative | -
A «five-day» offensive ended. | 2019-02-28 | 2019-02-24 | 2019-02-28 | days | relative | -
A «night-long» battle ended. | 2019-02-28 | 2019-02-27 | 2019-02-28 | days | relative | night
Talks resume «tomorrow». | 2019-02-28 | 2019-03-01 | 2019-03-01 | day | relative | -
Talks resume «next week». | 2019-02-28 | 2019-03-04 | 2019-03-10 | week | relative | -
Talks resume «in two weeks' time». | 2019-02-28 | 2019-03-01 | 2019-03-14 | month | relative | -
Talks resume «in the coming days». | 2019-02-28 | 2019-03-01 | 2019-03-03 | days | relative | -
"""

COUNTED_FROM_EVENT = """
A bomb exploded on 14 October 2017. «The same day» a second followed. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | event | -
A bomb exploded on 14 October 2017. «The next day» 300 were hurt. | 2019-02-28 | 2017-10-15 | 2017-10-15 | day | event | -
A bomb exploded on 14 October 2017. «The following day» 300 were hurt. | - | 2017-10-15 | 2017-10-15 | day | event | -
A bomb exploded on 14 October 2017. «Two days later» 300 were hurt. | 2019-02-28 | 2017-10-16 | 2017-10-16 | day | event | -
A bomb exploded on 14 October 2017. «A day earlier» police warned. | 2019-02-28 | 2017-10-13 | 2017-10-13 | day | event | -
A bomb exploded on 14 October 2017. «Three weeks earlier» police warned. | 2019-02-28 | 2017-09-18 | 2017-09-24 | week | event | -
A bomb exploded on 14 October 2017, it found «five months later». | 2018-03-15 | 2018-03-01 | 2018-03-15 | month | event | -
A bomb exploded on 14 October 2017. «Hours later» police came. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | event | -
A bomb exploded on 14 October 2017. «The night before», police came. | 2019-02-28 | 2017-10-13 | 2017-10-13 | day | event | night
A bomb exploded on 14 October 2017. «The previous week», police came. | 2019-02-28 | 2017-10-02 | 2017-10-08 | week | event | -
A bomb exploded on 14 October 2017. «That night» police came. | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | event | night
A bomb exploded on 14 October 2017. «The next morning» police came. | 2019-02-28 | 2017-10-15 | 2017-10-15 | day | event | morning
A bomb exploded on 14 October 2017. «Later that month» police came. | 2019-02-28 | 2017-10-14 | 2017-10-31 | month | event | -
A bomb exploded on 14 October 2017. «The following Monday» police came. | 2019-02-28 | 2017-10-16 | 2017-10-16 | day | event | -
On Monday a bomb exploded. «A day later» police came. | 2019-02-28 | 2019-02-26 | 2019-02-26 | day | event | -
On Monday a bomb exploded. «Earlier in the day» police came. | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | event | -
A bomb exploded on Tuesday, police said on Thursday. «The next day» they came. | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | event | -
A bomb exploded on Sunday, police said the next day. «Two hours later» another. | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | event | -
«Two days after» the attack on 3 May 2014 they fled. | 2019-02-28 | 2014-05-05 | 2014-05-05 | day | event | -
«A day before» the 3 May 2014 truce they fled. | 2019-02-28 | 2014-05-02 | 2014-05-02 | day | event | -
The truce of 3 May 2014 ended. «Since then» 20 have died. | 2019-02-28 | 2014-05-03 | 2019-02-28 | years | event | -
"""

CLOCKS = """
It exploded «at 3.30 pm on 14 October 2017». | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | 3.30 pm
It exploded «on 14 October 2017 at 3.30 pm». | 2019-02-28 | 2017-10-14 | 2017-10-14 | day | stated | 3.30 pm
It exploded «on Monday around 05:00 GMT». | 2019-02-28 | 2019-02-25 | 2019-02-25 | day | relative | around 05:00 GMT
It exploded «at dawn on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | dawn
It exploded «at midday on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | midday
It exploded «shortly before noon on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | shortly before noon
«On Sunday, at about 9 a.m. local time», it exploded. | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | about 9 a.m. local time
It exploded «yesterday at 9am». | 2019-02-28 | 2019-02-27 | 2019-02-27 | day | relative | 9am
It exploded «in the early hours of Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | early hours
«ON THE NIGHT OF 3 FEBRUARY» THEY CAME. | 1990-02-10 | 1990-02-03 | 1990-02-03 | day | stated | NIGHT
It exploded «before dawn on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | before dawn
IT EXPLODED «AT 1530 GMT TODAY». | 1990-02-10 | 1990-02-10 | 1990-02-10 | day | relative | 1530 GMT
It exploded «at 3 o'clock in the afternoon on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | 3 o'clock afternoon
IT EXPLODED «AT 1030 TODAY». | 1990-02-10 | 1990-02-10 | 1990-02-10 | day | relative | 1030
THEY FOUGHT «FROM 2300 ON 8 FEBRUARY UNTIL 0200 TODAY». | 1990-02-10 | 1990-02-08 | 1990-02-10 | days | relative | 2300 0200
Hit «at 3 a.m. local time (0030 GMT) on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | 3 a.m. local time (0030 GMT)
It exploded «at 22h00 on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | 22h00
It burned «overnight on Sunday». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | overnight
It burned «overnight into Sunday». | 2019-02-28 | 2019-02-23 | 2019-02-24 | days | relative | overnight
It burned «Sunday overnight». | 2019-02-28 | 2019-02-24 | 2019-02-24 | day | relative | overnight
It burned «overnight from 23 to 24 March 2018». | 2019-02-28 | 2018-03-23 | 2018-03-24 | days | stated | overnight
They fought «between 8 p.m. Tuesday and 2 a.m. Wednesday». | 2019-02-28 | 2019-02-26 | 2019-02-27 | days | relative | 8 p.m. 2 a.m.
All had left «by midnight on Sunday». | 2019-02-28 | - | 2019-02-24 | open | relative | midnight
"""

NO_REPORT_DAY = """
Gunmen struck «on Monday». | - | - | - | open | relative | -
Gunmen struck «yesterday». | - | - | - | open | relative | -
Gunmen struck «in recent weeks». | - | - | - | open | relative | -
Gunmen struck «on 14 February». | - | - | - | open | stated | -
Gunmen struck «in April». | - | - | - | open | stated | -
Gunmen struck «in April 2017». | - | 2017-04-01 | 2017-04-30 | month | stated | -
He led it «since 2009». | - | 2009-01-01 | - | open | stated | -
He led it «since Monday». | - | - | - | open | relative | -
He led it «from 3 to 7 June». | - | - | - | open | stated | -
He led it «from 3 May to 7 June 2014». | - | 2014-05-03 | 2014-06-07 | quarter | stated | -
Quiet «until 10 May 2014». | - | - | 2014-05-10 | open | stated | -
"""

#: Words that look like times and are none.
NOTHING = [
    "Gunmen killed 2000 people.",
    "They killed 2000 people in 1,995 attacks.",
    "At least 2017 were hurt, 1999 of them badly.",
    "A force of 2000 took the town.",
    "It was seized by 2000 troops.",
    "They may attack, and may 10 times over.",
    "AT LEAST 10 MAY HAVE DIED.",
    "THE ARMY MAY ATTACK.",
    "They began to march in march order.",
    "A long march on the capital.",
    "The attack of 10/05/2025 was claimed.",
    "On 30 February 2019 nothing happened.",
    "On 31 April nothing happened.",
    "They have fought for years.",
    "They have fought for three days.",
    "A decades-old feud.",
    "He is 20 years old, she a 9-year-old.",
    "It is now still open.",
    "They pray every Friday and on most Mondays.",
    "The Good Friday Agreement holds.",
    "Readers of the Sunday Times know.",
    "The March 23 Movement denied it.",
    "The worst attack in the city since 2014.",
    "The first since last Monday.",
    "The next day they fled.",
    "Two days later they fled.",
    "At dawn they fled; at 3.30 pm they came back.",
    "Four men sat and second lieutenants sang in the sun.",
    "He ran 10 km in 2000 metres of rain.",
    "Resolution 2014 was adopted.",
    "They paid $2014 in fines.",
    "It was his last year in office, and their next week.",
    "She was held for several weeks after the raid.",
    "On weekends they read USA TODAY on Super Tuesday.",
    "Night after night, day after day.",
    "It cost 10.05 dollars at 3.30 a piece.",
    "On the 14th floor.",
    "The raid of the 7th brigade failed.",
    "The clash of the 7th and 9th battalions.",
    "The body of the fifth was found in a well.",
    "An attack of the third was feared.",
    "She was crowned Queen of May.",
    "",
    "   \n\n ",
]


def rows(table):
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


TABLE = [
    row
    for table in (
        FULL_DATES,
        DATES_WITHOUT_YEAR,
        MONTHS_AND_YEARS,
        RANGES,
        OPEN_ENDS,
        WEEKDAYS,
        COUNTED_FROM_REPORT,
        COUNTED_FROM_EVENT,
        CLOCKS,
        NO_REPORT_DAY,
    )
    for row in rows(table)
]


def day(cell):
    return None if cell == "-" else date.fromisoformat(cell)


def marked(text):
    """The text without its marks, and where the marked words stand."""
    start, end = text.index("«"), text.index("»") - 1
    return text.replace("«", "").replace("»", ""), start, end


def names(table):
    return [f"{row[0].split('«')[1].split('»')[0]} ({row[1]})" for row in table]


@pytest.mark.parametrize(("text", "published", "start", "end", "precision", "basis", "clock"), TABLE, ids=names(TABLE))
def test_when_it_happened(text, published, start, end, precision, basis, clock):
    text, first, last = marked(text)
    found = {(seen.start_offset, seen.end_offset): seen for seen in find_times(text, day(published))}

    assert (first, last) in found, [seen.text for seen in found.values()]
    seen = found[first, last]
    assert (seen.start, seen.end, seen.precision, seen.basis) == (day(start), day(end), Precision(precision), Basis(basis))
    assert seen.clock == (None if clock == "-" else clock)


@pytest.mark.parametrize("text", NOTHING, ids=[text.strip() or repr(text) for text in NOTHING])
def test_no_time_at_all(text):
    assert find_times(text, date(2025, 5, 15)) == ()


def test_the_table_is_long():
    assert len(TABLE) >= 150


DATELINES = """
«Feb 28, 2019» | SRINAGAR, «Feb 28, 2019» — India has vowed | - | 2019-02-28
«12 NOV 89» | SAN SALVADOR, «12 NOV 89» (ACAN-EFE) -- [TEXT] THE ARMY | - | 1989-11-12
«3 March» | KABUL, «3 March» (Reuters) - A bomb | 2019-03-04 | 2019-03-03
a new year | KABUL, «31 December» (Reuters) - A bomb | 2019-01-01 | 2018-12-31
a clock ahead | SYDNEY, «March 5» (AP) — A bomb | 2019-03-04 | 2019-03-05
in brackets | GENEVA («3 May 2021») – Experts said | - | 2021-05-03
a title before | Bomb in the capital¶NAIROBI, «5 May 2021» -- A bomb | - | 2021-05-05
two names | MANAGUA (NICARAGUA), «10 DEC 89» (DOMESTIC SERVICE) -- [STATEMENT] | - | 1989-12-10
month first | PERTH (AUSTRALIA), «JUNE 11 89» (AFP) -- [TEXT] | - | 1989-06-11
"""

NO_DATELINES = {
    "no year, and no day of publication": "KABUL, 3 March (Reuters) - A bomb",
    "no date": "KABUL (Reuters) - A bomb went off on 3 March 2019.",
    "a date in a sentence": "Gunmen killed 12 in Kabul, 3 March 2019 - the worst day.",
    "a date that begins a sentence": "On 3 March 2019 - a Sunday - gunmen struck.",
    "far down": "KABUL: " + "a bomb went off. " * 20 + "\nKABUL, 3 March 2019 - A bomb",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "published", "expected"), [row[1:] for row in rows(DATELINES)], ids=[row[0] for row in rows(DATELINES)])
def test_the_day_of_a_dateline(text, published, expected):
    text, start, end = marked(text.replace("¶", "\n\n"))
    assert find_dateline_date(text, day(published)) == (day(expected), start, end)


@pytest.mark.parametrize("text", NO_DATELINES.values(), ids=NO_DATELINES.keys())
def test_no_dateline(text):
    assert find_dateline_date(text, None) is None


def test_the_dateline_is_what_days_are_counted_from():
    assert find_times("Gunmen struck on Monday.", date(2019, 3, 10), dateline=date(2019, 2, 28))[0].start == date(2019, 2, 25)


def test_the_step_reads_the_document_and_leaves_the_dateline_out():
    text = "KABUL, 28 Feb (Reuters) - Gunmen struck on Monday. The next day they fled."
    reading = Times()(Reading(document=Document.of(text, published="2019-03-01T08:00:00Z")))

    assert [(seen.text, seen.start) for seen in reading.times] == [("on Monday", date(2019, 2, 25)), ("The next day", date(2019, 2, 26))]


@pytest.mark.parametrize("published", [None, "", "soon", "2019-13-45"], ids=["none", "empty", "a word", "no such day"])
def test_the_step_without_a_day_of_publication(published):
    reading = Times()(Reading(document=Document.of("Gunmen struck on Monday.", published=published)))
    assert [(seen.start, seen.end, seen.basis) for seen in reading.times] == [(None, None, Basis.RELATIVE)]


def test_only_the_part_that_is_asked_for_is_read():
    text = "On Monday, on Tuesday and on Wednesday."
    found = find_times(text, date(2019, 2, 28), start=10, end=22)
    assert [(seen.text, seen.start_offset) for seen in found] == [("on Tuesday", 11)]


def test_every_expression_of_a_text_in_order():
    text = (
        "A truck exploded on 14 October 2017, killing 587 people, a committee found five months later. More than 300 were hurt, the "
        "minister told reporters the next day. A second bomb exploded about two hours later. In 2019 a man was hanged."
    )
    found = find_times(text, date(2020, 3, 15))
    assert [(seen.text, seen.start) for seen in found] == [
        ("on 14 October 2017", date(2017, 10, 14)),
        ("five months later", date(2018, 3, 1)),
        ("the next day", date(2017, 10, 15)),
        ("about two hours later", date(2017, 10, 14)),
        ("In 2019", date(2019, 1, 1)),
    ]


def test_every_rule_has_its_reader():
    unread = {rule.reads for shapes in grammar().shapes.values() for rule in (row.rule for row in shapes.rows)} - {"clock", "list"}
    assert unread == set(time_rules.READERS)


def test_the_examples_of_the_documentation_hold():
    page = (Path(__file__).parents[2] / "docs" / "times.md").read_text("utf-8")
    examples = re.findall(r"^\| \"([^|]+)\" \| (\S+) to (\S+) \|", page, re.MULTILINE)

    assert len(examples) > 60
    wrong = {}
    for words, start, end in examples:
        found = [(str(seen.start or "-"), str(seen.end or "-")) for seen in find_times(f"Gunmen struck {words}", date(2019, 2, 28))]
        if (start, end) not in found:
            wrong[words] = found
    assert wrong == {}


WORDS = st.sampled_from(sorted(word for word in grammar().kinds if word[0] != "<"))
NUMBERS = st.sampled_from(
    ["3.30", "05:00", "1", "2", "10", "14th", "28", "29", "30", "31", "89", "1990s", "1995", "2000", "2019", "2025-05-10", "13/05/2025"]
)
MARKS = st.sampled_from(["-", ",", ".", "(", ")", "'s", "\n\n", "MAY", "March", "May", "Q1", "two-day"])
PIECES = st.one_of(WORDS, NUMBERS, NUMBERS, MARKS)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(st.one_of(PIECES, st.text(max_size=3))).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS, DAYS, DAYS)
def test_the_words_stand_where_they_are_said_to(text, published, dateline):
    end = 0
    for seen in find_times(text, published, dateline=dateline):
        assert seen.text == text[seen.start_offset : seen.end_offset] != ""
        assert seen.start_offset >= end
        assert seen.start is None or seen.end is None or seen.start <= seen.end
        end = seen.end_offset


@given(TEXTS, st.data())
def test_a_part_of_a_text_has_its_times_inside(text, data):
    start = data.draw(st.integers(-3, len(text) + 3))
    end = data.draw(st.one_of(st.none(), st.integers(-3, len(text) + 3)))
    first, last, _ = slice(start, end).indices(len(text))
    for seen in find_times(text, date(2019, 2, 28), start=start, end=end):
        assert first <= seen.start_offset < seen.end_offset <= last


PAST = st.sampled_from(
    [words for row in rows(WEEKDAYS) + rows(COUNTED_FROM_REPORT) for words in [row[0].split("«")[1].split("»")[0]]]
).filter(lambda words: not any(cue in words for cue in ("next", "tomorrow", "coming", "time")))


@given(PAST, st.dates(min_value=date(1900, 1, 1)))
def test_what_is_past_is_never_after_the_report(words, published):
    for seen in find_times(f"Gunmen struck {words}.", published):
        assert seen.end <= published


@given(
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["{0.day} {0:%B}", "{0:%B} {0.day}", "{0:%b}. {0.day}", "the {0.day}th of {0:%B}"]),
)
def test_a_day_without_year_is_the_latest_up_to_the_report(when, form):
    published = when + timedelta(days=when.day * 11)  # less than a year
    written = form.format(when).replace("May.", "May")
    (seen,) = find_times(f"Gunmen struck on {written}.", published)
    assert seen.start == seen.end == when


@given(
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}", "{0:%d.%m.%Y}"]),
)
def test_a_full_date_is_read_as_it_stands(when, form):
    (seen,) = find_times(f"Gunmen struck on {form.format(when)}.", None)
    assert (seen.start, seen.end, seen.basis) == (when, when, Basis.STATED)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_weekdays_and_yesterday_at_every_end_of_month_and_year(published):
    text = f"On {published:%A} and on {published - timedelta(days=6):%A}, and yesterday."
    assert [seen.start for seen in find_times(text, published)] == [published, published - timedelta(days=6), published - timedelta(days=1)]


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "in the past ",
        "10 May ",
        "3, ",
        "the next day today ",
        "from 2014 to ",
        "on Monday at 3 pm ",
        "two days after ",
        "since ",
        "\n ",
        "'s ",
        "will ",
    ],
)
def test_the_work_grows_no_faster_than_the_text(piece):
    def seconds(text):
        began = time.perf_counter()
        find_times(text, date(2019, 2, 28))
        return time.perf_counter() - began

    short = piece * 400
    ratio = min(seconds(short * 16) for _ in range(3)) / min(seconds(short) for _ in range(3))
    assert ratio < 100  # 16 if it grows with the text, 256 if with its square; the machine may be busy


def test_the_day_before_is_not_counted_from_a_day_to_come():
    text = "The miners were freed on Tuesday. They land tomorrow. Men had taken them the day before."
    assert [str(each.start) for each in find_times(text, date(2019, 2, 28))] == ["2019-02-26", "2019-03-01", "2019-02-25"]


def test_a_million_digits():
    assert find_times("9" * 10**6, date(2019, 2, 28)) == ()
