"""FileBasedCache under the engines that use a cache, and by itself."""

from base import case, do, write

FILES = "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.filebased.FileBasedCache', 'LOCATION': 'cached'%s}}\n"
LIST = "(__import__('os'), sorted(__import__('os').listdir('cached')))[1]"
COUNT = "len(__import__('os').listdir('cached'))"
CACHE = "from django.core.cache import cache, caches"


def files(more=""):
    return FILES % more


WALK = [
    do("session['n'] = 1"), do("session.get('n')", LIST), {"advance": "10d"}, do("session['n'] = 2"), {"advance": "10d"},
    do("session.get('n')"), do("session.cycle_key()"), do(LIST, "session.get('n')"), {"advance": "15d"},
    do("session.get('n')", LIST), do("session['n'] = 3"), do("session.flush()"), do(LIST),
]  # fmt: skip
CALLS = [
    [CACHE, "cache.set('a', 1)", "cache.get('a')", "cache.get('b')", "cache.get('b', 5)", LIST],
    [CACHE, "cache.add('a', 1)", "cache.add('a', 2)", "cache.get('a')", "'a' in cache", "cache.has_key('b')"],
    [CACHE, "cache.set('a', 1, 0)", "cache.get('a')", "cache.set('a', 1, -1)", "cache.get('a')", LIST],
    [CACHE, "cache.set('a', 1, None)", "cache.touch('a', 5)", "cache.touch('b')", "cache.delete('a')", "cache.delete('a')", LIST],
    [CACHE, "cache.set('n', 1)", "cache.incr('n')", "cache.incr('n', 5)", "cache.decr('n')", "cache.incr('z')"],
    [CACHE, "cache.set_many({'a': 1, 'b': [2]})", "cache.get_many(['a', 'b', 'c'])", "cache.delete_many(['a'])", COUNT, "cache.clear()", LIST],
    [CACHE, "cache.get_or_set('a', 4)", "cache.get_or_set('a', 5)", "cache.set('a', 6, version=2)", "cache.get('a')", "cache.get('a', version=2)"],
    [CACHE, "cache.set('a b', 1)", "cache.get('a b')", LIST],
    [CACHE, "open(cache._key_to_file('e'), 'w').close()", "cache.get('e')", "cache.get('e')", LIST],
    [CACHE, "open(cache._key_to_file('e'), 'wb').write(b'junk') and None", "cache.get('e')", "cache.has_key('e')"],
    [CACHE, "cache.set('s', 'x' * 1000)", "__import__('os').path.getsize(cache._key_to_file('s')) < 200", "cache._dir.endswith('/cached')", "cache.cache_suffix"],
]
CULLS = {"third": ", 'OPTIONS': {'MAX_ENTRIES': 6}", "half": ", 'OPTIONS': {'MAX_ENTRIES': 4, 'CULL_FREQUENCY': 2}", "all": ", 'OPTIONS': {'MAX_ENTRIES': 3, 'CULL_FREQUENCY': 0}"}

CHECKS = {
    "relative": "",
    "media": "MEDIA_ROOT = __import__('os').path.abspath('cached')\n",
    "static": "STATIC_ROOT = __import__('os').path.abspath('cached/web')\n",
    "inside": "MEDIA_ROOT = __import__('os').path.abspath('.')\n",
}
OWN = "import os\nCACHES = {'other': {'BACKEND': 'django.core.cache.backends.filebased.FileBasedCache', 'LOCATION': os.path.abspath('cached')}}\n"

write(
    [case(f"filebased/{engine}", WALK, engine=engine, extra_settings=files()) for engine in ("cache", "cached_db")]
    + [case(f"filebased/prefix-{engine}", WALK, engine=engine, extra_settings=files(", 'KEY_PREFIX': 'x', 'VERSION': 3, 'TIMEOUT': 5")) for engine in ("cache", "cached_db")]
    + [case(f"filebased/calls-{number}", [do(*calls)], extra_settings=files()) for number, calls in enumerate(CALLS)]
    + [
        case(f"filebased/cull-{name}", [do(CACHE, *[line for n in range(9) for line in (f"cache.set('k{n}', {n})", COUNT)])], extra_settings=files(more))
        for name, more in CULLS.items()
    ]
    + [
        case("filebased/expiry", [do(CACHE, "cache.set('a', 1, 5)", "cache.set('b', 1)"), {"advance": "5s"}, do(CACHE, "cache.get('a')"), {"advance": "1s"}, do(CACHE, "cache.get('a')", COUNT), {"advance": "293s"}, do(CACHE, "cache.get('b')"), {"advance": "2s"}, do(CACHE, "cache.get('b')", COUNT)], extra_settings=files()),
        case("filebased/restart", [do("session['n'] = 1"), {"restart": True}, do("session.get('n')", COUNT)], engine="cache", extra_settings=files()),
        case("filebased/broken", [do("session['n'] = 1"), do("__import__('shutil').rmtree('cached')"), do("session.get('n')"), do("session['n'] = 5"), do("session.get('n')", COUNT)], engine="cache", extra_settings=files()),
    ]
    + [case(f"filebased/check-{name}", [{"manage": "check -t caches"}, {"manage": "check -t caches --deploy"}], migrate=False, extra_settings=files() + more) for name, more in CHECKS.items()]
    + [case("filebased/check-other", [{"manage": "check -t caches"}, {"manage": "check -t caches --deploy"}], migrate=False, extra_settings=OWN)]
)
