import Basics
import ConnectorKit

/// The address that a sandbox wrote down, and the key with just the rights that Ponte uses.
struct DemoCredentials: Sendable {
    /// Where the sandbox is, without the account's path.
    let server: String
    let baseURL: String
    let pasted: PastedCredential

    /// The first that the store has: a demo that was begun before there was the wider key goes on with the other.
    private static let labels = ["ponte-store", "ponte-orders"]

    /// - Throws: `CommandError` when the file cannot be read.
    init(file: String) throws {
        let bytes = try SmallFile.read(file, sizeMax: 100_000)
        do {
            let root = try JSONDocument(parsing: bytes).root
            var account = ""
            var keys: [String: (key: String, token: String)] = [:]
            try root.with("vtex") { vtex in
                account = try vtex.string("account")
                try vtex.forEach("keys") { entry in
                    keys[try entry.string("label")] = (try entry.string("appKey"), try entry.string("appToken"))
                }
            }
            let credential = Self.labels.lazy.compactMap { keys[$0] }.first ?? ("", "")
            server = try root.string("baseURL")
            baseURL = server + "/vtex/" + account
            pasted = PastedCredential(
                account: account, baseURL: baseURL, key: credential.key, token: Secret(credential.token))
        } catch {
            throw CommandError.damagedDemo(file)
        }
    }
}
