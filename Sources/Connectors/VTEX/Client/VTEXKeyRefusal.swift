import Basics

/// What a 401 can mean. VTEX answers it alike for a key it does not know, a wrong token and an inactive key, so that all
/// three are said.
enum VTEXKeyRefusal {
    static func explanation(_ account: String) -> Phrase {
        Phrase(
            pt:
                "A VTEX não aceitou a chave e o token (401): ou a conta \(account) não conhece a chave, ou o token não é "
                + "o dela, ou a chave está inativa. A VTEX responde igual nos três casos.",
            es:
                "VTEX no aceptó la clave y el token (401): o la cuenta \(account) no conoce la clave, o el token no es el "
                + "suyo, o la clave está inactiva. VTEX responde igual en los tres casos.",
            en:
                "VTEX did not accept the key and token (401): the account \(account) does not know the key, or the token "
                + "is not the key's, or the key is inactive. VTEX answers alike in all three cases.")
    }

    static let remedy = Phrase(
        pt:
            "No admin da VTEX, em Configurações da conta → Chaves de API: veja se a chave está na lista desta conta, se "
            + "está Ativa e se o token foi renovado (o antigo deixa de valer quando é apagado). Na dúvida, renove o token "
            + "e cole o novo.",
        es:
            "En el admin de VTEX, en Configuración de la cuenta → Claves de API: vea si la clave está en la lista de esta "
            + "cuenta, si está Activa y si el token fue renovado (el anterior deja de valer cuando se borra). En la duda, "
            + "renueve el token y pegue el nuevo.",
        en:
            "In the VTEX admin, at Account settings → API keys: see whether the key is on this account's list, whether it "
            + "is Active, and whether the token was renewed (the old one dies when it is deleted). If in doubt, renew the "
            + "token and paste the new one.")
}
