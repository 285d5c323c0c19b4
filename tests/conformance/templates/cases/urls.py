"""Reversing and resolving addresses, as views and templates use it."""

from cases._write import python

CONF = '''
from django.urls import include, path, re_path
def view(request, *args, **kwargs): pass
class Klass:
    def method(self, request): pass
    def __call__(self, request): pass
polls = ([path("", view, name="index"), path("<int:pk>/", view, name="detail"), path("<int:pk>/vote/", view, name="vote")], "polls")
nested = [path("deep/<slug:s>/", view, name="deep")]
urlpatterns = [
    path("", view, name="home"), path("a/<int:pk>/", view, name="article"), path("s/<slug:cat>/<slug:page>/", view, name="page"),
    path("polls/", include(polls)), path("other/", include(polls, namespace="other")), path("t/<str:text>/", view, name="text"), path("p/<path:rest>", view, name="rest"),
    path("u/<uuid:key>/", view, name="key"), path("plain/<name>/", view, name="plain"), re_path(r"^y/(?P<year>[0-9]{4})/$", view, name="year"), re_path(r"^un/([0-9]+)/([a-z]+)/$", view, name="unnamed"),
    path("two/", view, name="two"), path("two/<int:n>/", view, name="two"), path("extra/", view, {"kind": "x"}, name="extra"), path("n/", include(nested)), path("noname/", view), path("m/", Klass().method, name="method"), path("c/", Klass(), name="called"),
    path("dots.v1/<str:x>.json", view, name="dots"), path("sp ace/ü/", view, name="odd"), re_path(r"opt/(?:page-(?P<n>[0-9]+)/)?$", view, name="opt"),
]
'''
REVERSE = [
    '"home"', '"article", args=[5]', '"article", kwargs={"pk": 5}', '"article", args=["5"]', '"article"', '"article", args=[-5]', '"article", args=["x"]', '"article", args=[1, 2]', '"article", kwargs={"id": 5}', '"article", kwargs={"pk": 5, "x": 1}', '"article", args=[1], kwargs={"pk": 1}', '"page", args=["a", "b-c_1"]', '"page", args=["a b", "c"]', '"page", kwargs={"cat": "a", "page": "b"}', '"polls:index"', '"polls:detail", args=[1]', '"polls:detail"', '"other:index"', '"other:detail", args=[2]', '"polls:nothing"', '"nothing:index"', '"polls:other:index"', '"polls"', '"nothing"', '""', 'None', '5', '"text", args=["a b"]', '"text", args=["a/b"]', '"text", args=["é&?#%"]', '"text", args=[""]', '"text", args=[None]', '"rest", args=["a/b/c"]', '"rest", args=["//x"]', '"key", args=["6ba7b810-9dad-11d1-80b4-00c04fd430c8"]', '"key", args=["x"]', '"plain", args=["it"]', '"year", args=[2026]', '"year", kwargs={"year": "2026"}', '"year", args=["20"]', '"unnamed", args=[1, "ab"]', '"unnamed", args=[1]', '"two"', '"two", args=[3]', '"two", args=[3, 4]', '"two", kwargs={"m": 1}', '"extra"', '"extra", kwargs={"kind": "x"}', '"extra", kwargs={"kind": "y"}', '"deep", args=["x"]', '"deep", args=["x y"]', 'case_urls.view, args=[]', '"case_urls.view"', '"method"', '"called"', '"dots", args=["q"]', '"odd"', '"opt"', '"opt", args=[2]', '"home", current_app="polls"',
]
RESOLVE = ['/', '/a/5/', '/a/x/', '/a/5', '/polls/', '/polls/7/', '/other/7/vote/', '/t/a b/', '/t/a%20b/', '/p/x/y/z', '/u/6ba7b810-9dad-11d1-80b4-00c04fd430c8/', '/y/2026/', '/y/20/', '/un/12/ab/', '/two/', '/two/4/', '/extra/', '/n/deep/q/', '/noname/', '/m/', '/c/', '/nothing/', 'a/5/', '', '/dots.v1/z.json', '/opt/', '/opt/page-3/', '/a/٣/']
MATCH = '(m.func.__class__.__name__, m.args, m.kwargs, m.url_name, m.app_names, m.namespaces, m.namespace, m.view_name, m.route, m._func_path)'
HEAD = 'import case_urls\nfrom django.urls import reverse, resolve, reverse_lazy, NoReverseMatch, Resolver404, is_valid_path\n'
CASES = (
    python('reverse', [f'{HEAD}reverse({text})' for text in REVERSE], urls=CONF)
    + python('resolve', [f'{HEAD}m = resolve({path!r})\n{MATCH}' for path in RESOLVE if path.startswith('/')], urls=CONF)
    + python('resolve-tried', [f'{HEAD}[[str(p.pattern) for p in t] for t in resolve({path!r}).tried]' for path in ('/', '/a/5/', '/other/7/', '/two/4/')], urls=CONF)
    + python('resolve-not', [f'{HEAD}try:\n    resolve({path!r})\nexcept Resolver404 as error:\n    told = error.args[0]\n(told["path"], [[str(p.pattern) for p in t] for t in told["tried"]])' for path in ('/nothing/', '/a/x/', '/polls/x/', '/n/deep/')], urls=CONF)
    + python('urls-more', [HEAD + line for line in ('str(reverse_lazy("home"))', 'is_valid_path("/a/5/") and True', 'is_valid_path("/zz/")', 'repr(resolve("/a/5/"))', 'repr(resolve("/polls/1/"))', 'repr(case_urls.urlpatterns[1])', 'repr(case_urls.urlpatterns[9])', 'str(case_urls.urlpatterns[1].pattern)', 'resolve("/a/5/")[2]', 'NoReverseMatch.__mro__[1].__name__', 'issubclass(Resolver404, Exception)')], urls=CONF)
    + python('urls-new', [f'{HEAD}reverse("home", {more})' for more in ('query={"a": 1}', 'query={"a": [1, 2]}, fragment="top"', 'fragment="a b"', 'query="x"', 'query=[("a", 1), ("b", "é")]')], urls=CONF, since='5.2')
    + python(
        'urls-wrong',
        [
            ('from django.urls import resolve\nresolve("/x/")', {'urls': text})
            for text in (
                'urlpatterns = 5', '', 'from django.urls import path\nurlpatterns = [path("x/", "views.x")]', 'from django.urls import path\nurlpatterns = [path("<int:5x>/", print)]', 'from django.urls import path\nurlpatterns = [path("<int:a>/<int:a>/", print)]', 'from django.urls import path\nurlpatterns = [path("<nope:a>/", print)]', 'from django.urls import path\nurlpatterns = [path("< int:a>/", print)]', 'from django.urls import re_path\nurlpatterns = [re_path("(", print)]', 'from django.urls import path, include\nurlpatterns = [path("", include(([], "a", "b")))]', 'from django.urls import path, include\nurlpatterns = [path("", include([], namespace="x"))]', 'from django.urls import path, include\nurlpatterns = [path("", include("no_such_urls"))]', 'from django.urls import path\nclass V:\n    @classmethod\n    def as_view(cls): return print\nurlpatterns = [path("x/", V)]', 'from django.urls import path\nurlpatterns = [path("x/", None)]', 'from django.conf.urls import url\nurlpatterns = [url(r"^x/$", print)]', 'from django.urls import path\nurlpatterns = [path("x/", print), "not a pattern"]', 'from django.urls import path\nurlpatterns = [print]',
            )
        ],
    )
    + python('urls-kwargs', ['from django.urls import resolve\nresolve("/x/")'], urls='from django.urls import path\nurlpatterns = [path("x/", print, [1])]', since='4.2')
    + python('urls-converter', ['from django.urls import reverse, resolve\n(reverse("y", args=[33]), resolve("/0033/").kwargs)'], urls='from django.urls import path, register_converter\nclass Four:\n    regex = "[0-9]{4}"\n    def to_python(self, v): return int(v)\n    def to_url(self, v): return "%04d" % v\nregister_converter(Four, "yyyy")\nurlpatterns = [path("<yyyy:y>/", print, name="y")]\n', until='4.2')
)
for case in CASES:
    case['interpreterOnly'] = True
    if case['id'] == 'urls-wrong/5':
        message = "redefinition of group name 'a' as group 2; was group 1 at position 19"
        case['onPython314'] = {'error': ['PatternError', message]}
