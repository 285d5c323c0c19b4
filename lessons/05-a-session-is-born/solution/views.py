from django.http import HttpResponse


def about(request):
    return HttpResponse('About this site.')


def look(request):
    num_visits = request.session.get('num_visits', 0)
    print('key in look:', request.session.session_key)
    return HttpResponse(f'Visits so far: {num_visits}')


def count(request):
    num_visits = request.session.get('num_visits', 0) + 1
    request.session['num_visits'] = num_visits
    if request.session.session_key is None:
        request.session.create()
    print('key in count:', request.session.session_key)
    return HttpResponse(f'You have been here {num_visits} times.')
