import Basics
import ConnectorKit
import Operations
import Records
import Sync
import Web

/// Key checks in the states that they can be in.
enum SampleChecks {
    static let tick = PlatformResource(
        product: Phrase(same: "OMS"), category: Phrase(same: "OMS access"), resource: Phrase(same: "List Orders"),
        key: "ListOrders")

    static let guide = KeyGuide(
        wordings: [
            KeyGuide.Wording(
                name: "new", title: Phrase(pt: "Admin atual", es: "Admin actual", en: "Today's admin"),
                steps: [
                    KeyGuide.Step(
                        Phrase(pt: "Crie um perfil", es: "Cree un rol", en: "Make a role"),
                        Phrase(pt: "Marque só isto:", es: "Marque solo esto:", en: "Tick only this:"), ticks: [tick]),
                    KeyGuide.Step(
                        Phrase(pt: "Gere a chave", es: "Genere la clave", en: "Make the key"),
                        Phrase(pt: "Clique em Gerar.", es: "Haga clic en Generar.", en: "Click Generate.")),
                ], changingRole: Phrase(pt: "Perfis de acesso.", es: "Roles de usuario.", en: "User roles.")),
            KeyGuide.Wording(
                name: "old", title: Phrase(pt: "Admin antigo", es: "Admin anterior", en: "Older admin"), steps: [],
                changingRole: Phrase(pt: "Perfis.", es: "Perfiles.", en: "Profiles.")),
        ], before: Phrase(pt: "Leva cinco minutos.", es: "Lleva cinco minutos.", en: "It takes five minutes."))

    private static func entry(_ name: String, _ title: Phrase) -> KeyCheckPlan.Entry {
        KeyCheckPlan.Entry(
            capability: Capability(name), title: title, ticks: [tick], isAsked: true, isOpenToAll: false)
    }

    private static let plan = KeyCheckPlan(
        recipes: [
            Recipe(
                name: "orders", title: Phrase(pt: "Ler pedidos", es: "Leer pedidos", en: "Read orders"),
                needs: [Capability("orders.list"), Capability("orders.read"), Capability("orders.feed")],
                essentials: [Capability("orders.list"), Capability("orders.read")], articleResources: [], notes: [])
        ],
        entries: [
            entry("orders.list", Phrase(pt: "Listar pedidos", es: "Listar pedidos", en: "List orders")),
            entry("orders.read", Phrase(pt: "Ler um pedido", es: "Leer un pedido", en: "Read an order")),
            entry("orders.feed", Phrase(pt: "Fila de pedidos", es: "Cola de pedidos", en: "Order feed")),
            entry("catalog.read", Phrase(pt: "Ler o catálogo", es: "Leer el catálogo", en: "Read the catalogue")),
        ])

    /// - Parameter verdicts: of the four capabilities in order; nil for one that has not been answered.
    static func report(
        _ outcome: KeyCheckRecord.Outcome, _ verdicts: [KeyMatrix.Verdict?], age: Int = 2,
        trouble: KeyCheckRecord.Trouble? = nil, orders: Int? = nil
    ) -> KeyCheckReport {
        let started = SamplePages.now - .seconds(age)
        let survey = orders.map {
            KeyCheckRecord.Survey(total: $0, oldestAt: $0 == 0 ? nil : SamplePages.now - .seconds(60_000_000))
        }
        let record = KeyCheckRecord(
            id: KeyCheckID(stored: "chk_01jd0000000000000000000001"),
            connectionID: SampleStores.draft.connection.id, recipe: "orders", outcome: outcome, startedAt: started,
            deadline: started + .seconds(60), finishedAt: outcome == .running ? nil : SamplePages.now, trouble: trouble,
            survey: survey)
        var standing = KeyMatrix.Standing.accepted
        if outcome == .refused, let trouble { standing = .refused(trouble.reason, remedy: trouble.reason) }
        let answers = zip(plan.entries, verdicts).compactMap { entry, verdict in
            verdict.map { (entry.capability, KeyMatrix.Answer($0, evidence: "200")) }
        }
        return KeyCheckReport(
            record: record,
            matrix: plan.matrix(plan.recipes[0], standing: standing, answers: Dictionary(answers) { $1 }),
            asked: plan.asked,
            estimate: survey.map {
                ImportEstimate($0, limits: QuotaLimits(perMinute: ["orders": 6000]), group: "orders")
            })
    }

    static let lacking = report(.accepted, [.missing, .granted, .missing, .granted])

    static let refused = report(
        .refused, [],
        trouble: KeyCheckRecord.Trouble(
            code: "platform.unauthorised",
            reason: Phrase(
                pt: "A plataforma não conhece o token.", es: "La plataforma no conoce el token.",
                en: "The platform does not know the token."),
            remedy: Phrase(pt: "Gere um token novo.", es: "Genere un token nuevo.", en: "Generate a new token.")))
}
