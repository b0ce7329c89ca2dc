import Concord

@Schema typealias Type6 = Null
