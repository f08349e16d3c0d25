import Basics
import Commerce
import Foundation

/// Who reads a page, as far as its writing goes: language, clock and time zone.
package struct Reader: Sendable {
    package var language: Language
    package var theme: Theme
    /// The store's, where a page is about one; else that of the reader's stores.
    package var zone: TimeZone
    package var now: Instant

    /// - Parameter timeZone: IANA name; UTC when it is not known here.
    package init(language: Language, theme: Theme = .system, timeZone: String, now: Instant) {
        self.language = language
        self.theme = theme
        self.now = now
        zone = TimeZone(identifier: timeZone) ?? .gmt
    }

    package func at(_ timeZone: String) -> Reader {
        var copy = self
        copy.zone = TimeZone(identifier: timeZone) ?? zone
        return copy
    }

    /// The day that it is in the page's zone.
    var today: CivilDate {
        let east = counted.secondsEast(of: now)
        return CivilDate(daysSince1970: Int((now.microseconds / 1_000_000 + east) / 86_400))
    }

    private var counted: DateText.Zone {
        .counted { [zone] instant in
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.microseconds) / 1_000_000)))
        }
    }

    func say(_ phrase: Phrase) -> String { phrase[language] }

    func number(_ number: Int) -> String { NumberText.grouped(number, in: language) }

    func money(_ money: Money) -> String { NumberText.money(money, in: language) }

    /// `22/11/2026 10:15`, in the page's zone.
    func moment(_ instant: Instant) -> String {
        String(DateText.moment(instant, in: language, zone: counted).dropLast(3))
    }

    /// `22/11/2026 10:15:32`.
    func exactMoment(_ instant: Instant) -> String { DateText.moment(instant, in: language, zone: counted) }

    /// `22/11/2026`.
    func day(_ date: CivilDate) -> String { DateText.day(date.description, in: language) }

    /// `22/11`; in English `11-22`.
    func shortDay(_ date: CivilDate) -> String {
        let text = DateText.day(date.description, in: language)
        return String(language == .english ? text.dropFirst(5) : text.prefix(5))
    }

    /// `há 5 min`; a day's date when it is longer ago than a month.
    func ago(_ instant: Instant) -> String {
        let seconds = Int((now - instant).seconds)
        if seconds < 5 { return say(RelativeWords.now) }
        if seconds >= 30 * 86_400 { return String(moment(instant).prefix(10)) }
        let span = seconds < 86_400 ? Self.span(seconds) : say(RelativeWords.days(seconds / 86_400))
        return say(RelativeWords.ago(span))
    }

    /// `em 5 min`.
    func ahead(_ instant: Instant) -> String {
        let seconds = Int((instant - now).seconds)
        guard seconds > 0 else { return say(RelativeWords.soon) }
        let span = seconds < 86_400 ? Self.span(seconds) : say(RelativeWords.days(seconds / 86_400))
        return say(RelativeWords.ahead(span))
    }

    /// The largest unit: `45 s`, `3 min`, `2 h`.
    private static func span(_ seconds: Int) -> String {
        if seconds < 60 { return "\(seconds) s" }
        return seconds < 3600 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
    }
}

/// How the console looks: as the reader's system says, or as he does.
package enum Theme: String, Sendable, CaseIterable { case system, light, dark }

private enum RelativeWords {
    static let now = Phrase(pt: "agora mesmo", es: "ahora mismo", en: "just now")
    static let soon = Phrase(pt: "em instantes", es: "en instantes", en: "in a moment")

    static func ago(_ span: String) -> Phrase { Phrase(pt: "há \(span)", es: "hace \(span)", en: "\(span) ago") }
    static func ahead(_ span: String) -> Phrase { Phrase(pt: "em \(span)", es: "en \(span)", en: "in \(span)") }

    static func days(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(pt: "1 dia", es: "un día", en: "1 day")
            : Phrase(pt: "\(count) dias", es: "\(count) días", en: "\(count) days")
    }
}
