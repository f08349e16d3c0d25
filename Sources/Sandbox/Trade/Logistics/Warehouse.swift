/// Where goods lie. Its id is told apart by case, as at VTEX.
struct Warehouse: Sendable {
    let id: String
    let name: String
    let dock: String

    static let all = [
        Warehouse(id: "1_1", name: "Estoque Central", dock: "doca_1"),
        Warehouse(id: "sul_1", name: "Estoque Sul", dock: "doca_sul"),
    ]

    var json: JSON {
        [
            "id": .string(id), "name": .string(name),
            "warehouseDocks": [["dockId": .string(dock), "time": "1.00:00:00", "cost": 0]], "pickupPointIds": [],
            "priority": 0, "isActive": true,
        ]
    }
}
