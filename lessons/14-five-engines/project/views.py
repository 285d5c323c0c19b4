from django.http import HttpResponse


def count(request):
    num_visits = request.session.get('num_visits', 0) + 1
    request.session['num_visits'] = num_visits
    return HttpResponse(f'You have been here {num_visits} times.')
