import Operations

/// Every route of the API.
enum APIFace {
    static func routes(_ services: Services) -> [Route] {
        var api = APIRoutes(services)
        OrganizationsAPI.register(in: &api, services)
        ConnectionsAPI.register(in: &api, services)
        StreamsAPI.register(in: &api, services)
        StatementsAPI.register(in: &api, services)
        OrdersAPI.register(in: &api, services)
        RecordsAPI.register(in: &api, services)
        PeopleAPI.register(in: &api, services)
        ChangesAPI.register(in: &api, services)
        TotalsAPI.register(in: &api, services)
        AuditAPI.register(in: &api, services)
        return api.routes
    }
}
