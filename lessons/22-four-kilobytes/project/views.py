from hashlib import sha256

from django.http import HttpResponse


def write(request):
    pages = request.session.get('pages', [])
    # Text that cannot be made shorter by compression.
    text = ''.join(sha256(f'{len(pages)}-{n}'.encode()).hexdigest() for n in range(30))
    request.session['pages'] = pages + [text]
    return HttpResponse(f'The diary has {len(pages) + 1} pages now.')


def read(request):
    pages = request.session.get('pages', [])
    return HttpResponse(f'The diary has {len(pages)} pages.')


def sign(request):
    request.session['name'] = 'Ada'
    return HttpResponse('Signed: Ada.')


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')


def logout(request):
    request.session.flush()
    return HttpResponse('Good bye.')
