import Basics

/// Name, then products, categories and resources as boxes. Predefined roles show theirs, and nothing can be changed.
struct RoleFormPage: AdminPage {
    struct Words: Sendable {
        let name = Phrase(pt: "Nome do perfil", es: "Nombre del rol", en: "Role name")
        let model = Phrase(
            pt: "Escolher perfil de acesso", es: "Elegir rol de partida", en: "Choose a role to start from")
        let custom = Phrase(pt: "Custom (vazio)", es: "Custom (vacío)", en: "Custom (empty)")
        let useModel = Phrase(pt: "Usar este modelo", es: "Usar este modelo", en: "Use this one")
        let boxes = Phrase(pt: "Produtos e recursos", es: "Productos y recursos", en: "Products and resources")
        let howTo = Phrase(
            pt:
                "Abra um produto e marque os recursos. Buscar e “adicionar todos” não perdem o que já está marcado; nada vale antes de salvar.",
            es:
                "Abra un producto y tilde los recursos. Buscar y “añadir todos” no pierden lo que ya está tildado; nada vale antes de guardar.",
            en:
                "Open a product and tick resources. Searching and “add all” keep what is ticked; nothing counts before you save."
        )
        let find = Phrase(
            pt: "Buscar recurso, como “visualizar pedidos”", es: "Buscar recurso, como “listar pedidos”",
            en: "Find a resource, such as “view order”")
        let addAll = Phrase(pt: "Adicionar todos os recursos", es: "Añadir todos los recursos", en: "Add all resources")
        let removeAll = Phrase(pt: "Remover todos", es: "Quitar todos", en: "Remove all")
        let none = Phrase(
            pt: "Nenhum recurso com esse texto.", es: "Ningún recurso con ese texto.",
            en: "No resource has that text.")
        let showAll = Phrase(pt: "Mostrar todos", es: "Mostrar todos", en: "Show all")
        let users = Phrase(
            pt: "Usuários: não é preciso atribuir agora. O perfil é dado à chave depois.",
            es: "Usuarios: no hace falta asignar ahora. El rol se da a la clave después.",
            en: "Users: no need to assign any now. The role is given to the key later.")
        let locked = Phrase(
            pt: "Perfil predefinido da VTEX: pode ser dado a chaves e usuários, não pode ser mudado.",
            es: "Rol predefinido de VTEX: se puede dar a claves y usuarios, no se puede cambiar.",
            en: "Predefined by VTEX: it can be given to keys and users, it cannot be changed.")
        let copy = Phrase(
            pt: "Novo perfil a partir deste", es: "Nuevo rol a partir de este", en: "New role from this one")
        let everything = Phrase(
            pt: "Este perfil pode tudo na conta.", es: "Este rol puede todo en la cuenta.",
            en: "This role may do everything in the account.")
        let nameMissing = Phrase(
            pt: "Dê um nome ao perfil.", es: "Dele un nombre al rol.", en: "Give the role a name.")
        let nothingTicked = Phrase(
            pt: "Marque pelo menos um recurso.", es: "Tilde al menos un recurso.", en: "Tick at least one resource.")
    }

    struct Model: Sendable {
        let id: Int
        let name: String
        let isChosen: Bool
    }

    static let template = "role-form"
    let words = Words()
    let heading: Phrase
    let action: String
    let here: String
    let roleID: Int?
    let name: String
    let isLocked: Bool
    let isAdmin: Bool
    let isNew: Bool
    let lacksName: Bool
    let lacksBoxes: Bool
    let search: String
    let isSearching: Bool
    let models: [Model]
    let products: [ProductBoxes]
    /// Ticked, though the search hides them.
    let hidden: [String]
    let tickedCount: Int
    let ticked: String
    let isEmpty: Bool

    init(_ visit: Visit, role: Role?, draft: RoleDraft, isSent: Bool = false) {
        let language = visit.language
        let isLocked = role.map { !$0.isCustom } ?? false
        heading = role.map { Phrase(same: $0.name) } ?? Phrase(pt: "Novo perfil", es: "Nuevo rol", en: "New role")
        action = role.map { "\(visit.base)/roles/\($0.id)" } ?? "\(visit.base)/roles"
        here = role.map { "\(visit.base)/roles/\($0.id)" } ?? "\(visit.base)/roles/new"
        roleID = role?.id
        name = draft.name
        self.isLocked = isLocked
        isAdmin = role?.isAdmin ?? false
        isNew = role == nil
        lacksName = isSent && draft.problem == .nameMissing
        lacksBoxes = isSent && draft.problem == .nothingTicked
        search = draft.search
        isSearching = !draft.search.isEmpty
        models = visit.shop.access.read { $0.roles }.filter { !$0.isAdmin }.map {
            Model(id: $0.id, name: $0.name, isChosen: $0.id == draft.model)
        }
        products = ProductBoxes.all(
            ticked: Set(draft.resources), search: draft.search, onlyTicked: isLocked, language)
        let shown = Set(products.flatMap { $0.categories.flatMap { $0.boxes.map(\.key) } })
        hidden = draft.resources.map(\.key).filter { !shown.contains($0) }
        tickedCount = draft.resources.count
        let count = draft.resources.count
        ticked =
            (count == 1
            ? Phrase(pt: "1 recurso marcado", es: "1 recurso tildado", en: "1 resource ticked")
            : Phrase(
                pt: "\(count) recursos marcados", es: "\(count) recursos tildados", en: "\(count) resources ticked"))[
                language]
        isEmpty = products.isEmpty
    }
}
