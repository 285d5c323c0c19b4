"""django.utils as views use it."""

from cases._write import python

HTML = python(
    'html',
    [
        f'from django.utils.html import *\nfrom django.utils.safestring import SafeString, SafeData\n{line}'
        for line in (
            'escape("<a href=\'x\'>&\\"")', 'escape(5)', 'escape(mark_safe("<b>"))', 'type(escape("x")).__name__', 'conditional_escape(mark_safe("<b>"))', 'conditional_escape("<b>")', 'conditional_escape(5)', 'format_html("<b>{}</b>", "<i>")', 'format_html("{a} {b}", a="<", b=mark_safe("<"))', 'format_html("{} {}", 1, None)', 'format_html("{:>5}|", "a")', 'format_html("{0}{0}", "<")', 'format_html("{}")', 'format_html("{x}", y=1)', 'format_html_join(", ", "{}:{}", [("a", "<"), ("b", 2)])', 'format_html_join(mark_safe("<br>"), "{}", (("x",), ("y",)))',
            'strip_tags("<b>x</b> y")', 'strip_tags("a < b > c")', 'strip_tags("<<b>script>x")', 'strip_tags("&amp;<i>&lt;</i>")', 'strip_tags(5)', 'linebreaks("a\\nb\\n\\nc")', 'linebreaks("<a>", autoescape=True)', 'escapejs("a\'</script>\\n")', 'json_script({"a": "<"}, "id")', 'strip_spaces_between_tags("<a> <b>\\n</b></a> x <i>")', 'smart_urlquote("http://x.org/a b/?q=a&r=%20ü#f g")', 'urlize("www.x.org")', 'urlize("http://x.org/aaaaaaaa", trim_url_limit=10, nofollow=True)', 'avoid_wrapping("a b")', 'isinstance(format_html("{}", 1), SafeData)',
        )
    ],
) + python('html-6', ['from django.utils.html import *\nformat_html("<b>")', 'from django.utils.html import *\nformat_html_join("", "{a}", [{"a": "<"}, {"a": 2}])']) + python('html-json', ['from django.utils.html import json_script\njson_script("x")', 'from django.utils.html import json_script\njson_script({"a": [1, None, True, 2.5, "é"]}, element_id="i")'], since='4.1')
SAFE = python(
    'safe',
    [
        f'from django.utils.safestring import *\n{line}'
        for line in ('type(mark_safe("x")).__name__', 'type(mark_safe("x") + "y").__name__', 'type(mark_safe("x") + mark_safe("y")).__name__', 'type(mark_safe("x").upper()).__name__', 'mark_safe(mark_safe("x")) is mark_safe', 'mark_safe(5)', 'repr(mark_safe("x"))', '[mark_safe("x")]', 'mark_safe("x") == "x"', 'str(mark_safe("x")).__class__.__name__', 'mark_safe("x").__html__()', 'hasattr("x", "__html__")', 'mark_safe(lambda: "q")().__class__.__name__', '"".join([mark_safe("a")]).__class__.__name__', 'isinstance(mark_safe("x"), str)', 'mark_safe("a%s") % 1')
    ],
)
TEXT = python(
    'text',
    [
        f'from django.utils.text import *\n{line}'
        for line in (
            'slugify("Hello, World!")', 'slugify(" Ünï cødé_x -- y ")', 'slugify("ünï", allow_unicode=True)', 'slugify(5.5)', 'slugify("日本語")', 'slugify("日本 語", allow_unicode=True)', 'slugify("-a-_b_-")', 'capfirst("abc")', 'capfirst("")', 'capfirst(None)', 'capfirst(5)', 'Truncator("hello world").chars(8)', 'Truncator("hello world").words(1)', 'Truncator("hello world").chars(8, truncate="...")', 'Truncator("a b c").words(2, "[more]")', 'Truncator("a b c").words(2, "%(truncated_text)s!!")', 'Truncator("<p>a b c</p>").words(2, html=True)', 'Truncator("<p>abc</p>").chars(2, html=True)', 'Truncator(12345).chars(3)', 'wrap("a bb ccc dddd", 5)',
            'get_valid_filename("a b\'c.jpg")', 'get_valid_filename("..")', 'get_text_list(["a", "b", "c"])', 'get_text_list(["a", "b"], "and")', 'get_text_list(["a"])', 'get_text_list([])', 'normalize_newlines("a\\r\\nb\\rc")', 'phone2numeric("0800 flowers")', 'list(smart_split(\'a "b c" d=\\\'e f\\\' g"h i"j\'))', 'list(smart_split("a \\"b c"))', 'unescape_string_literal(\'"a\\\\"b"\')', 'unescape_string_literal("ab")', 'camel_case_to_spaces("camelCaseXMLParser")', 'str(format_lazy("{a}-{}", "x", a=1))', 'type(format_lazy("{}", 1)).__name__',
        )
    ],
)
TIME = python(
    'timezone',
    [
        (f'from django.utils.timezone import *\nfrom django.utils import timezone\n{line}', more)
        for line, more in (
            ('timezone.now()', {}), ('timezone.now()', {'settings': {'USE_TZ': False}}), ('str(timezone.now())', {}), ('timezone.localtime().isoformat()', {}), ('timezone.localtime().isoformat()', {'settings': {'TIME_ZONE': 'Europe/Berlin'}}), ('timezone.localdate()', {}), ('timezone.localtime(NAIVE)', {}), ('timezone.is_aware(AWARE), timezone.is_naive(NAIVE)', {}), ('str(make_aware(NAIVE))', {}), ('str(make_aware(NAIVE))', {'settings': {'TIME_ZONE': 'America/New_York'}}), ('make_aware(AWARE)', {}), ('make_naive(AWARE)', {}), ('make_naive(NAIVE)', {}), ('make_naive(AWARE, get_fixed_timezone(90))', {}), ('get_fixed_timezone(-90)', {}), ('get_fixed_timezone(timedelta(hours=2))', {}), ('get_current_timezone_name()', {}), ('get_default_timezone_name()', {'settings': {'TIME_ZONE': 'Asia/Kolkata'}}), ('str(get_current_timezone())', {'settings': {'TIME_ZONE': 'Asia/Kolkata'}}),
            ('activate("Asia/Tokyo")\nx = str(localtime(AWARE)), get_current_timezone_name()\ndeactivate()\nx, str(localtime(AWARE))', {}), ('with override("Asia/Tokyo"):\n    x = str(localtime(AWARE))\nx, str(localtime(AWARE))', {}), ('with override(None):\n    x = get_current_timezone_name()\nx', {}), ('activate(5)', {}), ('timezone.now() > AWARE', {}), ('timezone.now() - timedelta(days=1)', {}), ('(timezone.now() - AWARE).days', {}), ('timezone.now() - NAIVE', {}), ('now().tzinfo', {}), ('localtime(AWARE, get_fixed_timezone(60)).isoformat()', {}), ('repr(get_current_timezone())', {'since': '4.0'}), ('timezone.template_localtime(AWARE).hour, timezone.template_localtime("x"), timezone.template_localtime(NAIVE) == NAIVE', {'settings': {'TIME_ZONE': 'Asia/Kolkata'}}),
        )
    ],
) + python('timezone-utc', ['from django.utils import timezone\nstr(datetime.datetime(2026, 1, 1, tzinfo=timezone.utc))', 'from django.utils.timezone import utc\nstr(utc)', 'from django.utils import timezone\nmake = timezone.make_aware\nmake(NAIVE, timezone.get_fixed_timezone(0), is_dst=False)', 'from datetime import timezone\ntimezone.utc']) + python('timezone-bad', ['from django.utils import timezone\ntimezone.activate("Bad/Zone")'], since='4.0')
DATES = python(
    'dateparse',
    [
        f'from django.utils.dateparse import *\n{line}'
        for line in ('parse_date("2026-01-05")', 'parse_date("2026-1-5")', 'parse_date("x")', 'parse_date("2026-02-30")', 'parse_datetime("2026-01-05T10:30:00")', 'parse_datetime("2026-01-05 10:30")', 'parse_datetime("2026-01-05T10:30:00Z")', 'parse_datetime("nope")', 'parse_datetime("2026-13-05 10:30")', 'parse_time("10:30")', 'parse_time("10:30:05.123456789")', 'parse_time("25:00")', 'parse_time("x")', 'parse_duration("1 02:03:04.5")', 'parse_duration("2:03")', 'parse_duration("45")', 'parse_duration("-1:30")', 'parse_duration("P3DT4H5M6.7S")', 'parse_duration("-P1D")', 'parse_duration("3 days 04:05:06")', 'parse_duration("x")')
    ],
) + python(
    'dateformat',
    [f'from django.utils import dateformat, formats\n{line}' for line in ('dateformat.format(DATE, "jS F Y")', 'dateformat.format(AWARE, "Y-m-d H:i")', 'dateformat.time_format(TIME, "H:i:s.u")', 'dateformat.format(DATE, "H")', 'dateformat.time_format(TIME, "Y")', 'formats.date_format(AWARE)', 'formats.date_format(DATE, "SHORT_DATE_FORMAT")', 'formats.time_format(TIME)', 'formats.number_format(1234.5)', 'formats.number_format(1234.5, 2)', 'formats.number_format(1234567, force_grouping=True)', 'formats.localize(1234.5)', 'formats.localize(DATE)', 'formats.localize(None)', 'formats.localize(True)', 'formats.get_format("DATE_FORMAT")', 'formats.get_format("bogus")', 'formats.get_format("DATE_INPUT_FORMATS")', 'formats.localize_input(DATE)', 'formats.localize_input(AWARE)', 'formats.sanitize_separators("1,234.5")', 'dateformat.DateFormat(AWARE).format("D")', 'dateformat.TimeFormat(TIME).format("P")')],
) + python('timesince', [f'from django.utils.timesince import timesince, timeuntil\n{line}' for line in ('timesince(NAIVE, NAIVE + timedelta(days=400, hours=3))', 'timesince(NAIVE, NAIVE + timedelta(days=400), depth=1)', 'timesince(NAIVE, NAIVE + timedelta(days=10, hours=2, minutes=3), depth=4)', 'timesince(NAIVE, NAIVE)', 'timesince(NAIVE, depth=0)', 'timeuntil(NAIVE + timedelta(hours=25), NAIVE)', 'timesince(DATE, DATE + timedelta(40))', 'timesince(AWARE, AWARE + timedelta(seconds=59))', 'timesince(AWARE, AWARE + timedelta(seconds=60))')])
LAZY = python(
    'functional',
    [
        f'from django.utils.functional import *\n{line}'
        for line in (
            'class A:\n    n = 0\n    @cached_property\n    def x(self):\n        A.n += 1\n        return A.n\na = A()\n(a.x, a.x, A.n, "x" in a.__dict__)', 'class A:\n    @cached_property\n    def x(self): return 1\na = A()\na.x\ndel a.x\na.x', 'type(cached_property(lambda self: 1)).__name__', 'class A:\n    @classproperty\n    def x(cls): return cls.__name__\nA.x', 'calls = []\no = SimpleLazyObject(lambda: calls.append(1) or [1, 2])\n(calls == [], len(o), o[0], list(o), 2 in o, bool(o), o == [1, 2], calls)', 'str(SimpleLazyObject(lambda: 5))', 'repr(SimpleLazyObject(int))', 'o = SimpleLazyObject(lambda: 5)\nstr(o)\nrepr(o)', 'isinstance(SimpleLazyObject(lambda: 5), int)', 'SimpleLazyObject(lambda: 5).__class__', 'o = SimpleLazyObject(lambda: Thing(a=1))\no.b = 2\n(o.a, o.b, hasattr(o, "c"))', 'o = SimpleLazyObject(lambda: Thing(a=1))\ndel o.a\nhasattr(o, "a")', 'SimpleLazyObject(lambda: {"a": 1})["a"]', 'o = SimpleLazyObject(dict)\no["x"] = 1\ndict(o)', 'hash(SimpleLazyObject(lambda: 5)) == hash(5)', 'import copy\ncopy.copy(SimpleLazyObject(lambda: [1]))[0]', 'SimpleLazyObject(lambda: 5) + 1', '1 + SimpleLazyObject(lambda: 5)', 'SimpleLazyObject(lambda: 5) < 6', 'SimpleLazyObject(lambda: None).missing', 'LazyObject()._setup()', 'str(LazyObject())', 'bool(SimpleLazyObject(lambda: None))', 'dir(SimpleLazyObject(lambda: Thing(q=1)))[-1]',
            'f = lazy(lambda x: x.upper(), str)\np = f("a")\n(str(p), p + "b", "b" + p, p == "A", len(p), p.lower(), type(p).__name__, isinstance(p, Promise), f"{p:>3}")', 'lazystr("x") % ()', 'lazystr("x") == lazystr("x")', '{lazystr("x"): 1}["x"]', 'import json\njson.dumps(lazystr("x"))', 'import pickle\nstr(pickle.loads(pickle.dumps(lazy(str, str)(5))))', 'import copy\nstr(copy.deepcopy(lazystr("x")))', 'str(keep_lazy_text(lambda x: x + "!")(lazystr("a")))', 'keep_lazy_text(lambda x: x + "!")("a")', 'keep_lazy()', 'partition(lambda n: n > 2, [1, 2, 3, 4])', 'repr(lazystr("x"))', '[str(x) for x in (lazystr("b"), lazystr("a"))]', 'sorted([lazystr("b"), lazystr("a")])[0] == "a"',
        )
    ],
)
WEB = python(
    'http',
    [
        f'from django.utils.http import *\n{line}'
        for line in (
            'urlencode({"a": 1, "b": "x y&"})', 'urlencode([("a", 1), ("a", 2)])', 'urlencode({"a": [1, 2]})', 'urlencode({"a": [1, 2]}, doseq=True)', 'urlencode({"a": None})', 'urlencode({"a": [None]}, doseq=True)', 'urlencode({"a": b"x"})', 'urlencode({"a": ()}, doseq=True)', 'urlencode({"a": "é"})', 'http_date(0)', 'http_date(1768473000.5)', 'parse_http_date("Thu, 15 Jan 2026 10:30:00 GMT")', 'parse_http_date("Thursday, 15-Jan-26 10:30:00 GMT")', 'parse_http_date("Thu Jan 15 10:30:00 2026")', 'parse_http_date("Thu Jan  5 10:30:00 2026")', 'parse_http_date("x")', 'parse_http_date("Thu, 32 Jan 2026 10:30:00 GMT")', 'parse_http_date_safe("x")', 'base36_to_int("zz")', 'int_to_base36(1295)', 'int_to_base36(0)', 'int_to_base36(-1)', 'base36_to_int("a" * 14)', 'urlsafe_base64_encode(b"ab?>")', 'urlsafe_base64_decode("YWI_Pg")', 'urlsafe_base64_decode("a")', 'parse_etags(\'"a", W/"b", c\')', 'parse_etags("*")', 'quote_etag("a")', 'quote_etag(\'W/"a"\')', 'is_same_domain("a.example.com", ".example.com")', 'is_same_domain("example.com", "example.com")', 'is_same_domain("xexample.com", ".example.com")', 'is_same_domain("a", "")', 'escape_leading_slashes("//evil.com")', 'escape_leading_slashes("/a")',
        )
        + tuple(f'url_has_allowed_host_and_scheme({url!r}, allowed_hosts={hosts!r}, require_https={https})' for url, hosts, https in (('/next/', None, False), ('', 'x', False), (None, 'x', False), ('//evil.com', 'good.com', False), ('http://good.com/', 'good.com', False), ('http://good.com/', {'good.com'}, True), ('https://good.com/', {'good.com'}, True), ('///evil.com', 'good.com', False), ('http:///evil', None, False), ('javascript:alert(1)', None, False), ('\\\\evil.com', None, False), ('/\\evil.com', None, False), ('\x08//evil.com', None, False), ('next', None, False), (' /a ', None, False), ('http://[::1', None, False), ('/' + 'a' * 3000, None, False), ('ftp://good.com', 'good.com', False), ('//good.com/x', 'good.com', True), ('http:good.com', None, False)))
    ],
) + python('http-new', [f'from django.utils.http import *\n{line}' for line in ('content_disposition_header(True, "a.txt")', 'content_disposition_header(False, "é.txt")', 'content_disposition_header(True, "")', 'content_disposition_header(False, None)', 'content_disposition_header(True, \'a"b\\\\.txt\')')], since='4.2') + python('http-params', [f'from django.utils.http import *\n{line}' for line in ('parse_header_parameters("text/html; charset=utf-8")', 'parse_header_parameters(\'form-data; name="a;b"; filename*=UTF-8\\\'\\\'%c3%a9.txt\')', 'parse_header_parameters("text/plain")', 'parse_header_parameters(\'a; B="c\\\\"d"; e\')')], since='4.2')
MORE = python(
    'encoding',
    [
        f'from django.utils.encoding import *\n{line}'
        for line in ('force_str(b"\\xc3\\xa9")', 'force_str(5)', 'force_str(5, strings_only=True)', 'force_str(b"\\xff")', 'force_bytes("é")', 'force_bytes(b"x")', 'force_bytes(5)', 'force_bytes("é", "latin-1")', 'force_bytes(memoryview(b"x"))', 'smart_str(b"a")', 'smart_bytes("a")', 'iri_to_uri("/é?a=b c&d=%20")', 'iri_to_uri(None)', 'uri_to_iri("/%C3%A9%20%2F%41")', 'uri_to_iri("/%ff%zz%")', 'escape_uri_path("/a b?c;d=e")', 'filepath_to_uri("a b\\\\c.txt")', 'is_protected_type(DATE)', 'is_protected_type("x")', 'force_str(None, strings_only=True)', 'force_str(ValueError("é"))')
    ],
) + python(
    'loading',
    [
        f'from django.utils.module_loading import *\n{line}'
        for line in ('import_string("os.path.join").__name__', 'import_string("os")', 'import_string("os.nothing")', 'import_string("no_such_module.x")', 'import_string("django.utils.text.slugify")("A b")', 'import os\nmodule_has_submodule(os, "path")', 'import json\nmodule_has_submodule(json, "decoder")', 'import json\nmodule_has_submodule(json, "nothing")')
    ],
) + python(
    'translation',
    [
        f'from django.utils import translation\nfrom django.utils.translation import gettext, gettext_lazy, ngettext, ngettext_lazy, pgettext\n{line}'
        for line in ('gettext("Hello")', 'str(gettext_lazy("Hello"))', 'gettext_lazy("a %(x)s") % {"x": 1}', 'ngettext("%d cat", "%d cats", 1) % 1', 'ngettext("cat", "cats", 2)', 'ngettext_lazy("%(n)d cat", "%(n)d cats", "n") % {"n": 1}', 'ngettext_lazy("%d cat", "%d cats") % 3', 'str(ngettext_lazy("cat", "cats", 2))', 'pgettext("month", "May")', 'translation.get_language()', 'with translation.override("de"):\n    x = translation.get_language()\n(x, translation.get_language())', 'type(gettext_lazy("x")).__name__', 'gettext_lazy("x") + "y"', 'translation.to_locale("en-us")', 'translation.to_locale("zh-hans")', 'translation.to_language("en_US")', 'translation.get_language_bidi()')
    ],
) + python('legacy-names', ['from django.utils.translation import ugettext\nugettext("x")', 'from django.utils.translation import ugettext_lazy as _\nstr(_("x"))', 'from django.utils.encoding import force_text\nforce_text(b"x")', 'from django.utils.http import is_safe_url\nis_safe_url("/x", None)', 'from django.utils.http import urlquote\nurlquote("a b")', 'from django.utils.encoding import python_2_unicode_compatible\n1', 'from django.utils.six import text_type\n1'])
DECORATORS = python(
    'decorators',
    [
        f'from django.utils.decorators import *\n{line}'
        for line in (
            'def twice(f):\n    def inner(*a, **k): return f(*a, **k) * 2\n    return inner\nclass A:\n    @method_decorator(twice)\n    def m(self, x): return x\n(A().m(2), A.m.__name__)',
            'def mark(f):\n    f.marked = True\n    return f\n@method_decorator(mark, name="m")\nclass A:\n    def m(self): "doc"; return 1\n(A.m.marked, A().m(), A.m.__doc__)', '@method_decorator(lambda f: f, name="nothing")\nclass A: pass\nA', '@method_decorator(lambda f: f)\nclass A: pass\nA', '@method_decorator(lambda f: f, name="x")\nclass A: x = 5\nA', 'def a(f): return lambda *x: "a" + f(*x)\ndef b(f): return lambda *x: "b" + f(*x)\nclass A:\n    @method_decorator([a, b])\n    def m(self): return "m"\nA().m()', 'class A:\n    @classonlymethod\n    def m(cls): return cls.__name__\nA.m()', 'class A:\n    @classonlymethod\n    def m(cls): return 1\nA().m()',
            'class M:\n    def __init__(self, get_response): pass\n    def process_request(self, request): return "early" if request == "stop" else None\n    def process_response(self, request, response): return response + "!"\n@decorator_from_middleware(M)\ndef view(request): return "view"\n(view("go"), view("stop"), view.__name__)', '@sync_and_async_middleware\ndef m(get_response): pass\n(m.sync_capable, m.async_capable)',
        )
    ],
)
DURATION = python('duration', [f'from django.utils.duration import *\n{line}' for line in ('duration_string(timedelta(days=1, seconds=3661, microseconds=5))', 'duration_string(timedelta(seconds=5))', 'duration_iso_string(timedelta(days=-1, seconds=5))', 'duration_iso_string(timedelta(hours=3))', 'duration_microseconds(timedelta(1))')])
TEMPLATES = python(
    'template-api',
    [
        f'from django.template import Context, Engine, Template, Variable, VariableDoesNotExist, Node, NodeList, Origin, RequestContext, ContextPopException\nengine = Engine()\n{line}'
        for line in (
            'engine.from_string("{{ x }}").render(Context({"x": 1}))', 'c = Context({"a": 1})\nc["b"] = 2\n(c["a"], c.get("z", 9), "b" in c, c.flatten())', 'c = Context()\nc.pop()', 'c = Context({"a": 1})\nwith c.push(a=2):\n    x = c["a"]\n(x, c["a"])', 'c = Context({"a": 1})\nc.update({"a": 3})\nx = c["a"]\nc.pop()\n(x, c["a"])', 'Context({"a": 1})["b"]', 'repr(Context({"a": 1}))', 'Context({"a": 1}) == Context({"a": 1})', 'Context({"a": 1}).new({"b": 2}).flatten()', 'c = Context({"a": 1})\nc.set_upward("a", 5)\nc.dicts', 'c = Context()\n(c.setdefault("x", 3), c["x"])', 'Context([("a", 1)])', 'Context().update(5)', 'Variable("a.b").resolve({"a": {"b": 3}})', 'Variable("a.c").resolve({"a": {"b": 3}})', 'Variable("5").resolve({})', 'Variable("\'x\'").resolve({})', 'Variable("a.b")', 'Variable("_a")', 'Variable(5)', 'engine.from_string("{{ x").nodelist[0].__class__.__name__', 'repr(engine.from_string("ab{{ x|upper }}").nodelist)', 'repr(engine.from_string("{% for x, y in z reversed %}a{% endfor %}{% if a %}{% endif %}{% block b %}t{% endblock %}").nodelist)', 'str(engine.from_string("x").origin)', 'Engine(dirs=["/nowhere"]).get_template("x.html")', 'Engine(loaders=[("django.template.loaders.locmem.Loader", {"a": "A{{ x }}"})]).render_to_string("a", {"x": 1})', 'Engine(loaders=[("django.template.loaders.locmem.Loader", {"a": "A"})]).select_template(["z", "a"]).render(Context())', 'Engine(loaders=[("django.template.loaders.locmem.Loader", {})]).select_template(["z", "y"])', 'engine.select_template([])', 'Engine(app_dirs=True, loaders=["x"])', 'Engine(loaders=[5]).get_template("x")', 'Engine(libraries={"x": "no.such"})', 'Engine(builtins=["django.templatetags.static"]).from_string("{% static \'a\' %}").render(Context())', 'Engine(string_if_invalid="I").from_string("{{ q }}").render(Context())',
            'from django.template import engines\n[e.name for e in engines.all()]', 'from django.template import engines\nengines["nope"]', 'from django.template.loader import get_template\nget_template("nope.html")', 'from django.template.loader import select_template\nselect_template(["a", "b"])', 'from django.template.loader import select_template\nselect_template("a")', 'from django.template.loader import select_template\nselect_template([])', 'from django.template.loader import render_to_string\nrender_to_string("nope.html", {})', 'from django.template import engines\nengines["django"].from_string("{{ a }}").render({"a": "<"})', 'from django.template import engines\nengines["django"].from_string("{{ a }}").render(Context({"a": 1}))', 'from django.template import engines\nengines["django"].from_string("{{ a }}").render([1])', 'Template("{{ a|upper }}").render(Context({"a": "x"}))', 'Template("{{ a }}").render({"a": "x"})', 'c = Context({"a": 1}, autoescape=False)\nTemplate("{{ b }}").render(Context({"b": "<"}, autoescape=False))', 'from django.template.defaultfilters import slugify, date, truncatewords, linebreaksbr, pluralize, floatformat, title, escape\n(slugify("A b"), date(DATE, "Y"), truncatewords("a b c", 2), linebreaksbr("a\\nb"), pluralize(2), floatformat(1.25, 1), title("a b"))', 'from django.template.defaultfilters import bogus\n1', 'from django.template.base import TemplateSyntaxError, TextNode, VariableNode, Token, TokenType, Lexer, Parser, token_kwargs\n[str(t.token_type) for t in Lexer("a{{ b }}{% c %}{# d #}").tokenize()]', 'from django.template.base import Lexer\n[(t.contents, t.lineno) for t in Lexer("a\\n{{ b }}\\n{% c %}").tokenize()]', 'from django.template.base import Token, TokenType\nToken(TokenType.BLOCK, "a \'b c\' _(\\"d e\\") f").split_contents()', 'from django.template.exceptions import TemplateDoesNotExist\nstr(TemplateDoesNotExist("x"))',
        )
    ],
)
TEMPLATES += python('template-repr', ['from django.template import Engine\nrepr(Engine().from_string("hello"))', 'from django.template import Engine\nEngine().from_string("x").origin'], since='5.0')
DATES += python('dateparse-zone', ['from django.utils.dateparse import parse_datetime\nparse_datetime("2026-01-05 10:30:00.5+02:00")', 'from django.utils.dateparse import parse_datetime\nparse_datetime("2026-01-05T10:30:00,25-0530")'], since='5.0')
TEMPLATES += python('template-conf', [('from django.template.utils import EngineHandler\nEngineHandler(%s).templates' % conf, {}) for conf in ('[{}]', '[{"BACKEND": "bad"}]', '[{"BACKEND": "a.b.C"}, {"BACKEND": "a.b.D"}]', '[]')] + ['from django.template.utils import EngineHandler\nEngineHandler([{"BACKEND": "django.template.backends.django.DjangoTemplates", "WRONG": 1}])["django"]', 'from django.template.utils import EngineHandler\nEngineHandler([{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"bogus": 1}}])["django"]', 'from django.template.utils import EngineHandler\nEngineHandler([{"BACKEND": "django.template.backends.nope.Nope"}])["nope"]'])
# Where CPython 3.14, which the simulator runs, has other words than the Python of the record.
WORDS_OF_3_14 = {
    'html/19': {'result': "'x'"},
    'dateparse/4': {'error': ['ValueError', 'day 30 must be in range 1..28 for month 2 in year 2026']},
    'dateparse/9': {'error': ['ValueError', 'month must be in 1..12, not 13']},
    'dateparse/12': {'error': ['ValueError', 'hour must be in 0..23, not 25']},
}
CASES = HTML + SAFE + TEXT + TIME + DATES + LAZY + WEB + MORE + DECORATORS + DURATION + TEMPLATES
for case in CASES:
    if case['id'] in WORDS_OF_3_14:
        case['onPython314'] = WORDS_OF_3_14[case['id']]
