from django.urls import path

import views

urlpatterns = [
    path('enter/', views.enter),
    path('who/', views.who),
    path('note/<str:text>/', views.note),
    path('minute/', views.minute),
    path('minute-as-timedelta/', views.minute_as_timedelta),
    path('new-year/', views.new_year),
    path('as-usual/', views.as_usual),
]
