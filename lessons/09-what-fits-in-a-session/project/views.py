from datetime import datetime

from django.http import HttpResponse


def party(request):
    request.session['party'] = datetime(2026, 2, 14, 20, 0)
    return HttpResponse('The party is noted.')


def scores(request):
    scores = request.session.get('scores', {})
    scores[7] = 'seven'
    request.session['scores'] = scores
    return HttpResponse(f'Scores: {scores}')


def show(request):
    party = datetime.fromisoformat(request.session['party'])
    return HttpResponse(f'The party is on {party:%A}.')


def replace(request):
    request.session = {'party': 'cancelled'}
    return HttpResponse('All is new.')
