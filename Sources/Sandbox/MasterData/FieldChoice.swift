/// Which fields an answer shows: `_fields`. Source: facts on VTEX §5.1.
struct FieldChoice: Sendable {
    private let names: Set<String>
    private let isAll: Bool

    init(_ text: String?) {
        let parts = (text ?? "").split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
        isAll = parts.contains("_all")
        // Of a nested field the whole is shown.
        names = Set(parts.map { $0.split(separator: ".").first.map { $0.lowercased() } ?? "" })
    }

    /// A document with its id and account, and of the rest what was asked for.
    ///
    /// - Parameter isWhole: Whether id and account come along when other fields are asked for.
    func shown(_ id: String, _ fields: JSON, of entity: DataEntity, in shop: Shop, isWhole: Bool) -> JSON {
        let head: [JSON.Member] = [
            .init(name: "id", value: .string(id)), .init(name: "accountId", value: .string(shop.accountID)),
            .init(name: "accountName", value: .string(shop.account)),
            .init(name: "dataEntityId", value: .string(entity.acronym)),
        ]
        guard case .object(let members) = fields else { return .object(head) }
        if isAll { return .object(head + members) }
        let isBare = isWhole || !members.contains { names.contains($0.name.lowercased()) }
        return .object(
            head.filter { isBare || names.contains($0.name.lowercased()) }
                + members.filter { names.contains($0.name.lowercased()) })
    }
}
