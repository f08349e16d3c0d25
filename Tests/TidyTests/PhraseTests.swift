import Foundation
import Testing

/// A missing language does not compile; a language that is a copy of another does, so it is looked for here.
@Suite struct PhraseTests {
    @Test func `every phrase is written in three languages`() {
        for file in Repository.swiftSources {
            for phrase in Self.phrases(in: file.text) {
                let (portuguese, spanish, english) = (phrase[0], phrase[1], phrase[2])
                #expect(
                    !(portuguese == spanish && spanish == english), "\(file.path): say `same:` for \(english)")
                Self.expectOther(portuguese, than: spanish, unless: SameWords.portugueseAndSpanish, in: file.path)
                Self.expectOther(english, than: portuguese, unless: SameWords.english, in: file.path)
                Self.expectOther(english, than: spanish, unless: SameWords.english, in: file.path)
            }
        }
    }

    @Test func `the scanner sees phrases over several lines and with nested calls`() {
        let text = #"Phrase(\#n pt: "a (x), \(f("y")) es: b",\#n es: "c" + "d",\#n en: "e") Phrase(same: "z")"#

        #expect(Self.phrases(in: text) == [[#""a (x), \(f("y")) es: b""#, #""c" + "d""#, #""e""#]])
    }

    private static func expectOther(_ one: String, than other: String, unless listed: Set<String>, in path: String) {
        guard one == other, one.hasPrefix("\""), one.hasSuffix("\"") else { return }
        #expect(
            listed.contains(String(one.dropFirst().dropLast())),
            "\(path): \(one) is the same in two languages; if that is on purpose, list it in SameWords")
    }

    /// The three arguments of every `Phrase(pt:es:en:)`, as source text.
    static func phrases(in text: String) -> [[String]] {
        text.ranges(of: "Phrase(").compactMap { range in
            let arguments = Self.arguments(text[range.upperBound...])
            let texts = ["pt:", "es:", "en:"].compactMap { label in
                arguments.first { $0.hasPrefix(label) }?.dropFirst(label.count)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
            return texts.count == 3 ? texts : nil
        }
    }

    /// Splits a call's arguments at its own commas: not at those within strings, interpolations or nested calls.
    private static func arguments(_ text: Substring) -> [String] {
        var arguments: [String] = []
        var current = ""
        // What is open: `"` for a string, `(` for brackets.
        var open: [Character] = []
        var previous: Character = " "
        for character in text {
            let isInString = open.last == "\""
            if isInString, previous == "\\" {
                if character == "(" { open.append("(") }
            } else if character == "\"" {
                if isInString { open.removeLast() } else { open.append("\"") }
            } else if !isInString, "([{".contains(character) {
                open.append("(")
            } else if !isInString, ")]}".contains(character) {
                if open.isEmpty { break }
                open.removeLast()
            } else if character == ",", open.isEmpty {
                arguments.append(current)
                current = ""
                previous = character
                continue
            }
            current.append(character)
            previous = character == "\\" && previous == "\\" ? " " : character
        }
        arguments.append(current)
        return arguments.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }
}
