import Basics
import ConnectorKit
import Synchronization

/// The currency of a store's prices, promotions and carts, whose documents do not say it.
///
/// The sales channels tell, to a key that may see them; else the newest order does. Asked once for each store that is
/// opened, and again after a failure.
final class VTEXCurrency: Sendable {
    private let known = Mutex<String?>(nil)

    /// ISO 4217; `XXX`, "no currency", where neither channels nor orders may be read or there are none.
    /// - Throws: `PlatformError` that trying again may help.
    func code(_ client: VTEXClient) async throws -> String {
        if let code = known.withLock({ $0 }) { return code }
        var code = try await channels(client)
        if code == nil { code = try await newestOrder(client) }
        let found = code ?? "XXX"
        known.withLock { $0 = found }
        return found
    }

    /// The first active channel's.
    private func channels(_ client: VTEXClient) async throws -> String? {
        let response = try await client.get(
            "/api/catalog_system/pvt/saleschannel/list", quotaGroup: VTEXClient.catalogueQuota)
        guard let body = try readable(response, client) else { return nil }
        var code: String?
        try? JSONDocument(parsing: body).root.forEachElement { channel in
            guard code == nil, try channel.flag("IsActive") ?? true else { return }
            code = try channel.words("CurrencyCode")
        }
        return code?.uppercased()
    }

    private func newestOrder(_ client: VTEXClient) async throws -> String? {
        let response = try await client.get("/api/oms/pvt/orders?orderBy=creationDate,desc&per_page=1&page=1")
        guard let body = try readable(response, client) else { return nil }
        var code: String?
        try? JSONDocument(parsing: body).root.forEach("list") { code = try $0.words("currencyCode") }
        return code?.uppercased()
    }

    /// Nil for what the key may not see.
    private func readable(_ response: TransportResponse, _ client: VTEXClient) throws -> [UInt8]? {
        let error = VTEXFailure(client: client, right: .listOrders).error(of: response)
        if let error, error.isRetryable { throw error }
        return error == nil && response.status != 404 ? response.body : nil
    }
}
