"""Dates, times, time zones, the words for time that has passed."""

from cases._write import group

LETTERS = 'aAbcdDeEfFgGhHiIjlLmMnNoOPrsStTuUwWyYzZ'
MOMENTS = {
    'date': 'DATE', 'aware': 'AWARE', 'naive': 'NAIVE', 'midnight': 'datetime.datetime(2024, 2, 29, 0, 0)', 'noon': 'datetime.datetime(2024, 12, 30, 12, 0, tzinfo=UTC)',
    'fixed': 'datetime.datetime(2026, 11, 11, 23, 59, 59, 999999, tzinfo=datetime.timezone(timedelta(hours=-5, minutes=-30)))', 'old': 'datetime.datetime(987, 3, 2, 1, 5)', 'second': 'date(2026, 3, 22)', 'third': 'date(2026, 9, 23)', 'teen': 'date(2026, 6, 13)', 'first': 'date(2027, 1, 1)',
}
FORMATS = [f'{c}' for c in LETTERS] + ['jS F Y H:i', 'N j, Y, P', r'\Y\e\a\r: Y', r'jS \o\f F', 'D d M Y', 'Y-m-d\\TH:i:s', 'xqvk', '"Y"', 'DATE_FORMAT', 'DATETIME_FORMAT', 'SHORT_DATE_FORMAT', 'SHORT_DATETIME_FORMAT', 'TIME_FORMAT', 'YEAR_MONTH_FORMAT', 'MONTH_DAY_FORMAT', 'FIRST_DAY_OF_WEEK', '']


def formats():
    cases = []
    for name, value in MOMENTS.items():
        for text in FORMATS:
            cases.append({'id': f'date/{name}/{text}', 'template': '[{{ v|date:f }}]', 'context': repr({'f': text})[:-1] + f', "v": {value}}}'})
    for name, value in {'time': 'TIME', 'midnight': 'time(0, 0)', 'noon': 'time(12, 0)', 'naive': 'NAIVE', 'aware': 'AWARE', 'date': 'DATE'}.items():
        for text in ['a', 'A', 'e', 'f', 'g', 'G', 'h', 'H', 'i', 'O', 'P', 's', 'T', 'u', 'Z', 'Y', 'j', 'H:i:s', 'TIME_FORMAT', 'DATE_FORMAT', '']:
            cases.append({'id': f'time/{name}/{text}', 'template': '[{{ v|time:f }}]', 'context': repr({'f': text})[:-1] + f', "v": {value}}}'})
    return cases


SHOWN = ('{{ a }}|{{ n }}|{{ d }}|{{ t }}|{{ a|date }}|{{ n|date }}|{{ a|time }}|{{ a|date:"c" }}|{{ n|date:"c" }}|{{ a|date:"H:i e T O Z I" }}|{{ n|date:"H:i e T O Z I" }}|{{ a|date:"U" }}|{{ a.hour }}|{{ a.date }}|{{ a|date:"r" }}', '{"a": AWARE, "n": NAIVE, "d": DATE, "t": TIME}')
ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'America/Chicago', 'Pacific/Auckland']
SETTINGS = group('zones', [(*SHOWN, {'settings': {'TIME_ZONE': zone, 'USE_TZ': use}}) for zone in ZONES for use in (True, False)])

TAGS = group(
    'tz',
    [
        ('{% load tz %}' + text, '{"a": AWARE, "n": NAIVE, "z": "Asia/Tokyo"}', {'settings': {'TIME_ZONE': 'Europe/Berlin'}})
        for text in ('{{ a|localtime }}|{{ a|utc }}|{{ a|timezone:"Asia/Tokyo" }}|{{ a|timezone:z|date:"H:i e" }}|{{ n|timezone:"Asia/Tokyo" }}|{{ n|utc }}', '{{ a|timezone:"Nowhere/Here" }}|{{ "x"|localtime }}|{{ a|timezone:5 }}', '{% timezone "Asia/Tokyo" %}{{ a }}{% endtimezone %}{{ a }}', '{% timezone z %}{{ a }}{% endtimezone %}', '{% timezone None %}{{ a }}{% endtimezone %}', '{% localtime off %}{{ a }}{% endlocaltime %}|{% localtime on %}{{ a }}{% endlocaltime %}|{% localtime %}{{ a }}{% endlocaltime %}', '{% localtime maybe %}{% endlocaltime %}', '{% timezone %}{% endtimezone %}', '{% get_current_timezone as T %}{{ T }}', '{% get_current_timezone T %}', '{% now "H:i e" %}', '{{ a|date:"H:i"|upper }}')
    ],
)
TAGS += group('tz-unknown', [('{% load tz %}{% timezone "Bad" %}{{ a }}{% endtimezone %}', '{"a": AWARE}')], since='4.0')
SINCE = group(
    'since',
    [
        (f'{{{{ v|timesince }}}}|{{{{ v|timeuntil }}}}|{{{{ v|timesince:w }}}}|{{{{ v|timeuntil:w }}}}', f'{{"v": {v}, "w": {w}}}')
        for v, w in (
            ('datetime.datetime(2026, 1, 15, 10, 0, tzinfo=UTC)', 'AWARE'), ('datetime.datetime(2026, 1, 15, 10, 29, 30)', 'NAIVE'), ('datetime.datetime(2026, 1, 14, 10, 30)', 'datetime.datetime(2026, 1, 1)'), ('datetime.datetime(2025, 1, 15, 10, 30)', 'datetime.datetime(2024, 2, 29)'), ('datetime.datetime(2024, 2, 29, 12, 0)', 'datetime.datetime(2025, 3, 1)'), ('date(2025, 12, 31)', 'date(2026, 1, 31)'), ('date(2026, 2, 1)', 'date(2026, 3, 31)'), ('datetime.datetime(2020, 5, 6, 7, 8, 9)', 'datetime.datetime(2019, 5, 6, 7, 8, 9)'),
            ('datetime.datetime(2026, 1, 15, 9, 30)', 'datetime.datetime(2026, 1, 16)'), ('datetime.datetime(2026, 1, 8, 10, 30)', 'datetime.datetime(2026, 1, 22, 3)'), ('datetime.datetime(2027, 1, 15, 10, 31)', 'datetime.datetime(2030, 12, 25)'), ('AWARE', 'NAIVE'), ('"text"', 'NAIVE'), ('None', 'NAIVE'), ('5', 'NAIVE'), ('TIME', 'TIME'), ('datetime.datetime(2026, 1, 15, 10, 30, tzinfo=datetime.timezone(timedelta(hours=5)))', 'AWARE'), ('datetime.datetime(1999, 12, 31, 23, 59, 59)', 'datetime.datetime(2000, 1, 1)'), ('datetime.datetime(2025, 10, 31)', 'datetime.datetime(2025, 11, 30)'), ('datetime.datetime(2025, 11, 30, 12)', 'datetime.datetime(2025, 12, 1)'),
        )
    ],
)
SHORT = group('localized', [('{{ a }}|{{ d }}|{{ t }}|{{ i }}|{{ f }}', '{"a": AWARE, "d": DATE, "t": TIME, "i": 12345, "f": 1234.5}', {'settings': settings}) for settings in ({'USE_I18N': False}, {'LANGUAGE_CODE': 'en'}, {'DATE_FORMAT': 'Y', 'USE_I18N': True}, {'USE_THOUSAND_SEPARATOR': True}, {'DATETIME_FORMAT': 'c', 'TIME_FORMAT': 'H', 'DECIMAL_SEPARATOR': ',', 'NUMBER_GROUPING': 2})]) + group('localized-off', [('{{ a }}|{{ d }}|{{ t }}|{{ i }}|{{ f }}|{{ f|floatformat:2 }}|{{ d|date }}|{{ d|date:"SHORT_DATE_FORMAT" }}|{{ i|filesizeformat }}', '{"a": AWARE, "d": DATE, "t": TIME, "i": 12345, "f": 1234.5}', {'settings': {'USE_L10N': False, **more}, 'until': '3.2'}) for more in ({}, {'DATE_FORMAT': 'Y/m'}, {'USE_THOUSAND_SEPARATOR': True}, {'DECIMAL_SEPARATOR': ',', 'SHORT_DATE_FORMAT': 'y'})])
CASES = formats() + SETTINGS + TAGS + SINCE + SHORT
