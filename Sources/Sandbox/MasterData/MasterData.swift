import Basics
import Synchronization

/// The data entities of one account with their documents. Source: facts on VTEX §5.
///
/// Reading by id sees what was written last; searches and scrolls lag behind by the index's delay.
final class MasterData: Sendable {
    let entities: [DataEntity]
    let scrolls = ScrollBook()
    private let documents: Kept<MasterDocument>

    /// - Throws: When a line of an earlier run is no document.
    init(entities: [DataEntity], store: KeptStore?, journal: StateJournal?) throws {
        self.entities = entities
        documents = try Kept(store: store, journal: journal)
    }

    func reset() {
        documents.reset()
        scrolls.reset()
    }

    /// Nil when there is none with that acronym, in any case.
    func entity(_ acronym: String) -> DataEntity? {
        let wanted = acronym.uppercased()
        return entities.first { $0.acronym == wanted }
    }

    /// `CL-…` and the bare id are the same.
    static func bare(_ id: String, of entity: DataEntity) -> String {
        let prefix = entity.acronym + "-"
        return id.uppercased().hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }

    /// The fields of a document; nil when there is none.
    func find(_ id: String, in entity: DataEntity) -> JSON? {
        if let written = documents[MasterDocument.keptID(entity.acronym, id)] { return written.fields }
        return entity.number(of: id).map { .object(entity.members($0)) }
    }

    /// Changes a document, makes it or, by nil, deletes it. False when `body` changed nothing.
    ///
    /// - Throws: What `body` throws; `SandboxError.stateNotWritten`.
    @discardableResult
    func change(
        _ id: String, in entity: DataEntity, at now: Instant, indexDelay: Duration, _ body: (JSON?) throws -> JSON?
    ) throws -> Bool {
        try documents.change(MasterDocument.keptID(entity.acronym, id)) { document in
            let generated = entity.number(of: id).map { JSON.object(entity.members($0)) }
            let before = document.map(\.fields) ?? generated
            let after = try body(before)
            guard after != before else { return false }
            let isIndexed = document.map { $0.changed + indexDelay <= now } ?? true
            document = MasterDocument(
                entity: entity.acronym, id: id, fields: after, indexed: isIndexed ? before : document?.indexed,
                changed: now)
            return true
        }
    }

    /// All documents as the index has them, in no order that anybody promised.
    func indexed(_ entity: DataEntity, at now: Instant, delay: Duration) -> [IndexedDocument] {
        let written = documents.all.filter { $0.entity == entity.acronym }
        let numbers = Set(written.compactMap { entity.number(of: $0.id) })
        var rows = (0..<entity.count).filter { !numbers.contains($0) }.map(IndexedDocument.generated)
        for document in written {
            guard let fields = document.changed + delay <= now ? document.fields : document.indexed else { continue }
            rows.append(.written(id: document.id, fields: fields))
        }
        return rows
    }
}

/// A row of an index.
enum IndexedDocument: Sendable {
    case generated(Int)
    case written(id: String, fields: JSON)

    func id(in entity: DataEntity) -> String {
        switch self {
        case .generated(let number): entity.id(of: number)
        case .written(let id, _): id
        }
    }

    func fields(in entity: DataEntity) -> JSON {
        switch self {
        case .generated(let number): .object(entity.members(number))
        case .written(_, let fields): fields
        }
    }
}
