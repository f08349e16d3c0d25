import Basics
import ConnectorKit

/// What can be wrong with the account's name and address.
extension IntakeError {
    private static let whereTheNameIs = Phrase(
        pt:
            "O nome da conta é a parte antes de .myvtex.com no endereço do admin da VTEX (https://NOME.myvtex.com/admin). "
            + "Ele também aparece no menu do usuário, no alto à direita do admin.",
        es: "El nombre de la cuenta es la parte antes de .myvtex.com en la dirección del admin de VTEX "
            + "(https://NOMBRE.myvtex.com/admin). También aparece en el menú de usuario, arriba a la derecha del admin.",
        en: "The account name is the part before .myvtex.com in the address of the VTEX admin "
            + "(https://NAME.myvtex.com/admin). It is also in the user menu at the top right of the admin.")

    private static func account(_ code: String, _ explanation: Phrase) -> IntakeError {
        IntakeError(code: "intake." + code, field: .account, explanation: explanation, remedy: whereTheNameIs)
    }

    static let accountMissing = account(
        "account_missing",
        Phrase(
            pt: "Falta o nome da conta VTEX.", es: "Falta el nombre de la cuenta de VTEX.",
            en: "The VTEX account name is missing."))

    static let accountIsPlaceholder = account(
        "account_is_placeholder",
        Phrase(
            pt: "O campo da conta traz a palavra que um programa escreve quando não há valor (como undefined).",
            es: "El campo de la cuenta trae la palabra que un programa escribe cuando no hay valor (como undefined).",
            en: "The account field holds the word that a program writes when there is no value (such as undefined)."))

    static let accountIsKey = account(
        "account_is_key",
        Phrase(
            pt: "O campo da conta traz uma chave (vtexappkey-…), que vai no campo da chave.",
            es: "El campo de la cuenta trae una clave (vtexappkey-…), que va en el campo de la clave.",
            en: "The account field holds an app key (vtexappkey-…), which belongs in the key field."))

    static let accountIsToken = account(
        "account_is_token",
        Phrase(
            pt: "O campo da conta traz um texto longo demais para um nome; parece o token.",
            es: "El campo de la cuenta trae un texto demasiado largo para un nombre; parece el token.",
            en: "The account field holds a text too long for a name; it looks like the token."))

    static let accountIsEmail = account(
        "account_is_email",
        Phrase(
            pt: "O campo da conta traz um e-mail.", es: "El campo de la cuenta trae un correo electrónico.",
            en: "The account field holds an e-mail address."))

    static let accountIsShopDomain = account(
        "account_is_shop_domain",
        Phrase(
            pt: "O campo da conta traz o domínio da loja. A VTEX atende pelo nome da conta, que pode ser outro.",
            es:
                "El campo de la cuenta trae el dominio de la tienda. VTEX atiende por el nombre de la cuenta, que puede "
                + "ser otro.",
            en: "The account field holds the shop's domain. VTEX goes by the account name, which may be another one."))

    static let accountUnreadable = account(
        "account_unreadable",
        Phrase(
            pt: "O nome da conta só pode ter letras sem acento, números e hífen; o valor colado tem outros caracteres.",
            es:
                "El nombre de la cuenta solo puede tener letras sin acento, números y guion; el valor pegado tiene otros "
                + "caracteres.",
            en: "An account name has only plain letters, digits and hyphens; the pasted value has other characters."))

    private static func baseURL(_ code: String, _ explanation: Phrase) -> IntakeError {
        IntakeError(
            code: "intake." + code, field: .baseURL, explanation: explanation,
            remedy: Phrase(
                pt: "Deixe o endereço em branco para usar o da VTEX; para um sandbox, algo como "
                    + "http://127.0.0.1:8080/vtex/minhaloja.",
                es: "Deje la dirección en blanco para usar la de VTEX; para un sandbox, algo como "
                    + "http://127.0.0.1:8080/vtex/mitienda.",
                en: "Leave the address empty to use VTEX's own; for a sandbox, something like "
                    + "http://127.0.0.1:8080/vtex/mystore."))
    }

    static let baseURLUnreadable = baseURL(
        "base_url_unreadable",
        Phrase(
            pt: "O endereço da plataforma não é um endereço web completo (https://…), sem usuário, ? ou #.",
            es: "La dirección de la plataforma no es una dirección web completa (https://…), sin usuario, ? ni #.",
            en: "The platform's address is not a whole web address (https://…) without user, ? or #."))

    static let baseURLNotSecure = baseURL(
        "base_url_not_secure",
        Phrase(
            pt:
                "O endereço da plataforma começa com http://, e o token viajaria aberto pela rede. Só vale nesta máquina.",
            es:
                "La dirección de la plataforma empieza con http://, y el token viajaría abierto por la red. Solo vale en "
                + "esta máquina.",
            en: "The platform's address starts with http://, so the token would travel in clear. Only this machine may."
        ))

    static let baseURLInside = baseURL(
        "base_url_inside",
        Phrase(
            pt: "O endereço da plataforma fica dentro da rede desta máquina, e o Ponte não faz pedidos para lá.",
            es:
                "La dirección de la plataforma está dentro de la red de esta máquina, y Ponte no hace solicitudes allí.",
            en: "The platform's address lies inside this machine's network, and Ponte sends no requests there."))
}
