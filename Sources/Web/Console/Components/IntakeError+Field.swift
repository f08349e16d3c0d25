import Basics
import ConnectorKit

extension IntakeError {
    /// What is said under a field: all of it where the mistake is, its short name under the other field of two that do
    /// not go together, nothing elsewhere.
    func text(at field: Field, for reader: Reader) -> String? {
        if field == self.field { return text(in: reader.language) }
        return field == otherField ? reader.say(explanation) : nil
    }
}
