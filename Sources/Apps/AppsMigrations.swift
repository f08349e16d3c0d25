import Storage

/// The tables of the apps, in order of their numbers.
package enum AppsMigrations {
    package static let all: [Migration] = DailyTotals.migrations
}
