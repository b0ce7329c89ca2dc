import uuid

from django.db import models
from rest_framework import permissions, routers, serializers, viewsets
from rest_framework.authentication import TokenAuthentication
from rest_framework.decorators import action
from drf_spectacular.utils import extend_schema


class Artist(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100)


class Album(models.Model):
    title = models.CharField(max_length=100)
    released = models.DateField(null=True)
    artist = models.ForeignKey(Artist, on_delete=models.PROTECT)


class ArtistSerializer(serializers.ModelSerializer):
    """Someone who makes music."""

    class Meta:
        model = Artist
        fields = ["id", "name"]


class AlbumSerializer(serializers.ModelSerializer):
    """Songs that belong together."""

    artist = ArtistSerializer()

    class Meta:
        model = Album
        fields = ["id", "title", "released", "artist"]


class PlaySerializer(serializers.Serializer):
    """How an album was played."""

    times = serializers.IntegerField(min_value=1)


class AlbumViewSet(viewsets.ModelViewSet):
    """All albums."""

    serializer_class = AlbumSerializer
    queryset = Album.objects.all()
    authentication_classes = [TokenAuthentication]
    permission_classes = [permissions.IsAuthenticatedOrReadOnly]

    @extend_schema(request=PlaySerializer, responses=AlbumSerializer)
    @action(detail=True, methods=["post"])
    def play(self, request, pk):
        """Count plays of an album."""


router = routers.SimpleRouter(trailing_slash=False)
router.register("albums", AlbumViewSet)
urlpatterns = router.urls
