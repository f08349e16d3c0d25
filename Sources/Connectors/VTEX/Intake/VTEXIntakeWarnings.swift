import Basics
import ConnectorKit

/// What intake put right, or let through although it looks odd.
extension Phrase {
    static let cleaned = Phrase(
        pt: "Espaços, quebras de linha, aspas ou caracteres invisíveis em volta dos valores colados foram retirados.",
        es: "Se quitaron espacios, saltos de línea, comillas o caracteres invisibles alrededor de los valores pegados.",
        en: "Blanks, line ends, quotes or invisible characters around the pasted values were taken off.")

    static let tokenJoined = Phrase(
        pt: "O token veio quebrado em partes e foi juntado: agora tem 128 letras.",
        es: "El token venía partido y se unió: ahora tiene 128 letras.",
        en: "The token came in pieces and was joined: it now has 128 letters.")

    static let unusualKey = Phrase(
        pt: "A chave não tem a forma usual vtexappkey-conta-ABCDEF. Confira se foi copiada inteira.",
        es: "La clave no tiene la forma habitual vtexappkey-cuenta-ABCDEF. Revise que se haya copiado entera.",
        en: "The key does not have the usual form vtexappkey-account-ABCDEF. Check that it was copied whole.")

    static func accountTakenFromAddress(_ name: String) -> Phrase {
        Phrase(
            pt: "O nome da conta foi tirado do endereço colado: \(name).",
            es: "El nombre de la cuenta se tomó de la dirección pegada: \(name).",
            en: "The account name was taken from the pasted address: \(name).")
    }

    static func headerNameTakenOff(_ field: IntakeError.Field) -> Phrase {
        let name = field == .key ? "X-VTEX-API-AppKey" : "X-VTEX-API-AppToken"
        return Phrase(
            pt: "O nome do cabeçalho (\(name)) veio junto e foi retirado.",
            es: "El nombre del encabezado (\(name)) venía pegado y se quitó.",
            en: "The header's name (\(name)) came along and was taken off.")
    }

    static func tokenLength(_ length: Int) -> Phrase {
        length < VTEXIntake.tokenLength
            ? Phrase(
                pt: "O token tem \(length) caracteres, menos que os 128 usuais. Confira se foi copiado inteiro.",
                es:
                    "El token tiene \(length) caracteres, menos que los 128 habituales. Revise que se haya copiado entero.",
                en: "The token has \(length) characters, fewer than the usual 128. Check that it was copied whole.")
            : Phrase(
                pt: "O token tem \(length) caracteres, mais que os 128 usuais. Confira se nada a mais foi copiado.",
                es:
                    "El token tiene \(length) caracteres, más que los 128 habituales. Revise que no se haya copiado de más.",
                en: "The token has \(length) characters, more than the usual 128. Check that nothing else was copied.")
    }
}
