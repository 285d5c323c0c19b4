"""Stores and serializers of a project's own."""

from base import ENGINES, case, do, settings, write

BASES = "from django.contrib.sessions.backends.{0} import SessionStore as Store\n"
STORES = {
    "age": BASES + "class SessionStore(Store):\n    def get_session_cookie_age(self):\n        return 600\n",
    "key": BASES + "class SessionStore(Store):\n    n = 0\n    def _get_new_session_key(self):\n        SessionStore.n += 1\n        return 'mykey%027d' % SessionStore.n\n",
    "valid": BASES + "class SessionStore(Store):\n    def _validate_session_key(self, key):\n        return key and len(key) >= 3\n",
    "loud": BASES + "class SessionStore(Store):\n    def load(self):\n        print('load', self.session_key)\n        return super().load()\n    def save(self, must_create=False):\n        print('save', must_create)\n        return super().save(must_create)\n    def delete(self, session_key=None):\n        print('delete', session_key)\n        return super().delete(session_key)\n    def exists(self, session_key):\n        print('exists')\n        return super().exists(session_key)\n    def create(self):\n        print('create')\n        return super().create()\n    def flush(self):\n        print('flush')\n        super().flush()\n    def cycle_key(self):\n        print('cycle')\n        super().cycle_key()\n",
    "encode": BASES + "import json\nclass SessionStore(Store):\n    def encode(self, d):\n        print('encode', sorted(d))\n        return 'plain' + json.dumps(d)\n    def decode(self, t):\n        print('decode', t[:5])\n        return json.loads(t[5:])\n",
    "salt": BASES + "class SessionStore(Store):\n    key_salt = 'mine'\n",
    "named": BASES + "class MyStore(Store):\n    pass\nclass SessionStore(MyStore):\n    pass\n",
    "expiry": BASES + "from datetime import timedelta\nclass SessionStore(Store):\n    def get_expiry_age(self, **kwargs):\n        return 120\n    def get_expiry_date(self, **kwargs):\n        from django.utils import timezone\n        return timezone.now() + timedelta(seconds=120)\n",
    "close": BASES + "class SessionStore(Store):\n    def get_expire_at_browser_close(self):\n        return True\n",
    "dict": BASES + "class SessionStore(Store):\n    def __setitem__(self, key, value):\n        super().__setitem__(key.upper(), value)\n    def __getitem__(self, key):\n        return super().__getitem__(key.upper())\n    def get(self, key, default=None):\n        return super().get(key.upper(), default)\n",
    "raise-save": BASES + "class SessionStore(Store):\n    def save(self, must_create=False):\n        raise RuntimeError('no save')\n",
    "raise-load": BASES + "class SessionStore(Store):\n    def load(self):\n        raise RuntimeError('no load')\n",
    "update-error": BASES + "from django.contrib.sessions.backends.base import UpdateError\nclass SessionStore(Store):\n    def save(self, must_create=False):\n        if not must_create:\n            raise UpdateError\n        return super().save(must_create)\n",
    "test-cookie": BASES + "class SessionStore(Store):\n    TEST_COOKIE_NAME = 'probe'\n    TEST_COOKIE_VALUE = 'yes'\n",
}
DB_STORES = {
    "instance": BASES + "class SessionStore(Store):\n    def create_model_instance(self, data):\n        obj = super().create_model_instance(data)\n        print('instance', sorted(data), obj.session_key == self.session_key)\n        return obj\n",
    "short": BASES + "from datetime import timedelta\nclass SessionStore(Store):\n    def create_model_instance(self, data):\n        obj = super().create_model_instance(data)\n        obj.expire_date -= timedelta(days=13)\n        return obj\n",
    "row": BASES + "class SessionStore(Store):\n    def _get_session_from_db(self):\n        print('from db')\n        return super()._get_session_from_db()\n",
}
BARE = """from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
DATA = {}
class SessionStore(SessionBase):
    def exists(self, session_key):
        return session_key in DATA
    def create(self):
        self._session_key = self._get_new_session_key()
        self.save(must_create=True)
        self.modified = True
    def save(self, must_create=False):
        if self.session_key is None:
            return self.create()
        if must_create and self.session_key in DATA:
            raise CreateError
        if not must_create and self.session_key not in DATA:
            raise UpdateError
        DATA[self.session_key] = dict(self._get_session(no_load=must_create))
    def delete(self, session_key=None):
        DATA.pop(session_key or self.session_key, None)
    def load(self):
        try:
            return dict(DATA[self.session_key])
        except KeyError:
            self._session_key = None
            return {}
"""
BROKEN = {
    "nothing": "x = 1\n", "syntax": "class SessionStore(\n", "raises": "1/0\n", "none": "SessionStore = None\n", "function": "def SessionStore(key=None):\n    return {'key': key}\n",
    "plain-base": "from django.contrib.sessions.backends.base import SessionBase as SessionStore\n", "object": "class SessionStore:\n    def __init__(self, key=None):\n        self.key = key\n",
    "init": "from django.contrib.sessions.backends.db import SessionStore as S\nclass SessionStore(S):\n    def __init__(self, key):\n        super().__init__(key)\n        raise ValueError('init')\n",
}
SERIALIZERS = {
    "own": "import json\nclass Mine:\n    def dumps(self, obj):\n        return ('mine' + json.dumps(obj)).encode()\n    def loads(self, data):\n        return json.loads(data.decode()[4:])\n",
    "text": "import json\nclass Mine:\n    def dumps(self, obj):\n        return json.dumps(obj)\n    def loads(self, data):\n        return json.loads(data)\n",
    "dump-raises": "class Mine:\n    def dumps(self, obj):\n        raise ValueError('dumps')\n    def loads(self, data):\n        return {}\n",
    "load-raises": "import json\nclass Mine:\n    def dumps(self, obj):\n        return json.dumps(obj).encode()\n    def loads(self, data):\n        raise KeyError('loads')\n",
    "load-list": "import json\nclass Mine:\n    def dumps(self, obj):\n        return json.dumps(obj).encode()\n    def loads(self, data):\n        return [1]\n",
    "load-none": "import json\nclass Mine:\n    def dumps(self, obj):\n        return json.dumps(obj).encode()\n    def loads(self, data):\n        return None\n",
    "django": "from django.core.serializers.json import DjangoJSONEncoder\nimport json\nclass Mine:\n    def dumps(self, obj):\n        return json.dumps(obj, cls=DjangoJSONEncoder).encode()\n    def loads(self, data):\n        return json.loads(data)\n",
    "not-there": "x = 1\n", "sub": "from django.contrib.sessions.serializers import JSONSerializer\nclass Mine(JSONSerializer):\n    def dumps(self, obj):\n        print('dumps', sorted(obj))\n        return super().dumps(obj)\n",
}
WALK = [
    do("session['a'] = 1", "session.session_key"), do("session['a']", "session.session_key", "session.get_expiry_age()", "session.get_expire_at_browser_close()"), do("session.set_expiry(60)", "session['b'] = [1]"),
    do("sorted(session.items())", "session.cycle_key()"), do("session.set_test_cookie()", "session.test_cookie_worked()"), do("session.delete_test_cookie()", "sorted(session.keys())"), {"advance": "130s"}, do("session.get('a')"),
    do("session['when'] = datetime(2026, 1, 2, 3, 4, 5)"), do("session.get('when')"), do("session.flush()"), do("session.get('a')"), {"manage": "clearsessions"},
    {"shell": "from importlib import import_module\nfrom django.conf import settings\nS = import_module(settings.SESSION_ENGINE).SessionStore\ns = S()\ns['q'] = 1\ns.save()\nprint(s.session_key, S(s.session_key).get('q'), s.key_salt)\ns.delete()"},
]

PICKLE = "SESSION_SERIALIZER = 'django.contrib.sessions.serializers.PickleSerializer'\n"
JSON = "SESSION_SERIALIZER = 'django.contrib.sessions.serializers.JSONSerializer'\n"


def cases():
    for engine in ENGINES:
        for name, text in STORES.items():
            yield case(f"store/{name}-{engine}", WALK, "db", files={"mine.py": text.format(engine)}, extra_settings="SESSION_ENGINE = 'mine'\n")
        for name, text in SERIALIZERS.items():
            yield case(f"serializer/{name}-{engine}", WALK, engine, files={"mine.py": text}, extra_settings="SESSION_SERIALIZER = 'mine.Mine'\n")
    for engine in ("db", "cached_db"):
        for name, text in DB_STORES.items():
            yield case(f"store/{name}-{engine}", WALK, "db", files={"mine.py": text.format(engine)}, extra_settings="SESSION_ENGINE = 'mine'\n")
    yield case("store/bare", WALK, "db", files={"mine.py": BARE}, extra_settings="SESSION_ENGINE = 'mine'\n")
    yield case("store/prefix", WALK, "db", files={"mine.py": BASES.format("cache") + "class SessionStore(Store):\n    cache_key_prefix = 'mine.'\n"}, extra_settings="SESSION_ENGINE = 'mine'\n")
    for name, text in BROKEN.items():
        yield case(f"store/broken-{name}", WALK[:3] + WALK[-2:], "db", files={"mine.py": text}, extra_settings="SESSION_ENGINE = 'mine'\n")
    for engine in ENGINES:
        steps = [do("session[1] = {1, 2}", "session['t'] = (1, 2)"), do("session[1]", "session['t']"), do("sorted(map(str, session.keys()))")]
        yield case(f"serializer/pickle-{engine}", steps + [{"edit": {"settings.py": settings(engine) + JSON}}, do("session.get('t')", "session['n'] = 1"), do("sorted(session.items())")], engine, versions=["3.2", "4.2"], extra_settings=PICKLE)
        yield case(f"serializer/to-pickle-{engine}", [do("session['a'] = 1"), {"edit": {"settings.py": settings(engine) + PICKLE}}, do("session.get('a')", "session['b'] = 2"), do("sorted(session.items())")], engine, versions=["3.2", "4.2"])
        yield case(f"serializer/gone-{engine}", [do("session['a'] = 1")], engine, versions=["5.2", "6.1"], extra_settings=PICKLE)


if __name__ == "__main__":
    write(cases())
