import Basics
import Commerce
import ConnectorKit

/// VTEX's promotions: a list with an excerpt of each, and each in full.
struct VTEXPromotionList: Sendable {
    private static let lists = [
        "/api/rnb/pvt/benefits/calculatorconfiguration", "/api/rnb/pvt/archive/benefits/calculatorConfiguration",
    ]

    let client: VTEXClient

    /// Of all promotions, switched off and archived ones included; sorted.
    func ids() async throws -> [String] {
        var ids: Set<String> = []
        for path in Self.lists {
            let response = try await client.get(path, quotaGroup: VTEXClient.promotionsQuota)
            if let error = VTEXFailure(client: client, right: .readPromotions).error(of: response) { throw error }
            guard response.status != 404 else { continue }
            do {
                let root = try JSONDocument(parsing: response.body).root
                for key in ["items", "disabledItems", "archivedItems"] as [StaticString] {
                    try root.forEach(key) { ids.insert(try $0.requiredWords("idCalculatorConfiguration")) }
                }
            } catch let error as JSONError {
                throw PlatformError.vtexUnreadable(
                    Phrase(pt: "Lista de promoções", es: "Lista de promociones", en: "List of promotions"), error)
            }
        }
        return ids.sorted()
    }

    func find(_ id: String, _ currency: String) async throws -> VTEXReading {
        let startedAt = client.clock.now()
        let response = try await client.get(
            "/api/rnb/pvt/calculatorconfiguration/" + PercentEncoding.segment(id),
            quotaGroup: VTEXClient.promotionsQuota)
        if let error = VTEXFailure(client: client, right: .readPromotions).error(of: response) { throw error }
        guard response.status != 404 else { return .none }
        return try VTEXReading(.promotion, id) {
            try VTEXPromotion.record(response.body, id: id, fetchedAt: startedAt, currency: currency)
        }
    }
}
