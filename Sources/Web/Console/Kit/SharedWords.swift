import Basics

/// Texts that many pages share: `{{c.save}}`.
struct SharedWords: PageWords {
    let save = Phrase(pt: "Salvar", es: "Guardar", en: "Save")
    let cancel = Phrase(pt: "Cancelar", es: "Cancelar", en: "Cancel")
    let next = Phrase(pt: "Próxima página", es: "Página siguiente", en: "Next page")
    let first = Phrase(pt: "Primeira página", es: "Primera página", en: "First page")
    let pages = Phrase(pt: "Páginas", es: "Páginas", en: "Pages")
    let optional = Phrase(pt: "opcional", es: "opcional", en: "optional")
    let guide = Phrase(
        pt: "Como criar a chave na plataforma", es: "Cómo crear la clave en la plataforma",
        en: "How to make the key at the platform")
    let whereToTick = Phrase(
        pt: "Onde marcar na plataforma", es: "Dónde marcar en la plataforma", en: "Where to tick at the platform")
    let whereAmI = Phrase(pt: "Você está em", es: "Usted está en", en: "You are in")

    static let list = WordList(SharedWords())
}
