import Basics
import Commerce

/// The shapes that several operations share, by name.
package enum SharedSchemas {
    package static var names: [String] { all.map(\.name) }

    static let all: [(name: String, schema: Schema)] = [
        ("Organization", OrganizationsAPI.schema),
        ("Connection", ConnectionJSON.schema),
        ("Attention", ConnectionJSON.attentionSchema), ("Live", ConnectionJSON.liveSchema),
        ("LiveFinding", ConnectionJSON.findingSchema),
        ("Stream", StreamsAPI.schema),
        ("ParkedOrder", StreamsAPI.parkedSchema),
        ("Reconciliation", StatementJSON.schema),
        ("StatementLine", StatementJSON.lineSchema),
        ("StatementDifference", StatementJSON.differenceSchema),
        ("Order", order),
        ("Record", RecordsAPI.schema), ("Decision", PeopleAPI.schema),
        ("Money", money),
        ("Change", change),
        ("DailyTotal", TotalsAPI.schema),
        ("AuditEntry", AuditAPI.schema),
        ("Problem", problem),
    ]

    private static let money = Schema.open([
        Schema.Field(
            "amount", .integer(Int64.min...Int64.max), required: true,
            Phrase(
                pt: "Em unidades de 10 elevado a menos `scale`.", es: "En unidades de 10 elevado a menos `scale`.",
                en: "In units of 10 to the minus `scale`.")),
        Schema.Field("currency", .string(lengthMax: 3), required: true),
        Schema.Field("scale", .integer(0...18), required: true),
    ])

    private static let order = Schema.open([
        Schema.Field("id", .id, required: true), Schema.Field("connection", .id, required: true),
        Schema.Field(
            "version", .integer(1...Int64.max), required: true,
            Phrase(pt: "Aumenta a cada mudança.", es: "Aumenta con cada cambio.", en: "Raised by every change.")),
        Schema.Field("schema", .string(), required: true), Schema.Field("externalId", .string(), required: true),
        Schema.Field("status", .string(oneOf: OrderStatus.allCases.map(\.rawValue)), required: true),
        Schema.Field("placedAt", .instant, required: true), Schema.Field("changedAt", .instant, required: true),
        Schema.Field(
            "person", .open([]),
            Phrase(
                pt: "Tudo sobre a pessoa; omitido para chaves sem `people.read`.",
                es: "Todo sobre la persona; se omite para claves sin `people.read`.",
                en: "Everything about the person; left out for keys without `people.read`.")),
    ])

    private static let change = Schema.open([
        Schema.Field(
            "number", .integer(1...Int64.max), required: true,
            Phrase(
                pt: "Sem lacunas dentro do cliente.", es: "Sin huecos dentro del cliente.",
                en: "Without gaps within the organization.")),
        Schema.Field(
            "record",
            .open([
                Schema.Field("kind", .string(), required: true), Schema.Field("id", .id, required: true),
                Schema.Field("version", .integer(1...Int64.max), required: true),
            ]), required: true),
        Schema.Field("connection", .id),
        Schema.Field("cause", .string(oneOf: ["platform", "remap", "merge", "erase", "app"]), required: true),
        Schema.Field("occurredAt", .instant, required: true), Schema.Field("recordedAt", .instant, required: true),
        Schema.Field(
            "facts",
            .array(
                of: .open([
                    Schema.Field("field", .string(), required: true), Schema.Field("from", .string()),
                    Schema.Field("to", .string()),
                ])), required: true),
    ])

    private static let problem = Schema.open([
        Schema.Field("type", .string(), required: true), Schema.Field("title", .string(), required: true),
        Schema.Field("status", .integer(400...599), required: true), Schema.Field("detail", .string()),
        Schema.Field(
            "code", .string(), required: true,
            Phrase(
                pt: "Estável: é por ele que os programas decidem.", es: "Estable: por él deciden los programas.",
                en: "Stable: what programs decide by.")),
        Schema.Field("requestId", .string(), required: true),
        Schema.Field(
            "errors",
            .array(
                of: .open([
                    Schema.Field("field", .string(), required: true), Schema.Field("code", .string(), required: true),
                    Schema.Field("detail", .string(), required: true),
                ]))),
    ])
}
