import Concord

extension InOtherFile {
    static let permissions = [Refusal()]
}
