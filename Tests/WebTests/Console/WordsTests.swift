import Basics
import Foundation
import Testing
import Web

/// The console's texts: used, told apart, complete.
@Suite struct WordsTests {
    /// Words that are the same in Portuguese, Spanish and English, or that one says so everywhere.
    private static let sameEverywhere: Set<String> = ["Token", "Total", "Item", "Status"]

    @Test func `no text is the same in all three languages unless it is a name`() {
        for list in ConsoleWords.all {
            for (name, phrase) in list.phrases where !Self.sameEverywhere.contains(phrase.english) {
                #expect(
                    phrase.portuguese != phrase.english && phrase.spanish != phrase.english,
                    "\(list.name).\(name): \(phrase.english)")
            }
        }
    }

    @Test func `no text is empty or has blanks at its ends`() {
        for list in ConsoleWords.all {
            for (name, phrase) in list.phrases {
                for language in Language.allCases {
                    let text = phrase[language]
                    #expect(!text.isEmpty && text == text.trimmingCharacters(in: .whitespaces), "\(list.name).\(name)")
                }
            }
        }
    }

    @Test func `every text of a template is there, and every text that is there is used`() {
        let known = Set(ConsoleWords.all.flatMap(\.phrases.keys))
        var used: Set<String> = []
        for template in Template.allCases {
            let text = String(decoding: template.bytes, as: UTF8.self)
            let names = text.matches(of: #/\{\{[tc]\.([a-zA-Z]+)\}\}/#).map { String($0.1) }
            used.formUnion(names)
            #expect(known.isSuperset(of: names), "\(template.name): \(Set(names).subtracting(known))")
        }
        // The page without connections has its texts as the section's own.
        let bare = String(decoding: Template.connectionsEmpty.bytes, as: UTF8.self)
        used.formUnion(bare.matches(of: #/\{\{([a-zA-Z]+)\}\}/#).map { String($0.1) })

        #expect(known.subtracting(used) == [])
    }

    @Test func `templates have no words of their own`() {
        for template in Template.allCases {
            let text = String(decoding: template.bytes, as: UTF8.self)
                .replacing(#/\{\{\{?[^}]*\}?\}\}/#, with: " ").replacing(#/<[^>]*>/#, with: " ")
            let words = text.split { !$0.isLetter }.map(String.init).filter { $0.count > 2 }

            #expect(
                Set(words).subtracting(["Ponte", "ponte", "member", "password", "backup"]) == [], "\(template.name)")
        }
    }

    @Test func `the list of templates is the folder's`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Web/Console/Files")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(".mustache".count)) }

        #expect(Set(files) == Set(Template.allCases.map(\.name)))
    }
}
