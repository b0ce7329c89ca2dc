from django.db import models
from django.urls import path
from rest_framework import authentication, generics, permissions, serializers


class Secret(models.Model):
    text = models.TextField()


class SecretSerializer(serializers.ModelSerializer):
    class Meta:
        model = Secret
        fields = ["text"]


class Secrets(generics.ListCreateAPIView):
    serializer_class = SecretSerializer
    queryset = Secret.objects.all()
    authentication_classes = [authentication.BasicAuthentication, authentication.TokenAuthentication]
    permission_classes = [permissions.IsAuthenticated]


class PublicSecrets(Secrets):
    authentication_classes = [authentication.SessionAuthentication]
    permission_classes = [permissions.IsAuthenticatedOrReadOnly]


class OpenSecrets(Secrets):
    permission_classes = [permissions.AllowAny]


urlpatterns = [
    path("secrets", Secrets.as_view()),
    path("public-secrets", PublicSecrets.as_view()),
    path("open-secrets", OpenSecrets.as_view()),
]
