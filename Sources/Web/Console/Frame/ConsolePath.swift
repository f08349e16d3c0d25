/// The console's addresses: pages link through this type, so that a route that moves leaves no dead link.
package enum ConsolePath {
    package static let home = "/"
    package static let signIn = "/sign-in"
    package static let signOut = "/sign-out"
    package static let setUp = "/set-up"
    package static let language = "/language"
    package static let clients = "/clients"
    package static let settings = "/settings"
    package static let settingsAppearance = "/settings/appearance"
    package static let settingsPassword = "/settings/password"
    package static let settingsSessions = "/settings/sessions"
    package static let members = "/settings/members"

    package static func member(_ id: String) -> String { "/settings/members/\(id)" }

    /// A client's overview, and the beginning of everything of his.
    package static func client(_ id: String) -> String { "/o/\(id)" }
    package static func connections(_ client: String) -> String { "/o/\(client)/connections" }
    package static func newConnection(_ client: String) -> String { "/o/\(client)/connections/new" }

    /// The form for a store of one platform.
    package static func newConnection(_ client: String, _ platform: String) -> String {
        "/o/\(client)/connections/new/\(platform)"
    }

    package static func connection(_ client: String, _ id: String) -> String { "/o/\(client)/connections/\(id)" }

    /// A deed or a part of a connection's page, as in `pause`, `live`.
    package static func connection(_ client: String, _ id: String, _ part: String) -> String {
        "/o/\(client)/connections/\(id)/\(part)"
    }

    package static func orders(_ client: String) -> String { "/o/\(client)/orders" }
    package static func order(_ client: String, _ id: String) -> String { "/o/\(client)/orders/\(id)" }
    package static func orderSource(_ client: String, _ id: String) -> String { "/o/\(client)/orders/\(id)/source" }
    package static func records(_ client: String, _ kind: String) -> String { "/o/\(client)/records/\(kind)" }
    package static func record(_ client: String, _ kind: String, _ id: String) -> String {
        "/o/\(client)/records/\(kind)/\(id)"
    }
    package static func activity(_ client: String) -> String { "/o/\(client)/activity" }
    package static func keys(_ client: String) -> String { "/o/\(client)/keys" }
    package static func key(_ client: String, _ id: String) -> String { "/o/\(client)/keys/\(id)" }

    /// Where a new key's token is shown once.
    package static func keyLink(_ token: String) -> String { "/key/\(token)" }

    /// Where somebody who is no member hands a store's key in.
    package static func handInLink(_ token: String) -> String { "/hand-in/\(token)" }

    /// `path?a=1&b=2` with the values percent-encoded; pairs without a value are left out.
    package static func query(_ path: String, _ pairs: [(String, String?)]) -> String {
        let text = pairs.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(name)=\(encoded($0))" }
        }.joined(separator: "&")
        return text.isEmpty ? path : "\(path)?\(text)"
    }

    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
