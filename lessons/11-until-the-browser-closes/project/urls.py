from django.urls import path

import views

urlpatterns = [
    path('enter/', views.enter),
    path('remember-me/', views.remember_me),
    path('who/', views.who),
]
