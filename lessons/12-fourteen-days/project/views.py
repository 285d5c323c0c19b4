from datetime import datetime, timedelta, timezone

from django.http import HttpResponse


def enter(request):
    request.session['name'] = 'Ada'
    return HttpResponse('Hello Ada.')


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')


def note(request, text):
    request.session['note'] = text
    return HttpResponse(f'Noted: {text}')


def minute(request):
    request.session['name'] = 'Ada'
    request.session.set_expiry(60)
    return HttpResponse('Hello Ada, for 60 seconds.')


def minute_as_timedelta(request):
    request.session['name'] = 'Ada'
    request.session.set_expiry(timedelta(seconds=60))
    return HttpResponse('Hello Ada, for a timedelta of 60 seconds.')


def new_year(request):
    request.session['name'] = 'Ada'
    request.session.set_expiry(datetime(2027, 1, 1, tzinfo=timezone.utc))
    return HttpResponse('Hello Ada, until the new year.')


def as_usual(request):
    request.session.set_expiry(None)
    return HttpResponse(f'Now {request.session.get_expiry_age()} seconds, as in the settings.')
