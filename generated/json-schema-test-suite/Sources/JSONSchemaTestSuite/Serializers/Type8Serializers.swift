import Concord

@Schema typealias Type8 = String
