import Concord

@Schema(.items(nil)) typealias Type4 = [JSON]
