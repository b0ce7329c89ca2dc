from django.db import models
from rest_framework import routers, serializers, viewsets

SPECTACULAR_SETTINGS = {"COMPONENT_SPLIT_REQUEST": True}


class Author(models.Model):
    name = models.CharField(max_length=100)
    email = models.EmailField()


class Post(models.Model):
    title = models.CharField(max_length=100)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "name", "email"]
        extra_kwargs = {"email": {"write_only": True}}


class PostSerializer(serializers.ModelSerializer):
    author = AuthorSerializer()
    size = serializers.DictField(child=serializers.IntegerField())

    class Meta:
        model = Post
        fields = ["id", "title", "author", "created", "size"]


class PostViewSet(viewsets.ModelViewSet):
    serializer_class = PostSerializer
    queryset = Post.objects.all()
    authentication_classes = []
    permission_classes = []


router = routers.SimpleRouter(trailing_slash=False)
router.register("posts", PostViewSet)
urlpatterns = router.urls
