from django.http import HttpResponse


def enter(request):
    request.session['name'] = 'Ada'
    response = HttpResponse('Hello Ada.')
    response.set_cookie('theme', 'dark')
    return response


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')
