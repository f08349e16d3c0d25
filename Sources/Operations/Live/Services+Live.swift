import Basics
import ConnectorKit
import Connectors
import Journal
import Logging
import Records
import Secrets
import Storage
import Sync

/// Hearing of changes as they happen: turned on and off, and how it stands.
extension Services {
    /// How a connection hears of changes.
    package func liveStanding(of id: ConnectionID, in scope: OrganizationScope) async throws -> LiveStanding {
        try await database.glance { try Self.liveStanding(of: id, scope, in: $0) }
    }

    /// The same of all connections of an organization.
    package func liveStandings(of scope: OrganizationScope) async throws -> [ConnectionID: LiveStanding] {
        try await database.glance { transaction in
            var standings: [ConnectionID: LiveStanding] = [:]
            for connection in try Connections(scope).list(in: transaction) {
                standings[connection.id] = try Self.liveStanding(of: connection.id, scope, in: transaction)
            }
            return standings
        }
    }

    private static func liveStanding(
        of id: ConnectionID, _ scope: OrganizationScope, in transaction: any Transaction
    ) throws -> LiveStanding {
        let state = try LiveTable(scope, connection: id).find(in: transaction)
        guard let state else { return LiveStanding(state: nil, findings: [], waiting: 0) }
        return LiveStanding(
            state: state, findings: try LiveFindings(scope, connection: id).list(in: transaction),
            waiting: try EventInbox(StreamKey(scope, connection: id, kind: .orders)).count(in: transaction))
    }

    /// Has the platform tell of changes by itself.
    ///
    /// With a public address that the platform can reach, by hook; else by its queue; where the key may do neither, the
    /// sweep goes on alone and a finding says which box to tick.
    ///
    /// - Parameters:
    ///   - publicURL: where this installation is reached, without a slash at the end; nil for the queue.
    ///   - takesOver: whether a set-up of somebody else with the same key may be replaced.
    /// - Throws: `live.key_shared` when somebody else's set-up is there and may not be replaced; `hub.not_offered`;
    ///   `live.paused`; `PlatformError` when the platform cannot be asked, or did not reach the address; nothing is turned on then.
    package func startLive(
        _ placed: PlacedConnection, publicURL: String?, takesOver: Bool = false, by actor: Actor
    ) async throws -> LiveStanding {
        let scope = placed.organization.scope
        let id = placed.connection.id
        let (setUp, connection) = try await liveSetUp(placed)
        guard connection.state == .active else { throw OperationsError.liveNeedsActive }
        let address = publicURL.flatMap { Self.canReach($0, from: connection) ? $0 : nil }
        let deed: LiveGuardian.Deed = address == nil ? .configureFeed : .registerHook
        let standing = address == nil ? try await setUp.feedStanding() : try await setUp.hookStanding()
        let mode: LiveMode = address == nil ? .feed : .hook
        var refusal: LiveRefusal?
        switch standing {
        case .foreign where !takesOver: throw OperationsError.liveKeyShared
        case .none: throw OperationsError.liveNotOffered(platform: connection.platform)
        case .unknown: throw OperationsError.liveNotAsked
        case .refused(let said): refusal = said
        case .absent, .ours, .foreign: break
        }
        let before = try await liveStanding(of: id, in: scope).state
        if refusal == nil { try await setUp.perform(deed, publicURL: address) }
        // What was in use until now is left only once the new way stands, and the new way is left alone.
        if let before, before.wanted != mode {
            await takeAway(before, feed: mode == .hook, hook: mode == .feed, setUp, of: id)
        }
        let now = clock.now()
        var state = LiveState(
            wanted: mode, mode: refusal == nil ? mode : .sweep, publicURL: address, startedAt: now)
        if refusal == nil, mode == .feed { state.feedSetAt = now }
        let findings = refusal.map { [LiveFinding.refused(.rightMissing, $0)] } ?? []
        try await database.write { [state] transaction in
            try LiveTable(scope, connection: id).turnOn(state, in: transaction)
            try LiveFindings(scope, connection: id).note(findings, at: now, in: transaction)
            try AuditChain(scope).append(
                AuditEntry(
                    "connection.live_started", subject: id.text,
                    details: [AuditEntry.Detail("mode", after: state.mode.rawValue)]),
                by: actor, at: now, in: transaction)
        }
        return try await liveStanding(of: id, in: scope)
    }

    /// Has the platform tell nothing any more; the sweep goes on. What is Ponte's at the platform is taken away where
    /// that can be done; a set-up of somebody else is left alone.
    package func stopLive(_ placed: PlacedConnection, by actor: Actor) async throws -> LiveStanding {
        let scope = placed.organization.scope
        let id = placed.connection.id
        let table = LiveTable(scope, connection: id)
        guard let state = try await database.read({ try table.find(in: $0) }) else {
            return try await liveStanding(of: id, in: scope)
        }
        do {
            let (setUp, _) = try await liveSetUp(placed)
            await takeAway(state, feed: true, hook: true, setUp, of: id)
        } catch let error as any ExplainedError {
            note(error, of: id)
        }
        let now = clock.now()
        try await database.write { transaction in
            try table.turnOff(in: transaction)
            try AuditChain(scope).append(
                AuditEntry(
                    "connection.live_stopped", subject: id.text,
                    details: [AuditEntry.Detail("mode", before: state.mode.rawValue)]),
                by: actor, at: now, in: transaction)
        }
        return try await liveStanding(of: id, in: scope)
    }

    /// Takes away at the platform what is Ponte's. A key that is dead already must not keep anybody from turning it off: the
    /// platform forgets an idle set-up by itself.
    private func takeAway(
        _ state: LiveState, feed: Bool, hook: Bool, _ setUp: LiveSetUp, of id: ConnectionID
    ) async {
        do {
            var isFeedOurs = false
            var isHookOurs = false
            if feed, state.feedSetAt != nil, case .ours = try await setUp.feedStanding() { isFeedOurs = true }
            if hook, state.wanted == .hook, case .ours = try await setUp.hookStanding() { isHookOurs = true }
            try await setUp.removeAll(feed: isFeedOurs, hook: isHookOurs)
        } catch {
            note(error, of: id)
        }
    }

    private func note(_ error: any Error, of id: ConnectionID) {
        let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
        logger.warning("a set-up for events was left", metadata: ["connection": "\(id)", "code": "\(code)"])
    }

    /// Whether a platform can reach an address: a public one by https; one of this machine when the store is on it too.
    package static func canReach(_ publicURL: String, from connection: Connection) -> Bool {
        guard let address = WebAddress(publicURL), address.path.isEmpty else { return false }
        let isStoreHere = WebAddress(connection.baseURL).map { isLoopback($0) } ?? false
        return AddressPolicy(allowsLoopback: isStoreHere).refusal(of: address) == nil
    }

    private static func isLoopback(_ address: WebAddress) -> Bool {
        AddressPolicy(allowsLoopback: false).refusal(of: address) == .loopback
    }
}
