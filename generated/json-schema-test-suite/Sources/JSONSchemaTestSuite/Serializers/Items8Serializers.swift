import Concord

@Schema(.type(nil), .items(false), .prefixItems(Schema())) typealias Items8 = [JSON]
