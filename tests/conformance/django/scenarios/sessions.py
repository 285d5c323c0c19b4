"""Sessions over all engines: the dictionary, keys, expiry, saving."""

from base import ENGINES, case, do, settings, write

DICTIONARY = [
    do("session.get('a')", "'a' in session", "session['a']"),
    do("session['a'] = [1, 'two', {'three': None}]", "session['b'] = 1.5", "session[3] = 'int key'"),
    do("session['a'][2]['three']", "session[3]", "session['3']", "sorted(session.keys())", "list(session.values())"),
    do("session.pop('b')", "session.pop('b', 'gone')", "session.pop('b')", "list(session.items())"),
    do("session.pop('none', None)", "session.has_key('a')"),
    do("session.setdefault('c', 'new')", "session.setdefault('c', 'other')"),
    do("session.update({'d': 'é', 'e': '日本'})", "session['d']"),
    do("session['e']", "session.update({})"),
    do("session['a'].append('nested')", "session['a']"),
    do("session['a']"),
    do("session['a'].append('nested')", "session.modified = True"),
    do("session['a']"),
    do("del session['a']", "del session['a']"),
    do("session.clear()", "session.items()"),
    do("session.items()"),
]
KEYS = [
    do("session.session_key"),
    do("session.save()", "session.session_key is not None", "session.exists(session.session_key)"),
    do("session.session_key is not None", "session['x'] = 1", "session.cycle_key()", "session['x']"),
    do("session['x']", "session.cycle_key()"),
    do("session.flush()", "session.session_key", "session['y'] = 2", "session.session_key"),
    do("sorted(session.items())"),
    do("session.flush()"),
    do("session.delete()", "session['z'] = 1"),
    do("session.delete()", "session['z']"),
    do("session.get('z')"),
    do("session.create()", "session.get('z')", "session['w'] = 1"),
    do("session.get('w')"),
    do("session.create()", "session.create()"),
    do("session.load()"),
    do("session.exists('nothing')", "session.exists(None)", "session.exists('')"),
    do("session.delete('nothing')", "session.delete(session.session_key)"),
    do("session.items()"),
    do("session.save(must_create=True)", "session['q'] = 1"),
    do("session.save(must_create=True)"),
    do("session._session_key = 'short'", "session.session_key", "session._session_key = 'longenough'", "session.session_key"),
    do("session.is_empty()", "session.session_key"),
]
EXPIRY = [
    do("session.get_expiry_age()", "session.get_expiry_date()", "session.get_expire_at_browser_close()", "session.get_session_cookie_age()"),
    do("session.set_expiry(0)", "session.get_expiry_age()", "session.get_expiry_date()", "session.get_expire_at_browser_close()"),
    do("session.get_expire_at_browser_close()", "session['_session_expiry']"),
    do("session.set_expiry(300)", "session.get_expiry_age()", "session.get_expiry_date()"),
    {"advance": "299s"},
    do("session['_session_expiry']", "session.get_expiry_age()"),
    do("session.set_expiry(None)", "session.set_expiry(None)", "session.get_expiry_age()"),
    do("session.set_expiry(timedelta(hours=1))", "type(session['_session_expiry']).__name__", "session.get_expiry_age()"),
    do("session['_session_expiry']", "session.get_expiry_age()", "session.get_expiry_date()"),
    do("session.set_expiry(timezone.now() + timedelta(days=2))", "session.get_expiry_date()"),
    do("session.get_expiry_date()", "session.get_expiry_age()"),
    do("session.set_expiry(datetime(2026, 2, 1, tzinfo=tz.utc))", "session.get_expiry_age()"),
    do("session.set_expiry(datetime(2026, 2, 1))", "session.get_expiry_age()", "session.get_expiry_date()"),
    do("session.set_expiry(-10)", "session.get_expiry_age()", "session.get_expiry_date()"),
    do("session.get('_session_expiry')"),
    do("session.set_expiry('soon')", "session.get_expiry_age()"),
    do("session.get_expiry_age(modification=datetime(2026, 1, 1, tzinfo=tz.utc), expiry=datetime(2026, 1, 2, tzinfo=tz.utc))"),
    do("session.get_expiry_age(expiry=None)", "session.get_expiry_age(expiry=0)", "session.get_expiry_age(expiry=5)", "session.accessed"),
    do("session.get_expiry_date(modification=datetime(2026, 1, 1, tzinfo=tz.utc))", "session.get_expiry_date(modification=datetime(2026, 1, 1, tzinfo=tz.utc), expiry=100)"),
    do("session.set_expiry(True)", "session.get_expiry_age()"),
    do("session.set_expiry(1.5)", "session.get_expiry_age()", "session.get_expiry_date()"),
    {"advance": "2s"},
    do("session.items()"),
]
BOUNDARY = [
    do("session['a'] = 1", "session.set_expiry(60)"),
    {"advance": "59s"}, do("session.get('a')"),
    {"advance": "1s"}, do("session.get('a')"),
    do("session['b'] = 1"),
    {"advance": "14d"},
    do("session.get('b')", headers={"Cookie": "sessionid={key}"}),
    {"manage": "clearsessions"},
    {"advance": 0.000001},
    {"manage": "clearsessions"},
]
SAVING = [
    do("session['a'] = 1", path="/code/", **{}),
    do("response.status_code = 500", "session['a'] = 1"),
    do("response.status_code = 503", "session['b'] = 1"),
    do("response.status_code = 404", "session['c'] = 1"),
    do("response.status_code = 302", "response['Location'] = '/plain/'", "session['d'] = 1"),
    do("session.items()"),
    do("session.modified = True"),
    do("session.accessed = False"),
    do("session.get('c')", "session.accessed = False"),
    do("session['object'] = object()"),
    do("session['set'] = {1, 2}"),
    do("session['tuple'] = (1, 2)", "session['tuple']"),
    do("session['tuple']"),
    do("session['nan'] = float('nan')"),
    do("session['nan']"),
    do("session['date'] = datetime(2026, 1, 1)"),
    do("session['bytes'] = b'x'"),
    do("session[(1, 2)] = 1"),
    do("session[None] = 1", "session[True] = 2", "session[1.5] = 3"),
    do("sorted(session.keys())"),
    do("session['surrogate'] = '\\ud800'"),
    do("session['surrogate']"),
    do("session['long'] = 'x' * 5000"),
    do("len(session['long'])"),
    do("session['mixed'] = list(range(300))"),
    do("sum(session['mixed'])"),
]
TEST_COOKIE = [
    do("session.test_cookie_worked()", "session.delete_test_cookie()"),
    do("session.set_test_cookie()", "session.test_cookie_worked()"),
    do("session.test_cookie_worked()", "session.delete_test_cookie()", "session.test_cookie_worked()"),
    {"blockCookies": True},
    do("session.set_test_cookie()"),
    do("session.test_cookie_worked()"),
]
HOSTILE = ["../../etc/passwd", "a" * 7, "a" * 8, "a" * 41, "x" * 10000, "with space", "quote'quote", 'dq"dq', "é" * 10, "null%00", "a;b=c", "", '""', "short", "A" * 32, "..........", "/" * 10, "eyJhIjoxfQ:1vcguW:bad", "\x00" * 10, "tab\there00", "🍪" * 5]


def every(name, steps, **more):
    for engine in ENGINES:
        yield case(f"own-{name}/{engine}", steps, engine, **more)


def cases():
    yield from every("dictionary", DICTIONARY)
    yield from every("keys", KEYS)
    yield from every("expiry", EXPIRY)
    yield from every("expiry-notz", EXPIRY, USE_TZ=False, TIME_ZONE="Europe/Berlin")
    yield from every("expiry-chicago", EXPIRY, USE_TZ=True, TIME_ZONE="America/Chicago")
    yield from every("saving", SAVING)
    yield from every("saving-every", SAVING[:8], SESSION_SAVE_EVERY_REQUEST=True)
    yield from every("testcookie", TEST_COOKIE)
    yield from every("boundary", [{**step, "headers": {"Cookie": "sessionid=abc"}} if "headers" in step else step for step in BOUNDARY])
    for engine in ENGINES:
        yield case(
            f"own-hostile/{engine}",
            [do("session.get('a')", "session.session_key", "session['a'] = 1", headers={"Cookie": f"sessionid={value}"}) for value in HOSTILE]
            + [do("session.session_key", "session.exists(session.session_key)", headers={"Cookie": f"sessionid={value}"}) for value in HOSTILE],
            engine,
        )
    yield from every("close", [do("session['a'] = 1"), {"closeBrowser": True}, do("session.items()"), do("session['a'] = 2", "session.set_expiry(60)"), {"closeBrowser": True}, do("session.items()")], SESSION_EXPIRE_AT_BROWSER_CLOSE=True)
    yield from every("cookie-settings", [do("session['a'] = 1"), do("session.flush()"), do("session['b'] = 1"), {"restart": True}, do("session.items()")], SESSION_COOKIE_NAME="sid", SESSION_COOKIE_PATH="/do/", SESSION_COOKIE_AGE=90, SESSION_COOKIE_SAMESITE="Strict", SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=False)
    yield from every("age-large", [do("session['a'] = 1"), do("session.get_expiry_date()")], SESSION_COOKIE_AGE=60 * 60 * 24 * 365 * 3)
    yield from every("age-zero", [do("session['a'] = 1"), do("session.items()"), {"advance": "1s"}, do("session.items()")], SESSION_COOKIE_AGE=0)
    yield from every("rotate", [
        do("session['a'] = 1"),
        {"edit": {"settings.py": None}} if False else {"restart": True},
        do("session.items()"),
    ])
    for engine in ENGINES:
        yield case(f"own-switch/{engine}", [do("session['a'] = 1")] + [x for other in ENGINES for x in ({"edit": {"settings.py": settings(other)}}, do("session.get('a')", f"session['{other}'] = 1"))], engine)
    yield from every("pickle", [
        do("session['set'] = {1, 2}", "session['date'] = datetime(2026, 1, 1)", "session[1] = 'int'"),
        do("session.get('set')", "session.get('date')", "session.get(1)"),
        do("session['f'] = lambda: 1"),
        do("session.items()"),
    ], SESSION_SERIALIZER="django.contrib.sessions.serializers.PickleSerializer")


if __name__ == "__main__":
    write(cases())
