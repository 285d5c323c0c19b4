"""SecurityMiddleware and X-Frame-Options: what they redirect and which headers they set."""

from base import *

VIEWS = '''from django.http import HttpResponse
from django.views.decorators.clickjacking import xframe_options_deny, xframe_options_exempt, xframe_options_sameorigin

class ShowHeaders:
    def __init__(self, get_response):
        self.get_response = get_response
    def __call__(self, request):
        response = self.get_response(request)
        for name, value in sorted(response.items()):
            print(f'{name}: {value}')
        return response
def plain(request):
    return HttpResponse('plain')
@xframe_options_exempt
def exempt(request):
    return HttpResponse('exempt')
@xframe_options_sameorigin
def same(request):
    return HttpResponse('same')
@xframe_options_deny
def deny(request):
    return HttpResponse('deny')
def own(request):
    response = HttpResponse('own')
    response['X-Frame-Options'] = 'ALLOWALL'
    response['Referrer-Policy'] = 'no-referrer'
    response['X-Content-Type-Options'] = 'mine'
    response['Strict-Transport-Security'] = 'mine'
    response['Cross-Origin-Opener-Policy'] = 'unsafe-none'
    return response
def boom(request):
    raise ValueError('boom')
'''
URLS = "from django.urls import path\nimport views\nurlpatterns = [path(n + '/', getattr(views, n)) for n in 'plain exempt same deny own'.split()]\n"
def v(*paths): return [{'visit': path} for path in paths]
ALLV = v('/plain/', '/exempt/', '/same/', '/deny/', '/own/', '/missing/')
cases = []
def add(id, steps, extra='', **k):
    cases.append(case('security/' + id, 'security', steps, apps=('sessions',), middleware=('views.ShowHeaders', 'security', 'xframe'), extra=extra, urls=URLS, views=VIEWS, observe=False, **k))
add('defaults', ALLV)
add('https', ALLV, origin='https://shop.example', extra='SECURE_HSTS_SECONDS = 3600\n')
add('http-hsts', v('/plain/'), extra='SECURE_HSTS_SECONDS = 3600\n')
add('hsts-all', v('/plain/'), origin='https://shop.example', extra='SECURE_HSTS_SECONDS = 31536000\nSECURE_HSTS_INCLUDE_SUBDOMAINS = True\nSECURE_HSTS_PRELOAD = True\n')
add('off', ALLV, extra='SECURE_CONTENT_TYPE_NOSNIFF = False\nSECURE_REFERRER_POLICY = None\nSECURE_CROSS_ORIGIN_OPENER_POLICY = None\nSECURE_BROWSER_XSS_FILTER = True\n')
add('policies', v('/plain/'), extra="SECURE_REFERRER_POLICY = 'no-referrer, strict-origin'\nSECURE_CROSS_ORIGIN_OPENER_POLICY = 'same-origin-allow-popups'\nX_FRAME_OPTIONS = 'sameorigin'\n")
add('policy-list', v('/plain/'), extra="SECURE_REFERRER_POLICY = ['no-referrer', 'strict-origin']\n")
add('redirect', v('http://shop.example/plain/?a=1', 'http://shop.example/plain/'), extra='SECURE_SSL_REDIRECT = True\n', origin='https://shop.example')
add('redirect-host', v('http://shop.example/plain/?a=b&c=d'), extra="SECURE_SSL_REDIRECT = True\nSECURE_SSL_HOST = 'secure.example'\n", origin='https://shop.example')
add('redirect-exempt', v('http://shop.example/plain/', 'http://shop.example/own/'), extra="SECURE_SSL_REDIRECT = True\nSECURE_REDIRECT_EXEMPT = [r'^plain/$']\n", origin='https://shop.example')
add('proxy', [{'visit': 'http://shop.example/plain/', 'headers': {'X-Forwarded-Proto': 'https'}}, {'visit': 'http://shop.example/plain/', 'headers': {'X-Forwarded-Proto': 'https, http'}}, {'visit': 'http://shop.example/plain/'}], extra="SECURE_SSL_REDIRECT = True\nSECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')\nSECURE_HSTS_SECONDS = 60\n", origin='https://shop.example')
if __name__ == '__main__':
    out(cases)
