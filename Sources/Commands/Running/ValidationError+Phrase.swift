import ArgumentParser
import Basics

extension ValidationError {
    /// What `validate()` throws: the parser shows the usage after it.
    static func wrongValue(_ option: String, _ expected: Phrase) -> ValidationError {
        ValidationError(CommandError.wrongValue(option, expected).explanation.spoken)
    }
}
