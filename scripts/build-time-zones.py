"""
Writes src/lib/python/facade/tzdata/rules.py from the time zone files of this machine (IANA's database, public domain).

  python3 scripts/build-time-zones.py [/usr/share/zoneinfo]

Of each zone the rule of today is kept (the last line of its file), not its history.
"""

import os
import sys
import textwrap

SKIPPED = ('posix', 'right', 'localtime', 'posixrules', 'Factory')
TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../src/lib/python/facade/tzdata/rules.py')


def zones(root):
    """Names of zones and the rule of each."""
    for folder, _, files in os.walk(root):
        for file in files:
            path = os.path.join(folder, file)
            name = os.path.relpath(path, root)
            if name.split('/')[0] in SKIPPED:
                continue
            with open(path, 'rb') as source:
                content = source.read()
            if content[:4] == b'TZif':
                yield name, content.rstrip(b'\n').rpartition(b'\n')[2].decode()


def main(root):
    rules = {}
    for name, rule in sorted(zones(root)):
        rules.setdefault(rule, []).append(name)
    with open(TARGET, 'w') as out:
        out.write('"""The time zones by the rule of today (POSIX form). Written by scripts/build-time-zones.py."""\n\n')
        out.write('ZONES = {\n')
        for rule, names in rules.items():
            lines = textwrap.wrap(' '.join(names), 96, break_on_hyphens=False)
            out.write(f'    {rule!r}: (\n')
            out.writelines(f"        '{line} '\n" for line in lines)
            out.write('    ),\n')
        out.write('}\n')


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else '/usr/share/zoneinfo')
