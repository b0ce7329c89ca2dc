import Concord

@Schema typealias Type2 = String
