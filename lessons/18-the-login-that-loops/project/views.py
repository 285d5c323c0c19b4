from django.http import HttpResponse
from django.shortcuts import redirect


def private(request):
    if 'name' not in request.session:
        return redirect('/login/')
    return HttpResponse('Welcome, ' + request.session['name'] + '.')


def login(request):
    return HttpResponse('Please log in: go to /enter/.')


def enter(request):
    request.session['name'] = 'Ada'
    print('logged in as', request.session['name'])
    return redirect('/private/')
