import Basics
import Web

/// Members, keys and what was done.
enum SampleAccess {
    static let permissions = [
        "organizations.read", "connections.read", "connections.manage", "orders.read", "records.read", "people.read",
        "people.manage", "changes.read", "totals.read", "audit.read",
    ]

    static let members = MembersPage(members: [
        MembersPage.Entry(
            id: "mem_1", name: "Ana Beatriz Vasconcelos", email: "ana@horizonte.example", isOwner: true, isActive: true,
            isMe: true, lastSignInAt: SamplePages.now - .seconds(40)),
        MembersPage.Entry(
            id: "mem_2", name: "Rodrigo", email: "rodrigo.contabilidade@horizonte-distribuidora.example",
            isOwner: false,
            isActive: true, isMe: false, lastSignInAt: SamplePages.now - .seconds(400_000)),
        MembersPage.Entry(
            id: "mem_3", name: "Camila", email: "camila@horizonte.example", isOwner: false, isActive: false,
            isMe: false,
            lastSignInAt: nil),
    ])

    static let keys = KeysPage(
        keys: [
            KeysPage.Entry(
                id: "key_01jd0000000000000000000001", label: "ERP da matriz",
                permissions: ["connections.read", "orders.read", "people.read", "changes.read"], isActive: true,
                isExpired: false, createdAt: SamplePages.now - .seconds(900_000),
                expiresAt: SamplePages.now + .seconds(9_000_000),
                lastUsedAt: SamplePages.now - .seconds(30)),
            KeysPage.Entry(
                id: "key_01jd0000000000000000000002", label: "BI", permissions: ["totals.read"], isActive: false,
                isExpired: false, createdAt: SamplePages.now - .seconds(2_000_000), expiresAt: nil, lastUsedAt: nil),
        ], permissions: permissions,
        errors: ["label": Phrase(pt: "Diga para que é.", es: "Diga para qué es.", en: "Say what it is for.")],
        link: "https://ponte.horizonte.example/once/8Jq2ZpUuXy3vT4wA9bC0dE1fG2hI3jK4lM5nO6pQ7rS")
}

enum SampleActivity {
    static func pages(_ reader: Reader) -> [SamplePages.Sample] {
        let page = ActivityPage(
            entries: entries, next: 12, verdict: .whole(entries: 1_204),
            checkedAt: SamplePages.now - .seconds(7_200), newEntries: 3,
            actors: [("member:mem_1", "Ana Beatriz Vasconcelos"), ("system:sync", "Ponte")].map {
                (id: $0.0, name: $0.1)
            })
        let broken = ActivityPage(
            entries: [], query: ActivityPage.Query(object: "key"),
            verdict: .broken(
                Phrase(
                    pt: "O registro 7 foi alterado.", es: "La entrada 7 fue alterada.", en: "Entry 7 was edited.")))
        return [
            SamplePages.Sample(name: "activity", page: page, frame: SamplePages.frame(reader, .activity)),
            SamplePages.Sample(
                name: "activity-unchecked", page: ActivityPage(entries: entries, verdict: .unchecked),
                frame: SamplePages.frame(reader, .activity)),
            SamplePages.Sample(name: "activity-broken", page: broken, frame: SamplePages.frame(reader, .activity)),
        ]
    }

    private static var entries: [ActivityPage.Entry] {
        func entry(
            _ number: Int64, _ actor: String, _ name: String?, _ action: String, _ subject: String?,
            _ details: [ActivityPage.Entry.Detail]
        ) -> ActivityPage.Entry {
            ActivityPage.Entry(
                number: number, at: SamplePages.now - .seconds((20 - number) * 4_000), actor: actor, actorName: name,
                action: action, subject: "con_01jd0000000000000000000003", subjectName: subject, details: details)
        }
        func detail(_ field: String, _ before: String?, _ after: String?) -> ActivityPage.Entry.Detail {
            ActivityPage.Entry.Detail(field: field, before: before, after: after)
        }
        return [
            entry(
                20, "system:sync", nil, "connection.state_changed", "Horizonte Atacado",
                [detail("state", "active", "needs_attention"), detail("code", nil, "platform.forbidden")]),
            entry(
                19, "member:mem_1", "Ana Beatriz Vasconcelos", "connection.credential_replaced", "Horizonte Outlet",
                [
                    detail("key", "vtexappkey-horizonteoutlet-AAAAAA", "vtexappkey-horizonteoutlet-KJHGFD"),
                    detail("token", "fp_8a1bc92de310", "fp_77d01c2ab9fe"),
                ]),
            entry(18, "cli:ana", nil, "stream.rerun", "Horizonte Outlet", [detail("stream", nil, "orders")]),
            entry(
                17, "member:mem_1", "Ana Beatriz Vasconcelos", "connection.created", nil,
                [detail("platform", nil, "vtex")]),
        ]
    }
}
