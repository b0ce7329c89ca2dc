import Concord

@Schema(.type(nil)) typealias Items0 = [Int]
