/// Cuts an expression into words and signs.
struct JSONataLexer {
    enum Token: Hashable {
        case name(String)
        case variable(String)
        case string(String)
        case number(String)
        case sign(String)
    }

    private let characters: [Character]

    init(_ text: String) { characters = Array(text) }

    func tokens() throws -> [Token] {
        var tokens: [Token] = []
        var position = 0
        while position < characters.count {
            let character = characters[position]
            if character.isWhitespace {
                position += 1
            } else if character == "\"" || character == "'" || character == "`" {
                let text = try quoted(from: &position)
                tokens.append(character == "`" ? .name(text) : .string(text))
            } else if character.isASCII, character.isNumber {
                tokens.append(.number(number(from: &position)))
            } else if character == "$" {
                position += 1
                if position < characters.count, characters[position] == "$" {
                    position += 1
                    tokens.append(.variable("$"))
                } else {
                    tokens.append(.variable(word(from: &position)))
                }
            } else if Self.isWord(character) {
                tokens.append(.name(word(from: &position)))
            } else {
                tokens.append(.sign(try sign(from: &position)))
            }
        }
        return tokens
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private func word(from position: inout Int) -> String {
        let start = position
        while position < characters.count, Self.isWord(characters[position]) { position += 1 }
        return String(characters[start..<position])
    }

    private func number(from position: inout Int) -> String {
        let start = position
        while position < characters.count, characters[position].isNumber { position += 1 }
        if position + 1 < characters.count, characters[position] == ".", characters[position + 1].isNumber {
            position += 1
            while position < characters.count, characters[position].isNumber { position += 1 }
        }
        return String(characters[start..<position])
    }

    private func quoted(from position: inout Int) throws -> String {
        let quote = characters[position]
        position += 1
        var text = ""
        while position < characters.count, characters[position] != quote {
            if characters[position] == "\\", position + 1 < characters.count {
                position += 1
                switch characters[position] {
                case "n": text.append("\n")
                case "t": text.append("\t")
                default: text.append(characters[position])
                }
            } else {
                text.append(characters[position])
            }
            position += 1
        }
        guard position < characters.count else { throw JSONataError("a quotation has no end") }
        position += 1
        return text
    }

    private func sign(from position: inout Int) throws -> String {
        let pair = String(characters[position..<min(position + 2, characters.count)])
        if ["!=", "<=", ">="].contains(pair) {
            position += 2
            return pair
        }
        guard "=<>+-*/%&.,?:()[]".contains(characters[position]) else {
            throw JSONataError("'\(characters[position])' is not understood")
        }
        position += 1
        return String(pair.prefix(1))
    }
}
