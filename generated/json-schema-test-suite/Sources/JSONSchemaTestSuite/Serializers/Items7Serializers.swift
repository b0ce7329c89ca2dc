import Concord

@Schema(.type(nil), .prefixItems(Schema(.type(.string)))) typealias Items7 = [Int]
