"""Tests that run in the shell and by manage.py test: django.test and unittest."""

from base import ENGINES, case, do, write

VIEWS = """from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.csrf import csrf_exempt
def count(request):
    request.session['n'] = request.session.get('n', 0) + 1
    return HttpResponse(f"n={request.session['n']}")
def go(request):
    return HttpResponseRedirect('/count/')
def loop(request):
    return HttpResponseRedirect('/loop/')
def away(request):
    return HttpResponseRedirect('https://elsewhere.example/x')
def boom(request):
    raise ValueError('boom')
def gone(request):
    raise Http404('gone')
def form(request):
    return HttpResponse(f'{request.method} {sorted(request.POST.items())} {sorted(request.GET.items())} {request.content_type} {request.is_secure()} {request.get_host()}')
def cookie(request):
    response = HttpResponse('cookie')
    response.set_cookie('taste', 'sweet')
    return response
def see(request):
    return HttpResponse(f'{sorted(request.COOKIES)} {request.headers.get("X-Own")} {request.META.get("REMOTE_ADDR")}')
def js(request):
    return JsonResponse({'a': [1, 2], 'user': str(request.user)})
@login_required(login_url='/enter/')
def private(request):
    return HttpResponse(f'private {request.user.username}')
def enter(request):
    user = authenticate(request, username=request.POST.get('u'), password=request.POST.get('p'))
    if user is None:
        return HttpResponse('no', status=403)
    login(request, user)
    return HttpResponseRedirect('/private/')
def leave(request):
    logout(request)
    return HttpResponse('left')
"""
NAMES = "count go loop away boom gone form cookie see js private enter leave".split()
URLS = "from django.urls import path\nimport views\nurlpatterns = [" + ", ".join(f"path('{n}/', views.{n}, name='{n}')" for n in NAMES) + "]\n"
CLIENT = """from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
setup_test_environment()
c = Client()
def show(r):
    print(r.status_code, r.content[:200], sorted(c.cookies.keys()), getattr(r, 'redirect_chain', None))
"""
WALK = """show(c.get('/count/'))
show(c.get('/count/'))
print(dict(c.session.items()), c.session.session_key == c.cookies['sessionid'].value)
s = c.session
s['n'] = 40
s.save()
show(c.get('/go/', follow=True))
show(c.get('/go/'))
show(c.get('/form/', {'a': '1', 'b': ['x', 'y']}))
show(c.post('/form/', {'a': 'é', 'b': ['x', 'y']}))
show(c.post('/form/?q=1', 'raw', content_type='text/plain'))
show(c.post('/form/', {'j': 1}, content_type='application/json'))
show(c.put('/form/', {'j': 1}, content_type='application/json'))
show(c.get('/form/', secure=True))
show(c.head('/form/'))
show(c.options('/form/'))
show(c.delete('/form/'))
show(c.get('/cookie/'))
show(c.get('/see/', HTTP_X_OWN='mine', REMOTE_ADDR='10.0.0.1'))
r = c.get('/js/')
print(r.json(), r['Content-Type'], r.wsgi_request.path, r.resolver_match.url_name, r.request['PATH_INFO'])
print([c.get(path).status_code for path in ('/gone/', '/nowhere/', '/count')])
try:
    c.get('/boom/')
except ValueError as e:
    print('raised', e)
quiet = Client(raise_request_exception=False)
print(quiet.get('/boom/').status_code)
from django.test.client import RedirectCycleError
try:
    c.get('/loop/', follow=True)
except RedirectCycleError as e:
    print(e, e.redirect_chain)
"""
LOGIN = """from django.contrib.auth.models import User
from django.contrib.auth.hashers import make_password
u = User.objects.create(username='ann', password=make_password('secret', salt='abcdefghijklmnopqrstuv', hasher='md5'))
show(c.get('/private/'))
show(c.get('/private/', follow=True))
print(c.login(username='ann', password='wrong'), c.login(username='ann', password='secret'))
show(c.get('/private/'))
print(sorted(c.session.keys()), c.session['_auth_user_id'] == str(u.pk), c.session['_auth_user_backend'])
c.logout()
print(sorted(c.cookies))
show(c.get('/private/'))
c.force_login(u)
show(c.get('/private/'))
show(c.get('/leave/'))
show(c.post('/enter/', {'u': 'ann', 'p': 'secret'}, follow=True))
strict = Client(enforce_csrf_checks=True)
print(strict.post('/enter/', {'u': 'ann', 'p': 'secret'}).status_code)
"""
CASES = """from django.contrib.sessions.models import Session
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.test import Client, RequestFactory, SimpleTestCase, TestCase, TransactionTestCase, modify_settings, override_settings
from django.conf import settings
import unittest
from unittest import mock

class PlainTests(unittest.TestCase):
    def test_sum(self):
        self.assertEqual(1 + 1, 2)
    @unittest.skip('not now')
    def test_later(self):
        self.fail()
    @unittest.expectedFailure
    def test_known(self):
        self.assertEqual(1, 2)

@override_settings(SESSION_COOKIE_NAME='cls', SESSION_COOKIE_AGE=60)
class SettingsTests(SimpleTestCase):
    def test_class(self):
        self.assertEqual((settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE), ('cls', 60))
    @override_settings(SESSION_COOKIE_NAME='own')
    def test_method(self):
        self.assertEqual((settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_AGE), ('own', 60))
    def test_block(self):
        with self.settings(SESSION_COOKIE_AGE=5):
            self.assertEqual(settings.SESSION_COOKIE_AGE, 5)
        self.assertEqual(settings.SESSION_COOKIE_AGE, 60)
    @modify_settings(MIDDLEWARE={'append': 'x.Y', 'remove': ['django.middleware.common.CommonMiddleware']})
    def test_modify(self):
        self.assertEqual(settings.MIDDLEWARE[-1], 'x.Y')
        self.assertNotIn('django.middleware.common.CommonMiddleware', settings.MIDDLEWARE)
    def test_message(self):
        with self.assertRaisesMessage(ValueError, 'oom'):
            raise ValueError('boom')
    def test_no_queries(self):
        self.assertEqual(settings.ROOT_URLCONF, 'urls')

class SessionRows(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.store = SessionStore()
        cls.store['a'] = [1]
        cls.store.save()
    def test_one(self):
        self.store['a'].append(2)
        self.assertEqual(Session.objects.count(), 1)
        SessionStore().save()
        self.assertEqual(Session.objects.count(), 2)
    def test_two(self):
        self.assertEqual(self.store['a'], [1])
        self.assertEqual(Session.objects.count(), 1)
    def test_queries(self):
        with self.assertNumQueries(1):
            Session.objects.count()
    def test_client(self):
        r = self.client.get('/count/')
        self.assertContains(r, 'n=1', count=1)
        self.assertNotContains(r, 'n=2')
        self.assertRedirects(self.client.get('/go/'), '/count/')
        self.assertRedirects(self.client.get('/go/', follow=True), '/count/')
        self.assertEqual(self.client.session['n'], 3)
    @override_settings(SESSION_ENGINE='django.contrib.sessions.backends.cache', SESSION_COOKIE_NAME='sid')
    def test_cache(self):
        self.client.get('/count/')
        self.assertIn('sid', self.client.cookies)
        self.assertEqual(Session.objects.count(), 1)
        self.assertIsNotNone(cache.get('django.contrib.sessions.cache' + self.client.cookies['sid'].value))
    @override_settings(SESSION_SAVE_EVERY_REQUEST=True, SESSION_COOKIE_SECURE=True, SESSION_COOKIE_SAMESITE='Strict')
    def test_flags(self):
        morsel = self.client.get('/count/').cookies['sessionid']
        self.assertEqual((morsel['secure'], morsel['samesite'], morsel['max-age']), (True, 'Strict', 1209600))
    def test_mock(self):
        with mock.patch('views.HttpResponse', side_effect=RuntimeError('mocked')):
            with self.assertRaisesMessage(RuntimeError, 'mocked'):
                self.client.get('/count/')
"""
FLUSHED = """from django.contrib.sessions.models import Session
from django.contrib.sessions.backends.db import SessionStore
from django.test import TransactionTestCase
class Flushed(TransactionTestCase):
    def test_first(self):
        SessionStore().save()
        self.assertEqual(Session.objects.count(), 1)
    def test_second(self):
        self.assertEqual(Session.objects.count(), 0)
"""
BROKEN = """from django.test import SimpleTestCase, TestCase
class Mixed(SimpleTestCase):
    def test_fails(self):
        self.assertEqual(1, 2)
    def test_passes(self):
        pass
    def test_raises(self):
        raise RuntimeError('oops')
class Redirects(TestCase):
    def test_redirect(self):
        self.assertRedirects(self.client.get('/go/'), '/other/')
    def test_contains(self):
        self.assertContains(self.client.get('/count/'), 'x=1')
    def test_queries(self):
        with self.assertNumQueries(2):
            pass
"""
RUN = "import io, unittest\nimport {0}\nout = io.StringIO()\nresult = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromModule({0}))\nimport re\ntext = re.sub(r'in [0-9.]+s', 'in 0.000s', out.getvalue())\nprint([line for line in text.splitlines() if line.startswith(('Ran', 'OK', 'FAILED', 'FAIL', 'ERROR', 'AssertionError')) or line.endswith(('ok', 'FAIL', 'ERROR', 'expected failure', \"'not now'\"))])\nprint(result.wasSuccessful(), result.testsRun, len(result.failures), len(result.errors), len(result.skipped))"
RUNTIME = """from django.test.utils import override_settings, modify_settings, ignore_warnings
from django.test import RequestFactory
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponse
from django.conf import settings
import importlib
def store():
    return importlib.import_module(settings.SESSION_ENGINE).SessionStore
def respond(request):
    request.session['a'] = 1
    return HttpResponse('x', status=getattr(request, 'want', 200))
def through(**changes):
    want = changes.pop('want', 200)
    with override_settings(**changes):
        request = RequestFactory().get('/x/')
        request.want = want
        try:
            response = SessionMiddleware(respond)(request)
            name = settings.SESSION_COOKIE_NAME
            morsel = response.cookies.get(name)
            print(sorted((k, v) for k, v in morsel.items() if v not in ('', None)) if morsel else None, response.get('Vary'))
        except Exception as e:
            print(type(e).__name__, e)
through()
for changes in [dict(SESSION_COOKIE_SECURE=True), dict(SESSION_COOKIE_HTTPONLY=False), dict(SESSION_COOKIE_SAMESITE='Strict'), dict(SESSION_COOKIE_SAMESITE=None), dict(SESSION_COOKIE_SAMESITE='bad'),
    dict(SESSION_COOKIE_NAME='other'), dict(SESSION_COOKIE_AGE=60), dict(SESSION_COOKIE_AGE='60'), dict(SESSION_COOKIE_DOMAIN='.example.com', SESSION_COOKIE_PATH='/x/'), dict(SESSION_EXPIRE_AT_BROWSER_CLOSE=True), dict(SESSION_SERIALIZER='nope.Nope'),
    dict(SESSION_ENGINE='django.contrib.sessions.backends.cache'), dict(SESSION_ENGINE='django.contrib.sessions.backends.signed_cookies'), dict(SESSION_ENGINE='django.contrib.sessions.backends.file'), dict(SESSION_ENGINE='no.engine'), dict(SESSION_ENGINE='django.contrib.sessions.backends.cached_db', SESSION_CACHE_ALIAS='none'),
    dict(want=500), dict(want=503), dict(want=404), dict(USE_TZ=False), dict(SECRET_KEY='another'), dict(SECRET_KEY='')]:
    print(sorted(changes))
    through(**changes)
s = store()()
s['k'] = 1
s.save()
with override_settings(SECRET_KEY='changed'):
    print(store()(s.session_key).get('k'))
    with override_settings(SECRET_KEY_FALLBACKS=[settings.SECRET_KEY, 'crumbs-for-teaching-only-0123456789-abcdefghijkl']):
        print(store()(s.session_key).get('k'))
print(store()(s.session_key).get('k'))
with override_settings(CACHES={'default': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}, 'b': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache', 'LOCATION': 'b'}}, SESSION_ENGINE='django.contrib.sessions.backends.cache'):
    s = store()()
    try:
        s.save()
    except Exception as e:
        print(type(e).__name__, e)
    with override_settings(SESSION_CACHE_ALIAS='b'):
        s = store()()
        s['z'] = 1
        s.save()
        print(store()(s.session_key).get('z'))
    print(store()(s.session_key).get('z') if False else 'done')
seen = []
from django.test.signals import setting_changed
def note(sender, setting, value, enter, **kw):
    seen.append((setting, value, enter))
setting_changed.connect(note)
with override_settings(SESSION_COOKIE_AGE=1, USE_TZ=False):
    pass
setting_changed.disconnect(note)
print(seen)
with modify_settings(INSTALLED_APPS={'remove': 'django.contrib.sessions'}):
    print('django.contrib.sessions' in settings.INSTALLED_APPS)
print('django.contrib.sessions' in settings.INSTALLED_APPS)
del settings.SESSION_COOKIE_AGE if False else None
""".replace("del settings.SESSION_COOKIE_AGE if False else None\n", "")
ATOMIC = """from django.db import transaction, connection, IntegrityError, DatabaseError
from django.contrib.sessions.models import Session
from django.utils import timezone
def new(key):
    return Session.objects.create(session_key=key * 32, session_data='x', expire_date=timezone.now())
with transaction.atomic():
    new('a')
try:
    with transaction.atomic():
        new('b')
        raise ValueError
except ValueError:
    pass
print([s.session_key[0] for s in Session.objects.order_by('session_key')])
with transaction.atomic():
    new('c')
    try:
        with transaction.atomic():
            new('d')
            new('d')
    except IntegrityError as e:
        print(e)
    new('e')
print([s.session_key[0] for s in Session.objects.order_by('session_key')])
try:
    with transaction.atomic():
        try:
            new('a')
        except IntegrityError:
            pass
        Session.objects.count()
except Exception as e:
    print(type(e).__name__, e)
done = []
with transaction.atomic():
    transaction.on_commit(lambda: done.append(1))
    print(done, connection.in_atomic_block, transaction.get_autocommit())
print(done, connection.in_atomic_block)
@transaction.atomic
def work():
    new('f')
    transaction.set_rollback(True)
work()
sid = None
with transaction.atomic():
    sid = transaction.savepoint()
    new('g')
    transaction.savepoint_rollback(sid)
    sid = transaction.savepoint()
    new('h')
    transaction.savepoint_commit(sid)
print([s.session_key[0] for s in Session.objects.order_by('session_key')])
try:
    with transaction.atomic(durable=True):
        with transaction.atomic(durable=True):
            pass
except RuntimeError as e:
    print(e)
"""
ASYNC = """from asgiref.sync import async_to_sync, sync_to_async
from importlib import import_module
from django.conf import settings
S = import_module(settings.SESSION_ENGINE).SessionStore
async def walk():
    s = S()
    await s.aset('a', 1)
    print(await s.aget('a'), await s.ahas_key('a'), await s.akeys(), await s.aitems(), await s.avalues())
    await s.aupdate({'b': 2})
    print(await s.apop('b'), await s.apop('zz', 'gone'), await s.asetdefault('c', 3))
    await s.aset_expiry(60)
    print(await s.aget_expiry_age(), await s.aget_expiry_date(), await s.aget_expire_at_browser_close())
    await s.asave()
    key = s.session_key
    t = S(key)
    print(await t.aload() == {'a': 1, 'c': 3, '_session_expiry': 60}, await t.aexists(key))
    await t.acycle_key()
    print(t.session_key == key, await t.aget('a'))
    await t.aset_test_cookie()
    print(await t.atest_cookie_worked())
    await t.adelete_test_cookie()
    await t.aflush()
    print(t.session_key, t.is_empty(), await t.aget('a'))
    await S.aclear_expired()
    await s.adelete()
    await S().acreate()
async_to_sync(walk)()
"""


def cases():
    files = {"urls.py": URLS, "views.py": VIEWS}
    for engine in ENGINES:
        yield case(f"testing/client-{engine}", [{"shell": CLIENT}, {"shell": WALK}, {"shell": LOGIN}], engine, files=files)
        yield case(f"testing/runtime-{engine}", [{"shell": RUNTIME}], engine, files=files)
        yield case(f"testing/async-{engine}", [{"shell": ASYNC}], engine, versions=["5.2", "6.1"])
    yield case("testing/cases", [{"manage": "test"}, {"manage": "test tests.SettingsTests"}, {"manage": "test tests.PlainTests.test_sum -v 0"}, {"manage": "test nothing"}, {"shell": RUN.format("tests")}, {"sql": "select count(*) from django_session"}], files={**files, "tests.py": CASES, "test_flushed.py": FLUSHED})
    yield case("testing/broken", [{"manage": "test"}, {"manage": "test test_broken.Redirects"}, {"shell": RUN.format("test_broken")}], files={**files, "test_broken.py": BROKEN})
    yield case("testing/atomic", [{"shell": ATOMIC}])


if __name__ == "__main__":
    write(cases())
