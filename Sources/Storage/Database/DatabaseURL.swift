import Basics
import CPostgres

/// Where a database is: `sqlite:///absolute/path.db` or `postgres://user:password@host:port/name?sslmode=require`.
///
/// Printing it shows no password.
package struct DatabaseURL: Sendable, Hashable, CustomStringConvertible {
    enum Place: Hashable, Sendable {
        case file(String)
        /// The whole URL, as libpq takes it.
        case server(Secret)
    }

    let place: Place
    /// The file's path, or `user@host:port/name`.
    package let description: String

    package var engine: Engine {
        switch place {
        case .file: .sqlite
        case .server: .postgres
        }
    }

    /// - Throws: `storage.bad_url`; its text repeats nothing of `text` but the scheme.
    package init(parsing text: String) throws(StorageError) {
        guard let colon = text.firstIndex(of: ":") else {
            throw StorageError(.badURL, "", detail: "no scheme")
        }
        let scheme = text[..<colon].lowercased()
        switch scheme {
        case "sqlite":
            let path = try Self.path(in: text[text.index(after: colon)...])
            place = .file(path)
            description = path
        case "postgres", "postgresql":
            description = try PostgresURL.address(of: text)
            place = .server(Secret(text))
        default:
            throw StorageError(.badURL, "", detail: "unknown scheme")
        }
    }

    /// For a file whose path the program knows.
    package init(sqlitePath path: String) {
        place = .file(path)
        description = path
    }

    private static func path(in rest: Substring) throws(StorageError) -> String {
        guard rest.hasPrefix("///") else {
            throw StorageError(.badURL, "", detail: "sqlite: needs three slashes and an absolute path")
        }
        let encoded = rest.dropFirst(2)
        guard encoded.count > 1, !encoded.hasSuffix("/"), !encoded.contains(where: { "?#".contains($0) }) else {
            throw StorageError(.badURL, "", detail: "sqlite: the path of a file and nothing after it")
        }
        var bytes: [UInt8] = []
        var rest = encoded.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let digits = String(rest.prefix(2)),
                let value = UInt8(digits, radix: 16), value != 0
            else { throw StorageError(.badURL, "", detail: "sqlite: % needs two hexadecimal digits") }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
