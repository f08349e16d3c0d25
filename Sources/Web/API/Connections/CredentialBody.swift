import Basics
import ConnectorKit
import Foundation

/// The bodies that bring a credential.
enum CredentialBody {
    private static let credential = [
        Schema.Field(
            "platform", .string(lengthMax: 50), required: true,
            Phrase(
                pt: "O nome curto da plataforma.", es: "El nombre corto de la plataforma.",
                en: "The platform's short name.")),
        Schema.Field(
            "account", .string(lengthMax: 300), required: true,
            Phrase(
                pt: "Nome ou endereço da conta da loja.", es: "Nombre o dirección de la cuenta de la tienda.",
                en: "Name or address of the store's account.")),
        Schema.Field(
            "baseUrl", .string(lengthMax: 500),
            Phrase(
                pt: "No lugar do endereço da própria plataforma, como para um simulador.",
                es: "En lugar de la dirección de la propia plataforma, como para un simulador.",
                en: "In place of the platform's own address, as for a sandbox.")),
        Schema.Field("appKey", .string(lengthMax: 500), required: true),
        Schema.Field(
            "appToken", .string(lengthMax: 2_000), required: true,
            Phrase(
                pt: "Guardado cifrado e nunca mais mostrado.", es: "Se guarda cifrado y no se vuelve a mostrar.",
                en: "Kept encrypted, never shown again.")),
        Schema.Field(
            "recipe", .string(lengthMax: 100),
            Phrase(
                pt: "Para que serve a chave; se omitido, a receita usual da plataforma.",
                es: "Para qué es la clave; si se omite, la receta habitual de la plataforma.",
                en: "What the key is for; the platform's usual one if left out.")),
    ]

    static let checked = Schema.object(credential)

    static let connected = Schema.object(
        credential + [
            Schema.Field(
                "name", .string(lengthMax: 200),
                Phrase(
                    pt: "Como as pessoas a chamam; se omitido, o nome da conta.",
                    es: "Cómo la llaman las personas; si se omite, el nombre de la cuenta.",
                    en: "What people call it; the account's name if left out.")),
            Schema.Field(
                "timeZone", .string(lengthMax: 64),
                Phrase(
                    pt: "Nome IANA; se omitido, America/Sao_Paulo.", es: "Nombre IANA; si se omite, America/Sao_Paulo.",
                    en: "IANA name; America/Sao_Paulo if left out.")),
            Schema.Field(
                "check", .boolean,
                Phrase(
                    pt: "Testar a chave antes de guardar qualquer coisa.", es: "Probar la clave antes de guardar nada.",
                    en: "Try the key before anything is stored.")),
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
