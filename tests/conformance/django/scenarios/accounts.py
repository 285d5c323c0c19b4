"""Logins over all engines, messages, forms that are refused."""

from base import ENGINES, SETTINGS, case, do, write

VIEWS = """from django.contrib import messages
from django.contrib.auth import authenticate, get_user, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required, user_passes_test
from django.contrib.auth.models import User
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect, ensure_csrf_cookie, requires_csrf_token
from django.middleware.csrf import get_token, rotate_token
def who(request):
    u = request.user
    s = request.session
    return HttpResponse(f'{u} {u.is_authenticated} {sorted(s.keys())} {s.session_key is None}')
def enter(request):
    user = authenticate(request, username=request.GET.get('u'), password='secret')
    before = request.session.session_key
    if user is None:
        return HttpResponse('no', status=401)
    login(request, user)
    return HttpResponse(f'{user} {request.session.session_key == before} {sorted(request.session.keys())}')
def leave(request):
    logout(request)
    return HttpResponse(f'{request.user} {sorted(request.session.keys())}')
def put(request):
    request.session['cart'] = request.GET.get('v', '1')
    return HttpResponse('put')
def change(request):
    request.user.password = 'md5$abcdefghijklmnopqrstuv$0123456789abcdef0123456789abcdef'
    request.user.save()
    if 'keep' in request.GET:
        update_session_auth_hash(request, request.user)
    return HttpResponse('changed')
@login_required
def private(request):
    return HttpResponse(f'private {request.user}')
@user_passes_test(lambda u: u.is_staff, login_url='/who/')
def staff(request):
    return HttpResponse('staff')
def say(request):
    for level in ('debug', 'info', 'success', 'warning', 'error'):
        getattr(messages, level)(request, f'{level} {request.GET.get("v", "")}', extra_tags=request.GET.get('t', ''))
    return HttpResponse('said')
def hear(request):
    found = [f'{m.level} {m.tags} {m}' for m in messages.get_messages(request)]
    return HttpResponse(f'{len(found)} {found}')
def long(request):
    for n in range(int(request.GET.get('n', 5))):
        messages.info(request, 'x' * int(request.GET.get('size', 1000)))
    return HttpResponse('long')
def post(request):
    return HttpResponse(f'posted {sorted(request.POST.items())}')
@csrf_exempt
def free(request):
    return HttpResponse('free')
@ensure_csrf_cookie
def cookie(request):
    return HttpResponse('cookie')
"""
NAMES = "who enter leave put change private staff say hear long post free cookie".split()
URLS = "from django.urls import path\nimport views\nurlpatterns = [" + ", ".join(f"path('{n}/', views.{n}, name='{n}')" for n in NAMES) + "]\n"
MORE = """
LOGIN_URL = '/enter/'
INSTALLED_APPS += ['django.contrib.messages']
MIDDLEWARE += ['django.contrib.messages.middleware.MessageMiddleware']
"""
MADE = "from django.contrib.auth.models import User\nfrom django.contrib.auth.hashers import make_password\nP = make_password('secret', salt='abcdefghijklmnopqrstuv', hasher='md5')\nfor n in ('ann', 'bob'):\n    User.objects.create(username=n, password=P, is_staff=n == 'bob')"
FILES = {"urls.py": URLS, "views.py": VIEWS}


def visits(*paths, **more):
    return [{"visit": path, **more} for path in paths]


def made(id, steps, engine="db", extra="", **more):
    return case(id, [{"shell": MADE}, *steps], engine, files=FILES, extra_settings=MORE + extra, **more)


LOGIN = visits("/who/", "/private/", "/put/?v=a", "/enter/?u=nobody", "/enter/?u=ann", "/who/", "/private/", "/staff/", "/enter/?u=ann", "/put/?v=b", "/enter/?u=bob", "/who/", "/staff/", "/leave/", "/who/", "/leave/")
ENDS = {
    "password": [{"shell": "from django.contrib.auth.models import User\nu = User.objects.get(username='ann')\nu.password = u.password.replace('abc', 'xyz')\nu.save()"}],
    "deleted": [{"shell": "from django.contrib.auth.models import User\nprint(User.objects.get(username='ann').delete())"}],
    "inactive": [{"shell": "from django.contrib.auth.models import User\nprint(User.objects.filter(username='ann').update(is_active=False))"}],
    "change": visits("/change/"), "change-keep": visits("/change/?keep=1"),
    "restart": [{"restart": True}], "close": [{"closeBrowser": True}], "weeks": [{"advance": "15d"}],
    "backend": [{"edit": {"settings.py": SETTINGS.replace("ENGINE'\n", "db'\n") + MORE + "AUTHENTICATION_BACKENDS = ['django.contrib.auth.backends.AllowAllUsersModelBackend']\n"}}],
    "key": [{"edit": {"settings.py": SETTINGS.replace("ENGINE'\n", "db'\n") + MORE + "SECRET_KEY = 'another-key-for-the-same-rows-0123456789'\n"}}],
    "fallback": [{"edit": {"settings.py": SETTINGS.replace("ENGINE'\n", "db'\n") + MORE + "SECRET_KEY_FALLBACKS = [SECRET_KEY]\nSECRET_KEY = 'another-key-for-the-same-rows-0123456789'\n"}}],
    "row": [{"sql": "delete from django_session"}],
}
STORES = ["session.SessionStorage", "cookie.CookieStorage", "fallback.FallbackStorage"]
CSRF = "MIDDLEWARE.insert(1, 'django.middleware.csrf.CsrfViewMiddleware')\n"
POSTS = [
    {}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:8000"}, {"Origin": "https://evil.example"}, {"Origin": "http://127.0.0.1"}, {"Referer": "http://127.0.0.1:8000/x"}, {"Referer": "https://evil.example/"}, {"Referer": ""},
    {"Origin": "https://good.example", "Referer": "https://good.example/"}, {"Cookie": "csrftoken=" + "a" * 32}, {"Cookie": "csrftoken=" + "a" * 32, "X-CSRFToken": "a" * 32}, {"Cookie": "csrftoken=" + "a" * 32, "X-CSRFToken": "b" * 32},
    {"Cookie": "csrftoken=" + "a" * 64, "X-CSRFToken": "a" * 64},
]


def posts(origin=""):
    steps = []
    for headers in POSTS:
        steps.append({"submit": {"to": origin + "/post/", "data": {"a": "1"}}, "headers": headers})
        if "Cookie" in headers:
            token = headers["Cookie"].partition("=")[2]
            steps.append({"submit": {"to": origin + "/post/", "data": {"csrfmiddlewaretoken": token}}, "headers": headers})
    return steps + [{"submit": {"to": origin + "/free/", "data": {}}, "headers": {"Origin": "https://evil.example"}}]


def cases():
    for engine in ENGINES:
        yield made(f"login/walk-{engine}", LOGIN, engine)
        yield made(f"messages/{engine}", visits("/say/?v=1", "/hear/", "/hear/", "/say/?v=2&t=own", "/who/", "/say/?v=3", "/hear/"), engine, "MESSAGE_STORAGE = 'django.contrib.messages.storage.session.SessionStorage'\n")
    for name, steps in ENDS.items():
        yield made(f"login/end-{name}", [*visits("/enter/?u=ann", "/put/"), *steps, *visits("/who/", "/private/", "/who/")])
    yield made("login/two", [{"visit": "/enter/?u=ann", "browser": "one"}, {"visit": "/enter/?u=ann", "browser": "two"}, {"visit": "/change/?keep=1", "browser": "one"}, {"visit": "/who/", "browser": "one"}, {"visit": "/who/", "browser": "two"}, {"visit": "/leave/", "browser": "one"}, {"visit": "/who/", "browser": "two"}])
    yield made("login/steal", [{"visit": "/put/?v=x", "browser": "thief"}, {"putCookie": {"name": "sessionid", "value": "q" * 32}, "browser": "victim"}, {"visit": "/who/", "browser": "victim"}, {"visit": "/enter/?u=ann", "browser": "victim"}, {"visit": "/who/", "browser": "victim"}])
    for store in STORES:
        name = store.partition(".")[0]
        extra = f"MESSAGE_STORAGE = 'django.contrib.messages.storage.{store}'\n"
        yield made(f"messages/store-{name}", visits("/say/?v=1", "/say/?v=2", "/hear/", "/long/?n=3&size=500", "/hear/", "/hear/"), extra=extra)
        yield made(f"messages/level-{name}", visits("/say/", "/hear/"), extra=extra + "MESSAGE_LEVEL = 10\nMESSAGE_TAGS = {20: 'plain', 50: 'critical'}\n")
    yield made("messages/off", visits("/say/", "/hear/"), extra="MIDDLEWARE.remove('django.contrib.messages.middleware.MessageMiddleware')\n")
    yield made("messages/no-session", visits("/say/", "/hear/"), extra="MIDDLEWARE = ['django.contrib.messages.middleware.MessageMiddleware']\n")
    for name, extra in {"plain": "", "debug-off": "DEBUG = False\n", "trusted": "CSRF_TRUSTED_ORIGINS = ['https://good.example', 'https://*.wild.example', 'http://127.0.0.1']\n", "trusted-old": "CSRF_TRUSTED_ORIGINS = ['good.example', '.wild.example']\n", "sessions": "CSRF_USE_SESSIONS = True\n", "header": "CSRF_HEADER_NAME = 'HTTP_X_OWN'\n", "view": "CSRF_FAILURE_VIEW = 'views.who'\n", "bad-view": "CSRF_FAILURE_VIEW = 'views.nothing'\n"}.items():
        yield made(f"csrf/http-{name}", posts(), extra=CSRF + extra)
        yield made(f"csrf/https-{name}", posts("https://shop.example"), extra=CSRF + extra)


if __name__ == "__main__":
    write(cases())
