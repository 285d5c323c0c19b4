"""
Time zones for Python's zoneinfo, which looks for a package of this name.

Its data are made from the rules of today, so that times before a country's last change of rules are shown by
the rules of now.
"""

import io
import struct


def _names():
    from tzdata.rules import ZONES

    return {name: rule for rule, names in ZONES.items() for name in names.split()}


def time_zone_file(name):
    """The content of a time zone file (RFC 8536) with one rule and no history. Raises FileNotFoundError."""
    rule = 'UTC0' if name == 'UTC' else _names().get(name)
    if rule is None:
        raise FileNotFoundError(name)
    # One kind of time, "UTC", that the rule at the end replaces for all times.
    block = struct.pack('>4sc15x6l', b'TZif', b'2', 0, 0, 0, 0, 1, 4) + struct.pack('>lbb', 0, 0, 0) + b'UTC\0'
    return io.BytesIO(block + block + b'\n' + rule.encode() + b'\n')
