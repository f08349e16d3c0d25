import Basics

extension RecordsError {
    package var explanation: Phrase {
        switch problem {
        case .organizationExists(let name):
            Phrase(
                pt: "Já existe um cliente chamado \(name); maiúsculas e acentos não contam.",
                es: "Ya existe un cliente llamado \(name); mayúsculas y acentos no cuentan.",
                en: "There is an organization named \(name) already; case and accents do not count.")
        case .organizationMissing(let id):
            Phrase(
                pt: "O cliente \(id) não existe.", es: "El cliente \(id) no existe.",
                en: "There is no organization \(id).")
        case .nameEmpty:
            Phrase(
                pt: "O nome está em branco, passa de 200 letras ou tem caracteres que não se veem.",
                es: "El nombre está en blanco, pasa de 200 letras o tiene caracteres que no se ven.",
                en: "The name is blank, longer than 200 letters, or has characters that cannot be seen.")
        case .connectionExists(let platform, let account):
            Phrase(
                pt: "Este cliente já tem uma conexão com a conta \(account) em \(platform).",
                es: "Este cliente ya tiene una conexión con la cuenta \(account) en \(platform).",
                en: "This organization already has a connection to account \(account) on \(platform).")
        case .connectionMissing(let id):
            Phrase(
                pt: "A conexão \(id) não existe neste cliente.", es: "La conexión \(id) no existe en este cliente.",
                en: "This organization has no connection \(id).")
        case .connectionUnfinished:
            Phrase(
                pt: "Esta conexão ainda está sendo configurada.", es: "Esta conexión aún se está configurando.",
                en: "This connection is still being set up.")
        case .connectionFinished:
            Phrase(
                pt: "Esta conexão já está configurada.", es: "Esta conexión ya está configurada.",
                en: "This connection is set up already.")
        case .keyCheckSuperseded:
            Phrase(
                pt: "Outra verificação desta chave tomou o lugar desta.",
                es: "Otra verificación de esta clave tomó el lugar de esta.",
                en: "Another check of this key took this one's place.")
        case .logCompacted(let position, let through, _):
            Phrase(
                pt:
                    "As mudanças até a de número \(through) já foram descartadas; não dá para continuar da "
                    + "\(position).",
                es: "Los cambios hasta el número \(through) ya se descartaron; no se puede continuar desde el "
                    + "\(position).",
                en: "Changes up to number \(through) are no longer kept; reading cannot go on from \(position).")
        case .logAhead(let position, let head):
            Phrase(
                pt: "O registro de mudanças termina na \(head); a \(position) ainda não existe, ou se perdeu quando um "
                    + "backup foi restaurado.",
                es: "El registro de cambios termina en el \(head); el \(position) aún no existe, o se perdió al "
                    + "restaurar una copia.",
                en: "The log ends at change \(head); change \(position) is not there yet, or was lost when a backup "
                    + "was restored.")
        case .leaseLost(let reader):
            Phrase(
                pt: "O leitor \(reader) foi assumido por outro processo; nada foi gravado.",
                es: "Otro proceso tomó el lector \(reader); no se grabó nada.",
                en: "Another process took reader \(reader) over; nothing was written.")
        case .unreadableDocument(let record, let reason):
            Phrase(
                pt: "O registro \(record) não pôde ser lido: \(reason).",
                es: "No se pudo leer el registro \(record): \(reason).",
                en: "Record \(record) could not be read: \(reason).")
        case .unreadablePayload(let record):
            Phrase(
                pt: "A resposta original guardada do registro \(record) está danificada.",
                es: "La respuesta original guardada del registro \(record) está dañada.",
                en: "The source payload kept of record \(record) is damaged.")
        }
    }

    package var remedy: Phrase? {
        switch problem {
        case .organizationExists, .nameEmpty:
            Phrase(pt: "Escolha outro nome.", es: "Elija otro nombre.", en: "Choose another name.")
        case .organizationMissing, .connectionMissing:
            Phrase(
                pt: "Confira o identificador na lista.", es: "Revise el identificador en la lista.",
                en: "Check the id against the list.")
        case .connectionExists:
            Phrase(
                pt: "Use a conexão existente ou troque a credencial dela.",
                es: "Use la conexión existente o cambie su credencial.",
                en: "Use the one that is there, or replace its credential.")
        case .logCompacted(_, _, let head), .logAhead(_, let head):
            Phrase(
                pt: "Leia os registros como estão agora e continue depois da mudança \(head).",
                es: "Lea los registros como están ahora y continúe después del cambio \(head).",
                en: "Read the records as they stand now, then go on after change \(head).")
        case .connectionUnfinished:
            Phrase(
                pt: "Termine a configuração no painel: Conexões → a loja → Continuar.",
                es: "Termine la configuración en el panel: Conexiones → la tienda → Continuar.",
                en: "Finish setting it up in the console: Connections → the store → Continue.")
        case .connectionFinished:
            Phrase(
                pt: "Abra a página da conexão.", es: "Abra la página de la conexión.",
                en: "Open the connection's page.")
        case .leaseLost, .keyCheckSuperseded: nil
        case .unreadableDocument:
            Phrase(
                pt: "Use a versão mais nova do Ponte; se o erro continuar, restaure a cópia de segurança.",
                es: "Use la versión más nueva de Ponte; si el error continúa, restaure la copia de seguridad.",
                en: "Use the newest Ponte; if the error stays, restore the backup.")
        case .unreadablePayload:
            Phrase(
                pt: "Sincronize o pedido de novo.", es: "Sincronice el pedido otra vez.",
                en: "Sync the order again.")
        }
    }
}
