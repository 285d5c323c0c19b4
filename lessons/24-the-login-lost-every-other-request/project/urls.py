from django.urls import path

import views

urlpatterns = [
    path('who/', views.who),
    path('login/<str:name>/', views.enter),
]
