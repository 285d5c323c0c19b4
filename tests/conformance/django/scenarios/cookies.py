"""Cookies of views: set_cookie with all its parameters, deletion, signed cookies, ugly headers."""

from base import case, jar, write

SET = [
    jar("response.set_cookie('a')", "response.set_cookie('b', 'v')", "response.set_cookie('c', 5)", "response.set_cookie('d', None)"),
    jar("response.set_cookie('a', 'v', 60)", "response.set_cookie('b', 'v', 60.7)", "response.set_cookie('c', 'v', '60')", "response.set_cookie('d', 'v', 0)", "response.set_cookie('e', 'v', -5)"),
    jar("response.set_cookie('a', 'v', max_age=timedelta(minutes=5))", "response.set_cookie('b', 'v', max_age=timedelta(milliseconds=1500))"),
    jar("response.set_cookie('a', 'v', expires='Mon, 19 Jan 2026 09:30:00 GMT')", "response.set_cookie('b', 'v', expires='')", "response.set_cookie('c', 'v', expires=0)"),
    jar("response.set_cookie('a', 'v', expires=datetime(2026, 1, 6))", "response.set_cookie('b', 'v', expires=datetime(2026, 1, 6, tzinfo=tz.utc))", "response.set_cookie('c', 'v', expires=datetime(2020, 1, 1))"),
    jar("response.set_cookie('a', 'v', expires=datetime(2026, 1, 6, 1, 2, 3, 456789))", "response.set_cookie('b', 'v', expires=datetime(2026, 1, 6, tzinfo=tz(timedelta(hours=2))))"),
    jar("response.set_cookie('a', 'v', max_age=60, expires=datetime(2026, 1, 6))", "response.set_cookie('b', 'v', max_age=60, expires='Mon, 19 Jan 2026 09:30:00 GMT')"),
    jar("response.set_cookie('a', 'v', path='/x/')", "response.set_cookie('b', 'v', path=None)", "response.set_cookie('c', 'v', path='')", "response.set_cookie('d', 'v', domain='example.com')", "response.set_cookie('e', 'v', domain='')"),
    jar("response.set_cookie('a', 'v', secure=True)", "response.set_cookie('b', 'v', httponly=True)", "response.set_cookie('c', 'v', secure=True, httponly=True, samesite='None')", "response.set_cookie('d', 'v', secure='yes', httponly=1)"),
    jar("response.set_cookie('a', 'v', samesite='lax')", "response.set_cookie('b', 'v', samesite='STRICT')", "response.set_cookie('c', 'v', samesite='none')", "response.set_cookie('d', 'v', samesite='')", "response.set_cookie('e', 'v', samesite='loose')", "response.set_cookie('f', 'v', samesite=None)"),
    jar("response.set_cookie('a', 'v', samesite=False)"),
    jar("response.set_cookie('a', 'v', max_age='soon')"),
    jar("response.set_cookie('a', 'v', max_age=None, expires=None)", "response.set_cookie('a', 'w')", "response.set_cookie('b', '1', path='/x/')", "response.set_cookie('b', '2')"),
    jar("response.set_cookie('bad name', 'v')"),
    jar("response.set_cookie('bad=name', 'v')", "response.set_cookie('', 'v')", "response.set_cookie('name:colon', 'v')", "response.set_cookie('a[0]', 'v')"),
    jar("response.set_cookie('naïve', 'v')"),
    jar("response.set_cookie('expires', 'v')", "response.set_cookie('path', 'v')", "response.set_cookie('partitioned', 'v')", "response.set_cookie('Version', 'v')"),
    jar("response.set_cookie('a', 'v', bogus=True)"),
    jar("response.cookies['k'] = 'direct'", "response.cookies['k'].__setitem__('max-age', 3)", "response.cookies['k']['path'] = '/'", "dict(response.cookies['k'])['max-age']"),
    jar("response.set_cookie('z', '1')", "response.set_cookie('y', '2')", "response.set_cookie('x', '3')", "list(response.cookies)"),
    jar("response.set_cookie('__Host-a', 'v', secure=True)", "response.set_cookie('__Secure-a', 'v', secure=True)"),
    jar("response.delete_cookie('a')", "response.delete_cookie('b', path='/x/')", "response.delete_cookie('c', domain='example.com')", "response.delete_cookie('d', samesite='none')", "response.delete_cookie('e', samesite='Lax')"),
    jar("response.delete_cookie('__Secure-a')", "response.delete_cookie('__Host-b')", "response.delete_cookie('f', '/y/', 'example.com', 'Strict')"),
    jar("response.set_cookie('a', 'v', 60)", "response.delete_cookie('a')"),
    jar("response.delete_cookie('a')", "response.set_cookie('a', 'v')"),
    jar("response.cookies.clear()", "response.set_cookie('g', 'v')", "response.cookies.pop('g').value", "response.has_header('Set-Cookie')"),
]
VALUES = [
    "two words", "semi;colon", "comma,comma", 'quote"quote', "back\\\\slash", "café", "日本語", "🍪", "tab\\there", "new\\nline", "nul\\x00", "", " ", "a=b", "é;\\\"", "%41", "+", "()<>@", "[]{}", "~!#$%&'*+-.^_`|", "\\x7f", "\\x80", "ÿ", "'single'", '"already"',
]
COOKIE_HEADERS = [
    "a=1; b=2", "a=1;b=2", "a=1,b=2", " a = 1 ;; b", ";;;", "=", "a", "a=", "=v", "a=1; a=2; a=3", 'a="x y"', 'a="x;y"; b=1', 'a="unclosed; b=1',
    'a="\\"q\\""', 'a="\\303\\251"', 'a="\\054"', "a=b=c=d", "$Version=1; a=2; $Path=/", "a=%20b; b=+", "a=café", "A=1; a=2", "a:b=1; [x]=2; (y)=3", "a=1; expires=never; path=/; b=2",
    "sessionid", "sessionid=; sessionid=x", "a=\t1\t;\tb=2", "a=1\x0bb", "🍪=1; b=🍪", "a=1; " * 50, "n" * 5000 + "=v", "a={\"x\": 1, \"y\": [1;2]}", "a='x'; b=\"y\"; c=\"y\"z", "a=\"\\101\\\\\"", "a=\\101", 'a="\\9\\08\\400"',
]
SIGNED = [
    jar("response.set_signed_cookie('a', 'hello')", "response.set_signed_cookie('b', 'hello', salt='x')", "response.set_signed_cookie('c', 5, max_age=60)", "response.set_signed_cookie('d', 'a:b:c')", "response.set_signed_cookie('e', 'é')"),
    jar("request.get_signed_cookie('a')", "request.get_signed_cookie('b')", "request.get_signed_cookie('b', salt='x')", "request.get_signed_cookie('c')", "request.get_signed_cookie('d')", "request.get_signed_cookie('e')", "request.get_signed_cookie('none')", "request.get_signed_cookie('none', None)", "request.get_signed_cookie('b', default='no')"),
    {"advance": "30s"},
    jar("request.get_signed_cookie('a', max_age=30)", "request.get_signed_cookie('a', max_age=29)", "request.get_signed_cookie('a', max_age=timedelta(seconds=29))", "request.get_signed_cookie('a', max_age=timedelta(minutes=1))", "request.get_signed_cookie('a', default='old', max_age=1)", "request.get_signed_cookie('a', max_age=0)"),
    {"advance": "0.5s"} if False else {"advance": 0.5},
    jar("request.get_signed_cookie('a', max_age=30)"),
    {"putCookie": {"name": "a", "value": "hello"}}, jar("request.get_signed_cookie('a')"),
    {"putCookie": {"name": "a", "value": "hello:sig"}}, jar("request.get_signed_cookie('a')"),
    {"putCookie": {"name": "a", "value": "hello:ts:sig"}}, jar("request.get_signed_cookie('a')"),
    {"putCookie": {"name": "a", "value": ""}}, jar("request.get_signed_cookie('a')"),
    jar("response.set_signed_cookie('f', 'v', salt='s', path='/jar/', httponly=True, samesite='Strict', secure=True, domain=None)"),
    jar("request.get_signed_cookie('f', salt='s')"),
]
LEGACY_SALT = "from django.core.signing import get_cookie_signer as g\nprint(g(salt='as').sign('old'))"


def cases():
    yield case("own-cookies/set", SET)
    yield case("own-cookies/set-tz", SET[4:8], USE_TZ=False, TIME_ZONE="Europe/Berlin")
    yield case("own-cookies/values", [jar(f"response.set_cookie('v', \"{value}\")" if '"' not in value else f"response.set_cookie('v', '{value}')") for value in VALUES] + [jar("1")])
    yield case("own-cookies/headers", [jar("1", headers={"Cookie": header}) for header in COOKIE_HEADERS])
    yield case("own-cookies/signed", SIGNED)
    yield case("own-cookies/signed-fallback", [
        jar("response.set_signed_cookie('a', 'hello')"),
        {"shell": LEGACY_SALT},
        {"edit": {"settings.py": "SECRET_KEY = 'new'\nSECRET_KEY_FALLBACKS = ['crumbs-for-teaching-only-0123456789-abcdefghijkl']\nDEBUG=True\nALLOWED_HOSTS=['*']\nROOT_URLCONF='urls'\nINSTALLED_APPS=[]\nMIDDLEWARE=[]\nUSE_TZ=True\n"}},
        jar("request.get_signed_cookie('a')", "response.set_signed_cookie('b', 'x')"),
        {"edit": {"settings.py": "SECRET_KEY = 'newer'\nDEBUG=True\nALLOWED_HOSTS=['*']\nROOT_URLCONF='urls'\nINSTALLED_APPS=[]\nMIDDLEWARE=[]\nUSE_TZ=True\n"}},
        jar("request.get_signed_cookie('a', 'no')", "request.get_signed_cookie('b', 'no')"),
    ])


if __name__ == "__main__":
    write(cases())
