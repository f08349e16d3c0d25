import Basics

/// What can go wrong with keys, sealed values and passwords. Trying again helps when it was busy only; the remedy says
/// what helps else.
package struct SecretsError: ExplainedError, Hashable {
    package enum Problem: Hashable, Sendable {
        /// There is no master key, and making one would lock the stored credentials away for good.
        case masterKeyMissing(path: String)
        /// The vault was sealed with `needed`, which is not among the master keys at hand.
        case masterKeyWrong(needed: String, held: [String])
        /// Somebody else on the machine can read the key file; `mode` is octal, as in `644`.
        case masterKeyExposed(path: String, mode: String)
        /// A line that is no master key, or whose id does not belong to its key: cut off, mistyped. Lines count from 1.
        case masterKeyUnreadable(source: String, line: Int)
        /// The operating system refused; `reason` is its own words.
        case masterKeyInaccessible(path: String, reason: String)
        /// The value does not open with the right key: changed, or copied here from another place.
        case sealedValueDamaged(owner: String, field: String)
        /// Nothing is stored under this name.
        case secretMissing(owner: String, field: String)
        /// Too many passwords wait to be checked.
        case busy
    }

    package let problem: Problem

    package init(_ problem: Problem) { self.problem = problem }

    package var code: String {
        switch problem {
        case .masterKeyMissing: "secrets.master_key_missing"
        case .masterKeyWrong: "secrets.master_key_wrong"
        case .masterKeyExposed: "secrets.master_key_exposed"
        case .masterKeyUnreadable: "secrets.master_key_unreadable"
        case .masterKeyInaccessible: "secrets.master_key_inaccessible"
        case .sealedValueDamaged: "secrets.sealed_value_damaged"
        case .secretMissing: "secrets.secret_missing"
        case .busy: "secrets.busy"
        }
    }

    package var isRetryable: Bool { problem == .busy }

    package var explanation: Phrase {
        switch problem {
        case .masterKeyMissing(let path):
            Phrase(
                pt: "O banco de dados guarda credenciais cifradas, mas a chave-mestra não está em \(path).",
                es: "La base de datos guarda credenciales cifradas, pero la clave maestra no está en \(path).",
                en: "The database holds encrypted credentials, but the master key is not at \(path).")
        case .masterKeyWrong(let needed, let held):
            Self.wrongKey(needed: needed, held: held.isEmpty ? "–" : held.joined(separator: ", "))
        case .masterKeyExposed(let path, let mode):
            Phrase(
                pt: "Outros usuários desta máquina podem ler a chave-mestra em \(path) (permissões \(mode)).",
                es: "Otros usuarios de esta máquina pueden leer la clave maestra en \(path) (permisos \(mode)).",
                en: "Other users of this machine can read the master key at \(path) (mode \(mode)).")
        case .masterKeyUnreadable(let source, let line):
            Phrase(
                pt: "A linha \(line) de \(source) não é uma chave-mestra inteira.",
                es: "La línea \(line) de \(source) no es una clave maestra completa.",
                en: "Line \(line) of \(source) is not a whole master key.")
        case .masterKeyInaccessible(let path, let reason):
            Phrase(
                pt: "Não foi possível ler ou gravar a chave-mestra em \(path): \(reason).",
                es: "No se pudo leer ni escribir la clave maestra en \(path): \(reason).",
                en: "The master key at \(path) could not be read or written: \(reason).")
        case .sealedValueDamaged(let owner, let field):
            Phrase(
                pt: "O valor cifrado \(field) de \(owner) foi alterado ou veio de outro lugar; ele não abre.",
                es: "El valor cifrado \(field) de \(owner) fue alterado o proviene de otro lugar; no se abre.",
                en: "The sealed value \(field) of \(owner) was altered or copied from elsewhere; it does not open.")
        case .secretMissing(let owner, let field):
            Phrase(
                pt: "Não há nenhum valor \(field) guardado para \(owner).",
                es: "No hay ningún valor \(field) guardado para \(owner).",
                en: "No value \(field) is stored for \(owner).")
        case .busy:
            Phrase(
                pt: "Há acessos demais sendo conferidos neste momento.",
                es: "Hay demasiados accesos verificándose en este momento.",
                en: "Too many sign-ins are being checked at the moment.")
        }
    }

    package var remedy: Phrase? {
        switch problem {
        case .masterKeyMissing, .masterKeyWrong:
            Phrase(
                pt: "Recoloque a chave-mestra da cópia de segurança. Se ela se perdeu para sempre, ponte vault abandon "
                    + "descarta as credenciais que ela abria, para que sejam informadas de novo.",
                es:
                    "Vuelva a colocar la clave maestra de la copia de seguridad. Si se perdió para siempre, ponte vault "
                    + "abandon descarta las credenciales que abría, para ingresarlas otra vez.",
                en: "Put back the master key from its backup. If it is lost for good, ponte vault abandon gives up the "
                    + "credentials that it opened, so that they can be entered again.")
        case .masterKeyExposed(let path, _):
            Phrase(
                pt: "Execute: chmod 600 \(path)", es: "Ejecute: chmod 600 \(path)", en: "Run: chmod 600 \(path)")
        case .masterKeyUnreadable:
            Phrase(
                pt: "Cada linha é `ponte-master-key/1 <id> <base64>`; copie-a por inteiro.",
                es: "Cada línea es `ponte-master-key/1 <id> <base64>`; cópiela completa.",
                en: "Each line reads `ponte-master-key/1 <id> <base64>`; copy it whole.")
        case .masterKeyInaccessible:
            Phrase(
                pt: "Confira a pasta e as permissões, ou indique outro arquivo.",
                es: "Revise la carpeta y los permisos, o indique otro archivo.",
                en: "Check the folder and its permissions, or name another file.")
        case .sealedValueDamaged, .secretMissing:
            Phrase(
                pt: "Informe a credencial de novo.", es: "Ingrese la credencial otra vez.",
                en: "Enter the credential again.")
        case .busy:
            Phrase(
                pt: "Tente de novo em alguns segundos.", es: "Pruebe otra vez en unos segundos.",
                en: "Try again in a few seconds.")
        }
    }

    private static func wrongKey(needed: String, held: String) -> Phrase {
        Phrase(
            pt: "As credenciais foram cifradas com a chave-mestra \(needed), e as chaves disponíveis são: \(held).",
            es: "Las credenciales se cifraron con la clave maestra \(needed), y las claves disponibles son: \(held).",
            en: "The credentials were sealed with master key \(needed); the keys at hand are: \(held).")
    }
}
