"""
Records what the error pages of the real Djangos say, into pages.jsonl (and the project's files into projects.json).

  python3 record.py

Of the pages of DEBUG the facts are kept (title, message, table, tried patterns, template lines), of all others the body.
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from cases._pages import VISITS  # noqa: E402
from record import DJANGOS, VERSIONS, python  # noqa: E402


def ask(version, files, paths):
    folder, name = VERSIONS[version]
    with tempfile.TemporaryDirectory() as project:
        for path, text in files.items():
            full = os.path.join(project, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, 'w') as file:
                file.write(text)
        path = f'{DJANGOS}/{folder}:{DJANGOS}/deps/usr/lib/python3/dist-packages:{HERE}:{project}'
        done = subprocess.run(
            [python(name), os.path.join(HERE, 'worker.py')],
            input=json.dumps(paths),
            cwd=project,
            env={'PATH': os.environ['PATH'], 'PYTHONPATH': path, 'TZ': 'UTC', 'PYTHONDONTWRITEBYTECODE': '1'},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            sys.exit(done.stderr[-3000:])
        return json.loads(done.stdout.replace(os.path.realpath(project) + '/', '').replace(project + '/', ''))


def main():
    with open(os.path.join(HERE, 'projects.json'), 'w') as file:
        json.dump({name: files for name, (files, _) in VISITS.items()}, file, indent='\t', ensure_ascii=False)
        file.write('\n')
    with open(os.path.join(HERE, 'pages.jsonl'), 'w') as out:
        for name, (files, paths) in VISITS.items():
            answers = {version: ask(version, files, paths) for version in VERSIONS}
            for at, path in enumerate(paths):
                line = {'project': name, 'path': path, 'expect': {v: answers[v][at] for v in VERSIONS}}
                out.write(json.dumps(line, ensure_ascii=False) + '\n')


main()
