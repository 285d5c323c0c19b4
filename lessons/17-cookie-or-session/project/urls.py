from django.urls import path

import views

urlpatterns = [
    path('in-a-cookie/', views.in_a_cookie),
    path('in-a-session/', views.in_a_session),
    path('diary-in-a-cookie/', views.diary_in_a_cookie),
    path('diary-in-a-session/', views.diary_in_a_session),
]
