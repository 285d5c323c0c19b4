"""
Records what the real Djangos answer to the cases of ./cases, into ./*.jsonl.

  python3 record.py [name …]     (all files of cases by default; DJANGOS names the folder of the Djangos)

Each line is a case with `expect` (the answer of 5.2) and `expectIn` (the answers of the versions that differ).
A case with `since` or `until` counts only for those versions. Names with a leading underscore are helpers.
"""

import importlib
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DJANGOS = os.environ.get('DJANGOS', '/tmp/djangos')
VERSIONS = {
    '3.2': ('Django-3.2.25', 'python3.10'),
    '4.2': ('django-4.2.28', 'python3.10'),
    '5.2': ('django-5.2.17', 'python3.11'),
    '6.1': ('6.1/usr/lib/python3/dist-packages', 'python3.13'),
}
NOW = '2026-01-15T10:30:00'


def python(name):
    minor = name.rpartition('.')[2]
    for folder in sorted(os.listdir(os.path.expanduser('~/.pyenv/versions'))):
        if folder.startswith(f'3.{minor}.'):
            return os.path.expanduser(f'~/.pyenv/versions/{folder}/bin/python')
    return name


def counts(case, version):
    number = tuple(map(int, version.split('.')))
    since = tuple(map(int, case.get('since', '0.0').split('.')))
    until = tuple(map(int, case.get('until', '99.0').split('.')))
    return since <= number <= until


def ask(version, cases):
    folder, name = VERSIONS[version]
    path = f'{DJANGOS}/{folder}:{DJANGOS}/deps/usr/lib/python3/dist-packages:{HERE}'
    done = subprocess.run(
        [python(name), os.path.join(HERE, 'record_worker.py'), version, NOW],
        input=json.dumps(cases),
        env={'PATH': os.environ['PATH'], 'PYTHONPATH': path, 'TZ': 'UTC', 'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1'},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f'{version}: {done.stderr[-3000:]}')
    return json.loads(done.stdout)


def record(name):
    cases = importlib.import_module(f'cases.{name}').CASES
    answers = {}
    for version in VERSIONS:
        asked = [case for case in cases if counts(case, version)]
        for case, answer in zip(asked, ask(version, asked)):
            answers.setdefault(case['id'], {})[version] = answer
    with open(os.path.join(HERE, name + '.jsonl'), 'w') as file:
        for case in cases:
            seen = answers[case['id']]
            main = seen.get('5.2') or next(iter(seen.values()))
            differing = {version: answer for version, answer in seen.items() if answer != main}
            line = {**case, 'expect': main}
            if differing:
                line['expectIn'] = differing
            file.write(json.dumps(line, ensure_ascii=False) + '\n')
    return len(cases)


if __name__ == '__main__':
    sys.path.insert(0, HERE)
    files = sorted(os.listdir(os.path.join(HERE, 'cases')))
    names = sys.argv[1:] or [f[:-3] for f in files if f.endswith('.py') and not f.startswith('_')]
    for name in names:
        print(name, record(name), file=sys.stderr)
