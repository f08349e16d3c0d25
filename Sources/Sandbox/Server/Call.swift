import Basics
import HTTPTypes

/// A request taken apart: what handlers see.
struct Call: Sendable {
    var method: HTTPRequest.Method
    /// Percent-decoded, without the prefix that names the account.
    var segments: [String]
    /// Names in lower case.
    var query: [(name: String, value: String)]
    var headers: HTTPFields
    var body: [UInt8]
    /// By the names in the route's pattern.
    var parameters: [String: String] = [:]
    /// Who asks; nil on public routes and for the control.
    var caller: Caller?
    /// Set by a fault: lists answer a page without rows.
    var wantsEmptyPage = false

    var path: String { "/" + segments.joined(separator: "/") }

    /// The first value of a query field, in any case; nil when it is missing.
    func field(_ name: String) -> String? {
        let wanted = name.lowercased()
        return query.first { $0.name == wanted }?.value
    }

    /// All values of a query field, in their order.
    func fields(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return query.filter { $0.name == wanted }.map(\.value)
    }

    /// The first cookie of that name; nil when there is none.
    func cookie(_ name: String) -> String? {
        for pair in (headers[.cookie] ?? "").split(separator: ";") {
            let sides = pair.split(separator: "=", maxSplits: 1)
            if sides.count == 2, sides[0].drop(while: { $0 == " " }) == name { return String(sides[1]) }
        }
        return nil
    }

    /// A path parameter of the matched route.
    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// The body as JSON; a body that is none is refused with 400.
    func json() throws -> JSONDocument {
        do {
            return try JSONDocument(parsing: body)
        } catch {
            throw Refusal(.badRequest, ["Message": "The request body is not valid JSON"])
        }
    }
}

extension Call {
    /// Splits a target such as `/a/b%20c/?x=1&y=a+b`; empty segments vanish, so trailing slashes do too.
    static func parse(target: String) -> (segments: [String], query: [(name: String, value: String)]) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = parts[0].split(separator: "/").map { PercentCoding.decode($0, plusIsBlank: false) }
        guard parts.count > 1 else { return (segments, []) }
        let query = parts[1].split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                name: PercentCoding.decode(sides[0], plusIsBlank: true).lowercased(),
                value: sides.count > 1 ? PercentCoding.decode(sides[1], plusIsBlank: true) : ""
            )
        }
        return (segments, query)
    }
}

/// Percent-encoding as in addresses.
enum PercentCoding {
    static func decode(_ text: Substring, plusIsBlank: Bool) -> String {
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "%"), source.count >= 2,
                let value = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                source = source.dropFirst(2)
            } else {
                bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
