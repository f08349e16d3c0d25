import Basics
import ConnectorKit

/// What can be wrong with the token.
extension IntakeError {
    private static let whereTheTokenIs = Phrase(
        pt: "O token tem 128 letras e a VTEX só o mostra uma vez, quando é gerado. Se não foi guardado, renove-o em "
            + "Configurações da conta → Chaves de API.",
        es: "El token tiene 128 letras y VTEX solo lo muestra una vez, cuando se genera. Si no se guardó, renuévelo en "
            + "Configuración de la cuenta → Claves de API.",
        en:
            "The token has 128 letters and VTEX shows it only once, when it is generated. If it was not kept, renew it at "
            + "Account settings → API keys.")

    private static func token(_ code: String, _ explanation: Phrase) -> IntakeError {
        IntakeError(code: "intake." + code, field: .token, explanation: explanation, remedy: whereTheTokenIs)
    }

    static let tokenMissing = token(
        "token_missing",
        Phrase(pt: "Falta o token (AppToken).", es: "Falta el token (AppToken).", en: "The app token is missing."))

    static let tokenIsPlaceholder = token(
        "token_is_placeholder",
        Phrase(
            pt: "O campo do token traz a palavra que um programa escreve quando não há valor (como undefined).",
            es: "El campo del token trae la palabra que un programa escribe cuando no hay valor (como undefined).",
            en: "The token field holds the word that a program writes when there is no value (such as undefined)."))

    static let tokenIsMasked = token(
        "token_is_masked",
        Phrase(
            pt: "O campo do token traz asteriscos ou pontos: a tela de onde foi copiado esconde o valor.",
            es: "El campo del token trae asteriscos o puntos: la pantalla de donde se copió oculta el valor.",
            en: "The token field holds asterisks or dots: the screen it was copied from hides the value."))

    static let tokenIsEmail = token(
        "token_is_email",
        Phrase(
            pt: "O campo do token traz um e-mail.", es: "El campo del token trae un correo electrónico.",
            en: "The token field holds an e-mail address."))

    static let tokenIsKey = token(
        "token_is_key",
        Phrase(
            pt: "O campo do token traz uma chave (vtexappkey-…), e não um token.",
            es: "El campo del token trae una clave (vtexappkey-…), y no un token.",
            en: "The token field holds an app key (vtexappkey-…), not a token."))

    static let tokenIsLink = token(
        "token_is_link",
        Phrase(
            pt:
                "O campo do token traz o link da VTEX. O link abre uma vez só, em até 24 horas, e mostra a chave e o token.",
            es:
                "El campo del token trae el enlace de VTEX. El enlace se abre una sola vez, dentro de 24 horas, y muestra la "
                + "clave y el token.",
            en:
                "The token field holds VTEX's link. The link opens once, within 24 hours, and shows the key and the token."
        ))

    static let tokenHasBlanks = token(
        "token_has_blanks",
        Phrase(
            pt: "O token tem espaços ou quebras de linha no meio; talvez algo a mais tenha sido copiado.",
            es: "El token tiene espacios o saltos de línea en el medio; quizá se copió algo de más.",
            en: "The token has blanks or line ends inside; something else may have been copied with it."))

    static let tokenUnreadable = token(
        "token_unreadable",
        Phrase(
            pt: "O token tem caracteres que nenhum token da VTEX tem, como acentos ou reticências.",
            es: "El token tiene caracteres que ningún token de VTEX tiene, como acentos o puntos suspensivos.",
            en: "The token has characters that no VTEX token has, such as accents or an ellipsis."))
}
