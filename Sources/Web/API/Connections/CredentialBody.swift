import Basics
import ConnectorKit
import Foundation

/// The bodies that bring a credential.
enum CredentialBody {
    private static let credential = [
        Schema.Field("platform", .string(lengthMax: 50), required: true, "The platform's short name."),
        Schema.Field("account", .string(lengthMax: 300), required: true, "Name or address of the store's account."),
        Schema.Field("baseUrl", .string(lengthMax: 500), "In place of the platform's own address, as for a sandbox."),
        Schema.Field("appKey", .string(lengthMax: 500), required: true),
        Schema.Field("appToken", .string(lengthMax: 2_000), required: true, "Kept encrypted, never shown again."),
        Schema.Field("recipe", .string(lengthMax: 100), "What the key is for; the platform's usual one if left out."),
    ]

    static let checked = Schema.object(credential)

    static let connected = Schema.object(
        credential + [
            Schema.Field("name", .string(lengthMax: 200), "What people call it; the account's name if left out."),
            Schema.Field("timeZone", .string(lengthMax: 64), "IANA name; America/Sao_Paulo if left out."),
            Schema.Field("check", .boolean, "Try the key before anything is stored."),
        ])
}

/// A store as a body names it.
struct WantedStore: Sendable {
    let platform: String
    let pasted: PastedCredential
    let recipe: String?
    let name: String?
    let timeZone: String
    let checks: Bool

    /// - Throws: `Problem` that names the field.
    init(reading request: WebRequest, _ schema: Schema) throws {
        let body = try request.json(schema).root
        platform = try body.string("platform")
        pasted = PastedCredential(
            account: try body.string("account"), baseURL: try body.optionalString("baseUrl"),
            key: try body.string("appKey"), token: Secret(try body.string("appToken")))
        recipe = try body.optionalString("recipe")
        name = try body.optionalString("name")
        timeZone = try body.optionalString("timeZone") ?? "America/Sao_Paulo"
        checks = try body.optionalBool("check") ?? false
        guard TimeZone(identifier: timeZone) != nil else { throw Problem.badBody([.unreadable("timeZone")]) }
        if let name, name.allSatisfy(\.isWhitespace) { throw Problem.badBody([.missing("name")]) }
    }
}
