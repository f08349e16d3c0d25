import Basics

/// A key as lists show it.
struct KeyRow: Sendable {
    let id: String
    let label: String
    let name: String
    let isActive: Bool
    let isReadyMade: Bool
    let hasRenewal: Bool
    let roles: String
    let hasRoles: Bool
    let created: String

    /// The newest first, the ready-made ones last.
    static func all(_ visit: Visit, search: String = "") -> [KeyRow] {
        let access = visit.shop.access.read { $0 }
        let readyMade = ReadyMade(access)
        let wanted = search.lowercased()
        let keys = access.keys.filter {
            wanted.isEmpty || $0.label.lowercased().contains(wanted) || $0.name.lowercased().contains(wanted)
        }
        let ordered = keys.filter { !readyMade.has($0) }.reversed() + keys.filter(readyMade.has)
        return ordered.map { key in
            let names = (access.roleIDs(of: key.id) ?? []).compactMap(access.role).map(\.name)
            return KeyRow(
                id: key.id, label: key.label, name: key.name, isActive: key.isActive, isReadyMade: readyMade.has(key),
                hasRenewal: key.nextToken != nil, roles: names.joined(separator: ", "), hasRoles: !names.isEmpty,
                created: Shown.moment(key.created))
        }
    }
}

/// A role to choose.
struct RoleChoice: Sendable {
    let id: Int
    let name: String
    let isChosen: Bool

    /// The merchant's own first, the newest on top.
    static func all(_ access: AccessState, chosen: [Int] = [], without: [Int] = []) -> [RoleChoice] {
        let roles = access.roles.filter(\.isCustom).reversed() + access.roles.filter { !$0.isCustom }
        return roles.filter { !without.contains($0.id) }.map {
            RoleChoice(id: $0.id, name: "\($0.name) (\($0.id))", isChosen: chosen.contains($0.id))
        }
    }
}
