"""
Compares the facade, run in plain CPython, with the recorded answers.

  python3 check.py [version …] [-- name …]     all versions and files by default; prints what differs
"""

import json
import os
import subprocess
import sys

from record import HERE, NOW, VERSIONS, counts, python

INTERPRETER = os.environ.get('FACADE_PYTHON', 'python3.13')


def answers(version, cases):
    deps = os.environ.get('DJANGOS', '/tmp/djangos') + '/deps/usr/lib/python3/dist-packages'
    done = subprocess.run(
        [python(INTERPRETER), os.path.join(HERE, 'record_worker.py'), version, NOW, '--facade'],
        input=json.dumps(cases),
        env={'PATH': os.environ['PATH'], 'PYTHONPATH': f'{deps}:{HERE}', 'TZ': 'UTC', 'PYTHONHASHSEED': '0', 'PYTHONDONTWRITEBYTECODE': '1'},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return json.loads(done.stdout)


def main(versions, names):
    failed = total = 0
    for name in names:
        with open(os.path.join(HERE, name + '.jsonl')) as file:
            cases = [json.loads(line) for line in file]
        for version in versions:
            asked = [case for case in cases if counts(case, version) and not case.get('interpreterOnly')]
            for case, answer in zip(asked, answers(version, asked)):
                expected = case.get('expectIn', {}).get(version, case['expect'])
                total += 1
                if answer != expected:
                    failed += 1
                    print(f'{version} {case["id"]}: {case.get("template", case.get("python"))!r} {case.get("context","")}')
                    print(f'   expected {expected}\n   answered {answer}')
    print(f'{total - failed} of {total} agree')
    return failed


if __name__ == '__main__':
    arguments = sys.argv[1:]
    cut = arguments.index('--') if '--' in arguments else len(arguments)
    recorded = sorted(f[:-6] for f in os.listdir(HERE) if f.endswith('.jsonl'))
    sys.exit(bool(main(arguments[:cut] or list(VERSIONS), arguments[cut + 1 :] or recorded)))
