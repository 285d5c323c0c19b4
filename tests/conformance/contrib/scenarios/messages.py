"""Messages: kept in a cookie, in the session, or in both."""

from base import *

VIEWS = '''from django.contrib import messages
from django.contrib.messages import constants, get_messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

def add(request):
    messages.success(request, request.GET.get('text', 'Saved.'))
    return redirect('/show/')
def all_levels(request):
    for name in 'debug info success warning error'.split():
        getattr(messages, name)(request, name + ' text', extra_tags='own' if name == 'info' else '')
    messages.add_message(request, 35, 'a level of its own')
    messages.add_message(request, messages.INFO, 'tagged', extra_tags='a b')
    return HttpResponse(str(messages.get_level(request)))
def show(request):
    return render(request, 'show.html')
def listing(request):
    found = [(m.level, m.level_tag, m.tags, m.message, str(m), m.extra_tags) for m in get_messages(request)]
    return HttpResponse(repr(found))
def keep(request):
    storage = get_messages(request)
    text = ','.join(m.message for m in storage)
    storage.used = False
    return HttpResponse(text)
def length(request):
    storage = messages.get_messages(request)
    return HttpResponse(f'{len(storage)} {storage.used} {storage.added_new} {bool(storage)}')
def peek(request):
    storage = messages.get_messages(request)
    return HttpResponse(str('Saved.' in storage) + type(storage).__name__)
def big(request):
    for n in range(int(request.GET['n'])):
        messages.info(request, f'{n} ' + 'x' * int(request.GET['size']))
    return HttpResponse('ok')
def both(request):
    messages.info(request, 'new one')
    return HttpResponse('|'.join(str(m) for m in messages.get_messages(request)))
def level(request):
    before = messages.get_level(request)
    messages.set_level(request, messages.WARNING)
    messages.info(request, 'too low')
    messages.error(request, 'high')
    messages.set_level(request, None)
    return HttpResponse(f'{before} {messages.get_level(request)}')
def safe(request):
    from django.utils.safestring import mark_safe
    messages.info(request, mark_safe('<b>bold</b>'))
    messages.info(request, '<i>plain</i>')
    return HttpResponse('ok')
def silent(request):
    messages.success(request, 'x', fail_silently=True)
    return HttpResponse('silent')
def no_request(request):
    messages.success(None, 'x')
def boom(request):
    messages.success(request, 'before the error')
    raise ValueError('boom')
'''
NAMES = 'add all_levels show listing keep length peek big both level safe silent no_request boom'
URLS = f"from django.urls import path\nimport views\nurlpatterns = [path(n + '/', getattr(views, n)) for n in '{NAMES}'.split()]\n"
SHOW = {'templates/show.html': '{% if messages %}<ul>{% for m in messages %}<li{% if m.tags %} class="{{ m.tags }}"{% endif %}>{{ m }}</li>{% endfor %}</ul>{% else %}none{% endif %}'}
def v(*paths): return [{'visit': path} for path in paths]
cases = []
def add(id, steps, extra='', apps=('auth', 'contenttypes', 'sessions', 'messages'), middleware=('sessions', 'auth', 'messages'), **k):
    cases.append(case('messages/' + id, 'messages', [{'manage': 'migrate -v 0'}, *steps], apps=apps, middleware=middleware, extra=extra, urls=URLS, views=VIEWS, more=SHOW, keys=[c * 32 for c in 'abcdef'], observe=False, **k))
STORES = {'fallback': '', 'cookie': "MESSAGE_STORAGE = 'django.contrib.messages.storage.cookie.CookieStorage'\n", 'session': "MESSAGE_STORAGE = 'django.contrib.messages.storage.session.SessionStorage'\n"}
for name, extra in STORES.items():
    add('flash-' + name, v('/show/', '/add/?text=Hello', '/show/', '/add/', '/all_levels/', '/length/', '/peek/', '/listing/', '/listing/'), extra)
    add('mixed-' + name, v('/all_levels/', '/keep/', '/both/', '/listing/', '/safe/', '/show/', '/level/', '/listing/', '/boom/', '/listing/'), extra)
    add('big-' + name, v('/big/?n=3&size=400', '/length/', '/big/?n=8&size=400', '/length/', '/listing/', '/big/?n=1&size=4000', '/length/', '/listing/', '/show/'), extra)
    add('tampered-' + name, v('/all_levels/') + [{'putCookie': {'name': 'messages', 'value': 'nonsense'}}] + v('/listing/', '/listing/') + [{'putCookie': {'name': 'messages', 'value': 'W10:sig'}}] + v('/show/', '/add/'), extra)
add('levels', v('/all_levels/', '/listing/', '/level/'), "from django.contrib.messages import constants as message_constants\nMESSAGE_LEVEL = 10\nMESSAGE_TAGS = {message_constants.INFO: 'information', 50: 'critical', 10: ''}\n")
add('cookie-settings', v('/add/', '/show/'), "SESSION_COOKIE_DOMAIN = None\nSESSION_COOKIE_SECURE = True\nSESSION_COOKIE_HTTPONLY = False\nSESSION_COOKIE_SAMESITE = 'Strict'\nSESSION_COOKIE_PATH = '/'\n")
add('no-sessions', v('/add/', '/big/?n=8&size=400', '/listing/'), middleware=('messages',))
add('session-without-sessions', v('/add/', '/show/'), STORES['session'], middleware=('messages',))
add('no-middleware', v('/silent/', '/add/', '/show/', '/no_request/'), middleware=('sessions', 'auth'))
add('wrong-order', v('/add/', '/show/'), middleware=('messages', 'sessions', 'auth'))
add('rotated-key', v('/all_levels/') + [{'edit': {'settings.py': settings(('auth', 'contenttypes', 'sessions', 'messages'), ('sessions', 'auth', 'messages'), "SECRET_KEY = 'another'\n")}}] + v('/listing/', '/show/'))
if __name__ == '__main__':
    out(cases)
