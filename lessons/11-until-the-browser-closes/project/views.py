from django.http import HttpResponse


def enter(request):
    request.session['name'] = 'Ada'
    return HttpResponse('Hello Ada.')


def remember_me(request):
    request.session['name'] = 'Ada'
    request.session.set_expiry(14 * 24 * 60 * 60)
    return HttpResponse('Hello Ada. We will remember you for two weeks.')


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')
