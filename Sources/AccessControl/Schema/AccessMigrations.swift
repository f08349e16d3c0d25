import Storage

/// The room's tables: numbers 19 to 24 of the schema.
///
/// Members, their sessions and the throttle lie above the organizations and carry no organization's id.
package enum AccessMigrations {
    package static let all: [Migration] = [
        Migration(19, "members", Members.tables),
        Migration(20, "sign-in sessions", Sessions.tables),
        Migration(21, "set-up codes", SetUp.tables),
        Migration(22, "sign-in throttle", SignInThrottle.tables),
        Migration(23, "app keys", AppKeys.tables),
        Migration(24, "one-time links", OneTimeLinks.tables),
    ]
}
