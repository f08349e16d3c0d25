import Basics
import Commerce
import ConnectorKit
import Records
import Storage

/// Asks a source and makes what it answers ready to be written: everything that needs no transaction.
struct RecordReader: Sendable {
    let source: any RecordSource
    let asker: PatientAsker
    let clock: any WallClock

    /// What a page, or a look at some records, came to.
    struct Findings: Sendable {
        var records: [PreparedRecord] = []
        var gone: [GoneRecord] = []
        /// Could not be read or kept; set aside.
        var troubles: [(link: RecordLink, trouble: Trouble)] = []
        /// Where the next page begins; nil after the last.
        var next: String?
    }

    func page(of walk: RecordWalk, after cursor: String?) async throws -> Findings {
        let page = try await source.page(of: walk, after: cursor, asking: asker)
        var findings = Findings()
        findings.next = page.next
        for record in page.records { add(record, to: &findings) }
        findings.troubles += page.unreadable.map { (RecordLink($0.kind, $0.externalID), Trouble($0.error)) }
        return findings
    }

    /// Asks for each of these records alone, `width` at a time.
    ///
    /// - Throws: a refusal, or what the platform answers when it answers nobody. Troubles of a record are a finding.
    func look(at links: [RecordLink], width: Int) async throws -> Findings {
        try await withThrowingTaskGroup(of: (Int, Findings).self) { group in
            var waiting = Array(links.enumerated()).reversed()[...]
            for _ in 0..<max(1, width) {
                guard let (position, link) = waiting.popLast() else { break }
                group.addTask { (position, try await look(at: link)) }
            }
            var found: [Int: Findings] = [:]
            while let (position, findings) = try await group.next() {
                found[position] = findings
                if let (position, link) = waiting.popLast() {
                    group.addTask { (position, try await look(at: link)) }
                }
            }
            var all = Findings()
            for position in links.indices {
                guard let one = found[position] else { continue }
                all.records += one.records
                all.gone += one.gone
                all.troubles += one.troubles
            }
            return all
        }
    }

    private func look(at link: RecordLink) async throws -> Findings {
        let askedAt = clock.now()
        let answersBefore = asker.answers
        var findings = Findings()
        do {
            let records = try await asker.ask { try await source.fetch(link.kind, link.externalID) }
            for record in records { add(record, to: &findings) }
            let isThere = records.contains {
                $0.document.kind == link.kind && $0.document.externalID == link.externalID
            }
            if !isThere { findings.gone.append(GoneRecord(link, fetchedAt: askedAt)) }
        } catch let error as PlatformError {
            if error.stopsConnection { throw error }
            if error.isRetryable, asker.answers == answersBefore, try await !platformAnswers() { throw error }
            findings.troubles.append((link, Trouble(error)))
        }
        return findings
    }

    /// How many records a whole walk reads; nil where the platform does not tell.
    func survey() async throws -> Int? { try await asker.ask { try await source.survey() } }

    /// Asks something that does not depend on the record, once: tells an ill record from an ill platform.
    private func platformAnswers() async throws -> Bool {
        do {
            _ = try await source.survey()
            return true
        } catch is PlatformError {
            return false
        }
    }

    private func add(_ record: FetchedRecord, to findings: inout Findings) {
        do {
            findings.records.append(
                try PreparedRecord(
                    record.document, payload: record.payload, contentHash: record.contentHash,
                    fetchedAt: record.fetchedAt, mapperVersion: source.mapperVersion))
        } catch {
            let link = RecordLink(record.document.kind, record.document.externalID)
            findings.troubles.append((link, Trouble(error)))
        }
    }
}
