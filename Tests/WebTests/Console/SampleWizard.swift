import AccessControl
import Basics
import ConnectorKit
import Operations
import Records
import Storage
import Web

/// The steps of connecting a store, in the states that they can be in.
enum SampleWizard {
    typealias Sample = SamplePages.Sample

    static let platform = PlatformProfile(
        name: "vtex", title: "VTEX",
        summary: Phrase(pt: "Lojas na VTEX.", es: "Tiendas en VTEX.", en: "Stores on VTEX."))

    static func pages(_ reader: Reader) -> [Sample] {
        forms(reader) + checks(reader) + handIns(reader)
    }

    private static func frame(_ reader: Reader) -> Frame { SamplePages.frame(reader, .connections) }

    private static func forms(_ reader: Reader) -> [Sample] {
        let refused = ConnectPage(
            platform: platform, guide: SampleChecks.guide,
            draft: ConnectPage.Draft(account: "horizonte", key: "k", baseURL: "http://127.0.0.1:1/x"),
            connection: "con_01jd0000000000000000000009", hasToken: true,
            error: IntakeError(
                code: "x", field: .baseURL,
                explanation: Phrase(
                    pt: "O endereço não é um.", es: "La dirección no lo es.", en: "The address is none."), remedy: nil),
            notice: Notice(.bad, "401", remedy: "?", link: Notice.Link("Horizonte", to: "/")))
        return [
            Sample(
                name: "platforms", page: PlatformsPage(platforms: [platform], coming: [platform, platform]),
                frame: frame(reader)),
            Sample(
                name: "connect", page: ConnectPage(platform: platform, guide: SampleChecks.guide), frame: frame(reader)),
            Sample(name: "connect-refused", page: refused, frame: frame(reader)),
            Sample(
                name: "discard",
                page: ConnectionDeeds.discard(SampleStores.draft.connection, client: SamplePages.shop.id, for: reader),
                frame: frame(reader)),
        ]
    }

    private static func checks(_ reader: Reader) -> [Sample] {
        let trouble = KeyCheckRecord.Trouble(
            code: "platform.unreachable",
            reason: Phrase(pt: "Sem resposta.", es: "Sin respuesta.", en: "No answer."), remedy: nil)
        let states: [(String, KeyCheckReport?)] = [
            ("never", nil), ("begun", SampleChecks.report(.running, [])),
            ("running", SampleChecks.report(.running, [.granted, nil, nil, .missing])),
            ("stale", SampleChecks.report(.running, [.granted], age: 90)), ("lacking", SampleChecks.lacking),
            ("open", SampleChecks.report(.accepted, [.unknown, .granted, .granted, .missing])),
            ("nearly", SampleChecks.report(.accepted, [.granted, .granted, .missing, .missing], orders: 96_004)),
            ("excess", SampleChecks.report(.accepted, [.granted, .granted, .granted, .granted], orders: 0)),
            ("good", SampleChecks.report(.accepted, [.granted, .granted, .granted, .missing])),
            ("refused", SampleChecks.refused), ("failed", SampleChecks.report(.failed, [.granted], trouble: trouble)),
        ]
        let drafts = states.map { name, report in
            Sample(
                name: "check-\(name)",
                page: CheckPage(
                    connection: SampleStores.draft.connection, report: report, guide: SampleChecks.guide),
                frame: frame(reader))
        }
        let live = CheckPage(
            connection: SampleStores.calm.connection, report: SampleChecks.lacking, guide: SampleChecks.guide)
        var refreshed = frame(reader)
        refreshed.refreshSeconds = 3
        return drafts + [Sample(name: "check-live", page: live, frame: refreshed)]
    }

    private static func link(age: Int, openedAge: Int? = nil) -> OneTimeLink {
        OneTimeLink(
            id: LinkID(stored: "lnk_01jd0000000000000000000001"),
            scope: OrganizationScope(OrganizationID(stored: SamplePages.shop.id)), purpose: .handInCredential,
            subject: "con_1", payload: "", createdAt: SamplePages.now - .seconds(age),
            expiresAt: SamplePages.now - .seconds(age) + .seconds(86_400),
            openedAt: openedAge.map { SamplePages.now - .seconds($0) })
    }

    private static func handIns(_ reader: Reader) -> [Sample] {
        let bare = Connection(
            id: SampleStores.draft.connection.id, platform: "vtex", account: "horizontenovo",
            baseURL: "https://x.example",
            key: "", name: "Horizonte Novo", timeZone: "America/Sao_Paulo", state: .draft, createdAt: SamplePages.now)
        let asking = HandInLinkPage.Asking(
            client: SamplePages.shop.name, store: "Horizonte Novo", account: "VTEX · horizontenovo",
            expiresAt: SamplePages.now + .seconds(80_000))
        let waits: [(String, HandInPage)] = [
            ("none", HandInPage(connection: bare, link: nil)),
            ("made", HandInPage(connection: bare, link: link(age: 0), address: "https://ponte.example/hand-in/abc")),
            ("waiting", HandInPage(connection: SampleStores.calm.connection, link: link(age: 600))),
            ("come", HandInPage(connection: SampleStores.draft.connection, link: link(age: 600, openedAge: 30))),
            ("expired", HandInPage(connection: bare, link: link(age: 90_000))),
        ]
        let links: [(String, HandInLinkPage.State)] = [
            ("open", .open(asking, guide: SampleChecks.guide, key: "", error: nil, notice: nil)),
            (
                "refused",
                .open(asking, guide: nil, key: "k", error: nil, notice: Notice(.bad, "401", remedy: "?"))
            ),
            ("taken", .taken(asking, SampleChecks.lacking, guide: SampleChecks.guide)),
            ("opened", .opened(at: SamplePages.now)), ("gone", .gone),
        ]
        return waits.map { Sample(name: "hand-in-\($0)", page: $1, frame: frame(reader)) }
            + links.map { name, state in
                var plain = SamplePages.plainFrame(reader, "/hand-in/abc")
                plain.isWide = true
                return Sample(
                    name: "hand-in-link-\(name)", page: HandInLinkPage(state: state, path: "/hand-in/abc"), frame: plain
                )
            }
    }
}
