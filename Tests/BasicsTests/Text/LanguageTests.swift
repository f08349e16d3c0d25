import Basics
import Testing

struct LanguageTests {
    @Test(
        arguments: [
            ("pt_BR.UTF-8", .portuguese), ("pt", .portuguese), ("PT-BR", .portuguese), ("es-AR", .spanish),
            ("en_US", .english), ("C", nil), ("POSIX", nil), ("", nil), ("fr_FR", nil), ("e", nil),
        ] as [(String, Language?)])
    func `a tag's first two letters decide`(tag: String, expected: Language?) {
        #expect(Language(tag: tag) == expected)
    }

    @Test func `a phrase speaks each language`() {
        let phrase = Phrase(pt: "loja", es: "tienda", en: "shop")

        #expect(Language.allCases.map { phrase[$0] } == ["loja", "tienda", "shop"])
        #expect(Phrase(same: "VTEX") == Phrase(pt: "VTEX", es: "VTEX", en: "VTEX"))
    }
}
