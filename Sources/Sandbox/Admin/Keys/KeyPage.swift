import Basics

/// One key: its state, its tokens, its roles.
struct KeyPage: AdminPage {
    struct Words: Sendable {
        let id = Phrase(same: "ID")
        let activate = Phrase(pt: "Ativar chave", es: "Activar clave", en: "Activate key")
        let deactivate = Phrase(pt: "Desativar chave", es: "Desactivar clave", en: "Deactivate key")
        let token = Phrase(same: "Token")
        let tokenSince = Phrase(pt: "Token em uso desde", es: "Token en uso desde", en: "Token in use since")
        let nextSince = Phrase(pt: "Novo token desde", es: "Token nuevo desde", en: "New token since")
        let linkTitle = Phrase(pt: "Link de uso único", es: "Enlace de un solo uso", en: "One-time link")
        let linkText = Phrase(
            pt: "Abra, copie a chave e o token e guarde em lugar seguro. Abre uma única vez; sem abrir, vale 24 horas.",
            es:
                "Ábralo, copie la clave y el token y guárdelos en un lugar seguro. Se abre una sola vez; sin abrir, vale 24 horas.",
            en: "Open it, copy key and token and keep them safe. It opens only once; unopened, it lasts 24 hours.")
        let linkOpen = Phrase(
            pt: "Abrir as credenciais (em outra aba)", es: "Abrir las credenciales (en otra pestaña)",
            en: "Open the credentials (in another tab)")
        let linkGone = Phrase(
            pt: "O link já foi aberto ou venceu. Perdeu o token? Renove-o.",
            es: "El enlace ya se abrió o venció. ¿Perdió el token? Renuévelo.",
            en: "The link was opened already or is too old. Lost the token? Renew it.")
        let renewText = Phrase(
            pt:
                "O token não aparece de novo. Renovar gera outro, e os dois valem até você concluir: assim o integrador troca sem parar.",
            es:
                "El token no vuelve a aparecer. Renovar genera otro, y los dos valen hasta terminar: así el integrador cambia sin parar.",
            en:
                "The token is not shown again. Renewing makes another, and both work until you finish, so that the integrator can switch without a stop."
        )
        let renew = Phrase(pt: "Renovar token", es: "Renovar token", en: "Renew token")
        let finishText = Phrase(
            pt: "Renovação em andamento: o token antigo e o novo valem. Conclua quando o integrador já usar o novo.",
            es: "Renovación en curso: el token viejo y el nuevo valen. Termínela cuando el integrador ya use el nuevo.",
            en:
                "Renewal under way: the old and the new token both work. Finish it once the integrator uses the new one."
        )
        let finish = Phrase(
            pt: "Concluir renovação (apaga o antigo)", es: "Terminar renovación (borra el anterior)",
            en: "Finish renewal (drops the old one)")
        let roleLabel = Phrase(pt: "Perfil de acesso", es: "Rol de usuario", en: "Role")
        let viaUser = Phrase(pt: "pelo usuário", es: "por el usuario", en: "through the user")
        let danger = Phrase(pt: "Excluir chave", es: "Eliminar clave", en: "Delete key")
        let asUser = Phrase(
            pt: "O caminho antigo: dar o perfil em Usuários, com a chave no campo e-mail.",
            es: "El camino viejo: dar el rol en Usuarios, con la clave en el campo e-mail.",
            en: "The old way: give the role under Users, with the key in the e-mail field.")
        let newUser = Phrase(
            pt: "Criar usuário com esta chave", es: "Crear usuario con esta clave", en: "Make a user with this key")
    }

    struct Held: Sendable {
        let roleID: Int
        let roleName: String
        /// Where the key has it from; nil for its own.
        let userID: String?
    }

    static let template = "key"
    let words = Words()
    let heading: Phrase
    let id: String
    let name: String
    let label: String
    let created: String
    let isActive: Bool
    let tokenSince: String
    let nextSince: String?
    let link: String?
    let linkIsGone: Bool
    let held: [Held]
    let choices: [RoleChoice]
    let labelInQuery: String

    init(_ visit: Visit, key: AppKey, link: String?) {
        let access = visit.shop.access.read { $0 }
        heading = Phrase(same: key.label)
        id = key.id
        name = key.name
        label = key.label
        created = Shown.moment(key.created)
        isActive = key.isActive
        tokenSince = Shown.moment(key.tokenCreated)
        nextSince = key.nextTokenCreated.map(Shown.moment)
        let isOpenable = link.map { access.hasLink($0, at: visit.now) } ?? false
        self.link = isOpenable ? link : nil
        linkIsGone = link != nil && !isOpenable
        func held(_ roles: [Int], _ user: AccessUser?) -> [Held] {
            roles.compactMap(access.role).map { Held(roleID: $0.id, roleName: $0.name, userID: user?.id) }
        }
        self.held = held(key.roles, nil) + access.users(linkedTo: key).flatMap { held($0.roles, $0) }
        choices = RoleChoice.all(access, without: key.roles)
        labelInQuery = Typed.encoded(key.label)
    }
}
