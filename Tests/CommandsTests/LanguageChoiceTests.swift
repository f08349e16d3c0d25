import Basics
import Commands
import Testing

struct LanguageChoiceTests {
    @Test(
        arguments: [
            ([], [:], Language.english),
            ([], ["LANG": "pt_BR.UTF-8"], .portuguese),
            ([], ["LANG": "es_AR.UTF-8"], .spanish),
            ([], ["LANG": "C.UTF-8"], .english),
            ([], ["LANG": "pt_BR.UTF-8", "LC_ALL": "es_MX.UTF-8"], .spanish),
            ([], ["LANG": "pt_BR.UTF-8", "LC_ALL": ""], .portuguese),
            ([], ["LANG": "es_MX.UTF-8", "PONTE_LANGUAGE": "pt"], .portuguese),
            (["check", "--language", "pt"], ["LANG": "es_MX.UTF-8"], .portuguese),
            (["check", "--language=es"], [:], .spanish),
            (["check", "--", "--language", "pt"], [:], .english),
        ] as [([String], [String: String], Language)])
    func `the flag goes before the variables and those before English`(
        _ arguments: [String], _ environment: [String: String], _ expected: Language
    ) {
        #expect(LanguageChoice.language(arguments: arguments, environment: environment) == expected)
    }
}
