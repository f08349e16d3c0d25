import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records

/// What a person says about which customers are one person.
enum PeopleAPI {
    private static let tag = Phrase(pt: "Pessoas", es: "Personas", en: "People")

    /// The kinds that `joinedBy` names.
    static let joining = IdentityKey.Kind.allCases.filter { $0.strength != .trait }.map(\.rawValue)

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.post("customers/{id}/separate", ManagePeople.self, separate) { request, grant in
            try await answer(request, grant) {
                try await services.separatePerson($0, of: grant.scope, by: grant.actor)
            }
        }
        api.post("customers/{id}/unite", ManagePeople.self, unite) { request, grant in
            try await answer(request, grant) {
                try await services.unitePerson($0, of: grant.scope, by: grant.actor)
            }
        }
    }

    private static func answer(
        _ request: WebRequest, _ grant: Grant<ManagePeople>, _ deed: (RecordID) async throws -> Int?
    ) async throws -> Answer {
        try request.expectNoBody()
        let id = try request.parameters.id("id", StoredRecordIDs.self)
        guard let count = try await deed(id) else { throw Problem.notFound }
        return .json(Envelope.object { $0.member("customers", count) })
    }

    private static let separate = Operation(
        "separateCustomer", tag: tag,
        Phrase(
            pt:
                "Diz que um cliente não é a mesma pessoa que os outros com quem foi unido, seja o que for que tenham em comum.",
            es:
                "Dice que un cliente no es la misma persona que los otros con quienes se unió, tengan lo que tengan en común.",
            en: "Says that a customer is not one person with those it was joined to, whatever they have in common."),
        body: nil, answer: .named("Decision"), takesIdempotencyKey: true)

    private static let unite = Operation(
        "uniteCustomer", tag: tag,
        Phrase(
            pt: "Retira o que foi dito: o que têm em comum vale de novo.",
            es: "Retira lo dicho: lo que tienen en común vuelve a valer.",
            en: "Takes back what was said: what they have in common counts again."),
        body: nil, answer: .named("Decision"), takesIdempotencyKey: true)

    static let schema = Schema.open([
        Schema.Field(
            "customers", .integer(0...Int64.max), required: true,
            Phrase(
                pt: "De quantos outros se tratou; 0 quando não havia nenhum.",
                es: "De cuántos otros se trató; 0 cuando no había ninguno.",
                en: "How many others it was about; 0 when there were none."))
    ])
}
