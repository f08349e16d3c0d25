import Basics
import ConnectorKit

/// The address that a sandbox wrote down, and the key with just the rights that Ponte uses.
struct DemoCredentials: Sendable {
    /// Where the sandbox is, without the account's path.
    let server: String
    let baseURL: String
    let pasted: PastedCredential

    private static let label = "ponte-orders"

    /// - Throws: `CommandError` when the file cannot be read.
    init(file: String) throws {
        let bytes = try SmallFile.read(file, sizeMax: 100_000)
        do {
            let root = try JSONDocument(parsing: bytes).root
            var account = ""
            var key = ""
            var token = ""
            try root.with("vtex") { vtex in
                account = try vtex.string("account")
                try vtex.forEach("keys") { entry in
                    guard try entry.string("label") == Self.label else { return }
                    key = try entry.string("appKey")
                    token = try entry.string("appToken")
                }
            }
            server = try root.string("baseURL")
            baseURL = server + "/vtex/" + account
            pasted = PastedCredential(account: account, baseURL: baseURL, key: key, token: Secret(token))
        } catch {
            throw CommandError.damagedDemo(file)
        }
    }
}
