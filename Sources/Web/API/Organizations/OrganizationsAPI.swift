import AccessControl
import Basics
import Operations
import Records

/// The one organization that a key belongs to.
enum OrganizationsAPI {
    private static let tag = Phrase(pt: "Clientes", es: "Clientes", en: "Organizations")

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("organizations", ReadOrganizations.self, list) { _, grant in
            let own = try await services.organization(of: grant.scope)
            return Envelope.whole(own.map { [$0] } ?? [], write)
        }
        api.get("organizations/{id}", ReadOrganizations.self, one) { request, grant in
            guard let scope = request.parameters["id"].flatMap(Services.scope(ofOrganization:)), scope == grant.scope,
                let own = try await services.organization(of: grant.scope)
            else { throw Problem.notFound }
            return .json(Envelope.object { write(own, &$0) })
        }
    }

    private static let list = Operation(
        "listOrganizations", tag: tag,
        Phrase(
            pt: "O cliente ao qual a chave pertence.", es: "El cliente al que pertenece la clave.",
            en: "The organization that the key belongs to."),
        answer: .list(of: "Organization"))

    private static let one = Operation(
        "getOrganization", tag: tag, Phrase(pt: "Um cliente.", es: "Un cliente.", en: "One organization."),
        answer: .named("Organization"))

    static let schema = Schema.open([
        Schema.Field("id", .id, required: true), Schema.Field("name", .string(), required: true),
    ])

    private static func write(_ organization: Organization, _ writer: inout JSONWriter) {
        writer.member("id", Services.organizationID(of: organization.scope))
        writer.member("name", organization.name)
    }
}
