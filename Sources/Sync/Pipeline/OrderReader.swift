import Basics
import ConnectorKit
import Records
import Storage

/// Reads one order and makes it ready to be written: everything that needs no transaction, many at a time.
struct OrderReader: Sendable {
    let source: any OrderSource
    let asker: PatientAsker
    let template: PayloadTemplate?

    /// - Throws: a refusal that stops the connection, or what the platform answers when it answers nobody; `StorageError`
    ///   when the quota could not be asked for. Troubles of the order itself are a finding.
    func read(_ candidate: Candidate) async throws -> Finding {
        let answersBefore = asker.answers
        do {
            let fetched = try await asker.ask { try await source.fetch(candidate.externalID) }
            guard let fetched else { return .trouble(Trouble(SyncError.orderMissing)) }
            let incoming = IncomingOrder(
                order: fetched.order, payload: fetched.payload, contentHash: fetched.contentHash,
                fetchedAt: fetched.fetchedAt, listDigest: candidate.digest, mapperVersion: source.mapperVersion)
            return .order(try PreparedOrder(incoming, template: template))
        } catch let error as CancellationError {
            throw error
        } catch let error as StorageError {
            throw error
        } catch let error as PlatformError {
            if error.stopsConnection { throw error }
            if error.isRetryable, asker.answers == answersBefore, try await !platformAnswers() { throw error }
            return .trouble(Trouble(error))
        } catch {
            return .trouble(Trouble(error))
        }
    }

    /// Asks something that does not depend on the order, once: tells an ill order from an ill platform when no other order
    /// is being read.
    private func platformAnswers() async throws -> Bool {
        do {
            _ = try await source.survey()
            return true
        } catch let error as CancellationError {
            throw error
        } catch let error as StorageError {
            throw error
        } catch {
            return false
        }
    }
}

extension PlatformError {
    /// Whether asking anything else is no use, and would be hammering, until a person has done something.
    var stopsConnection: Bool {
        switch kind {
        case .unauthorised, .forbidden, .wrongAccount: true
        default: false
        }
    }
}
