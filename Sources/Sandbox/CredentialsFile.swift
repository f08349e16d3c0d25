import Basics
import Foundation
import Synchronization

/// Tells other programs where the sandbox is and which keys it has.
struct CredentialsFile {
    let path: String

    /// Writes a whole file or none, readable by its owner only.
    ///
    /// - Throws: `SandboxError.credentialsNotWritten`.
    func write(baseURL: String, shop: Shop) throws {
        let keys = shop.access.read { access in
            access.keys.filter { $0.id != shop.owner.id }.map { key -> JSON in
                [
                    "label": .string(key.label), "appKey": .string(key.name),
                    "appToken": key.token.reveal { .string($0) },
                    "role": .text(key.roles.first.flatMap(access.role)?.name),
                ]
            }
        }
        let json: JSON = [
            "baseURL": .string(baseURL),
            "vtex": [
                "account": .string(shop.account),
                "owner": ["appKey": .string(shop.owner.name), "appToken": shop.owner.token.reveal { .string($0) }],
                "keys": .array(keys),
            ],
        ]
        let scratch = path + ".\(Tokens.hexadecimal(bytes: 4)).tmp"
        let made = FileManager.default.createFile(
            atPath: scratch, contents: Data(json.bytes + [10]), attributes: [.posixPermissions: 0o600])
        guard made, rename(scratch, path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: scratch)
            throw SandboxError.credentialsNotWritten(path: path, reason: reason)
        }
    }
}
