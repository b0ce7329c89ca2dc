import Concord

@Schema typealias Type5 = Bool
