"""Dictionaries with several values, cache headers, tokens: what requests and responses are made of."""

from cases._write import python

M = 'from django.utils.datastructures import *\nm = MultiValueDict({"a": ["1", "2"], "b": ["3"], "e": []})\n'
DATA = python(
    'multi-value',
    [
        M + line
        for line in (
            'm["a"]', 'm["e"]', 'm["z"]', 'str(MultiValueDictKeyError("z"))', 'm.get("a")', 'm.get("z")', 'm.get("z", 5)', 'm.get("e", 5)', 'm.getlist("a")', 'm.getlist("z")', 'm.getlist("z", [9])', 'repr(m)', 'list(m.items())', 'list(m.lists())', 'list(m.values())', 'list(m)', 'len(m)', '"a" in m', 'm.dict()', 'm["c"] = 5\n(m["c"], m.getlist("c"))', 'm.setlist("a", ["9"])\nm.getlist("a")', 'm.appendlist("a", "x")\nm.getlist("a")', 'm.appendlist("n", "x")\nm.getlist("n")', 'm.setdefault("a", 7), m.setdefault("n", 7)', 'm.setlistdefault("n", [1, 2])', 'm.update({"a": "u"})\nm.getlist("a")', 'm.update(MultiValueDict({"a": ["u", "v"]}), )\nm.getlist("a")', 'm.update(k="v")\nm["k"]', 'm.update(1, 2)', 'm.pop("a")', 'c = m.copy()\nc.appendlist("a", "3")\n(c.getlist("a"), m.getlist("a"))', 'import copy\nd = copy.deepcopy(m)\nd.appendlist("a", "3")\nm.getlist("a")', 'm == MultiValueDict({"a": ["1", "2"], "b": ["3"], "e": []})', 'try:\n    m["z"]\nexcept KeyError as error:\n    r = (type(error).__name__, error.args)\nr', 'import pickle\npickle.loads(pickle.dumps(m)).getlist("a")', 'del m["a"]\n"a" in m', 'bool(MultiValueDict())',
            'ImmutableList([1, 2])', 'ImmutableList([1]).append(2)', 'ImmutableList([1], warning="No!").sort()', 'c = CaseInsensitiveMapping({"A-b": 1})\n(c["a-B"], list(c), len(c), "A-B" in c, c == {"a-B": 1}, repr(c))', 'CaseInsensitiveMapping({"A": 1})["z"]', 'CaseInsensitiveMapping({5: 1})', 's = OrderedSet([3, 1, 3])\ns.add(2)\ns.discard(9)\ns.remove(3)\n(list(s), 1 in s, bool(s), len(s))', 'DictWrapper({"a": 1}, lambda v: v * 10, "x_")["x_a"], DictWrapper({"a": 1}, lambda v: v * 10, "x_")["a"]',
        )
    ],
)
Q = 'from django.http import QueryDict\nq = QueryDict("a=1&a=2&b=x%20y&c=&d")\n'
QUERY = python(
    'query-dict',
    [
        Q + line
        for line in (
            'q["a"], q.getlist("a"), q["b"], q["c"], q["d"], len(q)', 'q["z"]', 'q.get("z", "no")', 'repr(q)', 'q.urlencode()', 'q["a"] = 3', 'q.setlist("a", [])', 'del q["a"]', 'q.update({"a": 1})', 'q.pop("a")', 'q.clear()', 'q.setdefault("n", 1)', 'q.appendlist("a", 1)', 'q.popitem()', 'q.setlistdefault("n")', 'c = q.copy()\nc["a"] = "9"\nc.appendlist("n", "é&")\n(c.urlencode(), q["a"])', 'QueryDict("a=1", mutable=True).pop("a")', 'QueryDict("next=/a&b/", mutable=True).urlencode(safe="/")', 'QueryDict(b"a=%C3%A9")["a"]', 'QueryDict("a=%FF")["a"]', 'QueryDict("")', 'QueryDict()', 'QueryDict.fromkeys(["a", "b"], value="x").urlencode()', 'QueryDict.fromkeys(["a", "a"], mutable=True).getlist("a")', 'QueryDict("a;b=1&c").dict()', 'import copy\ncopy.copy(q).urlencode()', 'import copy\nd = copy.deepcopy(q)\nd["a"] = "1"\nd["a"]', 'import pickle\npickle.loads(pickle.dumps(q)) == q', 'q == QueryDict("a=1&a=2&b=x%20y&c=&d")', 'q.encoding', 'q.items().__class__.__name__', 'list(q.items())', 'q.dict()', 'dict(q)', 'dict(q.lists())', 'hash(q)', '{**q}', 'QueryDict("a=1&a=2", mutable=True).setdefault("b", "3")',
        )
    ],
)
R = 'from django.http import HttpResponse\nfrom django.utils.cache import *\nr = HttpResponse("x")\n'
CACHE = python(
    'cache-headers',
    [
        R + line
        for line in (
            'patch_cache_control(r, max_age=60, private=True)\nr["Cache-Control"]', 'r["Cache-Control"] = "max-age=10, public"\npatch_cache_control(r, max_age=60, private=True)\nr["Cache-Control"]', 'r["Cache-Control"] = "private"\npatch_cache_control(r, public=True, s_maxage=5)\nr["Cache-Control"]', 'patch_cache_control(r, no_cache="Set-Cookie", no_store=True)\nr["Cache-Control"]', 'r["Cache-Control"] = "no-cache=\\"a\\""\npatch_cache_control(r, no_cache=True)\nr["Cache-Control"]', 'add_never_cache_headers(r)\n# never_cache\nsorted(r.items())', 'patch_response_headers(r, 60)\nsorted(r.items())', 'patch_response_headers(r)\nsorted(r.items())', 'patch_response_headers(r, -5)\nr["Cache-Control"]', 'get_max_age(r)', 'r["Cache-Control"] = "max-age=5"\nget_max_age(r)', 'r["Cache-Control"] = "max-age=x"\nget_max_age(r)', 'patch_vary_headers(r, ["Cookie"])\npatch_vary_headers(r, ["cookie", "Accept"])\nr["Vary"]', 'patch_vary_headers(r, ["*"])\nr["Vary"]', 'r["Vary"] = "Accept ,  Cookie"\npatch_vary_headers(r, ("Accept-Language",))\nr["Vary"]', 'r["Vary"] = "*"\npatch_vary_headers(r, ("Cookie",))\nr["Vary"]', 'r["Vary"] = "Cookie"\nhas_vary_header(r, "cookie"), has_vary_header(r, "x")', 'has_vary_header(r, "cookie")',
        )
    ],
)
CRYPTO = python(
    'crypto',
    [
        f'from django.utils.crypto import *\n{line}'
        for line in (
            'len(get_random_string(12))', 'get_random_string(5, "a")', 'set(get_random_string(50, allowed_chars="ab")) <= {"a", "b"}', 'constant_time_compare("a", "a"), constant_time_compare("a", b"b"), constant_time_compare("é", "é")', 'salted_hmac("salt", "value", "secret").hexdigest()', 'salted_hmac("salt", "value").hexdigest()', 'salted_hmac("salt", "value", algorithm="sha256").hexdigest()', 'salted_hmac("salt", "value", algorithm="nope")', 'pbkdf2("password", "salt", 1).hex()', 'import hashlib\npbkdf2("password", "salt", 2, dklen=20, digest=hashlib.sha1).hex()', 'len(RANDOM_STRING_CHARS)',
        )
    ],
) + python('crypto-old', ['from django.utils.crypto import get_random_string\nlen(get_random_string())'])
MIDDLEWARE = python(
    'middleware-mixin',
    [
        f'from django.utils.deprecation import MiddlewareMixin\n{line}'
        for line in (
            'class M(MiddlewareMixin):\n    def process_request(self, r): self.seen = r\n    def process_response(self, r, s): return s + "!"\nm = M(lambda r: r.upper())\n(m("a"), m.seen)', 'class M(MiddlewareMixin):\n    def process_request(self, r): return "early"\nM(lambda r: "view")("a")', 'MiddlewareMixin(lambda r: r)("x")', 'MiddlewareMixin(None)', 'MiddlewareMixin()', 'def view(r): pass\nrepr(MiddlewareMixin(view))', 'MiddlewareMixin(lambda r: r).sync_capable, MiddlewareMixin.async_capable',
        )
    ],
    since='4.0',
)
CASES = DATA + QUERY + CACHE + CRYPTO + MIDDLEWARE
for case in CASES:
    case['interpreterOnly'] = True
