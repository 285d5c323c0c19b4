"""Requests, responses, addresses, middleware and errors."""

from urllib.parse import quote

from base import ENGINES, SETTINGS, URLS, VIEWS, case, do, settings, write

FREE = """import json, sys
from datetime import datetime, timedelta
from django.http import *
from django.shortcuts import redirect, render, get_object_or_404, resolve_url
from django.urls import reverse, reverse_lazy, resolve, NoReverseMatch
from django.core.exceptions import *
from django.utils import timezone
from django.conf import settings
from django.views import View
from django.views.decorators.http import require_POST, require_GET, require_http_methods
from django.views.decorators.cache import never_cache, cache_control
from django.views.decorators.vary import vary_on_cookie, vary_on_headers
from django.utils.decorators import method_decorator
"""


def free(id, views, urls, steps, **more):
    urls_text = "from django.urls import path, re_path, include\nimport views\nurlpatterns = [\n" + "".join(f"    {line},\n" for line in urls) + "]\n"
    files = {"views.py": FREE + views, "urls.py": urls_text, **more.pop("files", {})}
    return case(id, steps, files=files, **more)


def visit(*urls):
    return [{"visit": url} for url in urls]


RESPONSES = '''
def pick(request, name):
    return RESPONSES[name]()

RESPONSES = {
    'none': lambda: None, 'text': lambda: 'text', 'int': lambda: 5, 'dict': lambda: {'a': 1},
    'empty': lambda: HttpResponse(), 'bytes': lambda: HttpResponse(b'bytes'), 'number': lambda: HttpResponse(5),
    'list': lambda: HttpResponse(['a', 'b', 1]), 'gen': lambda: HttpResponse(str(i) for i in range(3)),
    'plain': lambda: HttpResponse('x', content_type='text/plain'), 'charset': lambda: HttpResponse('é', charset='latin-1'),
    'charset2': lambda: HttpResponse('é', content_type='text/html; charset=iso-8859-1'),
    'status': lambda: HttpResponse('x', status=418), 'reason': lambda: HttpResponse('x', status=200, reason='Fine'),
    'badstatus': lambda: HttpResponse(status='x'), 'bigstatus': lambda: HttpResponse(status=1000),
    'headers': lambda: HttpResponse('x', headers={'X-A': '1', 'Vary': 'Accept'}),
    'both': lambda: HttpResponse('x', content_type='text/plain', headers={'Content-Type': 'text/html'}),
    'newline': lambda: HttpResponse('x', headers={'X-A': 'a\\nb'}),
    'json': lambda: JsonResponse({'a': [1, None, True], 'é': 'é', 'd': datetime(2026, 1, 2, 3, 4, 5, 678901)}),
    'json2': lambda: JsonResponse([1, 2], safe=False), 'json3': lambda: JsonResponse([1]), 'json4': lambda: JsonResponse({'a': object()}),
    'json5': lambda: JsonResponse({'b': 1, 'a': 2}, json_dumps_params={'indent': 1, 'sort_keys': True}),
    'stream': lambda: StreamingHttpResponse(iter(['a', 'b'])), 'notmod': lambda: HttpResponseNotModified(),
    'bad': lambda: HttpResponseBadRequest('bad'), 'forbidden': lambda: HttpResponseForbidden('no'), 'notfound': lambda: HttpResponseNotFound('nf'),
    'gone': lambda: HttpResponseGone(), 'notallowed': lambda: HttpResponseNotAllowed(['GET', 'POST']), 'server': lambda: HttpResponseServerError('err'),
    'r1': lambda: redirect('/pick/text2/'), 'r2': lambda: redirect('named', n=5), 'r3': lambda: redirect('nowhere'), 'r4': lambda: redirect('/a b/é/?q=é'),
    'r5': lambda: HttpResponseRedirect('javascript:alert(1)'), 'r6': lambda: redirect('https://example.com/', permanent=True) if False else HttpResponse('r6'),
    'r7': lambda: HttpResponsePermanentRedirect('/named/7/'), 'r8': lambda: redirect('../text2/'), 'r9': lambda: redirect('views.index'),
    'text2': lambda: HttpResponse('second'), 'zero': lambda: 1 / 0, 'exit': lambda: sys.exit(3), 'keyint': lambda: (_ for _ in ()).throw(KeyError('k')),
    'http404': lambda: (_ for _ in ()).throw(Http404('not here')), 'denied': lambda: (_ for _ in ()).throw(PermissionDenied('secret')),
    'susp': lambda: (_ for _ in ()).throw(SuspiciousOperation('odd')), 'badreq': lambda: (_ for _ in ()).throw(BadRequest('br')),
    'imp': lambda: (_ for _ in ()).throw(ImproperlyConfigured('imp')), 'val': lambda: (_ for _ in ()).throw(ValidationError('val')),
    'coro': lambda: coro(), 'nothing': lambda: NoSuchName,
}

async def coro():
    return HttpResponse('async')

async def aview(request):
    v = await request.session.aget('n', 0) if hasattr(request.session, 'aget') else request.session.get('n', 0)
    if hasattr(request.session, 'aset'):
        await request.session.aset('n', v + 1)
    else:
        request.session['n'] = v + 1
    return HttpResponse(f'async {v}')

def named(request, n):
    return HttpResponse(f'named {n!r} {reverse("named", args=[n])} {request.resolver_match.url_name}')

def index(request):
    return HttpResponse('index')

class Klass(View):
    greeting = 'hello'
    def get(self, request, *args, **kwargs):
        return HttpResponse(f'{self.greeting} {args} {kwargs}')
    def post(self, request):
        return HttpResponse('posted ' + request.POST.get('a', ''))

@require_POST
def posted(request):
    return HttpResponse(json.dumps(request.POST.lists().__class__.__name__) + str(sorted(request.POST.items())))

@never_cache
@vary_on_headers('Accept', 'Cookie')
def cached(request):
    return HttpResponse(str(sorted(dict(HttpResponse().items()))))
'''
RESPONSE_URLS = ["path('pick/<slug:name>/', views.pick)", "path('named/<int:n>/', views.named, name='named')", "path('', views.index)", "path('klass/', views.Klass.as_view(greeting='hi'))", "path('posted/', views.posted)", "path('cached/', views.cached)", "path('aview/', views.aview)"]
NAMES = "none text int dict empty bytes number list gen plain charset charset2 status reason badstatus bigstatus headers both newline json json2 json3 json4 json5 stream notmod bad forbidden notfound gone notallowed server r1 r2 r3 r4 r5 r7 r8 r9 zero keyint http404 denied susp badreq imp val coro nothing missing".split()

REQUEST = '''
def ask(request):
    lines = []
    for expression in request.GET.getlist('e'):
        try:
            lines.append(repr(eval(expression)))
        except Exception as error:
            lines.append(f'{type(error).__name__}: {error}')
    return HttpResponse('\\n'.join(lines), content_type='text/plain')
'''


def ask(*expressions, extra="", **more):
    return {"visit": "/ask/?" + "&".join("e=" + quote(e) for e in expressions) + extra, **more}


ASK = [
    ask("request.method", "request.path", "request.path_info", "request.scheme", "request.is_secure()", "request.get_host()", "request.get_port()"),
    ask("request.build_absolute_uri('/x/')", "request.build_absolute_uri('y')", "request.build_absolute_uri('?z=1')", "request.build_absolute_uri('//other/x')", "request.build_absolute_uri('http://a/b')"),
    ask("request.GET.get('a')", "request.GET.getlist('a')", "request.GET['a']", "request.GET['none']", "request.GET.get('none', 5)", "'a' in request.GET", "len(request.GET)", extra="&a=1&a=2&b=&c"),
    ask("sorted(request.GET.items())[:2]", "request.GET.urlencode()[-20:]", "request.GET.dict()['a']", "request.GET.copy().appendlist('x', 1)", "request.GET.appendlist('x', 1)", extra="&a=%C3%A9&b=%FF&c=a+b"),
    ask("request.META['HTTP_X_TEST']", "request.headers['X-Test']", "request.headers.get('x-test')", "request.headers['nope']", "'X-TEST' in request.headers", "request.META.get('REMOTE_ADDR')", "request.META['SERVER_NAME']", "request.META['SERVER_PORT']", headers={"X-Test": "yes"}),
    ask("request.COOKIES", "request.POST", "request.FILES", "request.body", "request.encoding", "request.content_type", "request.content_params"),
    ask("request", "request.resolver_match", "request.session.__class__", "request.user", "request.accepts('text/html')", "request.headers.get('Accept')"),
    ask("request.nope", "request.session.nope", "request.get_signed_cookie('x')", "request.is_ajax()", "request.upload_handlers", "request.readlines()"),
    ask("request.COOKIES.has_key('x')", "request.COOKIES.get('x', 5)", "request.session.get_decoded()", "requests.session"),
    ask("QueryDict('a=1&a=2')", "QueryDict('a=1').urlencode(safe='/')", "QueryDict(mutable=True)", "QueryDict('a=1;b=2')", "QueryDict('a').get('a')", "QueryDict.fromkeys(['a','b'], 'v')"),
    ask("HttpResponse('x')", "HttpResponse('x').headers", "HttpResponse('x')['content-type']", "HttpResponse()['x']", "HttpResponseRedirect('/a').url", "JsonResponse({})", "bytes(HttpResponse('x'))", "HttpResponse('x', content_type='a/b').charset"),
    ask("reverse('ask')", "reverse('none')", "resolve('/ask/')", "resolve('/none/')", "reverse('ask', args=[1])", "resolve_url('/x')", "resolve_url('ask')"),
    ask("settings.DEBUG", "settings.SECRET_KEY[:6]", "settings.NOPE", "settings.SESSION_COOKIE_AGE", "hasattr(settings, 'X')", "settings.configured", "settings"),
    ask("datetime.now()", "timezone.now()", "timezone.localtime()", "timezone.get_current_timezone_name()", "__import__('time').time()"),
]
MIDDLEWARE = '''
from django.http import HttpResponse
from django.core.exceptions import MiddlewareNotUsed

def simple(get_response):
    print('init simple')
    def middleware(request):
        print('simple in', request.path)
        response = get_response(request)
        print('simple out', response.status_code)
        response['X-Simple'] = '1'
        return response
    return middleware

class Klass:
    def __init__(self, get_response):
        self.get_response = get_response
        print('init Klass')
    def __call__(self, request):
        print('Klass in', hasattr(request, 'session'), hasattr(request, 'user'))
        if 'short' in request.GET:
            return HttpResponse('short-circuit')
        response = self.get_response(request)
        print('Klass out', response.status_code)
        return response
    def process_view(self, request, view_func, view_args, view_kwargs):
        print('process_view', view_func.__name__, view_args, view_kwargs)
        if 'pv' in request.GET:
            return HttpResponse('from process_view')
    def process_exception(self, request, exception):
        print('process_exception', type(exception).__name__, exception)
        if 'pe' in request.GET:
            return HttpResponse('from process_exception')
    def process_template_response(self, request, response):
        print('process_template_response')
        return response

from django.utils.deprecation import MiddlewareMixin

class Mixin(MiddlewareMixin):
    def process_request(self, request):
        print('Mixin request')
        if 'mr' in request.GET:
            return HttpResponse('from process_request')
    def process_response(self, request, response):
        print('Mixin response', response.status_code)
        return response

def unused(get_response):
    raise MiddlewareNotUsed('not today')

def raising(get_response):
    def middleware(request):
        if 'raise' in request.GET:
            raise ValueError('from middleware')
        response = get_response(request)
        if 'raiseout' in request.GET:
            raise ValueError('on the way out')
        if 'none' in request.GET:
            return None
        return response
    return middleware

def counter(get_response):
    def middleware(request):
        request.session['m'] = request.session.get('m', 0) + 1
        response = get_response(request)
        response.set_cookie('m', request.session['m'])
        return response
    return middleware
'''
MIDDLEWARE_VIEWS = '''
def ok(request, n=0):
    print('view')
    request.session['v'] = 1
    return HttpResponse('ok')

def fail(request):
    print('view fails')
    raise RuntimeError('from view')

def missing(request):
    raise Http404('gone')
'''
MW_URLS = ["path('ok/', views.ok)", "path('ok/<int:n>/', views.ok)", "path('fail/', views.fail)", "path('missing/', views.missing)"]
SESSION_MW = "django.contrib.sessions.middleware.SessionMiddleware"
BROKEN = {
    "syntax": {"views.py": "def a(request)\n    return 1\n"},
    "indent": {"views.py": "def a(request):\nreturn 1\n"},
    "import": {"views.py": "import nothing_of_that_name\n"},
    "importname": {"views.py": "from django.http import HttpReponse\n"},
    "urlsyntax": {"urls.py": "urlpatterns = [\n"},
    "nopatterns": {"urls.py": "x = 1\n"},
    "badview": {"urls.py": "from django.urls import path\nurlpatterns = [path('do/', 'views.do')]\n"},
    "noview": {"urls.py": "from django.urls import path\nimport views\nurlpatterns = [path('do/', views.nope)]\n"},
    "emptypatterns": {"urls.py": "urlpatterns = []\n"},
    "tuplepatterns": {"urls.py": "from django.urls import path\nurlpatterns = (path('do/', lambda r: 5))\n"},
    "badconverter": {"urls.py": "from django.urls import path\nurlpatterns = [path('do/<nope:x>/', lambda r: 5)]\n"},
    "badregex": {"urls.py": "from django.urls import re_path\nurlpatterns = [re_path('do/(', lambda r: 5)]\n"},
    "include": {"urls.py": "from django.urls import path, include\nurlpatterns = [path('x/', include('nope.urls'))]\n"},
    "recursion": {"views.py": "def do(request):\n    return do(request)\n"},
    "settings-raise": {"settings.py": "raise ValueError('bad settings')\n"},
    "settings-syntax": {"settings.py": "DEBUG = \n"},
    "settings-nokey": {"settings.py": "DEBUG = True\nROOT_URLCONF = 'urls'\nALLOWED_HOSTS = ['*']\n"},
    "settings-emptykey": {"settings.py": SETTINGS.replace("ENGINE'", "db'", 1) + "\nSECRET_KEY = ''\n"},
    "settings-nourlconf": {"settings.py": "SECRET_KEY = 'x'\nDEBUG = True\nALLOWED_HOSTS = ['*']\n"},
    "settings-badurlconf": {"settings.py": "SECRET_KEY = 'x'\nDEBUG = True\nALLOWED_HOSTS = ['*']\nROOT_URLCONF = 'nope'\n"},
    "settings-list": {"settings.py": SETTINGS + "\nALLOWED_HOSTS = 'x'\n"},
    "settings-badapp": {"settings.py": settings() + "\nINSTALLED_APPS += ['nope']\n"},
    "settings-badapp2": {"settings.py": settings() + "\nINSTALLED_APPS += ['django.contrib.nope']\n"},
    "settings-dupapp": {"settings.py": settings() + "\nINSTALLED_APPS += ['django.contrib.auth']\n"},
    "settings-badmw": {"settings.py": settings() + "\nMIDDLEWARE += ['nope.Mw']\n"},
    "settings-badmw2": {"settings.py": settings() + "\nMIDDLEWARE += ['django.middleware.nope.Mw']\n"},
    "settings-badmw3": {"settings.py": settings() + "\nMIDDLEWARE += ['django.middleware.common.NopeMiddleware']\n"},
    "settings-mwnodot": {"settings.py": settings() + "\nMIDDLEWARE += ['nodot']\n"},
    "settings-mwclasses": {"settings.py": settings().replace("MIDDLEWARE =", "MIDDLEWARE_CLASSES =")},
    "settings-badserializer": {"settings.py": settings() + "\nSESSION_SERIALIZER = 'nope.S'\n"},
    "settings-badserializer2": {"settings.py": settings() + "\nSESSION_SERIALIZER = 'django.contrib.sessions.serializers.NopeSerializer'\n"},
    "settings-badcache": {"settings.py": settings("cache") + "\nCACHES = {'default': {'BACKEND': 'nope.Cache'}}\n"},
    "settings-nocache": {"settings.py": settings("cache") + "\nCACHES = {}\n"},
    "settings-badtz": {"settings.py": settings() + "\nTIME_ZONE = 'Mars/Base'\n"},
    "settings-nodb": {"settings.py": settings() + "\nDATABASES = {}\n"},
    "settings-baddb": {"settings.py": settings() + "\nDATABASES = {'default': {'ENGINE': 'django.db.backends.nope'}}\n"},
    "settings-engine-empty": {"settings.py": settings() + "\nSESSION_ENGINE = ''\n"},
    "settings-engine-none": {"settings.py": settings() + "\nSESSION_ENGINE = 'myapp.sessions'\n"},
    "settings-engine-nostore": {"settings.py": settings() + "\nSESSION_ENGINE = 'enginemod'\n", "enginemod.py": "x = 1\n"},
    "settings-folder": {"settings.py": settings("file") + "\nSESSION_FILE_PATH = '/no/such/folder'\n"},
    "settings-samesite": {"settings.py": settings() + "\nSESSION_COOKIE_SAMESITE = 'Wrong'\n"},
    "settings-age": {"settings.py": settings() + "\nSESSION_COOKIE_AGE = 'long'\n"},
    "settings-debug-off": {"settings.py": settings() + "\nDEBUG = False\n", "views.py": VIEWS},
    "settings-hosts": {"settings.py": settings() + "\nALLOWED_HOSTS = ['example.com']\n"},
    "settings-hosts-debug": {"settings.py": settings() + "\nALLOWED_HOSTS = []\n"},
    "settings-propagate": {"settings.py": settings() + "\nDEBUG_PROPAGATE_EXCEPTIONS = True\n"},
}


def cases():
    yield free("own-http/responses", RESPONSES, RESPONSE_URLS, visit(*[f"/pick/{name}/" for name in NAMES], "/named/5", "/named/x/", "/", "/klass/", "/posted/", "/cached/", "/aview/", "/aview/", "/nowhere/", "/nowhere"))
    yield free("own-http/responses-nodebug", RESPONSES, RESPONSE_URLS, visit(*[f"/pick/{name}/" for name in "none zero http404 denied susp badreq missing".split()], "/nowhere/"), DEBUG=False)
    yield free("own-http/post", RESPONSES, RESPONSE_URLS, [{"submit": {"to": to, "data": data}} for to, data in [("/posted/", {"a": "1", "b": "é"}), ("/klass/", {"a": "x"}), ("/posted", {"a": "1"}), ("/named/5/", {}), ("/pick/r1/", {"a": "1"})]])
    yield free("own-http/ask", REQUEST, ["path('ask/', views.ask, name='ask')"], ASK)
    yield free("own-http/ask-berlin", REQUEST, ["path('ask/', views.ask, name='ask')"], ASK[-1:], USE_TZ=False, TIME_ZONE="Europe/Berlin")
    for name, mw in {
        "all": ["mw.simple", SESSION_MW, "mw.Klass", "mw.Mixin", "mw.counter"],
        "unused": ["mw.unused", SESSION_MW, "mw.raising", "mw.Mixin"],
        "outer": ["mw.raising", "mw.Mixin", SESSION_MW, "mw.Klass"],
        "nosession": ["mw.simple", "mw.counter"],
        "late": ["mw.counter", SESSION_MW],
    }.items():
        yield free(f"own-middleware/{name}", MIDDLEWARE_VIEWS, MW_URLS, visit("/ok/", "/ok/5/", "/ok/?short=1", "/ok/?pv=1", "/ok/?mr=1", "/fail/", "/fail/?pe=1", "/missing/", "/nope/", "/ok/?raise=1", "/ok/?raiseout=1", "/ok/?none=1", "/ok/"), files={"mw.py": MIDDLEWARE}, MIDDLEWARE=mw)
    for name, files in BROKEN.items():
        yield case(f"own-broken/{name}", [{"visit": "/do/?do=1"}, {"visit": "/do/?do=session.get('a')"}, {"manage": "clearsessions"}, {"shell": "print(1)"}], files=files)
    for engine in ENGINES:
        yield case(f"own-unmigrated/{engine}", [do("session.get('a')", "session['a'] = 1"), {"manage": "clearsessions"}, {"shell": "from importlib import import_module\nfrom django.conf import settings\nS = import_module(settings.SESSION_ENGINE).SessionStore\ns = S('x' * 32)\nprint(s.get('a'))"}], engine, migrate=False)
    yield case("own-http/slash", [{"visit": u} for u in ["/slash/5", "/slash/5?x=1&y=é", "/slash//5/", "//slash/5", "/slash/x", "/SLASH/5/", "/slash/5/extra", "/slash/%35/", "/do", "/%E9/", "/a%00b/", "/slash/5/?next=//evil"]])
    yield case("own-http/slash-off", [{"visit": u} for u in ["/slash/5", "/do"]], APPEND_SLASH=False)
    yield case("own-http/www", [{"visit": u} for u in ["/slash/5/"]][:0] + [{"visit": "/slash/5/", "headers": {}}], PREPEND_WWW=False)
    yield case("own-http/ua", [{"visit": "/plain/", "headers": {"User-Agent": "BadBot 1"}}, {"visit": "/plain/", "headers": {"User-Agent": "Good"}}], extra_settings="import re\nDISALLOWED_USER_AGENTS = [re.compile('^BadBot')]\n")


if __name__ == "__main__":
    write(cases())
