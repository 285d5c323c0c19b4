from django.contrib.auth import authenticate, login
from django.http import HttpResponse


def who(request):
    name = request.user.get_username() or 'nobody'
    return HttpResponse(f'You are {name}.')


def enter(request, name):
    # A real site takes name and password from a form.
    user = authenticate(request, username=name, password='crumbs')
    login(request, user)
    return HttpResponse(f'Hello {name}.')
