"""The project that most scenarios use, and what builds them."""

import json

ENGINES = ["db", "cached_db", "cache", "file", "signed_cookies"]
VERSIONS = ["3.2", "4.2", "5.2", "6.1"]

SETTINGS = """SECRET_KEY = 'crumbs-for-teaching-only-0123456789-abcdefghijkl'
DEBUG = True
ALLOWED_HOSTS = ['*']
INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions']
MIDDLEWARE = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
]
ROOT_URLCONF = 'urls'
TEMPLATES = [{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': ['templates'], 'APP_DIRS': False, 'OPTIONS': {}}]
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}
PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
USE_TZ = True
TIME_ZONE = 'UTC'
SESSION_ENGINE = 'django.contrib.sessions.backends.ENGINE'
SESSION_FILE_PATH = 'sessions'
"""

URLS = """from django.urls import path, re_path, include
import views
urlpatterns = [
    path('do/', views.do),
    path('jar/', views.jar),
    path('plain/', views.plain),
    path('code/', views.code),
    path('slash/<int:n>/', views.slash, name='slash'),
]
"""

VIEWS = '''import json
from datetime import datetime, timedelta, timezone as tz
from django.http import *
from django.shortcuts import redirect
from django.utils import timezone


def do(request):
    """Runs Python from the address, line by line, and says what each line answers."""
    session, lines = request.session, []
    names = {'request': request, 'session': session, 'response': HttpResponse(content_type='text/plain'),
             'datetime': datetime, 'timedelta': timedelta, 'tz': tz, 'timezone': timezone, 'json': json}
    for line in request.GET.get('do', '').split(';;'):
        try:
            try:
                lines.append(f'{eval(line, names)!r}')
            except SyntaxError:
                exec(line, names)
                lines.append('ok')
        except Exception as error:
            lines.append(f'{type(error).__name__}: {error}')
    lines.append(f'{session.accessed} {session.modified} {session.is_empty()} {session.session_key is None}')
    response = names['response']
    response.write('\\n'.join(lines))
    return response


def code(request):
    response = do(request)
    response.status_code = int(request.GET['status'])
    return response


def plain(request):
    return HttpResponse('plain')


def slash(request, n):
    return HttpResponse(f'slash {n}')


def jar(request):
    """Calls of response.set_cookie and its kin."""
    response = HttpResponse(content_type='text/plain')
    names = {'response': response, 'request': request, 'datetime': datetime, 'timedelta': timedelta, 'tz': tz}
    for line in filter(None, request.GET.get('do', '').split(';;')):
        try:
            answer = eval(line, names)
            if answer is not None:
                response.write(f'{answer!r}\\n')
        except Exception as error:
            response.write(f'{type(error).__name__}: {error}\\n')
    for name in sorted(request.COOKIES):
        response.write(f'{name}={request.COOKIES[name]!r}\\n')
    return response
'''

_keys = []


def keys(seed, count=40):
    import random

    chosen = random.Random(seed)
    return ["".join(chosen.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=32)) for _ in range(count)]


def settings(engine="db", **changes):
    text = SETTINGS.replace("backends.ENGINE", "backends." + engine)
    for name, value in changes.items():
        text += f"{name} = {value!r}\n"
    return text


def case(id, steps, engine="db", files=None, extra_settings="", group=None, versions=None, migrate=True, **changes):
    project = {"settings.py": settings(engine, **changes) + extra_settings, "urls.py": URLS, "views.py": VIEWS, **(files or {})}
    made = {
        "id": id,
        "group": group or id.split("/")[0],
        "now": "2026-01-05T09:30:00.123456Z",
        "sessionKeys": keys(id),
        "project": project,
        "steps": ([{"manage": "migrate -v 0"}] if migrate else []) + steps,
    }
    if versions:
        made["versions"] = versions
    return made


def do(*lines, path="/do/", **more):
    from urllib.parse import quote

    return {"visit": path + "?do=" + quote(";;".join(lines)), **more}


def jar(*lines, **more):
    return do(*lines, path="/jar/", **more)


def write(cases):
    for made in cases:
        print(json.dumps(made))
