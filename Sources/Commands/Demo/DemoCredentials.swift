import Basics
import ConnectorKit

/// The address and the owner's key that a sandbox wrote down.
struct DemoCredentials: Sendable {
    let baseURL: String
    let pasted: PastedCredential

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
                try vtex.with("owner") { owner in
                    key = try owner.string("appKey")
                    token = try owner.string("appToken")
                }
            }
            baseURL = try root.string("baseURL") + "/vtex/" + account
            pasted = PastedCredential(account: account, baseURL: baseURL, key: key, token: Secret(token))
        } catch {
            throw CommandError.damagedDemo(file)
        }
    }
}
