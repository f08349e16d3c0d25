/// A number that a Brazilian tax office gave a person (CPF) or a company (CNPJ), checked by its own check digits.
///
/// Since July 2026 a CNPJ may have letters (Receita Federal, Instrução Normativa RFB nº 2.229/2024); a character counts
/// for its ASCII code less 48 in the sums, which for digits is what it always was.
package struct TaxNumber: Hashable, Sendable {
    package enum Kind: String, Sendable { case cpf, cnpj }

    package let kind: Kind
    /// Without dots and dashes, in capitals.
    package let text: String

    /// Nil for what is no CPF and no CNPJ: another length, wrong check digits, or a filler such as `111.111.111-11`.
    package init?(_ typed: String) {
        let text = typed.uppercased().filter { !".-/ ".contains($0) }
        let characters = Array(text.utf8)
        guard characters.allSatisfy(Self.isDigitOrCapital), Set(characters).count > 1 else { return nil }
        switch characters.count {
        case 11 where characters.allSatisfy(Self.isDigit) && Self.checksCPF(characters): kind = .cpf
        case 14 where characters.suffix(2).allSatisfy(Self.isDigit) && Self.checksCNPJ(characters): kind = .cnpj
        default: return nil
        }
        self.text = text
    }

    private static func isDigit(_ character: UInt8) -> Bool { (0x30...0x39).contains(character) }

    private static func isDigitOrCapital(_ character: UInt8) -> Bool {
        isDigit(character) || (0x41...0x5A).contains(character)
    }

    private static func checksCPF(_ characters: [UInt8]) -> Bool {
        [9, 10].allSatisfy { length in
            checkDigit(of: characters.prefix(length), (2...length + 1).reversed()) == value(characters[length])
        }
    }

    private static func checksCNPJ(_ characters: [UInt8]) -> Bool {
        let weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
        return [12, 13].allSatisfy { length in
            checkDigit(of: characters.prefix(length), Array(weights.suffix(length))) == value(characters[length])
        }
    }

    private static func checkDigit(of characters: ArraySlice<UInt8>, _ weights: [Int]) -> Int {
        let sum = zip(characters, weights).reduce(0) { $0 + value($1.0) * $1.1 }
        let rest = sum % 11
        return rest < 2 ? 0 : 11 - rest
    }

    private static func value(_ character: UInt8) -> Int { Int(character) - 48 }
}
