import Basics

/// A page for what cannot be shown, with a way on.
struct ProblemPage: AdminPage {
    struct Words: Sendable {
        let text: Phrase
        let home = Phrase(pt: "Ir para o início", es: "Ir al inicio", en: "Go to the home page")
    }

    static let template = "problem"
    let heading: Phrase
    let words: Words
    /// Whether the other pages can be reached at all.
    let hasWayHome: Bool

    init(_ problem: AdminProblem) {
        heading = Self.heading(problem)
        words = Words(text: Self.text(problem))
        if case .foreignHost = problem { hasWayHome = false } else { hasWayHome = true }
    }

    private static func heading(_ problem: AdminProblem) -> Phrase {
        switch problem {
        case .noAccount, .noPage:
            Phrase(pt: "Página não encontrada", es: "Página no encontrada", en: "Page not found")
        case .noRole: Phrase(pt: "Perfil não encontrado", es: "Rol no encontrado", en: "Role not found")
        case .noKey: Phrase(pt: "Chave não encontrada", es: "Clave no encontrada", en: "Key not found")
        case .noUser: Phrase(pt: "Usuário não encontrado", es: "Usuario no encontrado", en: "User not found")
        case .noOrder: Phrase(pt: "Pedido não encontrado", es: "Pedido no encontrado", en: "Order not found")
        case .predefinedRole, .tooLong, .foreignHost, .foreignForm:
            Phrase(pt: "Solicitação recusada", es: "Solicitud rechazada", en: "Request refused")
        case .broken, .unexpected: Phrase(pt: "Algo deu errado", es: "Algo salió mal", en: "Something went wrong")
        }
    }

    private static func text(_ problem: AdminProblem) -> Phrase {
        switch problem {
        case .noAccount:
            Phrase(
                pt: "Este sandbox não tem uma conta com esse nome.",
                es: "Este sandbox no tiene una cuenta con ese nombre.",
                en: "This sandbox has no account of that name.")
        case .noPage:
            Phrase(
                pt: "Não há nada neste endereço. Confira se ele foi copiado por inteiro.",
                es: "No hay nada en esta dirección. Verifique que se copió completa.",
                en: "There is nothing at this address. Check that it was copied whole.")
        case .noRole, .noKey, .noUser, .noOrder:
            Phrase(
                pt: "Não existe, ou foi excluído enquanto você olhava outra página.",
                es: "No existe, o se eliminó mientras usted miraba otra página.",
                en: "It does not exist, or it was deleted while you looked at another page.")
        case .predefinedRole:
            Phrase(
                pt: "Perfis predefinidos são da VTEX e não mudam. Crie um perfil novo a partir dele.",
                es: "Los roles predefinidos son de VTEX y no cambian. Cree un rol nuevo a partir de él.",
                en: "Predefined roles belong to VTEX and do not change. Make a new role from it.")
        case .tooLong:
            Phrase(
                pt: "O formulário é grande demais.", es: "El formulario es demasiado grande.",
                en: "The form is too long.")
        case .foreignHost:
            Phrase(
                pt:
                    "O navegador chegou aqui por um nome que não é deste sandbox. Use o endereço 127.0.0.1 ou localhost.",
                es:
                    "El navegador llegó aquí por un nombre que no es de este sandbox. Use la dirección 127.0.0.1 o localhost.",
                en:
                    "The browser came here by a name that is not this sandbox's. Use the address 127.0.0.1 or localhost."
            )
        case .foreignForm:
            Phrase(
                pt: "O formulário veio de outro site. Nada foi mudado. Abra a tela aqui e envie de novo.",
                es: "El formulario vino de otro sitio. No se cambió nada. Abra la pantalla aquí y envíelo de nuevo.",
                en: "The form came from another site. Nothing was changed. Open the screen here and send it again.")
        case .broken(let text): Phrase(same: text)
        case .unexpected:
            Phrase(
                pt: "O sandbox não conseguiu montar esta página. O motivo está no log dele.",
                es: "El sandbox no pudo armar esta página. El motivo está en su log.",
                en: "The sandbox could not make this page. Its log says why.")
        }
    }
}
