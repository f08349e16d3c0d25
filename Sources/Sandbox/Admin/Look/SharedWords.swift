import Basics

/// Words that several pages share.
struct SharedWords: Sendable {
    let save = Phrase(pt: "Salvar", es: "Guardar", en: "Save")
    let cancel = Phrase(pt: "Cancelar", es: "Cancelar", en: "Cancel")
    let remove = Phrase(pt: "Excluir", es: "Eliminar", en: "Delete")
    let search = Phrase(pt: "Buscar", es: "Buscar", en: "Search")
    let open = Phrase(pt: "Abrir", es: "Abrir", en: "Open")
    let active = Phrase(pt: "Ativa", es: "Activa", en: "Active")
    let inactive = Phrase(pt: "Inativa", es: "Inactiva", en: "Inactive")
    let name = Phrase(pt: "Nome", es: "Nombre", en: "Name")
    let key = Phrase(pt: "Chave", es: "Clave", en: "Key")
    let state = Phrase(pt: "Status", es: "Estado", en: "Status")
    let created = Phrase(pt: "Criada em", es: "Creada el", en: "Created")
    let roles = Phrase(pt: "Perfis de acesso", es: "Roles de usuario", en: "User roles")
    let noRoles = Phrase(pt: "Nenhum perfil", es: "Ningún rol", en: "No role")
    let addRole = Phrase(pt: "Adicionar perfil", es: "Añadir rol", en: "Add role")
    let takeRole = Phrase(pt: "Remover", es: "Quitar", en: "Remove")
    let readyMade = Phrase(pt: "pronto no sandbox", es: "listo en el sandbox", en: "ready-made")
    let predefined = Phrase(pt: "predefinido", es: "predefinido", en: "predefined")
    let custom = Phrase(pt: "personalizado", es: "personalizado", en: "custom")
    let optional = Phrase(pt: "opcional", es: "opcional", en: "optional")
}
