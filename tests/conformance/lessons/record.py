"""Records a lesson's walkthrough from real Django, one scenario a line from standard input.

  python3 record.py FOLDER VERSION < scenario.jsonl > trace.jsonl      FOLDER: where the oracle's record.py lies

It is the oracle's own recorder with one more rule in its plain jar: name and value have at most 4,096 bytes together,
as in every browser. And it puts back the name of Python's own class where freezegun's shows in a message.
"""
import importlib.util, json, sys

folder, version = sys.argv[1:3]
spec = importlib.util.spec_from_file_location('oracle', f'{folder}/record.py')
oracle = importlib.util.module_from_spec(spec)
spec.loader.exec_module(oracle)


class Jar(oracle.Jar):
    def receive(self, url, header, now):
        name, _, value = header.split(';')[0].partition('=')
        if len(name.strip()) + len(value.strip()) <= 4096:
            super().receive(url, header, now)


oracle.Jar = Jar
oracle.RUNNER = oracle.runner(version)
for line in sys.stdin:
    case = json.loads(line)
    case['expect'] = oracle.Recorder(case, version).run()
    print(json.dumps(case).replace('FakeDatetime', 'datetime'))
