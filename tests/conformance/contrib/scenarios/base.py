"""What the scenarios of this folder share: a project, written in a few words."""

import json
NOW='2026-01-05T09:30:00.123456Z'
def settings(apps=('auth','contenttypes','sessions'), middleware=('sessions',), extra=''):
    a=''.join(f"    '{x[1:] if x[0] == '.' else x if '.' in x else 'django.contrib.'+x}',\n" for x in apps)
    return f"""SECRET_KEY = 'crumbs-for-teaching-only-0123456789-abcdefghijkl'
DEBUG = True
ALLOWED_HOSTS = ['*']
INSTALLED_APPS = [
{a}]
MIDDLEWARE = [
{''.join(f"    '{MW.get(m,m)}',{chr(10)}" for m in middleware)}]
ROOT_URLCONF = 'urls'
TEMPLATES = [{{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'DIRS': ['templates'], 'APP_DIRS': True, 'OPTIONS': {{'context_processors': ['django.template.context_processors.request', 'django.contrib.auth.context_processors.auth', 'django.contrib.messages.context_processors.messages']}}}}]
DATABASES = {{'default': {{'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}}}
PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
USE_TZ = True
TIME_ZONE = 'UTC'
STATIC_URL = 'static/'
{extra}"""
MW={'security':'django.middleware.security.SecurityMiddleware','sessions':'django.contrib.sessions.middleware.SessionMiddleware','common':'django.middleware.common.CommonMiddleware','csrf':'django.middleware.csrf.CsrfViewMiddleware','auth':'django.contrib.auth.middleware.AuthenticationMiddleware','messages':'django.contrib.messages.middleware.MessageMiddleware','xframe':'django.middleware.clickjacking.XFrameOptionsMiddleware'}
ALL=('security','sessions','common','csrf','auth','messages','xframe')
SIX=('admin','auth','contenttypes','sessions','messages','staticfiles')
def case(id,group,steps,apps=SIX,middleware=ALL,extra='',urls=None,views='',more=None,keys=None,versions=None,origin=None,observe=True):
    c={'id':id,'group':group,'now':NOW,'project':{'settings.py':settings(apps,middleware,extra),'urls.py':urls or 'urlpatterns = []\n','views.py':views,**(more or {})},'steps':steps}
    if keys: c['sessionKeys']=keys
    if versions: c['versions']=versions
    if origin: c['origin']=origin
    if not observe: c['observe']=False
    return c
def out(cases):
    """Prints the scenarios, one a line."""
    for one in cases:
        print(json.dumps(one))
