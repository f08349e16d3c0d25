import Basics
import Crypto
import HTTPTypes
import Journal
import NIOCore
import Operations

/// `Idempotency-Key`: a deed that is asked for twice is done once.
enum Repetition {
    private static let lengthMax = 255

    /// Nil when the program gave the deed no name.
    /// - Throws: 400 for a name that is none.
    static func deed(of request: WebRequest, by actor: Actor) throws(Problem) -> IdempotentDeed? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        let isPlain = key.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        guard !key.isEmpty, key.utf8.count <= lengthMax, isPlain else {
            throw Problem.badQuery([.unreadable("Idempotency-Key")])
        }
        var hash = SHA256()
        hash.update(data: Array(request.path.utf8))
        hash.update(data: [0])
        hash.update(data: Array(request.body.readableBytesView))
        return IdempotentDeed(
            caller: actor.name, route: "\(request.method.rawValue) \(request.pattern)", key: key,
            requestHash: Array(hash.finalize()))
    }

    /// The first answer, whoever asks.
    static func once(
        _ deed: IdempotentDeed, of scope: Tenant, _ services: Services,
        _ body: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let kept = try await services.once(deed, of: scope) {
            let answer = try await body()
            return KeptAnswer(status: answer.status.code, body: Array(answer.body.readableBytesView))
        }
        let status = HTTPResponse.Status(code: kept.status)
        return kept.body.isEmpty ? Answer(status) : .json(kept.body, status: status)
    }
}
