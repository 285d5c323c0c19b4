"""Logins: sessions, passwords, who request.user is, who may see what."""

from base import *

VIEWS = '''import django.contrib.auth.hashers as hashers
hashers.MD5PasswordHasher.salt = lambda self: 'pepper' * 4
from django.contrib.auth import authenticate, login, logout, get_user, get_user_model, update_session_auth_hash
from django.contrib.auth.decorators import login_required, permission_required, user_passes_test
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

def told(name):
    def receiver(sender, **kwargs):
        kwargs.pop('signal')
        request = kwargs.pop('request', None)
        print(name, sender if isinstance(sender, str) else getattr(sender, '__name__', None), {k: str(v) for k, v in sorted(kwargs.items())}, request is not None)
    return receiver
_in, _out, _failed = told('in'), told('out'), told('failed')
user_logged_in.connect(_in); user_logged_out.connect(_out); user_login_failed.connect(_failed)

def enter(request):
    user = authenticate(request, username=request.GET['u'], password=request.GET['p'])
    if user is None:
        return HttpResponse('no', status=401)
    login(request, user)
    return HttpResponse(f'{request.user} {user.backend} {request.user.last_login}')
def force(request):
    login(request, User.objects.get(username=request.GET['u']))
    return HttpResponse(str(request.user))
def leave(request):
    logout(request)
    return HttpResponse(str(request.user))
def me(request):
    u = request.user
    return HttpResponse(f'{u} {u.is_authenticated} {u.is_anonymous} {u.pk} {u.is_staff} {type(u).__name__} {isinstance(u, User)} {u == AnonymousUser()} {bool(u)}')
def lazy(request):
    return HttpResponse('nobody looked')
def keep(request):
    request.session['cart'] = request.session.get('cart', 0) + 1
    return HttpResponse(str(sorted(request.session.keys())))
def hold(request):
    return HttpResponse(str(sorted((k, str(v)[:12]) for k, v in request.session.items())))
def password(request):
    request.user.set_password(request.GET['p'])
    request.user.save()
    if 'stay' in request.GET:
        update_session_auth_hash(request, request.user)
    return HttpResponse('changed')
@login_required
def secret(request):
    return HttpResponse('secret of ' + request.user.username)
@login_required(login_url='/enter/', redirect_field_name='back')
def secret2(request):
    return HttpResponse('secret2')
@permission_required('auth.add_user')
def adders(request):
    return HttpResponse('adders')
@permission_required('auth.add_user', raise_exception=True)
def adders2(request):
    return HttpResponse('adders2')
@user_passes_test(lambda u: u.username.startswith('a'), login_url='https://elsewhere.example/login')
def a_only(request):
    return HttpResponse('a only')
def template(request):
    return render(request, 't.html')
def boom(request):
    login(request, User.objects.get(username='ada'))
    raise ValueError('after login')
def whoami(request):
    return HttpResponse(f'{get_user(request)} {get_user_model().__name__} {request.user.get_username()!r}')
'''
NAMES = 'enter force leave me lazy keep hold password secret secret2 adders adders2 a_only template boom whoami'
URLS = f"from django.urls import path\nimport views\nurlpatterns = [path(n + '/', getattr(views, n)) for n in '{NAMES}'.split()]\n"
T = {'templates/t.html': '{{ user }} {{ user.is_authenticated }} {% if perms.auth %}module{% endif %} {% if perms.auth.add_user %}may{% endif %}'}
MAKE = {'shell': "from django.contrib.auth.models import User\nfrom django.contrib.auth.hashers import get_hasher\nfor n in ('ada', 'bob', 'root'):\n    User.objects.create(username=n, is_staff=n == 'root', is_superuser=n == 'root', password=get_hasher('md5').encode(n + '-secret', 'pepperpepperpepperpepper'))"}
KEYS = [c * 32 for c in 'abcdefghijklmnopqrstuvwxyz0123456789']
def v(*paths, **k): return [{'visit': path, **k} for path in paths]
cases = []
def add(id, steps, extra='', middleware=('sessions', 'auth'), **k):
    cases.append(case('auth/' + id, 'auth', [{'manage': 'migrate -v 0'}, MAKE, *steps], apps=('auth', 'contenttypes', 'sessions', 'messages'), middleware=middleware, extra=extra, urls=URLS, views=VIEWS, more=T, keys=KEYS, **k))
IN = '/enter/?u=ada&p=ada-secret'
for engine in 'db cache cached_db file signed_cookies'.split():
    add('login-' + engine, v('/me/', '/keep/', '/enter/?u=ada&p=wrong', '/enter/?u=nobody&p=x', IN, '/me/', '/hold/', '/keep/', IN, '/hold/', '/enter/?u=bob&p=bob-secret', '/hold/', '/leave/', '/me/', '/leave/'), f"SESSION_ENGINE = 'django.contrib.sessions.backends.{engine}'\nSESSION_FILE_PATH = 'sessions'\n", observe=engine == 'db')
add('lazy', v('/lazy/', IN, '/lazy/', '/me/', '/whoami/'))
add('password', v(IN, '/password/?p=new', '/me/', '/enter/?u=ada&p=ada-secret', '/enter/?u=ada&p=new', '/password/?p=newer&stay=1', '/me/', '/hold/') + v(IN.replace('ada-secret', 'newer'), '/me/', browser='second') + v('/password/?p=last&stay=1') + v('/me/', browser='second') + v('/me/'))
add('gone', v(IN) + [{'shell': "User.objects.filter(username='ada').update(is_active=False)"}] + v('/me/', '/hold/', IN) + [{'shell': "User.objects.filter(username='ada').update(is_active=True)"}] + v('/me/') + [{'shell': "User.objects.filter(username='ada').delete()"}] + v('/me/', '/hold/'))
add('backends', v('/force/?u=ada', IN, '/me/') + [{'edit': {'settings.py': settings(('auth', 'contenttypes', 'sessions', 'messages'), ('sessions', 'auth'), "AUTHENTICATION_BACKENDS = ['views.Other']\n"), 'views.py': VIEWS + "from django.contrib.auth.backends import ModelBackend\nclass Other(ModelBackend):\n    pass\n"}}] + v('/me/', '/hold/', IN, '/me/'))
add('two-backends', v('/force/?u=ada', IN, '/me/'), "AUTHENTICATION_BACKENDS = ['django.contrib.auth.backends.ModelBackend', 'django.contrib.auth.backends.AllowAllUsersModelBackend']\n")
add('no-backends', v(IN), 'AUTHENTICATION_BACKENDS = []\n')
add('bad-backend', v(IN, '/me/'), "AUTHENTICATION_BACKENDS = ['views.Missing']\n")
add('decorators', v('/secret/', '/secret/?a=1&b=%20x', '/secret2/?q=1', '/adders/', '/adders2/', '/a_only/?x=1', IN, '/secret/', '/secret2/', '/adders/', '/adders2/', '/a_only/', '/enter/?u=root&p=root-secret', '/adders/', '/adders2/', '/a_only/', '/template/', '/leave/', '/template/'), "LOGIN_URL = '/lazy/'\n")
add('login-url-name', v('/secret/'), "LOGIN_URL = 'entrance'\n")
add('rotated-key', v(IN, '/keep/') + [{'edit': {'settings.py': settings(('auth', 'contenttypes', 'sessions', 'messages'), ('sessions', 'auth'), "SECRET_KEY = 'another-key'\n")}}] + v('/me/', '/hold/'))
add('fallback-key', v(IN, '/keep/') + [{'edit': {'settings.py': settings(('auth', 'contenttypes', 'sessions', 'messages'), ('sessions', 'auth'), "SECRET_KEY_FALLBACKS = [SECRET_KEY]\nSECRET_KEY = 'another-key'\n")}}] + v('/me/', '/hold/', '/me/'))
add('no-sessions', v('/me/'), middleware=('auth',))
add('wrong-order', v('/me/'), middleware=('auth', 'sessions'))
add('no-auth-middleware', v('/me/', IN, '/leave/', '/template/', '/whoami/', '/secret/'), middleware=('sessions',))
add('csrf', v(IN), middleware=('sessions', 'csrf', 'auth'))
cases[-1]['project']['views.py'] = VIEWS + "from django.middleware import csrf\ncsrf.get_random_string = lambda n, allowed_chars=None: 'q' * n\n"
add('error-after-login', v('/boom/', '/me/'))
add('tampered', v(IN) + [{'shell': "from django.contrib.sessions.models import Session\nfrom importlib import import_module\nfrom django.conf import settings\nstore = import_module(settings.SESSION_ENGINE).SessionStore(Session.objects.first().pk)\nstore['_auth_user_id'] = 'abc'\nstore.save()"}] + v('/me/') + [{'shell': "store['_auth_user_id'] = '99'\nstore.save()"}] + v('/me/') + [{'shell': "store['_auth_user_id'] = '2'\nstore.save()"}] + v('/me/', '/hold/'))
add('every-request', v('/me/', IN, '/lazy/', '/me/'), 'SESSION_SAVE_EVERY_REQUEST = True\n')
HASH = "from django.contrib.auth.hashers import *\nfrom django.contrib.auth import hashers\n"
def sh(*lines): return [{'shell': line} for line in lines]
add('hashers', sh(HASH + "print([h.algorithm for h in get_hashers()])", "print(make_password('lètmein', 'seasalt', 'pbkdf2_sha256'))", "print(check_password('lètmein', 'pbkdf2_sha256$10$seasalt$x'))", "p = get_hasher('pbkdf2_sha256').encode('lètmein', 'seasalt2', 50)\nprint(p, check_password('lètmein', p), check_password('no', p))", "print(identify_hasher(p).algorithm, get_hasher('pbkdf2_sha256').must_update(p), get_hasher('pbkdf2_sha256').safe_summary(p), get_hasher('pbkdf2_sha256').decode(p))", "print(get_hasher('pbkdf2_sha256').iterations)", "m = make_password('lètmein', 'seasalt', 'md5')\nprint(m, get_hasher('md5').must_update(m), get_hasher('md5').safe_summary(m))", "s = get_hasher('pbkdf2_sha1').encode('lètmein', 'seasalt', 7)\nprint(s, check_password('lètmein', s))", "print(is_password_usable('!x'), is_password_usable(None), is_password_usable('x'), check_password('x', '!x'), check_password(None, m), check_password('', ''))", "make_password(5)", "make_password('x', 'a$b', 'md5')", "print(make_password('x', hasher='nothing'))", "identify_hasher('nothing$x')", "print(make_password(b'bytes', 'salt', 'md5'))", "done = []\nprint(check_password('lètmein', m, done.append, preferred='md5'), done)", "print(check_password('lètmein', p, done.append), done)", "u = User.objects.get(username='ada')\nu.password = m\nu.save()\nprint(u.check_password('lètmein'), u.password)"), extra="PASSWORD_HASHERS = ['views.Slow', 'django.contrib.auth.hashers.PBKDF2SHA1PasswordHasher', 'django.contrib.auth.hashers.MD5PasswordHasher']\n")
cases[-1]['project']['views.py'] = VIEWS + "from django.contrib.auth.hashers import PBKDF2PasswordHasher\nclass Slow(PBKDF2PasswordHasher):\n    iterations = 100\n    def salt(self):\n        return 'salt' * 8\n"
add('old-hashers', sh(HASH + "print(make_password('lètmein', 'seasalt', 'sha1'), make_password('lètmein', '', 'unsalted_md5'), make_password('lètmein', '', 'unsalted_sha1'))", "print(check_password('lètmein', '88a434c88cca4e900f7874cd98123f43'), check_password('lètmein', 'sha1$$6d138ca3ae545631b3abd71a4f076ce759c5700b'))", "print(identify_hasher('md5$$88a434c88cca4e900f7874cd98123f43').algorithm, check_password('lètmein', 'md5$$88a434c88cca4e900f7874cd98123f43'))"), extra="PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher', 'django.contrib.auth.hashers.SHA1PasswordHasher', 'django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher', 'django.contrib.auth.hashers.UnsaltedMD5PasswordHasher']\n")
add('scrypt', sh(HASH + "e = make_password('lètmein', 'seasalt', 'scrypt')\nprint(e, check_password('lètmein', e), get_hasher('scrypt').must_update(e))"), extra="PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher', 'django.contrib.auth.hashers.ScryptPasswordHasher']\n", versions=['4.2', '5.2', '6.1'])
add('anonymous', sh("from django.contrib.auth.models import AnonymousUser\na = AnonymousUser()\nprint(a, a == AnonymousUser(), hash(a), a.id, a.get_username() == '', a.is_authenticated, a.has_perm('x'), a.get_all_permissions())", "a.save()", "a.set_password('x')", "a.check_password('x')", "int(a)", "print(a.has_module_perms('x'), a.has_perms(['x']))", "a.has_perms('x')", "a.delete()"))
add('login-required', v('/me/', '/secret/?x=1', '/lazy/', IN), middleware=('sessions', 'auth', 'django.contrib.auth.middleware.LoginRequiredMiddleware'), extra="LOGIN_URL = '/login/'\n", versions=['5.2', '6.1'])
if __name__ == '__main__':
    out(cases)
