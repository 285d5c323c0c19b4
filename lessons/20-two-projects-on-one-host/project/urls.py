from django.urls import path

import views

urlpatterns = [
    path('enter/', views.enter),
    path('who/', views.who),
]
