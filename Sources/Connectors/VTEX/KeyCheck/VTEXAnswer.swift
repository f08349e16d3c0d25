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
}
