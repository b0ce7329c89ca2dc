from django.urls import path
from rest_framework import generics, serializers

SPECTACULAR_SETTINGS = {"COMPONENT_SPLIT_REQUEST": True}


class CredentialsSerializer(serializers.Serializer):
    user = serializers.CharField(write_only=True)
    password = serializers.CharField(write_only=True)


class SignIn(generics.CreateAPIView):
    serializer_class = CredentialsSerializer
    authentication_classes = []
    permission_classes = []


urlpatterns = [path("sign-in", SignIn.as_view())]
