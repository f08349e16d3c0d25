import Basics
import Logging

/// Reads settings out of the environment. An empty variable is as good as none.
struct SettingReader {
    let environment: [String: String]

    func text(_ name: String) -> String? {
        guard let value = environment[name], !value.isEmpty else { return nil }
        return value
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) throws(HubError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            let bounds = "\(range.lowerBound)–\(range.upperBound)"
            throw .badValue(
                name,
                Phrase(
                    pt: "um número inteiro de \(bounds)", es: "un número entero de \(bounds)",
                    en: "a whole number, \(bounds)"))
        }
        return value
    }

    func choice<Value>(_ name: String, _ choices: [String: Value]) throws(HubError) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = choices[text.lowercased()] else {
            throw .badValue(name, Phrase(same: choices.keys.sorted().joined(separator: ", ")))
        }
        return value
    }

    func level(_ name: String) throws(HubError) -> Logger.Level? {
        guard let text = text(name) else { return nil }
        guard let level = Logger.Level(rawValue: text.lowercased()) else {
            throw .badValue(name, Phrase(same: Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return level
    }
}
