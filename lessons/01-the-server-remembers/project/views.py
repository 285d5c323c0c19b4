from django.http import HttpResponse


def count(request):
    num_visits = request.session.get('num_visits', 0) + 1
    request.session['num_visits'] = num_visits
    if num_visits > 4:
        del request.session['num_visits']
    return HttpResponse(f'view count={num_visits}')
