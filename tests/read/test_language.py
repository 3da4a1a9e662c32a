"""Which language: English quickly, the others by the model, and no guess at a few letters."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ascribe.read import language, read_bytes

TEXTS = {
    "en": "Police in Gao said on Monday that twelve people had been killed when gunmen attacked a market. It was the third attack in the "
    "region in a month, and nobody has claimed it so far.",
    "fr": "La police de Gao a déclaré lundi que douze personnes ont été tuées lorsque des hommes armés ont attaqué un marché. C'est la "
    "troisième attaque dans la région en un mois, et personne ne l'a revendiquée.",
    "es": "La policía de Cali dijo el lunes que doce personas murieron cuando hombres armados atacaron un mercado. Es el tercer ataque en "
    "la región en un mes y nadie se lo ha atribuido hasta ahora.",
    "ar": "قالت الشرطة في مدينة الموصل يوم الاثنين إن اثني عشر شخصا قتلوا عندما هاجم مسلحون سوقا في المدينة. وهذا هو الهجوم الثالث في "
    "المنطقة خلال شهر ولم تعلن أي جهة مسؤوليتها عنه حتى الآن.",
    "ru": "Полиция Харькова сообщила в понедельник, что двенадцать человек погибли, когда вооружённые люди напали на рынок. Это третье "
    "нападение в области за месяц, и никто не взял на себя ответственность.",
    "uk": "Поліція Харкова повідомила в понеділок, що дванадцять людей загинули, коли озброєні люди напали на ринок. Це вже третій напад "
    "в області за місяць, і ніхто не взяв на себе відповідальність.",
    "pt": "A polícia de Pemba disse na segunda-feira que doze pessoas morreram quando homens armados atacaram um mercado. É o terceiro "
    "ataque na região em um mês, e ninguém assumiu a autoria até agora.",
    "id": "Polisi di Poso mengatakan pada hari Senin bahwa dua belas orang tewas ketika pria bersenjata menyerang sebuah pasar. Ini adalah "
    "serangan ketiga di wilayah itu dalam sebulan, dan belum ada yang mengaku bertanggung jawab.",
    "nl": "De politie in Gao zei maandag dat twaalf mensen werden gedood toen gewapende mannen een markt aanvielen. Het was de derde "
    "aanval in de regio in een maand. Het leger is in de stad en zoekt in de heuvels, of zo zei de burgemeester.",
    "af": "Die polisie in Gao het Maandag gesê dat twaalf mense dood is toe gewapende mans 'n mark in die dorp aangeval het. Dit was die "
    "derde aanval in die streek in een maand. Die leër was in die stad en soek in die heuwels.",
    "da": "Politiet i Gao sagde mandag, at tolv mennesker blev dræbt, da bevæbnede mænd angreb et marked. Det var det tredje angreb i "
    "regionen på en måned, og ingen har for alvor taget ansvar for at have gjort det.",
    "sv": "Polisen i Gao sade på måndagen att tolv människor dödades när beväpnade män attackerade en marknad. Det var den tredje attacken "
    "i regionen på en månad och ingen har tagit på sig ansvaret för den.",
    "de": "Die Polizei in Gao teilte am Montag mit, dass zwölf Menschen getötet wurden, als bewaffnete Männer einen Markt angriffen. Es "
    "war der dritte Angriff in der Region in einem Monat, und niemand hat sich bisher zu der Tat bekannt.",
    "it": "La polizia di Gao ha detto lunedì che dodici persone sono state uccise quando uomini armati hanno attaccato un mercato. È il "
    "terzo attacco in un mese nella regione, e nessuno lo ha rivendicato a oggi.",
    "so": "Booliska magaalada Gaalkacyo ayaa Isniintii sheegay in laba iyo toban qof la dilay markii rag hubaysan ay weerareen suuq. Waa "
    "weerarkii saddexaad ee gobolka bishan.",
    "sw": "Polisi mjini Goma walisema Jumatatu kwamba watu kumi na wawili waliuawa wakati watu wenye silaha waliposhambulia soko. Ni "
    "shambulio la tatu katika eneo hilo kwa mwezi mmoja.",
    "tr": "Polis pazartesi günü yaptığı açıklamada, silahlı kişilerin bir pazara saldırması sonucu on iki kişinin öldüğünü söyledi. Bu, "
    "bölgede bir ay içinde yapılan üçüncü saldırı.",
    "ha": "Yan sanda a garin Maiduguri sun ce a ranar Litinin an kashe mutane goma sha biyu lokacin da wasu yan bindiga suka kai hari a "
    "wata kasuwa. Wannan shi ne hari na uku a yankin a wata daya.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_paragraph(code):
    assert language(TEXTS[code]) == code


@pytest.mark.parametrize("code", TEXTS)
def test_only_another_language_is_noted(code):
    document = read_bytes(TEXTS[code].encode(), name="a.txt", published="2025-05-15")

    assert document.language == code
    assert document.notes == (() if code == "en" else ("not_english",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army denied it.", "en"),
        ("Gunmen killed 12 people in Gao.", "en"),
        ("GUNMEN KILL 12 IN MARKET ATTACK", "en"),
        ("POLICE SAY TWO DEAD", "en"),
        ("12 morti in un attacco a Gao", "it"),
        ("Polisi di Jakarta menangkap 5 orang", "id"),
        ("Взрыв в Харькове", "ru"),
        ("Вибух у Харкові", "uk"),
        ("هجوم على السوق", "ar"),
        ("Kabul, Herat, Kandahar", "und"),
        ("ok", "und"),
        ("12:30", "und"),
        ("", "und"),
        ("😀😀", "und"),
    ],
)
def test_a_few_words(text, expected):
    assert language(text) == expected


def test_a_foreign_banner_does_not_hide_an_english_report():
    assert language(TEXTS["fr"] + "\n" + TEXTS["en"] * 40) == "en"


def test_english_does_not_load_the_model():
    program = f"import sys; from ascribe.read import read_bytes; read_bytes({TEXTS['en'].encode()!r}, name='a'); print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert not {"py3langid", "numpy", "trafilatura", "lxml", "pypdf"} & set(loaded)
