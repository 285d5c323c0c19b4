"""Records what real Django does when requests of one browser overlap.

  python3 record.py FOLDER > races.jsonl      FOLDER: where the oracle's record.py lies (set up by its setup.sh)

Each version and engine is one process; each request runs in a thread of its own, as runserver runs it, and stops at
gates: before its view, and before SessionMiddleware looks at the response. scripts.json says who goes when.
"""
import importlib.util, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINES = ['db', 'cached_db', 'cache', 'file', 'signed_cookies']


def main(folder):
    spec = importlib.util.spec_from_file_location('oracle', f'{folder}/record.py')
    oracle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(oracle)
    found = {}
    for version in ['3.2', '4.2', '5.2', '6.1']:
        python, django = oracle.runner(version)
        path = f'{django}:{oracle.DJ}/deps/usr/lib/python3/dist-packages'
        env = {'PATH': os.environ['PATH'], 'PYTHONPATH': path, 'TZ': 'UTC', 'PYTHONDONTWRITEBYTECODE': '1'}
        for engine in ENGINES:
            for every in (False, True):
                with tempfile.TemporaryDirectory() as project:
                    args = [python, os.path.abspath(__file__), '--play', project, version, engine, str(every)]
                    lines = subprocess.run(args, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
                    for line in lines.splitlines():
                        found.setdefault(line, []).append(version)
    for line, versions in found.items():
        print(json.dumps({'versions': versions, **json.loads(line)}))


def play(project, version, engine, every):
    import threading

    os.chdir(project)
    sys.path.insert(0, project)
    os.mkdir('sessions')
    for name, text in json.load(open(f'{HERE}/project.json')).items():
        if name == 'settings.py':
            text += f"SESSION_ENGINE = 'django.contrib.sessions.backends.{engine}'\nSESSION_SAVE_EVERY_REQUEST = {every}\n"
        open(name, 'w').write(text)
    os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'
    import django

    django.setup()
    import django.contrib.sessions.backends.base as base
    import django.contrib.sessions.middleware as middleware
    from django.contrib.auth.models import User
    from django.core import signing
    from django.core.handlers.base import BaseHandler
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application
    import logging

    logging.disable(logging.CRITICAL)
    call_command('migrate', verbosity=0)
    for name in ('ann', 'bob'):
        User.objects.create(username=name, password=f'!{name}')

    drawn, current = [], [0]

    def key(length=32, chars=''):
        drawn.append(f'race{current[0]:04d}{len(drawn):024d}')
        return drawn[-1]

    base.get_random_string = key
    here = threading.local()

    def gate(point):
        flight = here.flight
        if flight.until != point:
            return
        flight.arrived.set()
        flight.go.acquire()

    make_view, respond = BaseHandler.make_view_atomic, middleware.SessionMiddleware.process_response

    def gated_view(self, view):
        gate('view')
        return make_view(self, view)

    def gated_response(self, request, response):
        gate('save')
        return respond(self, request, response)

    BaseHandler.make_view_atomic = gated_view
    middleware.SessionMiddleware.process_response = gated_response
    application = get_wsgi_application()

    class Flight:
        def __init__(self, url, cookie):
            self.url, self.cookie, self.until, self.thread = url, cookie, None, None
            self.arrived, self.go = threading.Event(), threading.Semaphore(0)
            self.answer = None

        def run(self):
            here.flight = self
            path, _, query = self.url.partition('?')
            environ = {
                'REQUEST_METHOD': 'GET', 'SCRIPT_NAME': '', 'PATH_INFO': path, 'QUERY_STRING': query,
                'SERVER_NAME': 'localhost', 'SERVER_PORT': '80', 'HTTP_HOST': 'localhost', 'wsgi.url_scheme': 'http',
                'wsgi.input': sys.stdin.buffer, 'wsgi.errors': sys.stderr, 'CONTENT_LENGTH': '0',
            }
            if self.cookie is not None:
                environ['HTTP_COOKIE'] = f'sessionid={self.cookie}'
            head = []
            answer = application(environ, lambda status, headers: head.extend([int(status[:3]), headers]))
            body = b''.join(answer).decode()
            answer.close()
            set_cookie = [v.strip() for k, v in head[1] if k == 'Set-Cookie' and v.strip().startswith('sessionid=')]
            self.answer = head[0], body, set_cookie[0].split(';')[0][10:].strip('"') if set_cookie else None
            self.arrived.set()

        def to(self, point):
            if self.answer:
                return
            self.until = point
            self.arrived.clear()
            if self.thread is None:
                self.thread = threading.Thread(target=self.run)
                self.thread.start()
            else:
                self.go.release()
            self.arrived.wait()
            if self.answer:
                self.thread.join()

    def told(cookie):
        """A session cookie as it is compared: its key, or with signed_cookies what it says."""
        if not cookie or engine != 'signed_cookies':
            return cookie
        salt = 'django.contrib.sessions.backends.signed_cookies'
        return json.dumps(signing.loads(cookie, salt=salt, serializer=__import__(
            'django.core.signing', fromlist=['JSONSerializer']).JSONSerializer), sort_keys=True)

    def rows():
        from django.contrib.sessions.models import Session

        return [[row.session_key, json.dumps(row.get_decoded(), sort_keys=True)] for row in Session.objects.order_by('session_key')]

    for script, lines in json.load(open(f'{HERE}/scripts.json')).items():
        flights, jar, answers = {}, {'cookie': None}, {}
        drawn.clear()
        current[0] += 1

        def end(name):
            flight = flights[name]
            flight.to('end')
            status, body, cookie = flight.answer
            if cookie is not None:
                jar['cookie'] = cookie or None
            answers[name] = {'sent': told(flight.cookie), 'status': status, 'body': body if status < 400 else None, 'set': told(cookie)}

        for line in ['visit start /add/?item=bread', *lines, 'visit last /show/']:
            what, *rest = line.split(' ')
            if what == 'forget':
                jar['cookie'] = None
            elif what in ('open', 'visit'):
                flights[rest[0]] = Flight(rest[1], jar['cookie'])
                if what == 'visit':
                    end(rest[0])
            elif what == 'to':
                flights[rest[0]].to(rest[1])
            else:
                end(rest[0])
        keys = list(drawn)
        print(json.dumps({
            'engine': engine, 'every': every, 'script': script, 'answers': answers, 'keys': keys,
            'rows': [row for row in rows() if row[0] in keys],
        }), flush=True)


if __name__ == '__main__':
    if sys.argv[1] == '--play':
        play(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5] == 'True')
    else:
        main(sys.argv[1])
