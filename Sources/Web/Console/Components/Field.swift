import Mustache

/// One input of a form with its label, hint and error. Partial `field`.
///
/// The input's id is its name with `f-` before it; hint and error are tied to it for screen readers.
struct Field: Sendable {
    enum Kind: String, Sendable { case text, email, password, search, date, url }

    struct Option: Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    let name: String
    let label: String
    var type = Kind.text.rawValue
    /// Never of a password or a token: those are typed again.
    var value: String?
    var hint: String?
    var error: String?
    /// As HTML's `autocomplete` has it: `username`, `current-password`, `off`.
    var autocomplete: String?
    var placeholder: String?
    var isRequired = true
    var isOptional = false
    /// Where the page's typing begins.
    var hasFocus = false
    /// Text that machines wrote, such as a key: no capitals, no corrections, a fixed width.
    var isCode = false
    /// More than one line.
    var isLong = false
    var lengthMax: Int?
    /// Not empty: one of these is chosen from a list.
    var options: [Option] = []

    init(_ name: String, _ label: String, _ kind: Kind = .text, value: String? = nil) {
        self.name = name
        self.label = label
        type = kind.rawValue
        self.value = kind == .password ? nil : value
    }
}

extension Field: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "isSelect": !options.isEmpty
        case "hasType": options.isEmpty && !isLong
        case "describedBy": describedBy
        case "options" where options.isEmpty: nil
        default: Mirror(reflecting: self).children.first { $0.label == name }.flatMap { Present.value($0.value) }
        }
    }

    /// The ids of what describes the input.
    private var describedBy: String? {
        let parts = [hint.map { _ in "f-\(name)-hint" }, error.map { _ in "f-\(name)-error" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
