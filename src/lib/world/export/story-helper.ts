/** story.py of an exported project: what its tests.py is written with. It runs on Python 3.8 and later. */
export const STORY_HELPER = `"""What tests.py is written with. Made by Crumbtrail; it needs Python and Django, nothing else.

Each part of the story runs in a Python process of its own, as a server that starts anew does, in a copy of this
project. The clock stands still and is moved by hand; new session keys are those of the record.
"""

import ast
import contextlib
import datetime
import importlib
import io
import json
import os
import pathlib
import pickle
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import types
from http import cookies
from unittest import mock

HERE = pathlib.Path(__file__).resolve().parent
EPOCH = datetime.datetime(1970, 1, 1)
TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')


class Story:
    """Mixed into a unittest.TestCase whose methods part_1, part_2, … tell the story."""

    django = ""
    start = ""
    keys = ()
    volatile = ()
    edits = {}

    def test_the_story(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="story-"))
        copy = folder / "project"
        shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3", "db.sqlite3"))
        (copy / "sessions").mkdir(exist_ok=True)
        try:
            names = sorted((n for n in dir(self) if re.fullmatch(r"part_\\d+", n)), key=lambda n: int(n[5:]))
            for name in names:
                write(copy, self.edits.get(name, {}))
                line = [sys.executable, "-B", "story.py", type(self).__module__, type(self).__name__, name, str(folder)]
                done = subprocess.run(line, cwd=copy, capture_output=True, text=True, env={**os.environ, "TZ": "UTC"})
                if done.returncode:
                    self.fail(f"{name} did not go as recorded:\\n{done.stdout}{done.stderr}{self.version_note()}")
        finally:
            shutil.rmtree(folder)

    def version_note(self):
        import django

        here = django.get_version()
        return "" if here.startswith(self.django) else f"\\n(Recorded with Django {self.django}; this is {here}.)"

    # The part's own process

    def run_part(self, name, folder):
        self.folder = folder
        self.kept = folder / "kept.pickle"
        self.state = {"now": micros(self.start), "taken": 0, "cookies": {}, "seen": {}}
        if self.kept.exists():
            self.state = pickle.loads(self.kept.read_bytes())
        self.clocks = stopped(lambda: self.state["now"])
        self.clients = {}
        self.names = {}
        self.ready = False
        with contextlib.ExitStack() as stack:
            stack.enter_context(mock.patch("time.time", lambda: self.state["now"] / 1e6))
            stack.enter_context(mock.patch("time.sleep", lambda s: self.advance(s)))
            (folder / "tmp").mkdir(exist_ok=True)
            tempfile.tempdir = str(folder / "tmp")
            self.stack = stack
            getattr(self, name)()
        self.state["cookies"] = {who: client.cookies for who, client in self.clients.items()}
        self.kept.write_bytes(pickle.dumps(self.state))

    def begin(self):
        """Loads Django, when the story first needs it."""
        if self.ready:
            return
        self.ready = True
        import logging

        import django

        os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
        django.setup()
        logging.disable(logging.CRITICAL)
        from django.contrib.sessions.backends.base import SessionBase

        self.stack.enter_context(mock.patch("django.utils.timezone.now", self.moment))
        self.stack.enter_context(mock.patch.object(SessionBase, "_get_new_session_key", self.next_key))

    def stop_clocks(self):
        """datetime.now and date.today in the project's own modules go by the story's clock."""
        from django.conf import settings

        with contextlib.suppress(Exception):
            importlib.import_module(settings.ROOT_URLCONF)
        own = str(pathlib.Path.cwd())
        for module in list(sys.modules.values()):
            if not str(getattr(module, "__file__", None)).startswith(own) or module.__name__ in ("__main__", "tests"):
                continue
            for name, value in list(vars(module).items()):
                for real, told in self.clocks:
                    if value is real:
                        setattr(module, name, told)

    def moment(self):
        from django.conf import settings
        from django.utils import timezone

        utc = (EPOCH + datetime.timedelta(microseconds=self.state["now"])).replace(tzinfo=datetime.timezone.utc)
        if settings.USE_TZ:
            return utc
        return timezone.make_naive(utc, timezone.get_default_timezone())

    def next_key(self):
        self.state["taken"] += 1
        return self.keys[self.state["taken"] - 1]

    def client(self, who):
        from django.test import Client

        class Browser(Client):
            def _base_environ(self, **request):
                environ = super()._base_environ(**request)
                if not environ["HTTP_COOKIE"]:
                    del environ["HTTP_COOKIE"]  # A browser without cookies sends no such header.
                return environ

        if who not in self.clients:
            self.clients[who] = Browser(raise_request_exception=False)
            self.clients[who].cookies.update(self.state["cookies"].get(who, {}))
        return self.clients[who]

    # What the story is told with

    def advance(self, seconds):
        """The clock moves."""
        self.state["now"] += round(seconds * 1_000_000)

    def put(self, who, name, value):
        """The browser has a cookie that no response of this project set so: by hand, by a script, by another site."""
        self.begin()
        self.keep(self.client(who), f"{name}={value}")

    def keep(self, client, line):
        """A test client keeps what response.cookies says; of other cookies it has to be told."""
        name, _, value = line.partition(";")[0].partition("=")
        morsel = cookies.Morsel()
        try:
            morsel.set(name, value, value)
        except cookies.CookieError:
            return
        dict.__setitem__(client.cookies, name, morsel)

    def ask(self, who, method, url, *, cookie="", body="", headers=None, csrf=False, lost=False, **recorded):
        """Sends a request with those cookies that the browser let go along, and compares the response."""
        self.begin()
        self.stop_clocks()
        client = self.client(who)
        client.handler.enforce_csrf_checks = csrf
        before = client.cookies.copy()
        scheme, host, path = re.fullmatch(r"(https?)://([^/?]+)(.*)", url).groups()
        extra = {"HTTP_HOST": host, **self.cookie_header(client, cookie)}
        for name, value in (headers or {}).items():
            key = name.upper().replace("-", "_")
            extra[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
        kind = extra.pop("CONTENT_TYPE", "application/x-www-form-urlencoded")
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            response = client.generic(
                method, path or "/", body.encode(), content_type=kind, secure=scheme == "https", **extra
            )
        self.date_files()
        if lost:
            client.cookies = before
            return
        raw = [value for name, value in response.items() if name.lower() == "set-cookie"]
        for line in raw:
            self.keep(client, line)
        lines = [self.without_volatile(line) for line in raw + [m.OutputString() for m in response.cookies.values()]]
        self.same("status", recorded["status"], response.status_code, url)
        self.same("Set-Cookie", list(recorded.get("sets", [])), lines, url)
        if "location" in recorded:
            self.same("Location", recorded["location"], response["Location"], url)
        if "page" in recorded:
            page = b"".join(response.streaming_content) if response.streaming else response.content
            self.same("body", recorded["page"], TOKEN.sub(r"\\1*", page.decode(response.charset)), url)

    def cookie_header(self, client, cookie):
        """The Cookie header of the record, which has to say what the client was told to keep."""
        sent = []
        for pair in filter(None, cookie.split("; ")):
            name, _, value = pair.partition("=")
            kept = client.cookies.get(name)
            if name in self.volatile:
                value = kept.coded_value if kept is not None else value
            elif kept is not None:
                self.same(f"cookie {name}", value, kept.coded_value, "the browser")
            sent.append(f"{name}={value}")
        return {"HTTP_COOKIE": "; ".join(sent)}

    def without_volatile(self, line):
        name = line.partition("=")[0]
        return re.sub("=[^;]*", "=*", line, count=1) if name in self.volatile else line

    def rows(self, recorded):
        """The table django_session: key, what the data say, expire_date."""
        self.begin()
        from django.conf import settings
        from django.contrib.sessions.backends.db import SessionStore

        path = settings.DATABASES["default"]["NAME"]
        query = "SELECT session_key, session_data, expire_date FROM django_session ORDER BY session_key"
        with contextlib.closing(sqlite3.connect(str(path))) as database:
            found = database.execute(query).fetchall()
        rows = {}
        for key, data, expires in found:
            told = recorded.get(key, (None, None))[0]
            rows[key] = (None if told is None else self.masked(SessionStore().decode(data)), str(expires))
        self.same("django_session", {key: (told and json.loads(told), at) for key, (told, at) in recorded.items()}, rows)

    def files(self, recorded):
        """The session files: name, what the data say (None: not compared, or empty)."""
        self.begin()
        from django.conf import settings
        from django.contrib.sessions.backends.file import SessionStore

        folder = pathlib.Path(settings.SESSION_FILE_PATH or tempfile.gettempdir())
        found = {}
        for path in sorted(folder.glob(settings.SESSION_COOKIE_NAME + "*")):
            told = recorded.get(path.name)
            found[path.name] = None if told is None else self.masked(SessionStore().decode(path.read_text()))
        self.same("session files", {name: told and json.loads(told) for name, told in recorded.items()}, found)

    def cache(self, recorded):
        """The sessions in the memory cache: key, and what is kept under it as a Python literal."""
        self.begin()
        from django.core.cache.backends.locmem import _caches, _expire_info

        now = time.time()
        found = {}
        for name, entries in _caches.items():
            for key, value in entries.items():
                expires = _expire_info[name][key]
                if "django.contrib.sessions" in key and (expires is None or expires > now):
                    found[key] = self.masked(pickle.loads(value))
        self.same("cache", {key: self.masked(ast.literal_eval(told)) for key, told in recorded.items()}, found)

    def empty_caches(self):
        """Every memory cache forgets all it has."""
        self.begin()
        from django.core.cache.backends.locmem import _caches, _expire_info

        for name in _caches:
            _caches[name].clear()
            _expire_info[name].clear()

    def evict(self, key):
        """The memory caches forget one entry."""
        self.begin()
        from django.core.cache.backends.locmem import _caches, _expire_info

        for name in _caches:
            _caches[name].pop(key, None)
            _expire_info[name].pop(key, None)

    def destroy(self, key):
        """A session vanishes from its store."""
        self.begin()
        from django.conf import settings

        importlib.import_module(settings.SESSION_ENGINE).SessionStore(key).delete()

    def manage(self, line, error=None):
        """manage.py with those words."""
        self.begin()
        import shlex

        from django.core.management import call_command

        def work():
            words = shlex.split(line)
            call_command(*words, stdout=io.StringIO(), stderr=io.StringIO())

        self.fails_as(error, work, f"manage.py {line}")

    def shell(self, code, error=None, printed=None):
        """Python, as typed in manage.py shell."""
        self.begin()
        out = io.StringIO()

        def work():
            with contextlib.redirect_stdout(out):
                exec(compile(code, "<shell>", "exec"), self.names)

        self.fails_as(error, work, "the shell")
        if printed is not None:
            self.same("printed", printed, out.getvalue(), "the shell")

    def typed(self, lines):
        """Lines typed at the prompt of manage.py shell: what they print, an error too, is not compared."""
        self.begin()
        import code

        console = code.InteractiveConsole(self.names)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            for line in lines.split("\\n"):
                console.push(line)

    def sql(self, statement, error=None):
        """SQL straight on the database."""
        self.begin()
        from django.conf import settings

        def work():
            with contextlib.closing(sqlite3.connect(str(settings.DATABASES["default"]["NAME"]))) as database:
                database.execute(statement).fetchall()
                database.commit()

        self.fails_as(error, work, statement)

    # How it compares

    def same(self, what, recorded, found, where=""):
        self.maxDiff = 2000
        self.assertEqual(found, recorded, f"{what} {where}: found, then recorded")

    def fails_as(self, error, work, where):
        name = None
        try:
            work()
        except (Exception, SystemExit) as raised:
            name = type(raised).__name__
            if error is None:
                raise
        if error != "*":
            self.same("error", error, name, where)

    def masked(self, data):
        """What is random in each run is not compared: tokens, and hashes over random salts."""
        hidden = ("_auth_user_hash", "_csrftoken")
        return {key: "*" if key in hidden else value for key, value in data.items()}

    def date_files(self):
        """Session files that were written now get the story's time: the file engine goes by it."""
        from django.conf import settings

        folder = pathlib.Path(settings.SESSION_FILE_PATH or tempfile.gettempdir())
        for path in folder.glob(settings.SESSION_COOKIE_NAME + "*"):
            if self.state["seen"].get(path.name) != path.stat().st_mtime_ns:
                os.utime(path, ns=(self.state["now"] * 1000, self.state["now"] * 1000))
                self.state["seen"][path.name] = path.stat().st_mtime_ns


def stopped(now):
    """The classes and the module of datetime, and what takes their place: the same, at that time."""
    real_datetime, real_date = datetime.datetime, datetime.date

    def local(zone=None):
        whole, rest = divmod(now(), 1_000_000)
        told = real_datetime.fromtimestamp(whole, datetime.timezone.utc).replace(microsecond=rest)
        # Crumbtrail's computers stand in UTC, whatever TIME_ZONE says.
        return told.replace(tzinfo=None) if zone is None else told.astimezone(zone)

    class Meta(type):
        def __instancecheck__(cls, value):
            return isinstance(value, cls.__mro__[1])

    class Datetime(real_datetime, metaclass=Meta):
        @classmethod
        def now(cls, tz=None):
            return local(tz)

        @classmethod
        def today(cls):
            return local()

        @classmethod
        def utcnow(cls):
            return local(datetime.timezone.utc).replace(tzinfo=None)

    class Date(real_date, metaclass=Meta):
        @classmethod
        def today(cls):
            return local().date()

    module = types.ModuleType("datetime")
    module.__dict__.update(vars(datetime), datetime=Datetime, date=Date)
    return [(real_datetime, Datetime), (real_date, Date), (datetime, module)]


def micros(text):
    return (datetime.datetime.fromisoformat(text) - EPOCH) // datetime.timedelta(microseconds=1)


def write(folder, files):
    for path, text in files.items():
        full = folder / path
        if text is None:
            full.unlink()
            continue
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    module, case, part, where = sys.argv[1:]
    sys.modules["story"] = sys.modules["__main__"]
    getattr(importlib.import_module(module), case)().run_part(part, pathlib.Path(where))
`;
