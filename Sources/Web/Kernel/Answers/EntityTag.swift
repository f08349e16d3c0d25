import HTTPTypes

/// Names the state of something that is asked for again and again, so that it need not be sent again.
struct EntityTag: Sendable, Hashable {
    /// Quoted, as the header has it.
    let text: String

    /// - Parameter name: letters and digits.
    init(_ name: String) { text = "\"\(name)\"" }

    /// Whether the reader has this state, by the `If-None-Match` that he sent.
    func isKnown(to headers: HTTPFields) -> Bool {
        guard headers.contains(.ifNoneMatch) else { return false }
        for header in headers[values: .ifNoneMatch] {
            for piece in header.split(separator: ",") {
                let given = String(piece).trimmingBlanks
                if given == "*" || given == text || given == "W/" + text { return true }
            }
        }
        return false
    }
}
