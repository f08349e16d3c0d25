import Basics
import Glibc

/// What can go wrong between a person and a command, before any room below is asked.
package struct CommandError: ExplainedError, Hashable {
    package let code: String
    package let explanation: Phrase
    package let remedy: Phrase?

    init(_ code: String, _ explanation: Phrase, remedy: Phrase? = nil) {
        self.code = "command." + code
        self.explanation = explanation
        self.remedy = remedy
    }

    /// The token itself is not repeated: it may be a real one.
    static let tokenTyped = CommandError(
        "token_typed",
        Phrase(
            pt: "O token não é aceito na linha de comando, onde todos nesta máquina podem vê-lo.",
            es: "El token no se acepta en la línea de comandos, donde cualquiera en esta máquina puede verlo.",
            en: "Tokens are not taken on the command line, where everybody on this machine can see them."),
        remedy: Phrase(
            pt:
                "Coloque-o na variável PONTE_APP_TOKEN ou num arquivo e use --app-token-file ARQUIVO. Se o token que você "
                + "digitou é verdadeiro, gere outro: ele ficou no histórico do shell.",
            es:
                "Póngalo en la variable PONTE_APP_TOKEN o en un archivo y use --app-token-file ARCHIVO. Si el token que "
                + "escribió es real, genere otro: quedó en el historial del shell.",
            en:
                "Put it in the variable PONTE_APP_TOKEN, or in a file and use --app-token-file FILE. If the one you typed "
                + "is real, renew it: it is in your shell's history now."))

    static let tokenMissing = CommandError(
        "token_missing",
        Phrase(
            pt: "Falta o token da chave.", es: "Falta el token de la clave.", en: "The key's token is missing."),
        remedy: Phrase(
            pt: "Coloque-o na variável PONTE_APP_TOKEN, ou num arquivo e use --app-token-file ARQUIVO.",
            es: "Póngalo en la variable PONTE_APP_TOKEN, o en un archivo y use --app-token-file ARCHIVO.",
            en: "Put it in the variable PONTE_APP_TOKEN, or in a file and use --app-token-file FILE."))

    static let abandonUnconfirmed = CommandError(
        "abandon_unconfirmed",
        Phrase(
            pt: "As credenciais que a chave-mestra presente não abre seriam descartadas para sempre.",
            es: "Las credenciales que la clave maestra presente no abre se descartarían para siempre.",
            en: "The credentials that the master key at hand does not open would be given up for good."),
        remedy: Phrase(
            pt: "Procure antes a chave-mestra nas cópias de segurança. Se ela se perdeu mesmo, repita com --yes.",
            es: "Busque antes la clave maestra en las copias de seguridad. Si de verdad se perdió, repita con --yes.",
            en: "Look for the master key in your backups first. If it is really lost, say it again with --yes."))

    static func missingOption(_ name: String) -> CommandError {
        CommandError(
            "missing_option",
            Phrase(pt: "Falta \(name).", es: "Falta \(name).", en: "\(name) is missing."),
            remedy: Phrase(
                pt: "Veja um exemplo com --help.", es: "Vea un ejemplo con --help.", en: "See an example with --help."))
    }

    static func unreadableFile(_ path: String, _ number: Int32) -> CommandError {
        let reason = String(cString: strerror(number))
        return CommandError(
            "unreadable_file",
            Phrase(
                pt: "Não foi possível ler o arquivo \(path): \(reason).",
                es: "No se pudo leer el archivo \(path): \(reason).",
                en: "The file \(path) cannot be read: \(reason)."))
    }

    static func damagedDemo(_ path: String) -> CommandError {
        CommandError(
            "damaged_demo",
            Phrase(
                pt: "O arquivo \(path) da demonstração está danificado.",
                es: "El archivo \(path) de la demostración está dañado.",
                en: "The demo's file \(path) is damaged."),
            remedy: Phrase(
                pt: "Apague a pasta da demonstração e comece de novo.",
                es: "Borre la carpeta de la demostración y empiece de nuevo.",
                en: "Delete the demo's folder and begin anew."))
    }

    static func demoPortTaken(_ port: Int) -> CommandError {
        CommandError(
            "demo_port_taken",
            Phrase(
                pt: "A porta \(port), em que a loja da demonstração estava, é usada agora por outro programa.",
                es: "El puerto \(port), en el que estaba la tienda de la demostración, lo usa ahora otro programa.",
                en: "Port \(port), where the demo's store was, is now taken by another program."),
            remedy: Phrase(
                pt: "Encerre esse programa, ou comece outra demonstração com --folder OUTRA-PASTA.",
                es: "Detenga ese programa, o empiece otra demostración con --folder OTRA-CARPETA.",
                en: "End that program, or start another demo with --folder OTHER-FOLDER."))
    }

    static func unwritableFolder(_ path: String) -> CommandError {
        CommandError(
            "unwritable_folder",
            Phrase(
                pt: "Não foi possível gravar em \(path).", es: "No se pudo escribir en \(path).",
                en: "\(path) cannot be written."),
            remedy: Phrase(
                pt: "Confira o espaço em disco e a permissão, ou escolha outra pasta com --folder.",
                es: "Revise el espacio en disco y el permiso, o elija otra carpeta con --folder.",
                en: "Check the disk space and the permission, or choose another folder with --folder."))
    }

    static func outputFailed(_ number: Int32) -> CommandError {
        let reason = String(cString: strerror(number))
        return CommandError(
            number == EPIPE ? "output_closed" : "output_failed",
            Phrase(
                pt: "Não foi possível escrever a saída: \(reason).",
                es: "No se pudo escribir la salida: \(reason).",
                en: "The output cannot be written: \(reason)."))
    }

    static func wrongValue(_ option: String, _ expected: Phrase) -> CommandError {
        CommandError(
            "wrong_value",
            Phrase(
                pt: "O valor de \(option) não serve: \(expected.portuguese).",
                es: "El valor de \(option) no sirve: \(expected.spanish).",
                en: "The value of \(option) will not do: \(expected.english)."))
    }

    static func noOrganization(_ name: String) -> CommandError {
        CommandError(
            "no_organization",
            Phrase(
                pt: "Não há cliente com o nome “\(name)” neste banco de dados.",
                es: "No hay un cliente con el nombre “\(name)” en esta base de datos.",
                en: "No organization is called “\(name)” in this database."),
            remedy: Phrase(
                pt: "Veja os nomes com: ponte connection list", es: "Vea los nombres con: ponte connection list",
                en: "See the names with: ponte connection list"))
    }

    static func noConnection(_ text: String) -> CommandError {
        CommandError(
            "no_connection",
            Phrase(
                pt: "Não há conexão “\(text)” neste banco de dados.",
                es: "No hay conexión “\(text)” en esta base de datos.",
                en: "There is no connection “\(text)” in this database."),
            remedy: Phrase(
                pt: "Veja as que existem com: ponte connection list",
                es: "Vea las que existen con: ponte connection list",
                en: "See those that exist with: ponte connection list"))
    }

    static func ambiguousConnection(_ text: String, ids: [String]) -> CommandError {
        let list = ids.joined(separator: ", ")
        return CommandError(
            "ambiguous_connection",
            Phrase(
                pt: "Mais de uma conexão atende por “\(text)”.", es: "Más de una conexión responde a “\(text)”.",
                en: "More than one connection is called “\(text)”."),
            remedy: Phrase(
                pt: "Use o id de uma delas: \(list).", es: "Use el id de una de ellas: \(list).",
                en: "Use the id of one of them: \(list)."))
    }

    /// Something that no room has words for: a defect of Ponte.
    static func unexpected(kind: String) -> CommandError {
        CommandError(
            internalCode: "internal",
            Phrase(
                pt: "Algo deu errado dentro do Ponte (\(kind)).", es: "Algo falló dentro de Ponte (\(kind)).",
                en: "Something went wrong inside Ponte (\(kind))."),
            remedy: Phrase(
                pt: "Repita com PONTE_LOG_LEVEL=debug e conte o que apareceu a quem mantém o Ponte.",
                es: "Repita con PONTE_LOG_LEVEL=debug y cuente lo que apareció a quienes mantienen Ponte.",
                en: "Run it again with PONTE_LOG_LEVEL=debug and tell Ponte's maintainers what it shows."))
    }

    private init(internalCode code: String, _ explanation: Phrase, remedy: Phrase) {
        self.code = code
        self.explanation = explanation
        self.remedy = remedy
    }
}
