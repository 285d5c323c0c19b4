"""The filters of django.contrib.humanize. The clock stands at 2026-01-15 10:30 UTC (natural…)."""

from cases._write import group

VALUES = ['0', '1', '2', '3', '4', '11', '12', '13', '21', '101', '111', '112', '1002', '-1', '-21', '9', '10', '99', '100', '1000', '10123', '10311', '1000000', '1234567.25', '"100"', '"1000"', '"10123"', '"1234567"', 'None', '"text"', '""', '1.5', '-1000', '-1234567.5', 'Decimal("1234567.1234567")', '999999', '1100000', '1200000000', '2000000', '6000000000000', '10**15 * 13 // 10', '35 * 10**20', '81 * 10**33', '10**100', '10**103', '"1234567.25"', '"1.2.3"', 'True', '[]', '1e6', '-1200000', '0.1', '"-1234567"']
NUMBERS = group('humanize', [('{% load humanize %}{{ v|ordinal }}|{{ v|intcomma }}|{{ v|intcomma:False }}|{{ v|intword }}|{{ v|apnumber }}', f'{{"v": {v}}}') for v in VALUES])
NOW = 'datetime.datetime(2026, 1, 15, 10, 30)'
TIMES = [f'{NOW}', f'{NOW} - timedelta(microseconds=1)', f'{NOW} + timedelta(microseconds=5)'] + [f'{NOW} {sign} timedelta({text})' for sign in '+-' for text in ('seconds=1', 'seconds=30', 'seconds=59', 'minutes=1', 'minutes=1, seconds=30', 'minutes=2', 'minutes=59', 'hours=1', 'hours=1, minutes=59', 'hours=2', 'hours=23', 'days=1', 'days=1, hours=5', 'days=2, hours=6', 'days=10', 'days=30', 'days=500', 'days=365, hours=1')]
TIMES += [f'({text}).replace(tzinfo=UTC)' for text in TIMES[:12]] + ['"text"', 'None', '5', 'DATE', 'TIME', '""']
DAYS = ['date(2026, 1, 15)', 'date(2026, 1, 14)', 'date(2026, 1, 16)', 'date(2026, 1, 13)', 'date(2025, 1, 15)', 'datetime.datetime(2026, 1, 15, 23, 59)', 'datetime.datetime(2026, 1, 14, 0, 0)', 'datetime.datetime(2026, 1, 16, 1, 0, tzinfo=UTC)', 'datetime.datetime(2026, 1, 15, 23, 30, tzinfo=UTC)', '"text"', 'None', 'TIME', '5']
CASES = (
    NUMBERS
    + group('naturaltime', [('{% load humanize %}{{ v|naturaltime }}', f'{{"v": {v}}}') for v in TIMES])
    + group('naturalday', [('{% load humanize %}{{ v|naturalday }}|{{ v|naturalday:"Y-m-d" }}', f'{{"v": {v}}}') for v in DAYS])
    + group('naturalday-zone', [('{% load humanize %}{{ v|naturalday }}', f'{{"v": {v}}}', {'settings': {'TIME_ZONE': 'Asia/Tokyo'}}) for v in ('datetime.datetime(2026, 1, 15, 15, 30, tzinfo=UTC)', 'datetime.datetime(2026, 1, 14, 14, 0, tzinfo=UTC)')])
)
