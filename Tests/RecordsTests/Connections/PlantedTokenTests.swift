import Basics
import Foundation
import Records
import Secrets
import Storage
import TestSupport
import Testing

struct PlantedTokenTests {
    @Test func `a token is nowhere in the bytes of the database file`() async throws {
        let planted = "PLANTEDTOKENQZXJKVWYPLANTEDTOKEN"
        let rotated = "SECONDTOKENQZXJKVWYSECONDTOKEN"
        try await withTemporaryFolder { folder in
            let keyring = try Keyring.open(file: folder + "/master.key", createIfMissing: true)
            let url = DatabaseURL(sqlitePath: folder + "/ponte.db")
            let database = try await Databases.open(url, logger: .silent)
            try await Migrator(Shop.migrations.numberedAnew).migrate(database, at: Shop.noon, logger: .silent)
            let shop = try await Shop.found(in: database, keyring: keyring, token: planted)
            try await shop.apply([Answer().incoming])
            try await database.write {
                try Connections(shop.scope).replaceCredential(
                    of: shop.connection, key: "vtexappkey-shop-ABCDEF", token: Secret(rotated), keyring: keyring,
                    by: Shop.actor, at: Shop.noon, in: $0)
            }
            let open = try bytes(in: folder)
            await database.close()

            let closed = try bytes(in: folder)

            for bytes in [open, closed] {
                #expect(bytes.firstRange(of: Data("vtexappkey-shop-ABCDEF".utf8)) != nil)
                for token in [planted, rotated] {
                    #expect(bytes.firstRange(of: Data(token.utf8)) == nil)
                    #expect(bytes.firstRange(of: Data(Data(token.utf8).base64EncodedString().utf8)) == nil)
                }
            }
        }
    }

    /// All that the folder's files hold: database, write-ahead log, key.
    private func bytes(in folder: String) throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().reduce(into: Data()) { bytes, name in
            bytes += try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
    }
}
