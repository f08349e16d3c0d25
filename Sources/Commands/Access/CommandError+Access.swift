import Basics

extension CommandError {
    /// The password itself is not repeated.
    static let passwordTyped = CommandError(
        "password_typed",
        Phrase(
            pt: "A senha não é aceita na linha de comando, onde todos nesta máquina podem vê-la.",
            es: "La contraseña no se acepta en la línea de comandos, donde cualquiera en esta máquina puede verla.",
            en: "Passwords are not taken on the command line, where everybody on this machine can see them."),
        remedy: passwordPlaces)

    static let passwordMissing = CommandError(
        "password_missing",
        Phrase(pt: "Falta a senha.", es: "Falta la contraseña.", en: "The password is missing."),
        remedy: passwordPlaces)

    static let passwordsDiffer = CommandError(
        "passwords_differ",
        Phrase(
            pt: "As duas senhas são diferentes.", es: "Las dos contraseñas son distintas.",
            en: "The two passwords differ."),
        remedy: Phrase(pt: "Repita o comando.", es: "Repita el comando.", en: "Run the command again."))

    /// The key itself is not repeated.
    static let keyTyped = CommandError(
        "key_typed",
        Phrase(
            pt: "Uma chave do Ponte não é aceita na linha de comando, onde todos nesta máquina podem vê-la.",
            es:
                "Una clave de Ponte no se acepta en la línea de comandos, donde cualquiera en esta máquina puede verla.",
            en: "A key of Ponte's is not taken on the command line, where everybody on this machine can see it."),
        remedy: Phrase(
            pt: "Para examiná-la, use a entrada padrão: ponte key inspect. Se é verdadeira, revogue-a: ela ficou no "
                + "histórico do shell.",
            es: "Para examinarla, use la entrada estándar: ponte key inspect. Si es real, revóquela: quedó en el "
                + "historial del shell.",
            en: "To look at it, use standard input: ponte key inspect. If it is a real one, revoke it: it is in your "
                + "shell's history now."))

    static func ambiguousKey(ids: [String]) -> CommandError {
        let list = ids.joined(separator: ", ")
        return CommandError(
            "ambiguous_key",
            Phrase(
                pt: "Mais de uma chave tem este nome.", es: "Más de una clave tiene este nombre.",
                en: "More than one key has this label."),
            remedy: Phrase(
                pt: "Use o id de uma delas: \(list).", es: "Use el id de una de ellas: \(list).",
                en: "Use the id of one of them: \(list)."))
    }

    private static let passwordPlaces = Phrase(
        pt: "Deixe que o Ponte a pergunte, ou coloque-a em PONTE_MEMBER_PASSWORD ou num arquivo, com --password-file "
            + "ARQUIVO.",
        es: "Deje que Ponte la pregunte, o póngala en PONTE_MEMBER_PASSWORD o en un archivo, con --password-file "
            + "ARCHIVO.",
        en: "Let Ponte ask for it, or put it in PONTE_MEMBER_PASSWORD or in a file, with --password-file FILE.")
}
