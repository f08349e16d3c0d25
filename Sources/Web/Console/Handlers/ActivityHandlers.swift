import AccessControl
import Basics
import HTTPTypes
import Journal
import Operations
import Records

/// What was done, and by whom.
struct ActivityHandlers: Sendable {
    private static let pageSize = 50

    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        routes.get(ConsolePath.activity("{organization}"), ReadAudit.self) { request, grant in
            let frame = try await frames.member(request, .activity, in: grant.scope)
            return try await page(request, grant, frame).answer(in: frame)
        }
        routes.post(ConsolePath.activity("{organization}") + "/check", ReadAudit.self) { request, grant in
            try await services.checkAudit(of: grant.scope)
            return request.redirect(to: ConsolePath.activity(Services.organizationID(of: grant.scope)))
        }
    }

    private func page(
        _ request: ConsoleRequest, _ grant: Grant<ReadAudit>, _ frame: Frame
    ) async throws -> ActivityPage {
        func chosen(_ name: String) -> String? { request.query[name].flatMap { $0.isEmpty ? nil : $0 } }
        let query = ActivityPage.Query(
            object: chosen("object"), actor: chosen("actor"), before: chosen("before").flatMap { Int64($0) })
        let entries = try await services.activity(
            of: grant.scope, object: query.object, actor: query.actor, before: query.before, limit: Self.pageSize + 1)
        let shown = entries.prefix(Self.pageSize)
        let names = try await names(of: grant.scope, seesPeople: grant.seesPeople, frame)
        let standing = try await services.auditStanding(of: grant.scope)
        return ActivityPage(
            entries: shown.map { entry in
                ActivityPage.Entry(
                    number: entry.number, at: entry.recordedAt, actor: entry.actor.name,
                    actorName: names[entry.actor.name], action: entry.action, subject: entry.subject,
                    subjectName: names[entry.subject],
                    details: entry.changes.map { .init(field: $0.field, before: $0.before, after: $0.after) })
            }, query: query, next: entries.count > Self.pageSize ? shown.last?.number : nil,
            verdict: Self.verdict(standing), checkedAt: standing.lastCheck?.at, newEntries: standing.newEntries,
            actors: try await services.actors(of: grant.scope).map { actor in
                (id: actor, name: names[actor] ?? ActivityWords.actorName(actor, frame.reader))
            })
    }

    private static func verdict(_ standing: AuditStanding) -> ActivityPage.Verdict {
        guard let verdict = standing.lastCheck?.verdict else { return .unchecked }
        return verdict.flaw.map { .broken($0.explanation) } ?? .whole(entries: verdict.entries)
    }

    /// Names by what the chain calls them: connections, keys, the client; members for those who may see people.
    private func names(of scope: Tenant, seesPeople: Bool, _ frame: Frame) async throws -> [String: String] {
        var names: [String: String] = [:]
        for connection in try await services.connections(of: scope) { names[connection.id.text] = connection.name }
        for key in try await services.keys(in: scope) {
            names[key.id.text] = key.label
            names["key:" + key.id.text] = key.label
        }
        if let client = frame.client { names[client.id] = client.name }
        guard seesPeople else { return names }
        for member in try await services.members() {
            names[member.id.text] = member.name
            names[member.actor.name] = member.name
        }
        return names
    }
}
