import Storage

/// The tables of this room.
///
/// Tenants' tables begin their keys with the organization. The two quota tables belong to no tenant: a platform limits
/// its account, whoever of Ponte's organizations, connections and nodes asks.
package enum SyncMigrations {
    package static let all: [Migration] =
        [streams, slices, parkedOrders, quota, parkedChanges] + ReconciliationMigrations.all + LiveMigrations.all
        + [refusals, walks]

    private static let streams = Migration(
        13, "streams",
        [
            """
            CREATE TABLE streams (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                kind \(type: .key) NOT NULL,
                known_total \(type: .integer),
                backfill_from \(type: .integer),
                backfill_until \(type: .integer),
                backfill_done_at \(type: .integer),
                sweep_until \(type: .integer),
                swept_until \(type: .integer),
                reread_at \(type: .integer),
                paused \(type: .integer) NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
                PRIMARY KEY (organization_id, connection_id, kind),
                FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id),
                CHECK ((backfill_until IS NULL) = (swept_until IS NULL)),
                CHECK (backfill_until IS NOT NULL OR (backfill_done_at IS NULL AND sweep_until IS NULL))
            )
            """
        ])

    private static let slices = Migration(
        14, "slices",
        [
            """
            CREATE TABLE slices (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                stream \(type: .key) NOT NULL,
                id \(type: .key) NOT NULL,
                purpose \(type: .key) NOT NULL
                    CHECK (purpose IN ('fresh', 'sweep', 'reread', 'retry', 'backfill')),
                claim_rank \(type: .integer) NOT NULL,
                filter \(type: .text) NOT NULL,
                from_at \(type: .integer) NOT NULL,
                until_at \(type: .integer) NOT NULL,
                position_at \(type: .integer),
                position_id \(type: .key),
                state \(type: .key) NOT NULL CHECK (state IN ('pending', 'leased', 'done', 'split', 'parked')),
                free_at \(type: .integer) NOT NULL,
                lease_token \(type: .integer) NOT NULL DEFAULT 0,
                batches \(type: .integer) NOT NULL DEFAULT 0,
                orders \(type: .integer) NOT NULL DEFAULT 0,
                attempts \(type: .integer) NOT NULL DEFAULT 0,
                error_code \(type: .key),
                error_pt \(type: .text),
                error_es \(type: .text),
                error_en \(type: .text),
                PRIMARY KEY (organization_id, connection_id, stream, id),
                FOREIGN KEY (organization_id, connection_id, stream)
                    REFERENCES streams (organization_id, connection_id, kind),
                CHECK (from_at <= until_at),
                CHECK (state <> 'parked' OR error_code IS NOT NULL)
            )
            """,
            """
            CREATE INDEX slices_to_claim
                ON slices (organization_id, connection_id, stream, state, claim_rank, from_at)
            """,
        ])

    private static let parkedOrders = Migration(
        15, "parked orders",
        [
            """
            CREATE TABLE parked_orders (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                stream \(type: .key) NOT NULL,
                external_id \(type: .key) NOT NULL,
                error_code \(type: .key) NOT NULL,
                error_pt \(type: .text) NOT NULL,
                error_es \(type: .text) NOT NULL,
                error_en \(type: .text) NOT NULL,
                attempts \(type: .integer) NOT NULL CHECK (attempts > 0),
                first_seen_at \(type: .integer) NOT NULL,
                last_seen_at \(type: .integer) NOT NULL,
                retry_at \(type: .integer) NOT NULL,
                PRIMARY KEY (organization_id, connection_id, stream, external_id),
                FOREIGN KEY (organization_id, connection_id, stream)
                    REFERENCES streams (organization_id, connection_id, kind)
            )
            """
        ])

    private static let quota = Migration(
        16, "quota",
        [
            """
            CREATE TABLE quota_accounts (
                platform \(type: .key) NOT NULL,
                account \(type: .key) NOT NULL,
                stopped_until \(type: .integer) NOT NULL,
                PRIMARY KEY (platform, account)
            )
            """,
            """
            CREATE TABLE quota_lanes (
                platform \(type: .key) NOT NULL,
                account \(type: .key) NOT NULL,
                quota_group \(type: .key) NOT NULL,
                lane \(type: .key) NOT NULL CHECK (lane IN ('live', 'backfill')),
                granted_until \(type: .integer) NOT NULL,
                PRIMARY KEY (platform, account, quota_group, lane)
            )
            """,
        ])

    private static let parkedChanges = Migration(
        17, "parked changes",
        [
            """
            CREATE TABLE parked_changes (
                organization_id \(type: .key) NOT NULL,
                reader \(type: .key) NOT NULL,
                change_number \(type: .integer) NOT NULL,
                record_kind \(type: .key) NOT NULL,
                record_id \(type: .key) NOT NULL,
                error_code \(type: .key) NOT NULL,
                error_pt \(type: .text) NOT NULL,
                error_es \(type: .text) NOT NULL,
                error_en \(type: .text) NOT NULL,
                parked_at \(type: .integer) NOT NULL,
                PRIMARY KEY (organization_id, reader, change_number),
                FOREIGN KEY (organization_id) REFERENCES organizations (id)
            )
            """,
            """
            CREATE INDEX parked_changes_of_record
                ON parked_changes (organization_id, reader, record_kind, record_id, change_number)
            """,
        ])

    private static let refusals = Migration(38, "refused streams", StreamRefusal.columns)

    private static let walks = Migration(
        39, "walks",
        [
            """
            CREATE TABLE walks (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                stream \(type: .key) NOT NULL,
                goal \(type: .key) NOT NULL CHECK (goal IN ('everything', 'changed', 'retry')),
                since_at \(type: .integer) NOT NULL,
                until_at \(type: .integer) NOT NULL,
                started_at \(type: .integer) NOT NULL,
                phase \(type: .key) NOT NULL CHECK (phase IN ('walking', 'looking', 'done')),
                cursor \(type: .text),
                place_kind \(type: .key) NOT NULL DEFAULT '',
                place_id \(type: .key) NOT NULL DEFAULT '',
                looks \(type: .integer) NOT NULL DEFAULT 0,
                records \(type: .integer) NOT NULL DEFAULT 0,
                free_at \(type: .integer) NOT NULL,
                lease_token \(type: .integer) NOT NULL DEFAULT 0,
                commits \(type: .integer) NOT NULL DEFAULT 0,
                attempts \(type: .integer) NOT NULL DEFAULT 0,
                error_code \(type: .key),
                error_pt \(type: .text),
                error_es \(type: .text),
                error_en \(type: .text),
                PRIMARY KEY (organization_id, connection_id, stream),
                FOREIGN KEY (organization_id, connection_id, stream)
                    REFERENCES streams (organization_id, connection_id, kind)
            )
            """,
            """
            CREATE TABLE parked_records (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                stream \(type: .key) NOT NULL,
                kind \(type: .key) NOT NULL,
                external_id \(type: .key) NOT NULL,
                error_code \(type: .key) NOT NULL,
                error_pt \(type: .text) NOT NULL,
                error_es \(type: .text) NOT NULL,
                error_en \(type: .text) NOT NULL,
                attempts \(type: .integer) NOT NULL CHECK (attempts > 0),
                first_seen_at \(type: .integer) NOT NULL,
                last_seen_at \(type: .integer) NOT NULL,
                retry_at \(type: .integer) NOT NULL,
                PRIMARY KEY (organization_id, connection_id, stream, kind, external_id),
                FOREIGN KEY (organization_id, connection_id, stream)
                    REFERENCES streams (organization_id, connection_id, kind)
            )
            """,
        ])
}
