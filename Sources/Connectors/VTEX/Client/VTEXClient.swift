import Basics
import ConnectorKit

/// Asks one VTEX account, with its key in the headers of every request.
struct VTEXClient: Sendable {
    /// The account's requests to the order management system share one budget. Source: docs/platforms/vtex.md.
    static let ordersQuota = "oms"
    static let masterDataQuota = "master-data"
    static let catalogueQuota = "catalog"
    static let pricingQuota = "pricing"
    static let stockQuota = "logistics"
    static let promotionsQuota = "rnb"

    let credential: StoreCredential
    let transport: any Transport
    let clock: any WallClock

    /// One `GET`, whatever its answer's status.
    /// - Parameter path: with a slash in front, percent-encoded.
    func get(
        _ path: String, on host: VTEXHost = .account, headers: [(name: String, value: String)] = [],
        quotaGroup: String = VTEXClient.ordersQuota, bodyBytesMax: Int? = nil
    ) async throws -> TransportResponse {
        try await transport.send(
            TransportRequest(
                url: host.baseURL(of: credential) + path,
                headers: [("accept", "application/json")] + headers,
                secretHeaders: [
                    ("x-vtex-api-appkey", Secret(credential.key)), ("x-vtex-api-apptoken", credential.token),
                ],
                quotaGroup: quotaGroup, bodyBytesMax: bodyBytesMax))
    }

    /// The host that the account's requests go to, for messages.
    var hostName: String { WebAddress(credential.baseURL)?.host ?? credential.account }
}

/// VTEX's hosts: most of an account is behind its own; prices are behind a shared one.
enum VTEXHost: Sendable {
    case account, pricing

    /// Without a slash at the end.
    ///
    /// With a stand-in for the account's address that ends in `/vtex/{account}`, as a sandbox has it, prices are at
    /// `/vtex-api/{account}` beside it; with any other stand-in they are behind the stand-in itself.
    func baseURL(of credential: StoreCredential) -> String {
        switch self {
        case .account: return credential.baseURL
        case .pricing:
            let suffix = "/vtex/" + credential.account
            if credential.baseURL.hasSuffix(suffix) {
                return credential.baseURL.dropLast(suffix.count) + "/vtex-api/" + credential.account
            }
            let host = WebAddress(credential.baseURL)?.host ?? ""
            let isVTEX = host.hasSuffix(".vtexcommercestable.com.br") || host.hasSuffix(".myvtex.com")
            return isVTEX ? "https://api.vtex.com/" + credential.account : credential.baseURL
        }
    }
}
