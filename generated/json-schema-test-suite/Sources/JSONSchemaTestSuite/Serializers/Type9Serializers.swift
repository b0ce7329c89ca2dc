import Concord

@Serializer(.union(.type))
enum Type9 {
    @Field(.items(nil)) case jsonList([JSON])
    case object(JSONObject)
}
