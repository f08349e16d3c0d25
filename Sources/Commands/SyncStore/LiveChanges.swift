import Basics
import Hub
import Operations
import Records
import Storage

/// Tells what the change log gains, as it gains it.
actor LiveChanges {
    enum Form: Sendable { case line, json }

    private static let pause: Duration = .milliseconds(400)
    private static let pageSize = 100

    private let hub: Services
    /// How far each organization's log was told.
    private var positions: [Organization: Int64]

    /// Begins at the heads of the logs: what is there already is not told.
    init(hub: Services, organizations: Set<Organization>) async throws {
        self.hub = hub
        var positions: [Organization: Int64] = [:]
        for organization in organizations {
            positions[organization] = try await hub.database.read { transaction in
                try ChangeLog(organization.scope).head(in: transaction)
            }
        }
        self.positions = positions
    }

    /// Goes on until the task is cancelled. While the database is gone there is nothing to tell.
    func tell(as form: Form, on screen: Screen, language: Language) async throws -> Never {
        while true {
            for (organization, position) in positions {
                guard let page = try await page(of: organization, after: position) else { continue }
                for changed in page.changes { try tell(changed, as: form, on: screen, language: language) }
                positions[organization] = page.position
            }
            try await hub.clock.sleep(for: Self.pause)
        }
    }

    private func tell(_ changed: LoggedChange, as form: Form, on screen: Screen, language: Language) throws {
        let paint = screen.output.paint
        let width = screen.output.width
        switch (changed, form) {
        case (.order(let order), .line):
            try screen.say(ChangeText.line(order, language: language, paint: paint, width: width))
        case (.record(let record), .line):
            // Nothing is cut off for a file.
            let room = screen.output.isTerminal ? width : .max
            try screen.say(RecordChangeText.line(record, language: language, paint: paint, width: room))
        case (.order(let order), .json): try screen.emit(ChangeText.json(order))
        case (.record(let record), .json): try screen.emit(RecordChangeText.json(record))
        }
    }

    /// Nil when the database does not answer for now.
    private func page(
        of organization: Organization, after position: Int64
    ) async throws -> Services.LoggedChanges? {
        do {
            return try await hub.loggedChanges(of: organization, after: position, limit: Self.pageSize)
        } catch let error as StorageError where error.isRetryable {
            return nil
        }
    }
}
