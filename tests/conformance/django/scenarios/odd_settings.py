"""Settings that are odd, wrong, or of another time, over all engines."""

from base import ENGINES, case, do, write

ODD = {
    "age-text": "SESSION_COOKIE_AGE = 'x'\n", "age-float": "SESSION_COOKIE_AGE = 60.5\n", "age-none": "SESSION_COOKIE_AGE = None\n", "age-negative": "SESSION_COOKIE_AGE = -5\n", "age-zero": "SESSION_COOKIE_AGE = 0\n", "age-delta": "from datetime import timedelta\nSESSION_COOKIE_AGE = timedelta(days=1)\n", "age-huge": "SESSION_COOKIE_AGE = 10 ** 11\n", "age-true": "SESSION_COOKIE_AGE = True\n",
    "name-empty": "SESSION_COOKIE_NAME = ''\n", "name-space": "SESSION_COOKIE_NAME = 'a b'\n", "name-none": "SESSION_COOKIE_NAME = None\n",
    "path-none": "SESSION_COOKIE_PATH = None\n", "path-sub": "SESSION_COOKIE_PATH = '/sub/'\n", "domain-odd": "SESSION_COOKIE_DOMAIN = 'other.example'\n", "domain-own": "SESSION_COOKIE_DOMAIN = '127.0.0.1'\n",
    "same-false": "SESSION_COOKIE_SAMESITE = False\n", "same-bad": "SESSION_COOKIE_SAMESITE = 'sometimes'\n", "same-lower": "SESSION_COOKIE_SAMESITE = 'lax'\n",
    "secure": "SESSION_COOKIE_SECURE = True\n", "secure-text": "SESSION_COOKIE_SECURE = 'no'\n", "http-none": "SESSION_COOKIE_HTTPONLY = None\n", "every": "SESSION_SAVE_EVERY_REQUEST = True\n", "every-text": "SESSION_SAVE_EVERY_REQUEST = 'yes'\n", "close": "SESSION_EXPIRE_AT_BROWSER_CLOSE = True\n", "close-every": "SESSION_EXPIRE_AT_BROWSER_CLOSE = True\nSESSION_SAVE_EVERY_REQUEST = True\n",
    "serializer-none": "SESSION_SERIALIZER = None\n", "serializer-nowhere": "SESSION_SERIALIZER = 'no.where.Thing'\n", "serializer-bare": "SESSION_SERIALIZER = 'JSONSerializer'\n",
    "engine-none": "SESSION_ENGINE = None\n", "engine-class": "SESSION_ENGINE = 'django.contrib.sessions.backends.db.SessionStore'\n", "engine-short": "SESSION_ENGINE = 'db'\n", "engine-empty": "SESSION_ENGINE = ''\n", "alias": "SESSION_CACHE_ALIAS = 'nothing'\n",
    "caches-empty": "CACHES = {}\n", "caches-bare": "CACHES = {'default': {}}\n", "caches-dummy": "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}}\n", "caches-unknown": "CACHES = {'default': {'BACKEND': 'no.such.Cache'}}\n", "caches-short": "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache', 'TIMEOUT': 5}}\n", "caches-prefix": "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache', 'KEY_PREFIX': 'p', 'VERSION': 3}}\n", "caches-max": "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache', 'OPTIONS': {'MAX_ENTRIES': 1}}}\n", "caches-zero": "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache', 'TIMEOUT': 0}}\n",
    "key-bytes": "SECRET_KEY = b'bytes-for-a-key-0123456789'\n", "key-number": "SECRET_KEY = 12345\n", "key-odd": "SECRET_KEY = 'é' * 20\n", "fallbacks-text": "SECRET_KEY_FALLBACKS = 'x'\n",
    "tz-off": "USE_TZ = False\n", "tz-berlin": "TIME_ZONE = 'Europe/Berlin'\n", "tz-off-berlin": "USE_TZ = False\nTIME_ZONE = 'Europe/Berlin'\n", "tz-tokyo": "USE_TZ = False\nTIME_ZONE = 'Asia/Tokyo'\n",
    "middleware-classes": "MIDDLEWARE_CLASSES = MIDDLEWARE\ndel MIDDLEWARE\n", "middleware-none": "MIDDLEWARE = None\n", "middleware-tuple": "MIDDLEWARE = tuple(MIDDLEWARE)\n", "middleware-twice": "MIDDLEWARE = MIDDLEWARE[:1] + MIDDLEWARE\n", "middleware-text": "MIDDLEWARE = 'django.contrib.sessions.middleware.SessionMiddleware'\n", "middleware-late": "MIDDLEWARE = MIDDLEWARE[::-1]\n",
    "hosts": "DEBUG = False\nALLOWED_HOSTS = ['shop.example']\n", "hosts-none": "DEBUG = False\nALLOWED_HOSTS = []\n", "hosts-text": "ALLOWED_HOSTS = '127.0.0.1'\n", "raises": "1/0\n", "imports": "import nothing_here\n", "syntax": "x = (\n", "exit": "raise SystemExit(3)\n", "sha1": "DEFAULT_HASHING_ALGORITHM = 'sha1'\n", "md5": "DEFAULT_HASHING_ALGORITHM = 'md5'\n",
}
STEPS = [do("session['a'] = 1", "session.get_expiry_age()"), do("session.get('a')", "session.get_expire_at_browser_close()"), do("session.set_expiry(300)", "session.get_expiry_date().isoformat()"), {"advance": "10s"}, do("session.get('a')"), {"visit": "/plain/"}, do("session.flush()"), {"manage": "clearsessions"}, {"shell": "from django.conf import settings\nfrom importlib import import_module\ns = import_module(settings.SESSION_ENGINE).SessionStore()\ns['b'] = 1\ns.save()\nprint(s.get_expiry_age(), type(s.session_key).__name__)"}]


def cases():
    for name, extra in ODD.items():
        engines = ["db", "signed_cookies"] if name.startswith(("age", "key", "serializer", "name", "tz", "sha1")) else ["cache", "cached_db"] if name.startswith(("caches", "alias")) else ["db"]
        if name.startswith(("age", "tz", "name")):
            engines = ["db", "file", "cache"] + (["signed_cookies"] if name.startswith("age") else [])
        for engine in engines:
            yield case(f"odd/{name}-{engine}", STEPS, engine, extra_settings=extra)


if __name__ == "__main__":
    write(cases())
