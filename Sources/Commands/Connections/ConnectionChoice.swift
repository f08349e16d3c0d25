import Basics
import Hub
import Operations
import Records

/// Finds the connections that a person means.
enum ConnectionChoice {
    /// One connection by its id, name or account.
    /// - Throws: `CommandError` when there is none, or more than one.
    static func one(_ text: String, organization: String?, in hub: Services) async throws -> PlacedConnection {
        let matching = try await matching(text, organization: organization, in: hub)
        guard let first = matching.first else { throw CommandError.noConnection(text) }
        guard matching.count == 1 else {
            throw CommandError.ambiguousConnection(text, ids: matching.map(\.connection.id.text))
        }
        return first
    }

    /// What an export covers: organizations, each whole (nil) or one connection of it.
    static func selection(
        in hub: Services, organization: String?, connection: String?
    ) async throws -> [(Organization, Connection?)] {
        if let connection {
            let placed = try await one(connection, organization: organization, in: hub)
            return [(placed.organization, placed.connection)]
        }
        return try await organizations(named: organization, in: hub).map { ($0, nil) }
    }

    /// The organization of that name, or all of them for nil.
    static func organizations(named name: String?, in hub: Services) async throws -> [Organization] {
        let all = try await hub.organizations()
        guard let name else { return all }
        let wanted = all.filter { $0.name.lowercased() == name.lowercased() || $0.id.text == name }
        guard !wanted.isEmpty else { throw CommandError.noOrganization(name) }
        return wanted
    }

    private static func matching(
        _ text: String, organization: String?, in hub: Services
    ) async throws -> [PlacedConnection] {
        let organizations = Set(try await organizations(named: organization, in: hub).map(\.id))
        let all = try await hub.connections().filter { organizations.contains($0.organization.id) }
        let byID = all.filter { $0.connection.id.text == text }
        return byID.isEmpty
            ? all.filter { $0.connection.name.lowercased() == text.lowercased() || $0.connection.account == text }
            : byID
    }
}
