"""CSRF: the token, its cookie, the check, the settings. The randomness of the token is replaced in views.py."""

from base import *

VIEWS = '''import itertools
from django.http import HttpResponse
from django.middleware import csrf
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect, ensure_csrf_cookie, requires_csrf_token

_count = itertools.count()
_letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
def _fixed(length=12, allowed_chars=None):
    n = next(_count)
    return ''.join(_letters[(n * 7 + i * 3) % 62] for i in range(length))
csrf.get_random_string = _fixed

def token(request):
    return HttpResponse(csrf.get_token(request))
def form(request):
    return render(request, 'form.html')
def post(request):
    return HttpResponse('posted ' + request.POST.get('a', '-'))
def plain(request):
    return HttpResponse('plain')
def rotate(request):
    csrf.rotate_token(request)
    return HttpResponse(csrf.get_token(request))
def twice(request):
    return HttpResponse(csrf.get_token(request) + ' ' + csrf.get_token(request))
def meta(request):
    return HttpResponse(str(request.META.get('CSRF_COOKIE')))
@csrf_exempt
def exempt(request):
    return HttpResponse('exempt ' + request.method)
@csrf_protect
def protected(request):
    return HttpResponse('protected ' + request.method)
@ensure_csrf_cookie
def ensured(request):
    return HttpResponse('ensured')
@requires_csrf_token
def required(request):
    return HttpResponse(str('CSRF_COOKIE' in request.META))
def failure(request, reason=''):
    return HttpResponse('refused: ' + reason, status=403)
'''
URLS = "from django.urls import path\nimport views\nurlpatterns = [path(n + '/', getattr(views, n)) for n in 'token form post plain rotate twice meta exempt protected ensured required'.split()]\n"
FORM = {'templates/form.html': '<form method="post">{% csrf_token %}<input name="a"></form>'}
def v(path, **h): return {'visit': path, **({'headers': h} if h else {})}
def p(to, data=None, **h): return {'submit': {'to': to, **({'data': data} if data else {})}, **({'headers': {k.replace('_', '-'): x for k, x in h.items()}} if h else {})}
cases = []
def add(id, steps, extra='', middleware=('sessions', 'csrf'), **k):
    cases.append(case('csrf/' + id, 'csrf', [{'manage': 'migrate -v 0'}, *steps], apps=('auth', 'contenttypes', 'sessions', 'messages'), middleware=middleware, extra="CSRF_FAILURE_VIEW = 'views.failure'\n" + extra, urls=URLS, views=VIEWS, more=FORM, observe=False, **k))
SECRET = 'adgjmpsvyBEHKNQTWZ258behknqtwzCF'
add('token', [v('/plain/'), v('/token/'), v('/token/'), v('/twice/'), v('/form/'), v('/meta/'), v('/plain/'), v('/rotate/'), v('/token/')])
add('post', [p('/post/', {'a': '1'}), v('/token/'), p('/post/', {'a': '2'}), p('/post/', {'a': '3', 'csrfmiddlewaretoken': SECRET}), p('/post/', {'a': '3', 'csrfmiddlewaretoken': 'short'}), p('/post/', {'a': '3', 'csrfmiddlewaretoken': '!' * 32}), p('/post/', {'a': '3', 'csrfmiddlewaretoken': 'x' * 32}), p('/post/', {'a': '3', 'csrfmiddlewaretoken': 'x' * 64}), p('/post/', {'a': '4'}, X_CSRFToken=SECRET), p('/post/', {'a': '4'}, X_CSRFToken='short'), p('/post/', {'a': '4'}, X_CSRFToken='x' * 64), p('/post/', {'a': '4', 'csrfmiddlewaretoken': ''}, X_CSRFToken=SECRET), p('/post/', {'a': '4', 'csrfmiddlewaretoken': 'y' * 32}, X_CSRFToken=SECRET)])
add('cookie', [v('/token/'), {'putCookie': {'name': 'csrftoken', 'value': 'short'}}, v('/meta/'), p('/post/', {'a': '1', 'csrfmiddlewaretoken': SECRET}), {'putCookie': {'name': 'csrftoken', 'value': 'A' * 32}}, v('/meta/'), v('/token/'), p('/post/', {'a': '1', 'csrfmiddlewaretoken': 'A' * 32}), {'putCookie': {'name': 'csrftoken', 'value': '$' * 64}}, v('/meta/'), v('/token/'), {'deleteCookie': 'csrftoken'}, p('/post/', {'a': '1', 'csrfmiddlewaretoken': SECRET})])
add('decorators', [p('/exempt/'), v('/protected/'), p('/protected/'), v('/ensured/'), p('/protected/', {'csrfmiddlewaretoken': SECRET}), p('/ensured/'), v('/required/'), p('/required/')])
add('no-middleware', [p('/exempt/'), p('/post/', {'a': '1'}), v('/protected/'), p('/protected/'), v('/ensured/'), v('/required/'), v('/token/'), v('/form/'), p('/protected/', {'csrfmiddlewaretoken': SECRET}), p('/ensured/'), p('/required/')], middleware=('sessions',))
add('sessions', [v('/token/'), v('/token/'), p('/post/', {'a': '1'}), p('/post/', {'a': '1', 'csrfmiddlewaretoken': SECRET}), v('/rotate/'), v('/plain/'), v('/meta/')], extra='CSRF_USE_SESSIONS = True\n', keys=['a' * 32, 'b' * 32])
add('sessions-missing', [v('/token/'), v('/plain/')], extra='CSRF_USE_SESSIONS = True\n', middleware=('csrf',))
add('sessions-wrong-order', [v('/token/'), v('/plain/')], extra='CSRF_USE_SESSIONS = True\n', middleware=('csrf', 'sessions'))
add('settings', [v('/token/'), p('/post/', {'a': '1', 'csrfmiddlewaretoken': SECRET}), p('/post/', {'a': '1'}, X_MINE=SECRET)], extra="CSRF_COOKIE_NAME = 'mine'\nCSRF_COOKIE_AGE = 60\nCSRF_COOKIE_PATH = '/'\nCSRF_COOKIE_HTTPONLY = True\nCSRF_COOKIE_SAMESITE = 'Strict'\nCSRF_COOKIE_SECURE = True\nCSRF_HEADER_NAME = 'HTTP_X_MINE'\nCSRF_COOKIE_DOMAIN = None\n")
add('session-length-cookie', [v('/token/')], extra='CSRF_COOKIE_AGE = None\nCSRF_COOKIE_SAMESITE = None\n')
good = {'a': '1', 'csrfmiddlewaretoken': SECRET}
add('origin', [v('/token/'), p('/post/', good, Origin='http://127.0.0.1:8000'), p('/post/', good, Origin='http://evil.example'), p('/post/', good, Origin='null'), p('/post/', good, Origin='http://127.0.0.1'), p('/post/', good, Origin='https://127.0.0.1:8000'), p('/post/', good, Origin='http://good.example'), p('/post/', good, Origin='https://good.example'), p('/post/', good, Origin='https://a.b.example'), p('/post/', good, Origin='http://a.b.example'), p('/post/', good, Origin='garbage')], extra="CSRF_TRUSTED_ORIGINS = ['https://good.example', 'https://*.b.example']\n", versions=['4.2', '5.2', '6.1'])
add('origin-old', [v('/token/'), p('/post/', good, Origin='http://evil.example')], versions=['3.2'])
add('https', [v('/token/'), p('/post/', good), p('/post/', good, Referer='https://shop.example/form'), p('/post/', good, Referer='http://shop.example/form'), p('/post/', good, Referer='https://evil.example/'), p('/post/', good, Referer='garbage'), p('/post/', good, Referer='https:///'), p('/post/', good, Origin='https://shop.example'), p('/post/', good, Referer='https://sub.good.example/'), p('/post/', good, Referer='https://good.example/'), p('/post/', good, Referer='https://shop.example:8443/')], origin='https://shop.example', extra="CSRF_TRUSTED_ORIGINS = ['https://*.good.example']\n", versions=['4.2', '5.2', '6.1'])
add('https-old', [v('/token/'), p('/post/', good), p('/post/', good, Referer='https://shop.example/form'), p('/post/', good, Referer='https://sub.good.example/'), p('/post/', good, Referer='https://good.example/'), p('/post/', good, Referer='https://evil.example/')], origin='https://shop.example', extra="CSRF_TRUSTED_ORIGINS = ['.good.example']\n", versions=['3.2'])
add('https-domain', [v('/token/'), p('/post/', good, Referer='https://other.good.example/form'), p('/post/', good, Referer='https://shop.example/')], origin='https://shop.good.example', extra="CSRF_COOKIE_DOMAIN = '.good.example'\n")
add('page', [p('/post/'), v('/token/'), p('/post/')], extra="CSRF_FAILURE_VIEW = 'django.views.csrf.csrf_failure'\n")
add('own-page', [p('/post/')], extra="CSRF_FAILURE_VIEW = 'django.views.csrf.csrf_failure'\n")
cases[-1]['project']['templates/403_csrf.html'] = 'own page'
add('bad-failure-view', [p('/post/')], extra="CSRF_FAILURE_VIEW = 'views.nothing'\n")
if __name__ == '__main__':
    out(cases)
