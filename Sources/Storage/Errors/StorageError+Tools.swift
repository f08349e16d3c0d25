import Basics

/// What there is to say of PostgreSQL's own programs.
extension StorageError {
    func toolExplanation(_ said: String) -> Phrase {
        kind == .toolMissing
            ? Phrase(
                pt: "Falta nesta máquina o programa \(subject), do PostgreSQL.",
                es: "Falta en esta máquina el programa \(subject), de PostgreSQL.",
                en: "PostgreSQL's program \(subject) is not on this machine.")
            : Phrase(
                pt: "O programa \(subject) não terminou bem\(said).",
                es: "El programa \(subject) no terminó bien\(said).",
                en: "The program \(subject) did not end well\(said).")
    }

    var toolRemedy: Phrase {
        kind == .toolMissing
            ? Phrase(
                pt: "Instale-o na versão do servidor ou numa mais nova; no Debian: apt install postgresql-client",
                es: "Instálelo en la versión del servidor o en una más nueva; en Debian: apt install postgresql-client",
                en: "Install it in the server's version or a newer one; on Debian: apt install postgresql-client")
            : Phrase(
                pt: "Nada ficou pela metade. Resolva o que o programa diz e repita.",
                es: "Nada quedó a medias. Resuelva lo que el programa dice y repita.",
                en: "Nothing was left half done. See to what the program says, and try again.")
    }
}
