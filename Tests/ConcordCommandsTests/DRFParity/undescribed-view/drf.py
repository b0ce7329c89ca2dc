from django.urls import path
from rest_framework import response, views


class Status(views.APIView):
    authentication_classes = []
    permission_classes = []

    def get(self, request):
        return response.Response({"fine": True})


urlpatterns = [path("status", Status.as_view())]
