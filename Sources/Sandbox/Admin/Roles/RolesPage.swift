import Basics

/// The list of access profiles.
struct RolesPage: AdminPage {
    struct Words: Sendable {
        let intro = Phrase(
            pt: "Um perfil de acesso diz o que uma chave ou um usuário pode fazer. Uma chave sem perfil não pode nada.",
            es: "Un rol dice lo que puede hacer una clave o un usuario. Una clave sin rol no puede nada.",
            en: "A role says what a key or a user may do. A key without a role may do nothing.")
        let new = Phrase(pt: "Novo perfil", es: "Nuevo rol", en: "New role")
        let find = Phrase(pt: "Buscar perfil", es: "Buscar rol", en: "Find a role")
        let products = Phrase(pt: "Produtos", es: "Productos", en: "Products")
        let kind = Phrase(pt: "Tipo", es: "Tipo", en: "Kind")
        let holders = Phrase(pt: "Quem tem", es: "Quién lo tiene", en: "Who has it")
        let nobody = Phrase(pt: "Ninguém", es: "Nadie", en: "Nobody")
        let everything = Phrase(pt: "Tudo", es: "Todo", en: "Everything")
        let none = Phrase(
            pt: "Nenhum perfil com esse nome.", es: "Ningún rol con ese nombre.", en: "No role of that name.")
    }

    struct Row: Sendable {
        let id: Int
        let name: String
        let products: String
        let isAdmin: Bool
        let kind: String
        let holderCount: String?
    }

    static let template = "roles"
    let words = Words()
    let heading = Phrase(pt: "Perfis de acesso", es: "Roles de usuario", en: "User roles")
    let rows: [Row]
    let isEmpty: Bool
    let search: String

    init(_ visit: Visit, search: String) {
        let access = visit.shop.access.read { $0 }
        let readyMade = ReadyMade(access)
        let common = SharedWords()
        // The merchant's own first, the newest on top; then VTEX's.
        let ordered = access.roles.filter(\.isCustom).reversed() + access.roles.filter { !$0.isCustom }
        rows = ordered.filter { search.isEmpty || $0.name.lowercased().contains(search.lowercased()) }.map { role in
            let count = access.holders(of: role.id).count
            let kind = role.isCustom ? readyMade.has(role) ? common.readyMade : common.custom : common.predefined
            return Row(
                id: role.id, name: role.name, products: role.products.joined(separator: ", "), isAdmin: role.isAdmin,
                kind: kind[visit.language], holderCount: count == 0 ? nil : String(count))
        }
        isEmpty = rows.isEmpty
        self.search = search
    }
}
