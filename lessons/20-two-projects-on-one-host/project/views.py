from django.http import HttpResponse


def enter(request):
    request.session['name'] = 'Ada'
    return HttpResponse('Hello Ada.')


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')
