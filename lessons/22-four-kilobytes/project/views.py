from hashlib import sha256

from django.http import HttpResponse


def write(request):
    pages = request.session.get('pages', [])
    # Letters without any order: compression saves only a little.
    text = ''.join(sha256(f'{len(pages)}-{n}'.encode()).hexdigest() for n in range(30))
    request.session['pages'] = pages + [text]
    return HttpResponse(f'Pages written: {len(pages) + 1}.')


def read(request):
    pages = request.session.get('pages', [])
    return HttpResponse(f'Pages found: {len(pages)}.')


def sign(request):
    request.session['name'] = 'Ada'
    return HttpResponse('Signed: Ada.')


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')


def logout(request):
    request.session.flush()
    return HttpResponse('Good bye.')
