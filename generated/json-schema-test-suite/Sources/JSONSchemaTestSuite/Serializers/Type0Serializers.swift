import Concord

@Schema typealias Type0 = Int
