import Basics
import Commerce
import Journal
import Records
import Storage

extension Services {
    /// Says that a customer is not one person with those who were joined to it, whatever they share.
    ///
    /// - Returns: from how many it was told apart, none when it was alone; nil when the organization has no such customer.
    package func separatePerson(
        _ id: RecordID, of scope: OrganizationScope, by actor: Actor
    ) async throws -> Int? {
        try await decide(id, "customer.separated", of: scope, by: actor) { store, now, transaction in
            try store.separatePerson(id, at: now, in: transaction)
        }
    }

    /// Takes back what was said against a customer's being one person with others.
    ///
    /// - Returns: as `separatePerson`.
    package func unitePerson(_ id: RecordID, of scope: OrganizationScope, by actor: Actor) async throws -> Int? {
        try await decide(id, "customer.united", of: scope, by: actor) { store, now, transaction in
            try store.unitePerson(id, at: now, in: transaction)
        }
    }

    private func decide(
        _ id: RecordID, _ action: String, of scope: OrganizationScope, by actor: Actor,
        _ deed: @escaping @Sendable (RecordStore, Instant, any Transaction) throws -> Set<RecordID>
    ) async throws -> Int? {
        let now = clock.now()
        return try await database.write { transaction in
            let store = RecordStore(scope)
            guard try store.find(id, seesPeople: false, in: transaction)?.kind == .customer else { return nil }
            let others = try deed(store, now, transaction)
            guard !others.isEmpty else { return 0 }
            let detail = AuditEntry.Detail("others", after: others.map(\.text).sorted().joined(separator: " "))
            try AuditChain(scope).append(
                AuditEntry(action, subject: id.text, details: [detail]), by: actor, at: now, in: transaction)
            return others.count
        }
    }

    /// Writes the keys of customers who were stored before there were any, and joins those who are one person.
    /// - Returns: false when nothing is left to do.
    package func fillPeople() async throws -> Bool {
        let now = clock.now()
        return try await database.write { try PersonFilling().step(at: now, in: $0) }
    }
}
