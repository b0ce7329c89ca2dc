"""The app of Benchmarks/server in Django REST framework: `gunicorn django_server:application`."""

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"], INSTALLED_APPS=["rest_framework"], ROOT_URLCONF=__name__, USE_TZ=True,
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": [], "DEFAULT_PERMISSION_CLASSES": [], "UNAUTHENTICATED_USER": None,
        "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    })
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework import serializers, views  # noqa: E402
from rest_framework.response import Response  # noqa: E402

from stations import stations  # noqa: E402

HUNDRED = stations(100)


class StationSerializer(serializers.Serializer):
    id = serializers.UUIDField()
    name = serializers.CharField()
    elevation = serializers.FloatField()
    status = serializers.ChoiceField(["active", "retired"])
    created = serializers.DateTimeField()
    tags = serializers.ListField(child=serializers.CharField())


class Stations(views.APIView):
    def get(self, request, count):
        return Response(StationSerializer(HUNDRED[:count], many=True).data)


class OneStation(views.APIView):
    def get(self, request):
        return Response(StationSerializer(HUNDRED[0]).data)

    def post(self, request):
        serializer = StationSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(StationSerializer(serializer.validated_data).data, status=201)


urlpatterns = [path("stations/<int:count>", Stations.as_view()), path("station", OneStation.as_view())]
application = get_wsgi_application()
