from django.urls import path

import views

urlpatterns = [
    path('enter/<str:name>/', views.enter),
    path('note/<str:text>/', views.note),
    path('who/', views.who),
]
