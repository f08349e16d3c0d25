/// The two databases that Ponte runs on.
package enum Engine: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}
