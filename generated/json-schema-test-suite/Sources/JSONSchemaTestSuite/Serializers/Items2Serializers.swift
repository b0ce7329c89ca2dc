import Concord

@Schema(.type(nil)) typealias Items2 = [Never]
