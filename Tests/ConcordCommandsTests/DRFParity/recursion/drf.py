from django.urls import path
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, views


class FolderSerializer(serializers.Serializer):
    name = serializers.CharField()
    folders = serializers.SerializerMethodField()

    def get_folders(self, instance):
        return FolderSerializer(instance.folders, many=True).data


extend_schema_field(FolderSerializer(many=True))(FolderSerializer.get_folders)


class Root(views.APIView):
    authentication_classes = []
    permission_classes = []

    @extend_schema(responses=FolderSerializer)
    def get(self, request):
        """The folder that holds all."""


urlpatterns = [path("root", Root.as_view())]
