"""A project whose views fail in many ways, and the addresses to visit."""

SETTINGS = """
SECRET_KEY = 'not-secret'
DEBUG = {debug}
ALLOWED_HOSTS = ['127.0.0.1']
ROOT_URLCONF = 'urls'
USE_TZ = True
TIME_ZONE = 'UTC'
INSTALLED_APPS = []
MIDDLEWARE = []
TEMPLATES = [{{
    'BACKEND': 'django.template.backends.django.DjangoTemplates',
    'DIRS': ['templates'],
    'APP_DIRS': True,
    'OPTIONS': {{'context_processors': ['django.template.context_processors.request']}},
}}]
"""
URLS = """
from django.urls import include, path, re_path
import views
polls = ([path('', views.fine, name='index'), path('<int:pk>/', views.fine, name='detail')], 'polls')
urlpatterns = [
    path('fine/', views.fine, name='fine'),
    path('divide/<int:n>/', views.divide, name='divide'),
    re_path(r'^old/(?P<year>[0-9]{4})/$', views.fine, name='old'),
    path('polls/', include(polls)),
    path('fail/<str:how>/', views.fail),
    path('page/<str:name>/', views.page),
    path('method/', views.Klass().method),
]
"""
VIEWS = """
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.shortcuts import render


def fine(request, **kwargs):
    return HttpResponse('fine')


def divide(request, n):
    # a comment
    share = n - 1
    return HttpResponse(5 / share)


class Silly(Exception):
    pass


class Klass:
    def method(self, request):
        raise KeyError('visits')


def cause():
    try:
        int('x')
    except ValueError as error:
        raise RuntimeError('the outer one') from error


def context():
    try:
        {}['missing']
    except KeyError:
        raise RuntimeError('while handling')


HOWS = {
    'not-found': lambda: Http404('No such <cake>'),
    'not-found-bare': lambda: Http404(),
    'denied': lambda: PermissionDenied('Not yours'),
    'denied-bare': lambda: PermissionDenied(),
    'suspicious': lambda: SuspiciousOperation('Strange <thing>'),
    'bad': lambda: BadRequest('Cannot read this'),
    'silent': lambda: Silly(),
    'markup': lambda: Silly('<b>bold</b> & "quotes"'),
    'number': lambda: Silly(5),
    'two': lambda: Silly('a', 'b'),
    'unicode': lambda: Silly('naïve ☃'),
    'lines': lambda: Silly('one\\ntwo'),
}


def fail(request, how):
    if how == 'none':
        return None
    if how == 'session':
        return HttpResponse(request.session['x'])
    if how == 'cause':
        cause()
    if how == 'context':
        context()
    if how == 'name':
        return undefined_name
    raise HOWS[how]()


def boom():
    raise Silly('from the context')


def page(request, name):
    return render(request, name, {'boom': boom, 'items': [1, 2, 3]})
"""
TEMPLATES = {
    'templates/syntax.html': 'one\n{% if x %}\ntwo {{ x|bogus }} end\n{% endif %}\n',
    'templates/unclosed.html': 'one\n{% if x %}\ntwo\n',
    'templates/reverse.html': '<a href="{% url \'nowhere\' %}">x</a>\n',
    'templates/reverse-args.html': 'a\nb\n<a href="{% url \'divide\' %}">x</a>\n',
    'templates/boom.html': 'a\n\nsome {{ boom }} text\nb\n',
    'templates/parent.html': 'top\n{% block a %}{% endblock %}\nbottom\n',
    'templates/child.html': "{% extends 'parent.html' %}\n{% block a %}\n{{ boom }}\n{% endblock %}\n",
    'templates/orphan.html': "{% extends 'gone.html' %}\n",
    'templates/includes.html': "line\n{% include 'gone.html' %}\n",
    'templates/includes-bad.html': "line\n{% include 'syntax.html' %}\n",
    'templates/loads.html': '{% load nothing %}\n',
    'templates/filter.html': "{{ items|divisibleby:'x' }}",
    'templates/ok.html': 'ok {{ request.path }}',
}
PROJECT = {'settings.py': SETTINGS.format(debug=True), 'urls.py': URLS, 'views.py': VIEWS, **TEMPLATES}
BARE = {**PROJECT, 'settings.py': SETTINGS.format(debug=False)}
OWN = {
    **BARE,
    'templates/404.html': 'own 404 {{ request_path }} {{ exception }} {{ request.path }}',
    'templates/403.html': 'own 403 {{ exception }}',
    'templates/400.html': 'own 400 {{ request.path }}',
    'templates/500.html': 'own 500 {{ request.path }}',
}
HANDLERS = {
    **BARE,
    'urls.py': URLS + "handler404 = 'views.lost'\nhandler500 = 'views.broken'\n",
    'views.py': VIEWS
    + "\ndef lost(request, exception):\n    return HttpResponse('lost ' + str(exception)[:9], status=404)\n"
    + "def broken(request):\n    return HttpResponse('broken', status=500)\n",
}
EMPTY = {**PROJECT, 'urls.py': 'urlpatterns = []\n'}
FAILS = [
    'not-found', 'not-found-bare', 'denied', 'denied-bare', 'suspicious', 'bad', 'silent', 'markup', 'number', 'two', 'unicode',
    'lines', 'none', 'session', 'cause', 'context', 'name',
]  # fmt: skip
PATHS = ['/', '/nothing/', '/nothing/?q=<x>', '/divide/1/', '/divide/x/', '/polls/x/', '/polls', '/old/99/', '/method/', '/fine/', '/n%C3%A4/x y/']
PATHS += [f'/fail/{how}/' for how in FAILS]
PATHS += [f'/page/{name[10:]}/' for name in TEMPLATES] + ['/page/gone.html/']
FEW = ['/nothing/', '/divide/1/', '/fail/denied/', '/fail/bad/', '/fail/not-found/', '/fail/suspicious/', '/fine/']
CSRF_VIEWS = '''
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect, ensure_csrf_cookie, requires_csrf_token


def form(request):
    return HttpResponse('got ' + request.method)


@csrf_exempt
def exempt(request):
    return HttpResponse('exempt ' + request.method)


@csrf_protect
def protected(request):
    return HttpResponse('protected ' + request.method)


@ensure_csrf_cookie
def ensured(request):
    return HttpResponse('ensured ' + request.method)


@requires_csrf_token
def required(request):
    return HttpResponse('required ' + request.method)
'''
CSRF_URLS = '''
from django.urls import path
import views
names = ['form', 'exempt', 'protected', 'ensured', 'required']
urlpatterns = [path(name + '/', getattr(views, name)) for name in names]
'''
WITH_CSRF = SETTINGS.replace("MIDDLEWARE = []", "MIDDLEWARE = ['django.middleware.csrf.CsrfViewMiddleware']")
CSRF = {'settings.py': WITH_CSRF.format(debug=True), 'urls.py': CSRF_URLS, 'views.py': CSRF_VIEWS}
CSRF_BARE = {**CSRF, 'settings.py': SETTINGS.format(debug=True)}
CSRF_OWN = {**CSRF, 'templates/403_csrf.html': 'own {{ request.path }} {{ title }} {{ main }} {{ reason }} {{ no_cookie }}'}
POSTS = [f'{method}/{name}/' for name in ('form', 'exempt', 'protected', 'ensured', 'required') for method in ('', 'POST ')]
VISITS = {
    'csrf': (CSRF, POSTS), 'csrf-bare': (CSRF_BARE, POSTS), 'csrf-own': (CSRF_OWN, POSTS[:4]),
    'debug': (PROJECT, PATHS), 'bare': (BARE, FEW), 'own': (OWN, FEW), 'handlers': (HANDLERS, FEW), 'empty': (EMPTY, ['/', '/x/']),
}
