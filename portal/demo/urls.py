from django.urls import path

from portal.demo import views

app_name = "demo"
urlpatterns = [
    path("spelen/", views.spelen, name="spelen"),
    path("post/", views.uitgaand, name="post"),
]
