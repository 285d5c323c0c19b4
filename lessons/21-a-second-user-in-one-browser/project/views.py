from django.http import HttpResponse

NOTES = []


def enter(request, name):
    request.session.flush()
    request.session['name'] = name
    return HttpResponse(f'Hello {name}.')


def note(request, text):
    name = request.session.get('name', 'nobody')
    NOTES.append(f'{name}: {text}')
    return HttpResponse('Notes: ' + ', '.join(NOTES))


def who(request):
    name = request.session.get('name', 'nobody')
    return HttpResponse(f'You are {name}.')
