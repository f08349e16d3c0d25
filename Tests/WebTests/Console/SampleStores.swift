import Basics
import Commerce
import ConnectorKit
import Operations
import Records
import Sync
import Web

/// Connections in the states that they can be in.
enum SampleStores {
    static func connection(_ name: String, _ account: String, _ state: Connection.State = .active) -> Connection {
        Connection(
            id: ConnectionID(stored: "con_01jd000000000000000000000\(account.count % 10)"), platform: "vtex",
            account: account, baseURL: "https://\(account).vtexcommercestable.com.br",
            key: "vtexappkey-\(account)-KJHGFD",
            name: name, timeZone: "America/Sao_Paulo", state: state, createdAt: SamplePages.now - .seconds(1_900_000))
    }

    static func stream(known: Int, isDone: Bool) -> StreamState {
        var state = StreamState()
        state.knownTotal = known
        state.backfillFrom = SampleOrders.moment("2024-11-22T03:00:00Z")
        state.backfillUntil = SamplePages.now - .seconds(900)
        state.backfillDoneAt = isDone ? SamplePages.now - .seconds(86_000) : nil
        state.sweptUntil = SamplePages.now - .seconds(48)
        return state
    }

    static let calm = ConnectionOverview(
        connection: connection("Horizonte São Paulo", "lojahorizonte"), stored: 128_431,
        stream: stream(known: 128_004, isDone: true),
        quota: QuotaUse(usedPerMinute: 212, limitPerMinute: 5000, stoppedUntil: nil))

    static let importing = ConnectionOverview(
        connection: connection("Horizonte Outlet", "horizonteoutlet"), stored: 41_230,
        stream: stream(known: 96_004, isDone: false), parkedOrders: 2, parkedWindows: 1, rate: 71.4,
        quota: QuotaUse(usedPerMinute: 2388, limitPerMinute: 5000, stoppedUntil: SamplePages.now + .seconds(42)))

    static let broken = ConnectionOverview(
        connection: connection(
            "Horizonte Atacado", "horizonteb2b",
            .needsAttention(
                code: "platform.forbidden",
                reason: Phrase(
                    pt: "A VTEX recusou a leitura de pedidos: a chave perdeu um direito (403).",
                    es: "VTEX rechazó la lectura de pedidos: la clave perdió un permiso (403).",
                    en: "VTEX refused to list orders: the key has lost a right (403)."),
                remedy: Phrase(
                    pt: "No perfil de acesso da chave, marque OMS → OMS access → List Orders e verifique de novo.",
                    es:
                        "En el perfil de acceso de la clave, marque OMS → OMS access → List Orders y verifique otra vez.",
                    en: "In the key's role, tick OMS → OMS access → List Orders and check again."))),
        stored: 9_872, stream: stream(known: 9_900, isDone: true))

    /// One of each standing.
    static let standings = [
        StreamStanding(stream: .orders, state: stream(known: 96_004, isDone: false), stored: 41_230),
        StreamStanding(
            stream: .customers, state: stream(known: 18_402, isDone: true), stored: 27_828,
            counts: [.customer: 18_402, .subscriber: 9_114, .cart: 312]),
        StreamStanding(
            stream: .addresses, state: stream(known: 21_977, isDone: false), stored: 7_010,
            counts: [.address: 7_010]),
        StreamStanding(stream: .catalogue, state: nil, stored: 0),
        StreamStanding(stream: .prices, state: refused, stored: 0),
    ]

    private static var refused: StreamState {
        var state = StreamState()
        state.refusal = StreamRefusal(
            code: "platform.forbidden",
            explanation: Phrase(
                pt: "A VTEX recusou a leitura de preços (403).", es: "VTEX rechazó la lectura de precios (403).",
                en: "VTEX refused to read prices (403)."),
            remedy: Phrase(
                pt: "Marque Pricing → Price List → Read prices.", es: "Tilde Pricing → Price List → Read prices.",
                en: "Tick Pricing → Price List → Read prices."), since: SamplePages.now, seenAt: SamplePages.now,
            retryAt: SamplePages.now + .seconds(3600))
        return state
    }

    static let parked = [
        ParkedRead(
            what: .window(
                from: SampleOrders.moment("2025-03-01T03:00:00Z"), until: SampleOrders.moment("2025-03-02T02:59:59Z")),
            reason: Phrase(
                pt: "A plataforma respondeu 500 a esta pergunta.", es: "La plataforma respondió 500 a esta pregunta.",
                en: "The platform answered this question with 500."), attempts: 1, retryAt: nil),
        ParkedRead(
            what: .order("1391830759999-01"),
            reason: Phrase(
                pt: "O pedido não tem total.", es: "El pedido no tiene total.", en: "The order has no total."),
            attempts: 4, retryAt: SamplePages.now + .seconds(3600)),
    ]

    static let listings = [
        ("512834", OrderStatus.shipped, Int64(35_870), "João Gonçalves de Araújo", 0),
        ("512833", .paymentPending, 129_990, "Maria Aparecida dos Santos Figueiredo Albuquerque", 240),
        ("512832", .delivered, 8_990, "Núria Peña", 3_000), ("512831", .canceled, 1_259_900, "Li Wei", 9_000),
        ("512830", .handling, 49_900, "Zoë D’Ávila", 12_000),
    ].map { number, status, total, customer, age in
        OrderListing(
            id: "ord_01jd00000000000000000\(number)", number: number, externalID: "13918307\(number)-01",
            connectionName: "Horizonte São Paulo", status: status, placedAt: SamplePages.now - .seconds(age + 300),
            timeZone: "America/Sao_Paulo", total: SampleOrders.money(total), customer: customer)
    }

    static let days: DayPlot = {
        let last = CivilDate(year: 2026, month: 11, day: 22)
        var random = SeededGenerator(seed: 7)
        let days = (0..<60).compactMap { offset -> DayPlot.Day? in
            let orders = Int.random(in: 0...90, using: &random)
            guard orders > 3 else { return nil }
            return DayPlot.Day(
                date: CivilDate(daysSince1970: last.daysSince1970 - 59 + offset), orders: orders,
                amount: SampleOrders.money(Int64(orders) * Int64.random(in: 9_000...24_000, using: &random)))
        }
        return DayPlot(days: days, from: CivilDate(daysSince1970: last.daysSince1970 - 59), until: last)
    }()

    /// Heard of by hook, with something still to be read.
    static let heard: LiveStanding = {
        var state = LiveState(
            wanted: .hook, mode: .hook, publicURL: "https://ponte.example.com",
            startedAt: SamplePages.now - .seconds(9000))
        state.lastHookAt = SamplePages.now - .seconds(12)
        return LiveStanding(state: state, findings: [], waiting: 3)
    }()

    /// By the sweep alone, because somebody else has the key too.
    static let shared: LiveStanding = {
        let state = LiveState(
            wanted: .feed, mode: .sweep, publicURL: nil, startedAt: SamplePages.now - .seconds(9000))
        let finding = LiveFindings.Noted(
            code: "live.key_shared", since: SamplePages.now - .seconds(600),
            explanation: Phrase(
                pt: "A chave é usada também por outro sistema.", es: "Otro sistema usa la misma clave.",
                en: "Another system uses the same key."),
            remedy: Phrase(
                pt: "Faça uma chave só para o Ponte.", es: "Haga una clave solo para Ponte.",
                en: "Make a key for Ponte alone."))
        return LiveStanding(state: state, findings: [finding], waiting: 0)
    }()

    static let draft = ConnectionOverview(
        connection: connection("Horizonte Novo", "horizontenovo", .draft), stored: 0, stream: nil)
}
