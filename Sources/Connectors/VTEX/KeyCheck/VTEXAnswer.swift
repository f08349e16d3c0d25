import Basics
import ConnectorKit

/// What VTEX said to one question of a key check.
enum VTEXAnswer: Sendable {
    case granted(String)
    /// 403: known key, no right.
    case missing(String)
    /// 401: unknown key, wrong token or inactive key.
    case refused
    /// 429, 408 and 5xx: says nothing about the key.
    case busy(TransportResponse)
    case failed(PlatformError)
    /// Anything that the documents do not explain; never held against the key.
    case unknown(String)

    init(_ response: TransportResponse, to probe: VTEXProbe) {
        let evidence = String(response.status)
        switch response.status {
        case 200, 206: self = response.isWebPage ? .unknown(evidence + " html") : .granted(evidence)
        case 401: self = .refused
        case 403: self = .missing(evidence)
        case 404 where probe.countsNotFound && !response.isWebPage: self = .granted(evidence)
        case 408, 429, 500...599: self = .busy(response)
        default: self = .unknown(evidence)
        }
    }

    /// As the matrix has it.
    var said: KeyMatrix.Answer {
        switch self {
        case .granted(let evidence): KeyMatrix.Answer(.granted, evidence: evidence)
        case .missing(let evidence): KeyMatrix.Answer(.missing, evidence: evidence)
        // Another question was answered with the same key, so the key itself is good.
        case .refused: KeyMatrix.Answer(.missing, evidence: "401")
        case .busy(let response): KeyMatrix.Answer(.unknown, evidence: String(response.status))
        case .failed(let error): KeyMatrix.Answer(.unknown, evidence: error.code)
        case .unknown(let evidence): KeyMatrix.Answer(.unknown, evidence: evidence)
        }
    }
}
