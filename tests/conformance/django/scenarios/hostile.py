"""What nobody should send, and rows and files that are not as Django wrote them."""

from base import ENGINES, case, do, keys, write

BAD_KEYS = [
    "../../etc/passwd", "..%2f..%2fetc", "a" * 5000, "A" * 32, "short", "seven77", "eight888", "x" * 40, "x" * 41, "'; drop table django_session; --",
    '"quoted"', '"un\\"closed', "a b c d e f g h", "nul%00nul%00", "sess/ion/key/long", "c:\\\\windows\\\\system", "é" * 10, "日本" * 8, "a.b.c.d.e.f", "-" * 32, "none", "None", "null0000", "0" * 32,
]
COOKIES = [
    "sessionid=", "sessionid", "sessionid=;", "; ; ;", "=x; sessionid=abcdefgh12", "sessionid=abcdefgh12; sessionid=zyxwvuts98", "SESSIONID=abcdefgh12",
    " sessionid = abcdefgh12 ", 'sessionid="abcdefgh12"', 'sessionid="abc\\"defgh12"', "sessionid=abcdefgh12,other=1", "a=b=c; sessionid=ab=cdefgh12", "$Version=1; sessionid=abcdefgh12; $Path=/",
    "sessionid=abc\\054defgh12", 'sessionid="abc\\054defgh12"', "sessionid=%61bcdefgh12", "x" * 3000 + "=1; sessionid=abcdefgh12", "sessionid=abcdefgh12;csrftoken", "a;b;c", "a= ; b=\t; sessionid=\tabcdefgh12",
]
SEEN = ("session.session_key", "sorted(request.COOKIES.items())", "session.get('a')", "session.session_key", "session.exists(session.session_key or 'x')")
MINE = "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh"
FIRST = keys("first")[0]


def touch(value="1"):
    return do(f"session['a'] = {value}")


BROKEN_DATA = ["", "x", "x:y", "x:y:z", "é", "e30:1vcfHR:abc", "e30", "YThiZWRjMjQ1NzZhMzYzMTBhZjYxNWI2ZDgyODI1Y2ExODI2MTJjNzp7Im51bV92aXNpdHMiOjF9", "." + "A" * 40 + ":1vcfHR:" + "B" * 43, "null", "{}", "\\n", "0", ":::", "e30:1vcfHR:" + "é" * 43]
BROKEN_DATES = ["", "garbage", "2026-01-19", "2026-01-19 09:30", "2026-01-19T09:30:00Z", "9999-12-31 23:59:59.999999", "1970-01-01 00:00:00", "2026-01-05 09:30:00.123456", "2026-01-05 09:30:00.123457", "zzz", "3000"]


def rows():
    for at, data in enumerate(BROKEN_DATA):
        yield [touch(), {"sql": f"update django_session set session_data = '{data}'"}, do(*SEEN), do("session['b'] = 2"), {"shell": "from django.contrib.sessions.models import Session\nfor s in Session.objects.all():\n    print(s.session_key, s.get_decoded(), s.expire_date)"}]
    for date in BROKEN_DATES:
        yield [touch(), {"sql": f"update django_session set expire_date = '{date}'"}, do(*SEEN), {"shell": "from django.contrib.sessions.models import Session\nprint(Session.objects.count())\nprint(Session.objects.first().expire_date)"}, {"manage": "clearsessions"}, do("session.get('a')")]
    yield [touch(), {"sql": "update django_session set session_key = upper(session_key)"}, do(*SEEN), touch("2")]
    yield [touch(), {"sql": "delete from django_session"}, do(*SEEN), touch("2"), do("session['a']")]
    yield [touch(), {"sql": "drop table django_session"}, do(*SEEN), touch("2"), {"manage": "clearsessions"}, {"manage": "migrate -v 0"}, touch("3")]
    yield [touch(), {"sql": "alter table django_session rename column session_data to data"}, do("session.get('a')"), touch("2"), {"manage": "clearsessions"}]
    yield [touch(), {"sql": "insert into django_session select 'x' || session_key, session_data, expire_date from django_session"}, do(*SEEN, headers={"Cookie": "sessionid=x" + "{}".format(FIRST)}), do(*SEEN)]


BROKEN_FILES = ["", "x", "x:y:z", "é", "\n", "{}", "e30:1vcfHR:abc", "a" * 20000]


def files():
    key = "sessions/sessionid" + MINE
    for text in BROKEN_FILES:
        yield [{"edit": {key: text}}, do(*SEEN, headers={"Cookie": f"sessionid={MINE}"}), do("session['b'] = 2", headers={"Cookie": f"sessionid={MINE}"}), {"manage": "clearsessions"}, do(*SEEN, headers={"Cookie": f"sessionid={MINE}"})]
    yield [touch(), {"shell": "import os\nprint(sorted(os.listdir('sessions')))\nfor n in os.listdir('sessions'):\n    print(open('sessions/' + n).read()[:20])\n    os.remove('sessions/' + n)"}, do(*SEEN), touch("2")]
    yield [touch(), {"shell": "import os\nfor n in os.listdir('sessions'):\n    os.rename('sessions/' + n, 'sessions/' + n.replace('sessionid', 'other'))\nprint(len(os.listdir('sessions')))"}, do("session.get('a')"), {"manage": "clearsessions"}]
    yield [touch(), {"shell": "import shutil\nshutil.rmtree('sessions')"}, do("session.get('a')"), touch("2"), {"shell": "import os\nos.mkdir('sessions')"}, touch("3"), do("session['a']")]
    yield [touch(), {"shell": "from importlib import import_module\nfrom django.conf import settings\nimport os\nS = import_module(settings.SESSION_ENGINE).SessionStore\nname = os.listdir('sessions')[0]\ns = S(name[9:])\nprint(s.load(), s.storage_path, s.file_prefix, s._key_to_file() == 'sessions/' + name)\nprint(s._last_modification(), s._expiry_date({}), S._get_storage_path())\nfor bad in ['a/b', 'a\\\\b', '..', 'A' * 32, 'é' * 8]:\n    try:\n        print(s._key_to_file(bad))\n    except Exception as e:\n        print(type(e).__name__, e)\ns.clean()"}]


PATHS = {
    "missing": "SESSION_FILE_PATH = 'nowhere'\n", "absolute": "SESSION_FILE_PATH = '/nowhere/at/all'\n",
    "path": "from pathlib import Path\nSESSION_FILE_PATH = Path('sessions')\n", "missing-path": "from pathlib import Path\nSESSION_FILE_PATH = Path('nowhere')\n", "slash": "SESSION_FILE_PATH = 'sessions/'\n", "dot": "SESSION_FILE_PATH = './sessions'\n",
    "made": "import os\nos.makedirs('store/deep', exist_ok=True)\nSESSION_FILE_PATH = 'store/deep'\n", "file": "SESSION_FILE_PATH = 'views.py'\n", "number": "SESSION_FILE_PATH = 5\n", "base": "from pathlib import Path\nBASE_DIR = Path(__file__).resolve().parent\nSESSION_FILE_PATH = BASE_DIR / 'sessions'\n", "name": "SESSION_COOKIE_NAME = 'sid'\n", "name-slash": "SESSION_COOKIE_NAME = 'a/b'\n",
}


def cases():
    for engine in ENGINES:
        yield case(f"hostile/keys-{engine}", [{**do(*SEEN, *(["session['a'] = 1"] if at % 3 == 0 else [])), "headers": {"Cookie": "sessionid=" + key}} for at, key in enumerate(BAD_KEYS)], engine)
        yield case(f"hostile/cookies-{engine}", [{**do(*SEEN), "headers": {"Cookie": text}} for text in COOKIES], engine)
        yield case(f"hostile/flush-{engine}", [{**do("session.flush()"), "headers": {"Cookie": "sessionid=" + key}} for key in BAD_KEYS[:8]] + [{**do("session.cycle_key()", "session['n'] = 1"), "headers": {"Cookie": "sessionid=" + key}} for key in BAD_KEYS[:8]], engine)
        yield case(f"hostile/store-{engine}", [{"shell": "from importlib import import_module\nfrom django.conf import settings\nS = import_module(settings.SESSION_ENGINE).SessionStore\nfor key in [None, '', 'short', 'x' * 8, 'x' * 32, 'X' * 40, '../..', 'a\\0b' * 4, 12345678]:\n    for call in [lambda: S(key).session_key, lambda: S(key).load(), lambda: S(key).exists(key), lambda: S(key).delete(key), lambda: S(key).is_empty(), lambda: dict(S(key).items())]:\n        try:\n            print(repr(call()))\n        except Exception as e:\n            print(type(e).__name__, str(e)[:90])"}], engine)
    for engine in ("db", "cached_db"):
        for at, steps in enumerate(rows()):
            yield case(f"hostile/row-{engine}-{at}", steps, engine)
    for at, steps in enumerate(files()):
        yield case(f"hostile/file-{at}", steps, "file")
    for name, extra in PATHS.items():
        yield case(f"hostile/path-{name}", [touch(), do("session['a']"), {"manage": "clearsessions"}, {"shell": "import os\nprint(sorted(n for n in os.listdir('.') if n in ('sessions', 'store')))"}], "file", extra_settings=extra)


if __name__ == "__main__":
    write(cases())
