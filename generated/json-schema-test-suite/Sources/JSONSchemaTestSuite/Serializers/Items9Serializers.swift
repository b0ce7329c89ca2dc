import Concord

@Schema(.type(nil)) typealias Items9 = [Null]
