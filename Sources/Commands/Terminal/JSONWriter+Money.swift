import Basics
import Commerce

extension JSONWriter {
    /// Left out when nil.
    mutating func money(_ key: StaticString, _ money: Money?) {
        guard let money else { return }
        object(key) { writer in
            writer.member("amount", money.amount)
            writer.member("currency", money.currency)
            writer.member("scale", money.scale)
        }
    }
}
