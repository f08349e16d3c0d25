/// An access profile: what keys and users that have it may do.
struct Role: Sendable {
    let id: Int
    var name: String
    /// The owner's role: everything.
    var isAdmin: Bool
    /// Made by the merchant, as opposed to predefined by VTEX.
    var isCustom: Bool
    var resources: [Resource]

    /// Product names in the order of their first resource: all that VTEX's own role list tells.
    var products: [String] {
        var names: [String] = []
        for resource in resources {
            guard let product = ResourceCatalogue.entry(of: resource)?.product, !names.contains(product) else {
                continue
            }
            names.append(product)
        }
        return names
    }
}

extension Role {
    static let ownerID = 1

    /// What every account has. Source: facts on VTEX §2.6; ids 1 and 957 are VTEX's own, the others are made up.
    static let predefined: [Role] = [
        Role(id: ownerID, name: "Owner (Admin Super)", isAdmin: true, isCustom: false, resources: []),
        named(957, "Call center operator", "OMSViewer"),
        named(958, "Checkout Admin", "AcessaTodosCarrinhos", "AcessaTodosPedidos"),
        Role(
            id: 959, name: "OMS - Full access", isAdmin: false, isCustom: false,
            resources: ResourceCatalogue.all(of: "OMS") + ResourceCatalogue.all(of: "Logistics")),
        named(960, "OMS - Read only", "OMSViewer", "ShowTotalizers"),
        named(
            961, "IntegrationProfile - Fulfillment Oms", "WorkflowAction", "PaymentAction", "ShippingAction",
            "RefundAction", "OMSViewer", "ListOrders", "CancelAction", "FeedSubscription", "Changes",
            "ShowTotalizers"),
        named(962, "Logistics - Read only", "LogisticsViewer", "InventoryViewer", "ShippingViewer"),
        named(963, "User Administrator - RESTRICTED", "Save_User", "RenewApiToken"),
        named(964, "Webservice - Full access", "orders"),
    ]

    private static func named(_ id: Int, _ name: String, _ keys: String...) -> Role {
        Role(id: id, name: name, isAdmin: false, isCustom: false, resources: keys.map(Resource.init))
    }
}
