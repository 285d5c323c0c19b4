"""The system checks: admin, auth, security, addresses."""

from base import *

SHOW = """from io import StringIO
from django.core.management import call_command
def check(*args):
    out, err = StringIO(), StringIO()
    try:
        call_command('check', *args, stdout=out, stderr=err)
    except BaseException as error:
        print(type(error).__name__, error)
    print(out.getvalue(), err.getvalue())
"""
PROJECT = dict(apps=SIX, middleware=ALL, urls="from django.contrib import admin\nfrom django.urls import path\nurlpatterns = [path('admin/', admin.site.urls)]\n")
cases = []
def add(id, extra='', steps=(), calls=("check()",), **k):
    given = {**PROJECT, 'urls': 'urlpatterns = []\n', **k}
    cases.append(case('check/' + id, 'check', [{'manage': 'check'}, {'shell': SHOW}] + [{'shell': call} for call in calls] + list(steps), extra=extra, observe=False, **given))
NOCP = "TEMPLATES[0]['OPTIONS'] = {}\n"
add('fine', calls=("check()", "check('sessions')", "check('nothing')", "check('--tag', 'security')", "check('--tag', 'nothing')", "check('--fail-level', 'WARNING')", "check('auth', 'admin')", "check('--list-tags')", "check('--deploy', '--list-tags')", "check('--database', 'default')"))
add('no-middleware', middleware=())
add('no-context-processors', NOCP)
add('no-templates', 'TEMPLATES = []\n')
add('admin-alone', apps=('admin', 'contenttypes'), middleware=())
add('admin-no-messages', apps=('admin', 'auth', 'contenttypes', 'sessions'))
add('admin-no-sessions', apps=('admin', 'auth', 'contenttypes', 'messages'))
add('no-request-processor', "TEMPLATES[0]['OPTIONS']['context_processors'] = TEMPLATES[0]['OPTIONS']['context_processors'][1:]\n")
add('silenced', "SILENCED_SYSTEM_CHECKS = ['admin.E408', 'admin.E409', 'admin.W411']\n" + NOCP, middleware=('sessions',))
add('sessions-after-auth', middleware=('auth', 'sessions', 'messages'))
add('deploy', calls=("check('--deploy')", "check('--deploy', '--fail-level', 'WARNING')"))
DEPLOY = "DEBUG = False\nSECRET_KEY = 'k0-' + 'abcdefghij' * 6\nALLOWED_HOSTS = ['shop.example']\n"
add('deploy-good', DEPLOY + "SECURE_SSL_REDIRECT = True\nSECURE_HSTS_SECONDS = 3600\nSECURE_HSTS_INCLUDE_SUBDOMAINS = True\nSECURE_HSTS_PRELOAD = True\nSESSION_COOKIE_SECURE = True\nCSRF_COOKIE_SECURE = True\n", calls=("check('--deploy')",))
add('deploy-half', DEPLOY + "ALLOWED_HOSTS = []\nSECURE_HSTS_SECONDS = 3600\nSESSION_COOKIE_HTTPONLY = False\nSECURE_CONTENT_TYPE_NOSNIFF = False\nX_FRAME_OPTIONS = 'SAMEORIGIN'\nSECURE_REFERRER_POLICY = None\n", calls=("check('--deploy')",))
add('deploy-bare', DEPLOY + 'SECRET_KEY = "django-insecure-x"\n', middleware=(), apps=('sessions',), calls=("check('--deploy')",))
add('deploy-session-only-app', DEPLOY, middleware=('security',), apps=('sessions',), calls=("check('--deploy')",))
add('deploy-session-only-middleware', DEPLOY, middleware=('security', 'sessions', 'csrf'), apps=('auth', 'contenttypes'), calls=("check('--deploy')",))
add('deploy-policies', DEPLOY + "SECURE_REFERRER_POLICY = 'nonsense'\nSECURE_CROSS_ORIGIN_OPENER_POLICY = 'nonsense'\nSECRET_KEY_FALLBACKS = ['short', 'django-insecure-y']\nCSRF_USE_SESSIONS = True\n", calls=("check('--deploy')",))
add('deploy-no-key', DEPLOY + "SECRET_KEY = ''\n", calls=("check('--deploy')",))
add('origins', "CSRF_TRUSTED_ORIGINS = ['shop.example', 'https://fine.example', '*.x.example']\n")
add('urls', urls="from django.http import HttpResponse\nfrom django.urls import include, path, re_path\nimport views\nurlpatterns = [path('/a/', views.a), path('b/$', views.a), path('^c/', views.a), re_path(r'^/d/', views.a), path('e', include([path('f/', views.a, name='x:y')])), re_path(r'^g$', include([path('', views.a)]))]\n", views='def a(request):\n    pass\n')
add('caches', "CACHES = {'other': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}}\n")
add('bad-urls', urls='urlpatterns = [1]\n')
add('no-urls', urls='x = 1\n')
add('handlers', urls="urlpatterns = []\nhandler404 = 'views.nothing'\nhandler500 = 'views.few'\n", views='def few(request, a, b):\n    pass\n')
add('static', "STATIC_URL = None\nSTATICFILES_DIRS = ['/nowhere']\n")
add('login-required', middleware=('sessions', 'messages', 'django.contrib.auth.middleware.LoginRequiredMiddleware', 'auth'), versions=['5.2', '6.1'])
add('append-slash', "ROOT_URLCONF = 'urls'\nLANGUAGE_CODE = 'nonsense'\n")
add('user-model', "AUTH_USER_MODEL = 'shop.Person'\n")
if __name__ == '__main__':
    out(cases)
