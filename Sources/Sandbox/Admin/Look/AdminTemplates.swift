import Mustache

/// The templates of screens and shop window, from within the program.
struct AdminTemplates: Sendable {
    private let library: MustacheLibrary

    /// - Throws: What is wrong with a template.
    init() throws {
        MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
        var library = MustacheLibrary()
        for (name, bytes) in Self.files {
            let text = String(decoding: bytes, as: UTF8.self)
            try library.register("{{% CONTENT_TYPE: \(MarkupText.name)}}" + text, named: name)
        }
        self.library = library
    }

    /// Every variable is escaped, unless the template has it in three braces.
    func render(_ name: String, _ values: [String: Any]) -> String {
        guard let text = library.render(values, withTemplate: name) else {
            preconditionFailure("no template is called \(name)")
        }
        return text
    }

    private static let files = screens + ShopFile.templates

    private static let screens: [(String, [UInt8])] = [
        ("confirm", PackageResources.confirm_mustache), ("faults", PackageResources.faults_mustache),
        ("frame", PackageResources.frame_mustache), ("home", PackageResources.home_mustache),
        ("key", PackageResources.key_mustache), ("key-form", PackageResources.key_form_mustache),
        ("keys", PackageResources.keys_mustache), ("account", PackageResources.account_mustache),
        ("order", PackageResources.order_mustache), ("orders", PackageResources.orders_mustache),
        ("problem", PackageResources.problem_mustache), ("role-form", PackageResources.role_form_mustache),
        ("roles", PackageResources.roles_mustache), ("token", PackageResources.token_mustache),
        ("user", PackageResources.user_mustache), ("users", PackageResources.users_mustache),
    ]
}

/// Escapes scalar by scalar.
///
/// The library's own escaping goes by characters, and a quotation mark with a combining accent is another character than
/// a quotation mark: it would pass, and end an attribute.
private struct MarkupText: MustacheContentType {
    static let name = "MARKUP"

    func escapeText(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
