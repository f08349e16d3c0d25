import Basics
import ConnectorKit

/// What can be wrong with the key.
extension IntakeError {
    private static let whereTheKeyIs = Phrase(
        pt:
            "A chave tem a forma vtexappkey-conta-ABCDEF e está no admin da VTEX em Configurações da conta → Chaves de API.",
        es:
            "La clave tiene la forma vtexappkey-cuenta-ABCDEF y está en el admin de VTEX en Configuración de la cuenta → "
            + "Claves de API.",
        en: "The key has the form vtexappkey-account-ABCDEF and is in the VTEX admin at Account settings → API keys.")

    private static func key(_ code: String, _ explanation: Phrase) -> IntakeError {
        IntakeError(code: "intake." + code, field: .key, explanation: explanation, remedy: whereTheKeyIs)
    }

    static let keyMissing = key(
        "key_missing",
        Phrase(pt: "Falta a chave (AppKey).", es: "Falta la clave (AppKey).", en: "The app key is missing."))

    static let keyIsPlaceholder = key(
        "key_is_placeholder",
        Phrase(
            pt: "O campo da chave traz a palavra que um programa escreve quando não há valor (como undefined).",
            es: "El campo de la clave trae la palabra que un programa escribe cuando no hay valor (como undefined).",
            en: "The key field holds the word that a program writes when there is no value (such as undefined)."))

    static let keyIsEmail = key(
        "key_is_email",
        Phrase(
            pt: "O campo da chave traz um e-mail. O login de uma pessoa não serve de chave.",
            es: "El campo de la clave trae un correo electrónico. El acceso de una persona no sirve de clave.",
            en: "The key field holds an e-mail address. A person's login is no key."))

    static let keyIsMasked = key(
        "key_is_masked",
        Phrase(
            pt: "O campo da chave traz asteriscos ou pontos: a tela de onde foi copiada esconde o valor.",
            es: "El campo de la clave trae asteriscos o puntos: la pantalla de donde se copió oculta el valor.",
            en: "The key field holds asterisks or dots: the screen it was copied from hides the value."))

    static let keyIsLink = key(
        "key_is_link",
        Phrase(
            pt: "O campo da chave traz um link. Abra o link e copie dele a chave e o token.",
            es: "El campo de la clave trae un enlace. Ábralo y copie de allí la clave y el token.",
            en: "The key field holds a link. Open it and copy the key and the token from there."))

    static let keyIsAccount = key(
        "key_is_account",
        Phrase(
            pt: "O campo da chave traz o nome da conta.", es: "El campo de la clave trae el nombre de la cuenta.",
            en: "The key field holds the account name."))

    static let keyUnreadable = key(
        "key_unreadable",
        Phrase(
            pt: "A chave tem espaços ou caracteres que nenhuma chave da VTEX tem; talvez sejam dois valores juntos.",
            es: "La clave tiene espacios o caracteres que ninguna clave de VTEX tiene; quizá sean dos valores juntos.",
            en: "The key has blanks or characters that no VTEX key has; these may be two values together."))

    static func bothHeaders(in field: Field) -> IntakeError {
        IntakeError(
            code: "intake.both_headers_pasted", field: field,
            explanation: Phrase(
                pt: "Os dois cabeçalhos (X-VTEX-API-AppKey e X-VTEX-API-AppToken) foram colados no mesmo campo.",
                es: "Los dos encabezados (X-VTEX-API-AppKey y X-VTEX-API-AppToken) se pegaron en el mismo campo.",
                en: "Both headers (X-VTEX-API-AppKey and X-VTEX-API-AppToken) were pasted into one field."),
            remedy: Phrase(
                pt: "Cole o valor do primeiro no campo da chave e o do segundo no campo do token.",
                es: "Pegue el valor del primero en el campo de la clave y el del segundo en el campo del token.",
                en: "Paste the value of the first into the key field and that of the second into the token field."))
    }

    static func headerWithoutValue(_ field: Field) -> IntakeError {
        IntakeError(
            code: "intake.header_without_value", field: field,
            explanation: Phrase(
                pt: "Foi colado o nome do cabeçalho, sem o valor.",
                es: "Se pegó el nombre del encabezado, sin el valor.",
                en: "The header's name was pasted without its value."),
            remedy: Phrase(
                pt: "Cole só o que vem depois dos dois-pontos.",
                es: "Pegue solo lo que viene después de los dos puntos.",
                en: "Paste only what comes after the colon."))
    }

    static let keyAndTokenSwapped = IntakeError(
        code: "intake.key_and_token_swapped", field: .key, and: .token,
        explanation: Phrase(
            pt: "A chave e o token estão trocados.", es: "La clave y el token están intercambiados.",
            en: "The key and the token are swapped."),
        remedy: Phrase(
            pt:
                "A chave começa com vtexappkey-; o token tem 128 letras maiúsculas. Troque um pelo outro. Se o token "
                + "ficou à vista de outros, como no histórico de um terminal, gere outro.",
            es:
                "La clave empieza con vtexappkey-; el token tiene 128 letras mayúsculas. Intercámbielos. Si el token "
                + "quedó a la vista de otros, como en el historial de una terminal, genere otro.",
            en:
                "The key starts with vtexappkey-; the token has 128 capital letters. Swap them. If others may have "
                + "seen the token, as in a terminal's history, generate another one."))

    static let keyAndTokenSame = IntakeError(
        code: "intake.key_and_token_same", field: .token, and: .key,
        explanation: Phrase(
            pt: "A chave e o token são o mesmo texto.", es: "La clave y el token son el mismo texto.",
            en: "The key and the token are the same text."),
        remedy: Phrase(
            pt: "São dois valores: a chave começa com vtexappkey-; o token tem 128 letras e só aparece uma vez, ao ser "
                + "gerado.",
            es:
                "Son dos valores: la clave empieza con vtexappkey-; el token tiene 128 letras y solo se muestra una vez, al "
                + "generarlo.",
            en:
                "They are two values: the key starts with vtexappkey-; the token has 128 letters and is shown only once, "
                + "when it is generated."))
}
