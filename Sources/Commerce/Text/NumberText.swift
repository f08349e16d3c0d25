import Basics

/// Numbers, money and lengths of time as people of each language write them.
package enum NumberText {
    /// `12.345` in Portuguese and Spanish, `12,345` in English.
    package static func grouped(_ number: Int, in language: Language) -> String {
        grouped(digits: String(number.magnitude), isNegative: number < 0, in: language)
    }

    /// `R$ 129,90`; at least two decimals where the scale has them, more when they are not zero.
    package static func money(_ money: Money, in language: Language) -> String {
        let scale = max(0, money.scale)
        let padded =
            String(repeating: "0", count: max(0, scale + 1 - String(money.amount.magnitude).count))
            + String(money.amount.magnitude)
        var decimals = padded.suffix(scale)
        while decimals.count > 2, decimals.hasSuffix("0") { decimals.removeLast() }
        let whole = grouped(digits: String(padded.dropLast(scale)), isNegative: false, in: language)
        let amount = decimals.isEmpty ? whole : whole + (language == .english ? "." : ",") + decimals
        let sign = money.amount < 0 ? "-" : ""
        return sign + symbol(of: money.currency) + " " + amount
    }

    /// `1,44`: as many decimals as it takes.
    package static func decimal(millionths: Int64, in language: Language) -> String {
        let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var decimals = Substring(String(1_000_000 + rest).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        let number = grouped(digits: String(whole), isNegative: millionths < 0, in: language)
        return decimals.isEmpty ? number : number + (language == .english ? "." : ",") + decimals
    }

    /// `45 s`, `3 min 5 s`, `2 h 10 min`: the two largest units, the same in all three languages.
    package static func duration(_ duration: Duration) -> String {
        let seconds = max(0, Int(duration.seconds.rounded(.up)))
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 {
            let rest = seconds % 60
            return rest == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(rest) s"
        }
        let minutes = seconds / 60 % 60
        return minutes == 0 ? "\(seconds / 3600) h" : "\(seconds / 3600) h \(minutes) min"
    }

    /// Seconds with three decimals, as JSON wants them whatever the language.
    package static func seconds(_ duration: Duration) -> String {
        let milliseconds = max(0, duration.microseconds / 1000)
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }

    private static func grouped(digits: String, isNegative: Bool, in language: Language) -> String {
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { text += language == .english ? "," : "." }
            text.append(digit)
        }
        return (isNegative ? "-" : "") + text
    }

    private static func symbol(of currency: String) -> String {
        switch currency {
        case "BRL": "R$"
        case "USD": "US$"
        case "EUR": "€"
        case "GBP": "£"
        default: currency
        }
    }
}
