import Concord

@Serializer(.union(.type))
enum Type10 {
    @Field(.items(nil)) case jsonList([JSON])
    case object(JSONObject)
    case null
}
