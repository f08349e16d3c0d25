import Basics

/// Who buys. From here on the cart has a name.
struct ContactPage: AdminPage {
    struct Words: Sendable {
        let email = Phrase(same: "E-mail")
        let emailWrong = Phrase(
            pt: "Escreva um e-mail, como ana@example.com.", es: "Escriba un e-mail, como ana@example.com.",
            en: "Enter an e-mail address, such as ana@example.com.")
        let firstName = Phrase(pt: "Nome", es: "Nombre", en: "First name")
        let lastName = Phrase(pt: "Sobrenome", es: "Apellido", en: "Last name")
        let nameWrong = Phrase(
            pt: "Escreva nome e sobrenome.", es: "Escriba nombre y apellido.", en: "Enter first and last name.")
        let document = Phrase(same: "CPF")
        let documentHint = Phrase(
            pt: "Onze dígitos; os dois últimos conferem os outros.",
            es: "Once dígitos; los dos últimos verifican los demás.",
            en: "Eleven digits; the last two check the others.")
        let documentWrong = Phrase(
            pt: "Os dígitos deste CPF não conferem.", es: "Los dígitos de este CPF no coinciden.",
            en: "The digits of this CPF do not check.")
        let phone = Phrase(pt: "Telefone", es: "Teléfono", en: "Phone")
        let phoneHint = Phrase(pt: "Com DDD.", es: "Con código de área.", en: "With area code.")
        let phoneWrong = Phrase(
            pt: "Escreva o telefone com DDD.", es: "Escriba el teléfono con código de área.",
            en: "Enter the phone number with its area code.")
        let newsletter = Phrase(
            pt: "Quero receber novidades por e-mail", es: "Quiero recibir novedades por e-mail",
            en: "Send me news by e-mail")
        let madeUp = Phrase(
            pt: "Preencher com uma pessoa inventada", es: "Llenar con una persona inventada",
            en: "Fill in a made-up person")
    }

    static let template = "shop-contact"
    let words = Words()
    let heading = ShopWords().step1
    let draft: ContactDraft
    let isEmailWrong: Bool
    let isNameWrong: Bool
    let isDocumentWrong: Bool
    let isPhoneWrong: Bool

    /// - Parameter isSent: Whether to say what is wrong.
    init(_ draft: ContactDraft, isSent: Bool = false) {
        self.draft = draft
        isEmailWrong = isSent && draft.isEmailWrong
        isNameWrong = isSent && draft.isNameWrong
        isDocumentWrong = isSent && draft.isDocumentWrong
        isPhoneWrong = isSent && draft.isPhoneWrong
    }
}
