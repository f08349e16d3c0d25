import Basics

/// Makes people and their addresses.
enum PersonGenerator {
    /// One in fifty has registered before, with another e-mail; and one in fifty shares a telephone with somebody of the
    /// family.
    static func person(seed: UInt64, number: Int64) -> Person {
        var person = newcomer(seed: seed, number: number)
        let before = firstNumber(of: number)
        if before != number {
            let first = newcomer(seed: seed, number: before)
            person.firstName = first.firstName
            person.lastName = first.lastName
            person.cpf = first.cpf
            person.phone = first.phone
            person.corporateName = first.corporateName
            person.corporateDocument = first.corporateDocument
        } else if number % 50 == 30 {
            let relative = newcomer(seed: seed, number: number - 30)
            person.lastName = relative.lastName
            person.phone = relative.phone
        } else {
            return person
        }
        let last = person.lastName.split(separator: " ").first.map(String.init) ?? ""
        let host = person.email.split(separator: "@").last ?? "example.com"
        person.email = "\(plain(person.firstName)).\(plain(last))\(number)@\(host)"
        return person
    }

    /// Under which number somebody registered first.
    static func firstNumber(of number: Int64) -> Int64 {
        number % 50 == 20 ? number - 20 : number
    }

    private static func newcomer(seed: UInt64, number: Int64) -> Person {
        var dice = Dice(seed: seed, number: number, purpose: 1)
        let first = dice.pick(Words.firstNames)
        let last = dice.pick(Words.lastNames)
        let second = dice.chance(percent: 30) ? " " + dice.pick(Words.lastNames) : ""
        let host = dice.pick(Words.mailHosts)
        let plus = dice.chance(percent: 3) ? "+loja" : ""
        let area = dice.between(11, 99)
        let isFirm = dice.chance(percent: 5)
        return Person(
            firstName: first, lastName: last + second, cpf: cpf(&dice),
            email: "\(plain(first)).\(plain(last))\(number)\(plus)@\(host)",
            phone: "+55\(area)9\(dice.between(10_000_000, 99_999_999))",
            profileID: Hexadecimal.uuid(dice.word(), dice.word()), wantsNewsletter: dice.chance(percent: 40),
            corporateName: isFirm ? "\(last) Comércio Ltda." : nil,
            corporateDocument: isFirm ? cnpj(&dice) : nil, number: number)
    }

    /// Eleven digits of which the last two check the others.
    static func cpf(_ dice: inout Dice) -> String {
        var digits = (0..<9).map { _ in dice.below(10) }
        for _ in 0..<2 {
            let weight = digits.count + 1
            let sum = digits.enumerated().reduce(0) { $0 + $1.element * (weight - $1.offset) }
            digits.append(sum * 10 % 11 % 10)
        }
        return digits.map(String.init).joined()
    }

    /// Fourteen digits of which the last two check the others.
    static func cnpj(_ dice: inout Dice) -> String {
        var digits = (0..<8).map { _ in dice.below(10) } + [0, 0, 0, 1]
        for weights in [[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]] {
            let rest = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
            digits.append(rest < 2 ? 0 : 11 - rest)
        }
        return digits.map(String.init).joined()
    }

    static func address(seed: UInt64, number: Int64) -> PostalAddress {
        var dice = Dice(seed: seed, number: number, purpose: 2)
        let city = dice.pick(Words.cities)
        let suffix = dice.below(1000)
        return PostalAddress(
            postalCode: padded(city.postalCode, 5) + "-" + padded(suffix, 3), city: city.name, state: city.state,
            street: dice.pick(Words.streets), number: String(dice.between(1, 3999)),
            neighborhood: dice.pick(Words.neighborhoods),
            complement: dice.chance(percent: 35) ? dice.pick(Words.complements) : nil,
            coordinates: dice.chance(percent: 70)
                ? (city.longitude + dice.between(-4000, 4000), city.latitude + dice.between(-4000, 4000)) : nil)
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
    }

    /// Lower case without accents, for e-mail addresses.
    static func plain(_ name: String) -> String {
        let accents: [Character: Character] = [
            "á": "a", "à": "a", "ã": "a", "â": "a", "é": "e", "ê": "e", "í": "i", "ó": "o", "ô": "o", "õ": "o",
            "ú": "u", "ç": "c",
        ]
        return String(name.lowercased().map { accents[$0] ?? $0 }.filter { $0.isASCII && $0.isLetter })
    }
}
