import Basics

/// What was done, said on the page that follows a form.
enum AdminNotice: String, Sendable, CaseIterable {
    case roleMade = "role-made"
    case roleSaved = "role-saved"
    case roleGone = "role-gone"
    case keyMade = "key-made"
    case keyOn = "key-on"
    case keyOff = "key-off"
    case keyGone = "key-gone"
    case tokenRenewed = "token-renewed"
    case renewalPending = "renewal-pending"
    case renewalDone = "renewal-done"
    case renewalMissing = "renewal-missing"
    case roleGiven = "role-given"
    case roleTaken = "role-taken"
    case userSaved = "user-saved"
    case userGone = "user-gone"
    case orderMade = "order-made"
    case orderMoved = "order-moved"
    case orderAtEnd = "order-at-end"
    case faultOn = "fault-on"
    case faultOff = "fault-off"
    case faultsReset = "faults-reset"

    /// Whether it is bad news.
    var isProblem: Bool { [.renewalPending, .renewalMissing, .orderAtEnd].contains(self) }

    var text: Phrase {
        switch self {
        case .roleMade: Phrase(pt: "Perfil de acesso criado.", es: "Rol de usuario creado.", en: "Role created.")
        case .roleSaved: Phrase(pt: "Perfil de acesso salvo.", es: "Rol de usuario guardado.", en: "Role saved.")
        case .roleGone: Phrase(pt: "Perfil de acesso excluído.", es: "Rol de usuario eliminado.", en: "Role deleted.")
        case .keyMade: Phrase(pt: "Chave gerada.", es: "Clave generada.", en: "Key generated.")
        case .keyOn: Phrase(pt: "Chave ativada.", es: "Clave activada.", en: "Key activated.")
        case .keyOff:
            Phrase(
                pt: "Chave desativada: a partir de agora ela recebe 401.",
                es: "Clave desactivada: desde ahora recibe 401.", en: "Key deactivated: from now on it gets 401.")
        case .keyGone: Phrase(pt: "Chave excluída.", es: "Clave eliminada.", en: "Key deleted.")
        case .tokenRenewed:
            Phrase(
                pt: "Novo token gerado. Os dois tokens valem até você concluir a renovação.",
                es: "Nuevo token generado. Los dos tokens valen hasta que termine la renovación.",
                en: "New token generated. Both tokens work until you finish the renewal.")
        case .renewalPending:
            Phrase(
                pt: "Já há uma renovação em andamento; conclua-a antes de gerar outro token.",
                es: "Ya hay una renovación en curso; termínela antes de generar otro token.",
                en: "A renewal is under way already; finish it before you generate another token.")
        case .renewalDone:
            Phrase(
                pt: "Renovação concluída: o token antigo deixou de valer.",
                es: "Renovación terminada: el token anterior dejó de valer.",
                en: "Renewal finished: the old token no longer works.")
        case .renewalMissing:
            Phrase(
                pt: "Não há renovação em andamento para concluir.",
                es: "No hay ninguna renovación en curso que terminar.",
                en: "There is no renewal under way to finish.")
        default: laterText
        }
    }

    private var laterText: Phrase {
        switch self {
        case .roleGiven: Phrase(pt: "Perfil adicionado.", es: "Rol añadido.", en: "Role added.")
        case .roleTaken: Phrase(pt: "Perfil removido.", es: "Rol quitado.", en: "Role removed.")
        case .userSaved: Phrase(pt: "Usuário salvo.", es: "Usuario guardado.", en: "User saved.")
        case .userGone: Phrase(pt: "Usuário excluído.", es: "Usuario eliminado.", en: "User deleted.")
        case .orderMade: Phrase(pt: "Pedido criado.", es: "Pedido creado.", en: "Order placed.")
        case .orderMoved: Phrase(pt: "Pedido atualizado.", es: "Pedido actualizado.", en: "Order moved on.")
        case .orderAtEnd:
            Phrase(
                pt: "Este pedido já chegou ao fim do caminho.", es: "Este pedido ya llegó al final del camino.",
                en: "This order is at the end of its road already.")
        case .faultOn: Phrase(pt: "Falha ligada.", es: "Falla activada.", en: "Fault switched on.")
        case .faultOff: Phrase(pt: "Falha desligada.", es: "Falla desactivada.", en: "Fault switched off.")
        default:
            Phrase(
                pt: "Todas as falhas desligadas e os contadores zerados.",
                es: "Todas las fallas desactivadas y los contadores en cero.",
                en: "All faults switched off and the counts set to zero.")
        }
    }
}
