"""Durations as text."""

import datetime


def _parts(duration):
    minutes, seconds = divmod(duration.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return duration.days, hours, minutes, seconds, duration.microseconds


def duration_string(duration):
    """"3 04:05:06.000007"; the days and the microseconds only when there are any."""
    days, hours, minutes, seconds, micros = _parts(duration)
    text = f'{hours:02d}:{minutes:02d}:{seconds:02d}'
    return (f'{days} ' if days else '') + text + (f'.{micros:06d}' if micros else '')


def duration_iso_string(duration):
    """"P3DT04H05M06S" (ISO 8601)."""
    sign = ''
    if duration < datetime.timedelta(0):
        sign, duration = '-', -duration
    days, hours, minutes, seconds, micros = _parts(duration)
    fraction = f'.{micros:06d}' if micros else ''
    return f'{sign}P{days}DT{hours:02d}H{minutes:02d}M{seconds:02d}{fraction}S'


def duration_microseconds(delta):
    return (24 * 60 * 60 * delta.days + delta.seconds) * 1000000 + delta.microseconds
