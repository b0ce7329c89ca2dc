import Concord

@Schema(.type(nil), .items(false), .prefixItems(Schema(), Schema(), Schema())) typealias Items5 = [JSON]
