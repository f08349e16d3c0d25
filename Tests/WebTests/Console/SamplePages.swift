import Basics
import Commerce
import ConnectorKit
import Records
import Sync
import Web

/// Every page of the console in every state that it has, with sample values.
enum SamplePages {
    struct Sample: Sendable {
        let name: String
        let page: any ConsolePage
        let frame: Frame
    }

    static let now = SampleOrders.moment("2026-11-22T15:04:00Z")
    static let shop = FrameClient(id: "org_01jd0000000000000000000001", name: "Lojas Horizonte")

    static func all(_ language: Language, _ theme: Theme = .system) -> [Sample] {
        let reader = Reader(language: language, theme: theme, timeZone: "America/Sao_Paulo", now: now)
        return strangers(reader) + clientPages(reader) + settingsPages(reader)
    }

    /// For somebody who has not signed in.
    static func plainFrame(_ reader: Reader, _ path: String) -> Frame {
        Frame(reader: reader, path: path, csrfToken: "form-token")
    }

    static func frame(
        _ reader: Reader, _ place: Place?, abilities: Abilities = .all, clients: Int = 2, client: FrameClient? = shop
    ) -> Frame {
        Frame(
            reader: reader, path: "/", csrfToken: "form-token",
            member: FrameMember(name: "Ana Beatriz Vasconcelos", email: "ana@horizonte.example"), client: client,
            clients: clients > 1
                ? [shop, FrameClient(id: "org_01jd0000000000000000000002", name: "Casa Aurora")] : [shop],
            abilities: abilities, place: place)
    }

    private static func strangers(_ reader: Reader) -> [Sample] {
        var typed = SetUpPage(code: "4821", name: "Ana", email: "ana@")
        typed.errors = ["email": Phrase(pt: "Falta o domínio.", es: "Falta el dominio.", en: "The domain is missing.")]
        let refused = Notice(
            .bad,
            Phrase(
                pt: "E-mail ou senha não conferem.", es: "El correo o la contraseña no coinciden.",
                en: "E-mail or password do not match.")[reader.language])
        return [
            Sample(name: "sign-in", page: SignInPage(), frame: plainFrame(reader, "/sign-in")),
            Sample(
                name: "sign-in-refused", page: SignInPage(email: "ana@horizonte.example", notice: refused, back: "/"),
                frame: plainFrame(reader, "/sign-in")),
            Sample(name: "set-up", page: SetUpPage(), frame: plainFrame(reader, "/set-up")),
            Sample(name: "set-up-refused", page: typed, frame: plainFrame(reader, "/set-up")),
        ]
            + [
                ("not-found", .notFound), ("forbidden", .forbidden), ("failed", .internalError),
                ("too-many", .tooManyTries), ("signed-out", .signedOut), ("other", .other),
            ].map { (name: String, kind: ProblemPage.Kind) in
                Sample(
                    name: "problem-\(name)", page: ProblemPage(kind: kind, requestID: "req_7f3a91c2"),
                    frame: kind == .notFound || kind == .forbidden ? frame(reader, nil) : plainFrame(reader, "/x"))
            }
    }

    private static func clientPages(_ reader: Reader) -> [Sample] {
        let home = HomePage(
            connections: [SampleStores.broken, SampleStores.importing, SampleStores.calm],
            recentOrders: SampleStores.listings,
            today: HomePage.DayFigures(orders: 48, amounts: [SampleOrders.money(1_284_590)]))
        let calm = HomePage(
            connections: [SampleStores.calm], recentOrders: SampleStores.listings,
            today: HomePage.DayFigures(orders: 48, amounts: [SampleOrders.money(1_284_590)]))
        let looking: Abilities = [.seeActivity]
        let narrow = OrdersQuery(text: "joao goncalves", status: .shipped)
        let stores = [("con_1", "Horizonte São Paulo"), ("con_2", "Horizonte Outlet")].map { (id: $0.0, name: $0.1) }
        let orders = OrdersPage(
            orders: SampleStores.listings, query: OrdersQuery(), next: "abc", count: .moreThan(10_000),
            connections: stores)
        let found = OrdersPage(
            orders: Array(SampleStores.listings.prefix(1)), query: narrow, count: .exactly(1), connections: stores,
            isImporting: true)
        return [
            Sample(name: "home", page: home, frame: frame(reader, .home)),
            Sample(name: "home-calm", page: calm, frame: frame(reader, .home, abilities: looking, clients: 1)),
            Sample(
                name: "home-empty", page: HomePage(connections: [], recentOrders: [], today: nil),
                frame: frame(reader, .home, clients: 1)),
            Sample(
                name: "connections", page: ConnectionsPage(connections: home.connections + [SampleStores.draft]),
                frame: frame(reader, .connections)),
            Sample(
                name: "connections-empty", page: ConnectionsPage(connections: []),
                frame: frame(reader, .connections, abilities: looking)),
            Sample(name: "orders", page: orders, frame: frame(reader, .orders)),
            Sample(name: "orders-found", page: found, frame: frame(reader, .orders)),
            Sample(name: "orders-reader", page: orders, frame: frame(reader, .orders, abilities: looking)),
            Sample(
                name: "orders-none",
                page: OrdersPage(orders: [], query: narrow, count: .exactly(0), connections: stores),
                frame: frame(reader, .orders)),
            Sample(
                name: "orders-empty", page: OrdersPage(orders: [], query: OrdersQuery(), connections: []),
                frame: frame(reader, .orders)),
        ] + connectionPages(reader) + SampleStatements.pages(reader) + SampleWizard.pages(reader) + orderPages(reader)
            + SampleRecords.pages(reader)
            + SampleActivity.pages(reader)
    }

    private static func connectionPages(_ reader: Reader) -> [Sample] {
        let importing = ConnectionPage(
            overview: SampleStores.importing, parked: SampleStores.parked, lastCheck: SampleChecks.lacking,
            days: SampleStores.days, live: SampleStores.shared, standings: SampleStores.standings)
        let broken = ConnectionPage(overview: SampleStores.broken, lastCheck: SampleChecks.refused)
        return [
            Sample(name: "connection", page: importing, frame: frame(reader, .connections)),
            Sample(name: "connection-broken", page: broken, frame: frame(reader, .connections)),
            Sample(
                name: "connection-reader",
                page: ConnectionPage(
                    overview: SampleStores.calm, days: SampleStores.days, live: SampleStores.heard),
                frame: frame(reader, .connections, abilities: [.seeActivity])),
            Sample(
                name: "connection-pause",
                page: ConnectionDeeds.pause(SampleStores.calm.connection, client: shop.id, for: reader),
                frame: frame(reader, .connections)),
            Sample(
                name: "connection-rerun",
                page: ConnectionDeeds.rerun(SampleStores.calm.connection, client: shop.id, for: reader),
                frame: frame(reader, .connections)),
            Sample(
                name: "connection-credential",
                page: CredentialPage(
                    connection: SampleStores.calm.connection,
                    error: IntakeError(
                        code: "x", field: .token,
                        explanation: Phrase(
                            pt: "O token está cortado.", es: "El token está cortado.", en: "The token is cut short."),
                        remedy: nil)),
                frame: frame(reader, .connections)),
        ]
    }

    private static func orderPages(_ reader: Reader) -> [Sample] {
        func page(_ order: Order, _ tab: OrderPage.Tab = .order) -> OrderPage {
            OrderPage(
                id: "ord_01jd0000000000000000000001", version: 4, order: order,
                connection: SampleStores.calm.connection, changes: SampleOrders.changes, tab: tab,
                source: OrderPage.Source(text: "{\n  \"orderId\": \"1391830751234-01\"\n}", fetchedAt: now, older: 3),
                canonical: "{\n  \"externalID\": \"1391830751234-01\"\n}")
        }
        var withoutPerson = SampleOrders.full
        withoutPerson.person = nil
        return [
            Sample(name: "order", page: page(SampleOrders.full), frame: frame(reader, .orders)),
            Sample(name: "order-source", page: page(SampleOrders.full, .source), frame: frame(reader, .orders)),
            Sample(name: "order-canonical", page: page(SampleOrders.full, .canonical), frame: frame(reader, .orders)),
            Sample(
                name: "order-reader", page: page(withoutPerson),
                frame: frame(reader, .orders, abilities: [.seeActivity])),
            Sample(name: "order-hostile", page: page(SampleOrders.hostileOrder), frame: frame(reader, .orders)),
        ]
    }

    private static func settingsPages(_ reader: Reader) -> [Sample] {
        let installation = SettingsPage.Installation(version: "0.1.0", database: "SQLite", publicURL: nil)
        let sessions = [
            SettingsPage.Session(startedAt: now - .seconds(7200), lastSeenAt: now, isThisOne: true),
            SettingsPage.Session(
                startedAt: now - .seconds(800_000), lastSeenAt: now - .seconds(90_000), isThisOne: false),
        ]
        let clients = [
            ClientsPage.Entry(client: shop, connections: 3, needAttention: 1),
            ClientsPage.Entry(client: FrameClient(id: "org_2", name: "Casa Aurora"), connections: 0, needAttention: 0),
        ]
        return [
            Sample(
                name: "settings", page: SettingsPage(sessions: sessions, installation: installation),
                frame: frame(reader, .settings)),
            Sample(
                name: "settings-reader", page: SettingsPage(sessions: [sessions[0]], installation: installation),
                frame: frame(reader, .settings, abilities: [.seeActivity], clients: 1)),
            Sample(name: "clients", page: ClientsPage(clients: clients), frame: frame(reader, nil, client: nil)),
            Sample(
                name: "clients-empty", page: ClientsPage(clients: []),
                frame: frame(reader, nil, clients: 1, client: nil)),
            Sample(name: "members", page: SampleAccess.members, frame: frame(reader, .settings)),
            Sample(name: "keys", page: SampleAccess.keys, frame: frame(reader, .settings)),
            Sample(
                name: "keys-empty", page: KeysPage(keys: [], permissions: SampleAccess.permissions),
                frame: frame(reader, .settings)),
        ]
    }
}
