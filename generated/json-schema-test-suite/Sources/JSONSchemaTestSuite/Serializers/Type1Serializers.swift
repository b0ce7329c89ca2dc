import Concord

@Schema typealias Type1 = Double
