import Basics
import ConnectorKit

/// Questions to Master Data, VTEX's store of documents. Source: docs/platforms/vtex.md, Master Data.
struct VTEXMasterData: Sendable {
    /// Rows of a search's page. VTEX hands out at most 100, whatever it thinks of the range's end.
    static let searchRows = 100
    /// A search shows no more than so many rows, however many it finds.
    static let reachableRows = 10_000
    /// VTEX hands out up to 1000; customers with long scores are large, and an answer is bounded.
    static let scrollRows = 250

    let client: VTEXClient
    /// As in `CL`.
    let entity: String
    let right: VTEXRight
    let scrolls: VTEXScrollPlaces

    struct Rows: Sendable {
        var rows: [[UInt8]]
        /// Nil when the answer does not tell.
        var total: Int?
        /// Of a scroll.
        var token: String?
    }

    /// How many documents fit; nil when VTEX does not tell.
    func count(_ filter: String?) async throws -> Int? {
        try await search(filter, fields: "id", sort: nil, from: 0, rows: 1).total
    }

    /// - Parameter sort: as in `updatedIn ASC`; without one the order is whatever it is.
    func search(_ filter: String?, fields: String = "_all", sort: String?, from: Int, rows: Int) async throws -> Rows {
        var path = "/api/dataentities/\(entity)/search?_fields=\(fields)"
        if let filter { path += "&_where=" + PercentEncoding.segment(filter) }
        if let sort { path += "&_sort=" + PercentEncoding.segment(sort) }
        let response = try await client.get(
            path, headers: [("rest-range", "resources=\(from)-\(from + rows)")],
            quotaGroup: VTEXClient.masterDataQuota)
        if let error = failure(response) { throw error }
        let range = response.headers["rest-content-range"]
        return Rows(rows: try self.rows(response), total: range.flatMap(Self.total), token: nil)
    }

    /// Opens a scroll.
    func scroll(_ filter: String) async throws -> Rows {
        let response = try await client.get(
            "/api/dataentities/\(entity)/scroll?_size=\(Self.scrollRows)&_fields=_all&_where="
                + PercentEncoding.segment(filter), quotaGroup: VTEXClient.masterDataQuota)
        // Of the ten that an account has; they die by themselves.
        if response.status == 400 { throw PlatformError.vtexScrollsTaken(client) }
        if let error = failure(response) { throw error }
        return Rows(
            rows: try rows(response), total: response.headers["rest-content-total"].flatMap { Int($0) },
            token: response.headers["x-vtex-md-token"])
    }

    /// Goes on; nil when the token has died, as it does when nobody uses it for some minutes.
    func scroll(token: String) async throws -> Rows? {
        let response = try await client.get(
            "/api/dataentities/\(entity)/scroll?_size=\(Self.scrollRows)&_token=" + PercentEncoding.segment(token),
            quotaGroup: VTEXClient.masterDataQuota)
        if [400, 404, 410].contains(response.status) { return nil }
        if let error = failure(response) { throw error }
        return Rows(rows: try rows(response), total: nil, token: response.headers["x-vtex-md-token"] ?? token)
    }

    /// One document in full; nil when there is none: some accounts answer 404, some an empty object.
    func document(_ id: String) async throws -> [UInt8]? {
        let response = try await client.get(
            "/api/dataentities/\(entity)/documents/\(PercentEncoding.segment(id))?_fields=_all",
            quotaGroup: VTEXClient.masterDataQuota)
        if response.status == 404, !response.isWebPage { return nil }
        if let error = failure(response) { throw error }
        guard response.body.contains(where: { $0 > 0x20 }) else { return nil }
        do {
            let root = try JSONDocument(parsing: response.body).root
            return root.kind == .object && root["id"] != nil ? response.body : nil
        } catch {
            throw unreadable(error)
        }
    }

    private func failure(_ response: TransportResponse) -> PlatformError? {
        if response.status == 404, !response.isWebPage { return .vtexRefused(client, status: 404) }
        return VTEXFailure(client: client, right: right).error(of: response)
    }

    private func rows(_ response: TransportResponse) throws -> [[UInt8]] {
        do {
            return try JSONElements.all(of: response.body)
        } catch {
            throw unreadable(error)
        }
    }

    private func unreadable(_ error: JSONError) -> PlatformError {
        .vtexUnreadable(Phrase(same: "Master Data \(entity)"), error)
    }

    /// `resources 0-10/123`, `resources=0-10/123`.
    private static func total(_ range: String) -> Int? {
        range.lastIndex(of: "/").flatMap { Int(range[range.index(after: $0)...].filter { $0 != " " }) }
    }
}

extension PlatformError {
    fileprivate static func vtexScrollsTaken(_ client: VTEXClient) -> PlatformError {
        PlatformError(
            kind: .failing, status: 400,
            explanation: Phrase(
                pt:
                    "\(client.hostName) não abriu a leitura em série do Master Data: a conta só tem dez ao mesmo tempo.",
                es:
                    "\(client.hostName) no abrió la lectura en serie de Master Data: la cuenta solo tiene diez a la vez.",
                en: "\(client.hostName) opened no scroll of Master Data: an account has ten of them at a time."),
            remedy: Phrase(
                pt:
                    "O Ponte tenta de novo. Outra integração da loja pode estar lendo; as leituras expiram em 20 minutos.",
                es:
                    "Ponte lo intenta de nuevo. Otra integración de la tienda puede estar leyendo; las lecturas vencen a "
                    + "los 20 minutos.",
                en:
                    "Ponte tries again. Another integration of the store may be reading; scrolls expire after 20 minutes."
            ))
    }

    /// Master Data says `[]` now and then while its index is in trouble.
    static func vtexRowsMissing(_ client: VTEXClient, entity: String) -> PlatformError {
        PlatformError(
            kind: .failing,
            explanation: Phrase(
                pt: "\(client.hostName) mandou menos documentos do Master Data \(entity) do que disse ter.",
                es: "\(client.hostName) envió menos documentos de Master Data \(entity) de los que dijo tener.",
                en: "\(client.hostName) sent fewer documents of Master Data \(entity) than it said there are."))
    }
}
