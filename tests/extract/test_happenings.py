"""What happened: a sentence, and the one happening that it must give through the whole pipeline."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from ascribe.export.records import record
from ascribe.model.text import Document
from ascribe.pipeline import Step, fast, read_through

#: name -> sentence, expected. `n` is how many events of the type (of any type when the type is None); figures are best, or (low, best,
#: high).
ROWS: dict[str, tuple[str, dict[str, Any]]] = {
    # --- verbs
    "active": ("Gunmen attacked an army post near Kabul on Monday.", {"type": "ASSAULT", "actors": "Gunmen", "targets": "army post", "n": 1}),
    "passive with by": ("A police station in Mosul was attacked by militants on Tuesday.", {"type": "ASSAULT", "actors": "militants", "targets": "police station", "n": 1}),
    "participle of result": ("Rebels raided a village in Ituri, killing 12 people and wounding seven.", {"type": "ASSAULT", "tactics": "raid", "actors": "Rebels", "killed": 12, "injured": 7, "n": 1}),
    "reduced relative": ("A bomb planted by rebels killed two soldiers in Kandahar.", {"type": "ASSAULT", "tactics": "explosion", "killed": 2, "weapons": "bomb", "n": 1}),
    "two verbs of one subject": ("Militants stormed the base and killed 14 soldiers.", {"type": "ASSAULT", "actors": "Militants", "targets": "base", "killed": 14, "n": 1}),
    "killed and wounded": ("Insurgents killed nine policemen and wounded four in Ghazni.", {"type": "ASSAULT", "killed": 9, "injured": 4, "n": 1}),
    "killed and N wounded": ("Seven people were killed and 13 wounded when gunmen opened fire in a bar.", {"type": "ASSAULT", "killed": 7, "injured": 13, "n": 1}),
    "N others": ("A car bomb killed six people and injured 20 others in Baghdad.", {"type": "ASSAULT", "tactics": "vehicle_bombing", "killed": 6, "injured": 20, "n": 1}),
    "left dead": ("The attack by gunmen left four people dead and nine injured.", {"type": "ASSAULT", "killed": 4, "injured": 9, "n": 1}),
    "gunned down": ("Two traders were gunned down by bandits in Zamfara.", {"type": "ASSAULT", "mode": "firearms", "actors": "bandits", "killed": 2, "n": 1}),
    "shot dead singular": ("A policeman was shot dead by gunmen in Karachi.", {"type": "ASSAULT", "mode": "firearms", "killed": 1, "n": 1}),
    "assassinated": ("The mayor was assassinated outside his home by gunmen.", {"type": "ASSAULT", "mode": "targeted", "tactics": "targeted_killing", "killed": 1, "n": 1}),
    "ambushed": ("Rebels ambushed a convoy of the army in Nariño, killing three soldiers.", {"type": "ASSAULT", "tactics": "ambush", "targets": "convoy", "killed": 3, "n": 1}),
    "blew up": ("Guerrillas blew up an oil pipeline near Saravena.", {"type": "ASSAULT", "actors": "Guerrillas", "targets": "oil pipeline", "n": 1}),
    "blown up": ("Two power pylons were blown up by rebels near the port.", {"type": "ASSAULT", "targets": "power pylons", "n": 1}),
    "set fire to": ("Militiamen set fire to 40 houses in the village and looted the market.", {"type": "ASSAULT", "tactics": "arson", "actors": "Militiamen"}),
    "beaten": ("Soldiers beat three prisoners with rifle butts.", {"type": "ASSAULT", "mode": "beat", "tactics": "beating", "actors": "Soldiers", "n": 1}),
    "beheaded": ("Jihadists beheaded two fishermen on the island.", {"type": "ASSAULT", "tactics": "execution", "killed": 2, "n": 1}),
    "raped": ("Soldiers raped 14 women in the village, the militia said.", {"type": "ASSAULT", "mode": "sexual", "tactics": "sexual_violence", "n": 1}),
    "tortured": ("Rebels tortured two captured soldiers.", {"type": "ASSAULT", "mode": "torture", "tactics": "torture", "n": 1}),
    "stabbed": ("A man stabbed to death two soldiers at a checkpoint.", {"type": "ASSAULT", "killed": 2, "n": 1}),
    "hacked to death": ("Five villagers were hacked to death by militiamen with machetes.", {"type": "ASSAULT", "killed": 5, "weapons": "machetes", "n": 1}),
    "came under fire": ("A UN convoy came under fire from rebels near Goma; nobody was hurt.", {"type": "ASSAULT", "n": 1, "injured": 0}),
    "lost lives": ("Eleven soldiers lost their lives in a rebel ambush.", {"type": "ASSAULT", "tactics": "ambush", "killed": 11, "n": 1}),
    "claimed lives": ("The bombing claimed the lives of 21 worshippers.", {"type": "ASSAULT", "killed": 21, "n": 1}),
    "took lives": ("Three bombs took more than 90 lives in Quetta.", {"type": "ASSAULT", "tactics": "explosion", "killed": (90, 90, None)}),
    "fell to gunfire": ("A rebel sniper killed a soldier in Sarajevo.", {"type": "ASSAULT", "tactics": "sniper", "killed": 1, "n": 1}),
    # --- weapons as subjects
    "shell hit": ("A shell hit a school in Donetsk, killing two children.", {"type": "ASSAULT", "tactics": "shelling", "targets": "school", "killed": 2, "n": 1}),
    "rocket landed": ("Rebel rockets landed near a hospital in Sderot without causing casualties.", {"type": "ASSAULT", "tactics": "shelling", "weapons": "rockets", "n": 1, "killed": 0}),
    "drones struck": ("Drones struck an oil refinery in Ryazan overnight.", {"type": "ASSAULT", "tactics": "drone_strike", "targets": "oil refinery", "n": 1}),
    "missile slammed": ("A Russian missile slammed into an apartment block in Dnipro, killing 40 people.", {"type": "ASSAULT", "tactics": "missile_strike", "targets": "apartment block", "killed": 40, "n": 1}),
    "bomb exploded": ("A bomb exploded outside a mosque in Kabul, wounding 12 worshippers.", {"type": "ASSAULT", "tactics": "explosion", "targets": "mosque", "injured": 12, "n": 1}),
    "bomb went off": ("A roadside bomb went off as an army patrol passed, killing two soldiers.", {"type": "ASSAULT", "tactics": "ied", "killed": 2, "n": 1}),
    "car bomb blew up": ("A car packed with explosives blew up at a checkpoint, killing nine people.", {"type": "ASSAULT", "tactics": "vehicle_bombing", "killed": 9, "n": 1}),
    "hit a mine": ("An army truck hit a landmine near Mora and four soldiers were killed.", {"type": "ASSAULT", "tactics": "landmine", "killed": 4, "n": 1}),
    "ran over a mine": ("A bus carrying policemen ran over a landmine in Koraput district, killing eleven of them.", {"type": "ASSAULT", "tactics": "landmine", "killed": 11, "n": 1}),
    "suicide bomber": ("A suicide bomber blew himself up in a mosque in Peshawar, killing 59 people.", {"type": "ASSAULT", "mode": "suicide-attack", "tactics": "suicide_bombing", "killed": 59, "n": 1}),
    "warplanes bombed": ("Warplanes bombed a market in Kabkabiya, killing more than 100 people.", {"type": "ASSAULT", "mode": "aerial", "tactics": "airstrike", "targets": "market", "killed": (100, 100, None), "n": 1}),
    "grenade thrown": ("A grenade was thrown into a bar in Bujumbura, wounding eight people.", {"type": "ASSAULT", "tactics": "grenade", "injured": 8, "n": 1}),
    "mortar shells landed": ("Three mortar shells landed near the stadium in Mogadishu.", {"type": "ASSAULT", "tactics": "shelling", "weapons": "mortar shells", "n": 1}),
    "fired rockets": ("Rebels fired rockets at a police station in Shwebo.", {"type": "ASSAULT", "tactics": "shelling", "actors": "Rebels", "targets": "police station", "n": 1}),
    "launched drones": ("Russia launched 30 attack drones at Ukraine overnight.", {"type": "ASSAULT", "tactics": "drone_strike", "actors": "Russia", "n": 1, "killed": None}),
    "shot down drones": ("Russia launched 30 drones at Kyiv and the air force shot down 23 of the drones.", {"type": "ASSAULT", "tactics": "drone_strike", "actors": "Russia", "killed": None}),
    "opened fire": ("Security forces opened fire on protesters in Zahedan, killing 19.", {"type": "ASSAULT", "mode": "firearms", "actors": "Security forces", "recipients": "protesters", "killed": 19, "n": 1}),
    # --- nouns
    "light verb": ("Militants carried out an attack on a police academy in Quetta.", {"type": "ASSAULT", "actors": "Militants", "targets": "police academy", "n": 1}),
    "light verb passive": ("An attack on a hotel in Bamako was carried out by jihadists.", {"type": "ASSAULT", "actors": "jihadists", "targets": "hotel", "n": 1}),
    "attack by on in": ("The attack by rebels on a barracks in Ghorahi killed 14 soldiers.", {"type": "ASSAULT", "actors": "rebels", "targets": "barracks", "killed": 14, "n": 1}),
    "adjective of the doer": ("Israeli airstrikes killed ten people in Gaza City.", {"type": "ASSAULT", "tactics": "airstrike", "actors": "Israel", "killed": 10, "n": 1}),
    "possessive": ("The rebels' attack on the barracks killed five soldiers.", {"type": "ASSAULT", "actors": "rebels", "killed": 5, "n": 1}),
    "killing of": ("The killing of 12 farmers by militants shocked the state.", {"type": "ASSAULT", "killed": 12, "actors": "militants", "n": 1}),
    "abduction of by": ("Villagers reported the abduction of four girls by insurgents.", {"type": "ASSAULT", "tactics": "abduction", "abducted": 4, "actors": "insurgents", "n": 1}),
    "clash between": ("A clash between the army and rebels near Tame killed five guerrillas and two soldiers.", {"type": "ASSAULT", "tactics": "armed_clash", "actors": "army; rebels", "killed": 7, "n": 1}),
    "clashed with": ("Troops clashed with militants in Rajouri and three soldiers were killed.", {"type": "ASSAULT", "tactics": "armed_clash", "actors": "Troops; militants", "killed": 3, "n": 1}),
    "compound weapon": ("A car bomb attack in Mogadishu killed 20 people.", {"type": "ASSAULT", "tactics": "vehicle_bombing", "killed": 20, "n": 1}),
    "two weapons": ("Missile and drone strikes hit Kharkiv overnight, killing seven people.", {"type": "ASSAULT", "tactics": "missile_strike; drone_strike", "killed": 7, "n": 1}),
    "sniper fire": ("A boy was wounded by sniper fire in Sarajevo.", {"type": "ASSAULT", "tactics": "sniper", "injured": 1, "n": 1}),
    "blast at": ("A blast at a Shia mosque in Kunduz killed at least 46 worshippers and wounded 143.", {"type": "ASSAULT", "targets": "Shia mosque", "killed": (46, 46, None), "injured": 143, "n": 1}),
    "died in": ("Ten people died in an explosion at a police station in Khost.", {"type": "ASSAULT", "killed": 10, "n": 1}),
    "one happening, several words": ("The bombing, an attack on a market, was a massacre in which 30 civilians were killed by the blast.", {"type": "ASSAULT", "killed": 30, "n": 1}),
    "shelling of": ("The shelling of Goma by rebels killed eight civilians.", {"type": "ASSAULT", "tactics": "shelling", "actors": "rebels", "killed": 8, "n": 1}),
    # --- casualties
    "list of victims": ("The dead were 33 attackers, 21 hostages and four soldiers, the army said after the raid by militants.", {"type": "ASSAULT", "casualties": [("killed", 33), ("killed", 21), ("killed", 4)]}),
    "list as object": ("The rebels killed nine soldiers, 19 villagers and two teachers in the raid.", {"type": "ASSAULT", "casualties": [("killed", 9), ("killed", 19), ("killed", 2)], "killed": 30, "n": 1}),
    "list as subject": ("Two soldiers, three policemen and a child were killed in the attack by militants.", {"type": "ASSAULT", "killed": 6, "casualties": [("killed", 2), ("killed", 3), ("killed", 1)], "n": 1}),
    "including is a part": ("A bomb killed 12 people, including three children, in Herat.", {"type": "ASSAULT", "killed": 12, "n": 1}),
    "among them is a part": ("Gunmen killed 24 people, among them two policemen, in Karachi.", {"type": "ASSAULT", "killed": 24, "n": 1}),
    "civilians": ("Militiamen killed 15 civilians in Beni.", {"type": "ASSAULT", "casualty": {"effect": "killed", "civilian": True, "side": "recipient"}, "n": 1}),
    "soldiers are no civilians": ("Rebels killed three soldiers in Beni.", {"type": "ASSAULT", "casualty": {"effect": "killed", "civilian": False, "side": "recipient"}, "n": 1}),
    "attackers dead": ("Four attackers were killed when militants attacked the stock exchange in Karachi.", {"type": "ASSAULT", "casualty": {"effect": "killed", "side": "actor"}, "killed": 4}),
    "dozens": ("Dozens of villagers were killed when gunmen attacked Tole.", {"type": "ASSAULT", "killed": (24, None, None), "n": 1}),
    "more than": ("More than 200 people were killed in the massacre by militiamen.", {"type": "ASSAULT", "tactics": "massacre", "killed": (200, 200, None), "n": 1}),
    "up to": ("Up to 20 rebels were killed in air strikes.", {"type": "ASSAULT", "killed": (None, None, 20), "n": 1}),
    "between": ("Between 20 and 30 soldiers died in the ambush.", {"type": "ASSAULT", "killed": (20, None, 30), "n": 1}),
    "to": ("An ambush by rebels killed 20 to 30 soldiers.", {"type": "ASSAULT", "killed": (20, None, 30), "n": 1}),
    "told together": ("More than 100 people were killed or wounded in the bombing.", {"type": "ASSAULT", "victims": (100, 100, None), "killed": None, "injured": None, "n": 1}),
    "told together, abducted": ("The rebels have abducted or killed thousands of villagers.", {"type": "ASSAULT", "victims": (2000, None, None), "killed": None}),
    "no casualties": ("Rebels dynamited the bridge, but no casualties were reported.", {"type": "ASSAULT", "killed": 0, "n": 1}),
    "nobody hurt": ("Rebels fired mortars at the barracks; nobody was hurt.", {"type": "ASSAULT", "injured": 0, "n": 1}),
    "without causing casualties": ("Militants fired rockets at the base without causing casualties.", {"type": "ASSAULT", "killed": 0, "n": 1}),
    "injuring nobody": ("A roadside bomb damaged an armoured vehicle but injured nobody.", {"type": "ASSAULT", "injured": 0, "n": 1}),
    "couple": ("Soldiers shot dead an elderly couple in Pale.", {"type": "ASSAULT", "killed": 2, "n": 1}),
    "apposition": ("Thirty-five men, all of them Sikhs, were shot dead by gunmen on Monday.", {"type": "ASSAULT", "killed": 35, "n": 1}),
    "N of them": ("Militants attacked a camp, killing six of the guards and injuring four others.", {"type": "ASSAULT", "killed": 6, "injured": 4, "n": 1}),
    "age is no count": ("A student aged 51 was shot dead by gunmen in Raman.", {"type": "ASSAULT", "killed": 1, "n": 1}),
    "both dead and hurt": ("Two soldiers were killed and three others were seriously injured in a grenade attack.", {"type": "ASSAULT", "killed": 2, "injured": 3, "n": 1}),
    # --- displaced, missing, abducted, released, arrested
    "displaced": ("Fighting between the army and rebels displaced about 3,400 people.", {"type": "ASSAULT", "displaced": (None, 3400, None), "n": 1}),
    "fled": ("At least 10,000 people fled after militiamen attacked the town.", {"type": "ASSAULT", "displaced": (10000, 10000, None)}),
    "forced from homes": ("The rebel offensive has forced 50,000 people from their homes.", {"type": "ASSAULT", "displaced": 50000}),
    "kidnapped": ("Gunmen kidnapped 20 pupils from a school in Kaduna.", {"type": "ASSAULT", "mode": "abduct", "tactics": "abduction", "abducted": 20, "n": 1}),
    "took hostage": ("Rebels took 13 policemen hostage in Guerrero.", {"type": "ASSAULT", "tactics": "hostage_taking", "abducted": 13, "n": 1}),
    "taken hostage": ("Thirteen policemen were taken hostage by rebels.", {"type": "ASSAULT", "tactics": "hostage_taking", "abducted": 13, "n": 1}),
    "marched into the bush": ("The rebels marched 139 girls into the bush.", {"type": "ASSAULT", "tactics": "abduction", "abducted": 139, "n": 1}),
    "led away": ("Six officers were led away by the attackers after the raid.", {"type": "ASSAULT", "abducted": 6}),
    "hijacked": ("Bandits hijacked a bus near Minna.", {"type": "ASSAULT", "tactics": "hijacking", "n": 1}),
    "released": ("The rebels released 109 hostages on Friday.", {"type": "RETREAT", "mode": "release", "actors": "rebels", "recipients": "hostages", "n": 1}),
    "set free": ("The 279 girls abducted by bandits were set free on Tuesday.", {"type": "RETREAT", "mode": "release", "recipients": "girls", "n": 1}),
    "freed": ("Kidnappers freed two engineers near Arauca.", {"type": "RETREAT", "mode": "release", "recipients": "engineers", "n": 1}),
    "handed over": ("Two soldiers held by the rebels were handed over to the Red Cross.", {"type": "RETREAT", "mode": "release", "recipients": "soldiers", "n": 1}),
    "arrested": ("Police arrested 11 people after the bombing.", {"type": "COERCE", "mode": "arrest", "actors": "Police", "recipients": "people", "arrested": 11, "n": 1}),
    "detained": ("Between 200 and 400 men were detained by troops in Gudermes.", {"type": "COERCE", "mode": "arrest", "arrested": (200, None, 400), "n": 1}),
    "picked up": ("Police said that 180 suspected militants had been picked up.", {"type": "COERCE", "mode": "arrest", "arrested": 180, "n": 1}),
    "taken into custody": ("Three men were taken into custody by police after the attack.", {"type": "COERCE", "mode": "arrest", "arrested": 3, "n": 1}),
    "rounded up": ("Soldiers rounded up 60 villagers near the border.", {"type": "COERCE", "mode": "arrest", "arrested": 60, "n": 1}),
    # --- COERCE
    "curfew imposed": ("The government imposed a curfew on the city after the riots.", {"type": "COERCE", "mode": "curfew", "actors": "government", "n": 1}),
    "curfew passive": ("A curfew was imposed on Jammu after clashes between police and protesters.", {"type": "COERCE", "mode": "curfew", "n": 1}),
    "emergency": ("The president declared a state of emergency after the attacks.", {"type": "COERCE", "mode": "martial-law", "actors": "president", "n": 1}),
    "emergency passive": ("A state of emergency was declared in Enga after the massacre.", {"type": "COERCE", "mode": "martial-law", "n": 1}),
    "blockade": ("Rebels blockaded the town of Djibo.", {"type": "COERCE", "mode": "restrict", "actors": "Rebels", "n": 1}),
    "weapons seized": ("Police seized 20 rifles and a mortar from the rebels.", {"type": "COERCE", "mode": "seize", "actors": "Police", "n": 1}),
    # --- PROTEST
    "protested": ("Thousands of students protested in Dhaka against the quotas; police fired tear gas.", {"type": "PROTEST", "mode": "demo", "killed": None, "n": 1}),
    "marched": ("Thousands of Sikhs marched in Jammu on Tuesday.", {"type": "PROTEST", "mode": "demo", "killed": None, "n": 1}),
    "held a demonstration": ("Some forty people held a demonstration in front of the embassy.", {"type": "PROTEST", "mode": "demo", "n": 1}),
    "strike": ("The union called a general strike for Monday.", {"type": "PROTEST", "mode": "strike", "n": 1}),
    "went on strike": ("Miners went on strike in Potosí.", {"type": "PROTEST", "mode": "strike", "actors": "Miners", "n": 1}),
    "hunger strike": ("Forty prisoners began a hunger strike on Monday.", {"type": "PROTEST", "mode": "hunger", "actors": "prisoners", "n": 1}),
    "riot": ("Supporters rioted in Bristol on Saturday and police arrested 12 people.", {"type": "PROTEST", "mode": "riot", "n": 1}),
    "blocked road": ("Protesters blocked the highway to Acapulco with burning tyres.", {"type": "PROTEST", "mode": "obstruct", "actors": "Protesters", "n": 1}),
    # --- agreement, retreat, aid, sanction, mobilisation
    "ceasefire signed": ("The government and the rebels signed a ceasefire in Rome on Monday.", {"type": "RETREAT", "mode": "ceasefire", "actors": "government; rebels", "n": 1}),
    "ceasefire declared": ("The rebels declared a ceasefire on Tuesday.", {"type": "RETREAT", "mode": "ceasefire", "actors": "rebels", "n": 1}),
    "peace accord": ("The government and the FARC signed a peace accord in Havana.", {"type": "AGREE", "actors": "government; FARC", "n": 1}),
    "talks": ("The government and the rebels held talks in Doha on Friday.", {"type": "CONSULT", "actors": "government; rebels", "n": 1}),
    "met": ("The rebel leader met the president in Havana for peace talks.", {"type": "CONSULT", "n": 1}),
    "withdrew": ("Rebel forces withdrew from Goma on Sunday.", {"type": "RETREAT", "mode": "withdraw", "n": 1}),
    "laid down arms": ("Sixty-four rebels laid down their arms in El Almendro.", {"type": "RETREAT", "mode": "disarm", "n": 1}),
    "handed in weapons": ("Two hundred militiamen handed in their weapons to peacekeepers.", {"type": "RETREAT", "mode": "disarm", "n": 1}),
    "aid": ("The World Food Programme delivered 60 tonnes of food to displaced people in Bankass.", {"type": "AID", "actors": "World Food Programme", "recipients": "displaced people", "n": 1}),
    "aid sent": ("China sent medical teams to Mandalay.", {"type": "AID", "actors": "China", "n": 1}),
    "convicted": ("A court convicted three militants of murder.", {"type": "SANCTION", "mode": "convict", "recipients": "militants", "n": 1}),
    "sentenced": ("Two rebels were sentenced to life in prison on Thursday.", {"type": "SANCTION", "mode": "convict", "recipients": "rebels", "n": 1}),
    "diplomats expelled": ("Pakistan expelled two Indian diplomats on Thursday.", {"type": "SANCTION", "mode": "expel", "actors": "Pakistan", "n": 1}),
    "sanctions": ("The European Union imposed sanctions on Uzbekistan.", {"type": "SANCTION", "mode": "discontinue", "actors": "European Union", "n": 1}),
    "deployed": ("The government deployed 5,000 troops to the border.", {"type": "MOBILIZE", "mode": "troops", "actors": "government", "n": 1}),
    "captured town": ("Rebels captured the town of Bria on Monday after fighting with the army.", {"type": "ASSAULT", "tactics": "seizure", "actors": "Rebels"}),
    "overran": ("Militants overran an army base in Dikwa.", {"type": "ASSAULT", "tactics": "seizure", "actors": "Militants", "targets": "army base", "n": 1}),
    "took control": ("Rebels took control of the airport at Goma.", {"type": "ASSAULT", "tactics": "seizure", "actors": "Rebels", "n": 1}),
    # --- aggregates
    "counted": ("Militants carried out 32 attacks in Rakhine in a week.", {"type": "ASSAULT", "granularity": "aggregate", "occurrences": 32, "n": 1}),
    "several": ("Several clashes between the army and rebels were reported in Kachin.", {"type": "ASSAULT", "granularity": "aggregate", "occurrences": (3, None, None), "n": 1}),
    "wave": ("A wave of bombings by insurgents hit Baghdad, killing 40 people.", {"type": "ASSAULT", "granularity": "aggregate", "killed": 40, "n": 1}),
    "sites": ("Militants attacked 12 villages in Plateau state, killing 140 people.", {"type": "ASSAULT", "sites": 12, "killed": 140, "n": 1}),
    "times": ("The army hit rebel positions 12 times in a week.", {"type": "ASSAULT", "occurrences": 12, "granularity": "aggregate", "n": 1}),
    "campaign": ("The army began Operation Green Hunt against the rebels in Chhattisgarh.", {"type": "ASSAULT", "campaign": "Operation Green Hunt", "n": 1}),
    "since": ("More than 700 people have been killed by gunmen in Karachi since the start of the year.", {"type": "ASSAULT", "granularity": "aggregate", "killed": (700, 700, None), "n": 1}),
    "in days of": ("At least 31 people were killed in two days of fighting between police and gunmen.", {"type": "ASSAULT", "killed": (31, 31, None), "n": 1}),
    "counted killings": ("The ombudsman recorded 220 executions by soldiers in the first half of the year.", {"type": "ASSAULT", "granularity": "aggregate", "killed": 220, "n": 1}),
    "joined nouns": ("The rebels counted 32 air and artillery attacks by the army.", {"type": "ASSAULT", "granularity": "aggregate", "occurrences": 32}),
    "named operation": ('Army jets bombed rebel camps under "Swords of Iron", an operation that began in May.', {"type": "ASSAULT", "campaign": "Swords of Iron"}),
    # --- more of what befell people
    "relative whom": ("Two nurses, whom the rebels had abducted in May, are still missing.", {"type": "ASSAULT", "tactics": "abduction", "abducted": 2, "actors": "rebels"}),
    "bodies found": ("Soldiers found the bodies of nine men killed by rebels near Goma.", {"type": "ASSAULT", "killed": 9}),
    "of the dead": ("A bomb killed 24 people in Herat. Seven of the dead were policemen.", {"type": "ASSAULT", "killed": 24, "n": 1}),
    "treated": ("A grenade was thrown into a bar by rebels; 30 people were treated for wounds.", {"type": "ASSAULT", "tactics": "grenade", "injured": 30, "n": 1}),
    "headline": ("Two fishermen shot dead on a beach north of Quissanga", {"type": "ASSAULT", "killed": 2, "n": 1}),
    "named victim": ("Israeli aircraft killed Tayseer al-Jabari in Gaza City.", {"type": "ASSAULT", "recipients": "al-Jabari", "killed": 1, "actors": "Israel", "n": 1}),
    "unnamed suspect": ("A 19-year-old was arrested by police on Wednesday.", {"type": "COERCE", "mode": "arrest", "n": 1}),
    "burned to death": ("Six policemen burned to death when rebels ambushed their truck.", {"type": "ASSAULT", "killed": 6}),
    "martyred": ("Two soldiers were martyred by a roadside bomb.", {"type": "ASSAULT", "tactics": "ied", "killed": 2, "n": 1}),
    "device laid by": ("A mine laid by the rebels went off under an army truck.", {"type": "ASSAULT", "actors": "rebels", "tactics": "landmine", "n": 1}),
    "suicide bomber walked": ("A suicide bomber walked into the office of the mayor in Mogadishu, killing six officials.", {"type": "ASSAULT", "mode": "suicide-attack", "killed": 6, "n": 1}),
    "piece of a target": ("Guerrillas dynamited a section of the oil pipeline near Saravena.", {"type": "ASSAULT", "targets": "oil pipeline", "n": 1}),
    "threw explosives": ("The rebels threw dynamite at a police station in Lima.", {"type": "ASSAULT", "tactics": "explosion", "targets": "police station", "n": 1}),
    "found guilty": ("Two rebels were found guilty of murder by a court in The Hague.", {"type": "SANCTION", "mode": "convict", "recipients": "rebels", "n": 1}),
    "strike called": ("A strike called by the opposition emptied the streets of Karachi.", {"type": "PROTEST", "mode": "strike", "n": 1}),
    # --- modality
    "foiled": ("Police foiled a suicide bombing by militants at the palace.", {"type": "ASSAULT", "modality": "averted", "n": 1}),
    "planned": ("The rebels plan to attack the capital, the army said.", {"type": "ASSAULT", "modality": "planned", "n": 1}),
    # --- no happening
    "heart attack": ("The general died of a heart attack in Kabul.", {"type": None, "n": 0}),
    "strike rate": ("His strike rate was the best of the season.", {"type": None, "n": 0}),
    "price war": ("The price war between two airlines claimed its first victim.", {"type": None, "n": 0}),
    "shot at goal": ("The striker had a shot at goal after ten minutes and attacked down the left.", {"type": None, "n": 0}),
    "explosion of colour": ("The festival was an explosion of colour.", {"type": None, "n": 0}),
    "war of words": ("The two coaches are in a war of words.", {"type": None, "n": 0}),
    "charm offensive": ("The minister began a charm offensive in Brussels.", {"type": None, "n": 0}),
    "earthquake": ("An earthquake killed 300 people in Kathmandu and destroyed hundreds of houses.", {"type": None, "n": 0}),
    "road accident": ("Fourteen people were killed when a bus plunged into a ravine.", {"type": None, "n": 0}),
    "gas leak": ("A gas cylinder exploded in a restaurant, injuring three people.", {"type": None, "n": 0}),
    "habit": ("The rebels say they fight for the landless.", {"type": None, "n": 0}),
    "decades": ("The country has known four decades of fighting the guerrillas.", {"type": None, "n": 0}),
    "frost": ("The frost killed much of the coffee crop.", {"type": None, "n": 0}),
    "executed shot": ("He executed a pull shot of great beauty.", {"type": None, "n": 0}),
    "bomb squad": ("The bomb squad blew up the device in a field.", {"type": None, "n": 0}),
    "accident before": ("A bus plunged into a ravine on Saturday. Twenty-two people were injured.", {"type": None, "n": 0}),
    "battle against drugs": ("The minister spoke of the battle against inflation.", {"type": None, "n": 0}),
    "blood pressure": ("The drug targets a protein that attacks the liver.", {"type": None, "n": 0}),
}  # fmt: skip


@cache
def _steps() -> tuple[Step, ...]:
    return fast()


def _coded(text: str) -> dict[str, Any]:
    document = Document.of(text, published="2025-05-15", publisher="The Paper", language="en")
    return record(next(read_through([document], _steps())))


def _figure(count: dict[str, Any] | None) -> tuple[int | None, int | None, int | None] | None:
    return None if count is None else (count["low"], count["best"], count["high"])


def _wanted(figure: Any) -> Any:
    return (figure, figure, figure) if isinstance(figure, int) else figure


def _names(things: list[dict[str, Any]], field: str) -> str:
    return " | ".join(f"{thing[field]} {thing.get('canonical') or ''}" for thing in things)


_TOTALS = {"killed": "fatalities", "injured": "injured", "abducted": "abducted", "arrested": "arrested", "displaced": "displaced"}


@pytest.mark.parametrize(("sentence", "expected"), ROWS.values(), ids=ROWS.keys())
def test_a_happening_is_read(sentence: str, expected: dict[str, Any]) -> None:
    coded = _coded(sentence)
    kind = expected["type"]
    events = [event for event in coded["events"] if kind is None or event["event_type"] == kind]
    if "n" in expected:
        assert len(events) == expected["n"], [(e["event_type"], e["tactics"]) for e in coded["events"]]
    if kind is None:
        return
    names = set(events[0]["claims"]) if events else set()
    claims = [claim for claim in coded["claims"] if claim["id"] in names]
    assert claims, "no such event"
    wrong = [problem for claim in claims[:1] for problem in _problems(claim, expected)]
    assert not wrong


def _problems(claim: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What of the expected does not hold of a claim."""
    wrong = []
    for field in ("mode", "granularity", "modality", "campaign"):
        if field in expected and claim[field] != expected[field]:
            wrong.append(f"{field}: {claim[field]}")
    for field in ("tactics",):
        if field in expected and not set(expected[field].split("; ")) <= set(claim[field]):
            wrong.append(f"{field}: {claim[field]}")
    for field, name in (("actors", "name"), ("recipients", "name"), ("targets", "text"), ("weapons", "text")):
        said = _names(claim[field], name).lower()
        wrong.extend(f"{field}: {said!r} lacks {one}" for one in expected.get(field, "").split("; ") if one.lower() not in said)
    for field, total in (*_TOTALS.items(), ("victims", "victims"), ("occurrences", "occurrences"), ("sites", "sites")):
        if field in expected and _figure(claim[total]) != _wanted(expected[field]):
            wrong.append(f"{field}: {_figure(claim[total])}")
    if "casualties" in expected:
        told = [(c["effect"], c["count"]["best"]) for c in claim["casualties"]]
        if sorted(told) != sorted(expected["casualties"]):
            wrong.append(f"casualties: {told}")
    if "casualty" in expected and not any(all(c[k] == v for k, v in expected["casualty"].items()) for c in claim["casualties"]):
        wrong.append(f"casualty: {[(c['effect'], c['who'], c['side'], c['civilian']) for c in claim['casualties']]}")
    return wrong
