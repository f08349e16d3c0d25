import Storage

extension StorageError {
    /// Whether the database is well and the rows are not: trying the same rows again is no use, other rows may go through.
    var isAboutData: Bool {
        switch kind {
        case .conflict, .constraint, .nulInText, .unexpectedColumn: true
        default: false
        }
    }
}
