import Basics

/// Texts that many pages share: `{{c.save}}`.
struct SharedWords: PageWords {
    let save = Phrase(pt: "Salvar", es: "Guardar", en: "Save")
    let cancel = Phrase(pt: "Cancelar", es: "Cancelar", en: "Cancel")
    let next = Phrase(pt: "Próxima página", es: "Página siguiente", en: "Next page")
    let first = Phrase(pt: "Primeira página", es: "Primera página", en: "First page")
    let pages = Phrase(pt: "Páginas", es: "Páginas", en: "Pages")
    let optional = Phrase(pt: "opcional", es: "opcional", en: "optional")
    let whereAmI = Phrase(pt: "Você está em", es: "Usted está en", en: "You are in")

    static let list = WordList(SharedWords())
}
