import AccessControl
import Apps
import Journal
import Records
import Storage
import Sync

/// The whole schema: every room's migrations in their global order.
package enum HubMigrations {
    package static let all: [Migration] =
        (JournalMigrations.all + RecordsMigrations.all + SyncMigrations.all + AppsMigrations.all
        + AccessMigrations.all)
        .sorted { $0.number < $1.number }
}
