import Concord

@Schema typealias Type3 = JSONObject
