import Concord

@Schema typealias Items4 = [[[[Double]]]]
