import Basics
import Commerce
import Records
import Storage
import TestSupport

extension Shop {
    var records: RecordStore { RecordStore(scope) }

    @discardableResult
    func arrive(
        _ samples: [SampleRecord], hash: [UInt8]? = nil, fetchedAt: Instant = noon, mapperVersion: Int = 1
    ) async throws -> RecordStore.Outcome {
        let batch = try samples.map { sample in
            try PreparedRecord(
                sample.document, payload: sample.payload, contentHash: hash ?? sample.contentHash,
                fetchedAt: fetchedAt, mapperVersion: mapperVersion)
        }
        return try await database.write { try records.apply(batch, to: connection, at: fetchedAt, in: $0) }
    }

    @discardableResult
    func lose(_ link: RecordLink, at instant: Instant) async throws -> RecordStore.Outcome {
        try await database.write {
            try records.apply(
                [], gone: [GoneRecord(link, fetchedAt: instant)], to: connection, at: instant, in: $0)
        }
    }

    func record(_ kind: RecordKind, _ externalID: String) async throws -> StoredRecord? {
        try await database.read {
            try records.find(RecordLink(kind, externalID), of: connection, seesPeople: true, in: $0)
        }
    }

    func list(
        _ filter: RecordFilter, after position: RecordPosition? = nil, limit: Int = 100
    ) async throws -> [StoredRecord] {
        try await database.read { try records.list(filter, after: position, limit: limit, in: $0) }
    }

    /// External ids of what a question finds, sorted.
    func found(_ kind: RecordKind, _ text: String, seesPeople: Bool = true) async throws -> [String] {
        var filter = RecordFilter(kind, seesPeople: seesPeople)
        filter.text = text
        return try await list(filter).map(\.externalID).sorted()
    }

    func recordCounts() async throws -> [RecordKind: Int] {
        try await database.read { try records.counts(of: connection, in: $0) }
    }
}
