import Foundation
import TestSupport
import Testing

struct BackupCommandTests {
    @Test func `a backup says where the key is, and a restore what came back`() async throws {
        try await withTemporaryFolder { folder in
            let environment = ["PONTE_DATABASE_URL": "sqlite://\(folder)/ponte.db", "PONTE_LANGUAGE": "pt"]
            let elsewhere = ["PONTE_DATABASE_URL": "sqlite://\(folder)/new.db", "PONTE_LANGUAGE": "es"]
            _ = await RunningProgram.run("connection", "list", environment: environment)

            let backup = await RunningProgram.run("backup", folder + "/a.tar", environment: environment)
            let again = await RunningProgram.run("backup", folder + "/a.tar", environment: environment)
            let key = await RunningProgram.run("backup", "--master-key", folder + "/a.key", environment: environment)
            let check = await RunningProgram.run("restore", "--check", folder + "/a.tar")
            let restored = await RunningProgram.run("restore", folder + "/a.tar", environment: elsewhere)

            #expect(backup.status == 0)
            #expect(backup.output.hasPrefix("✓ \(folder)/a.tar\n  clientes: 0 · conexões: 0 · pedidos: 0"))
            #expect(backup.errors.hasPrefix("A chave-mestra não está nesta cópia. Ela está em \(folder)/ponte.db.key"))
            #expect(again.status == 2 && again.errors.contains("(file.taken)"))
            #expect(key.status == 0 && key.output.hasPrefix("✓ Chave-mestra "))
            #expect(check.status == 0 && check.output.hasPrefix("✓ The backup is whole.\n"))
            #expect(restored.status == 0)
            #expect(restored.output.hasPrefix("✓ Restaurado en \(folder)/new.db.\n"))
            #expect(restored.output.contains("✓ Cadenas de auditoría enteras: 1.\n"))
        }
    }

    @Test func `a folder gets a file that is named after the time`() async throws {
        try await withTemporaryFolder { folder in
            let environment = ["PONTE_DATABASE_URL": "sqlite://\(folder)/ponte.db"]
            try FileManager.default.createDirectory(atPath: folder + "/all", withIntermediateDirectories: true)
            _ = await RunningProgram.run("connection", "list", environment: environment)

            let backup = await RunningProgram.run("backup", folder + "/all/", "--json", environment: environment)

            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/all")
            #expect(names.count == 1)
            #expect(names[0].wholeMatch(of: /ponte-\d{8}T\d{6}Z\.tar/) != nil)
            #expect(backup.output.hasPrefix("{\"file\":\"\(folder)/all/\(names[0])\",\"masterKeyFile\":"))
        }
    }

    @Test(arguments: [
        ("pt", "Diga um ARQUIVO, ou --master-key ARQUIVO"), ("es", "Diga un ARCHIVO, o --master-key ARCHIVO"),
        ("en", "Name a FILE, or --master-key FILE"),
    ])
    func `database and key never go together`(_ language: String, _ words: String) async {
        let neither = await RunningProgram.run("backup", "--language", language)
        let both = await RunningProgram.run("backup", "a.tar", "--master-key", "b.key", "--language", language)

        #expect(neither.status == 2 && neither.errors.contains(words))
        #expect(both.status == 2 && both.errors.contains(words))
    }

    @Test func `what is no backup is not restored`() async throws {
        try await withTemporaryFolder { folder in
            try Data("a shopping list".utf8).write(to: URL(filePath: folder + "/list.txt"))

            let list = await RunningProgram.run("restore", "--check", folder + "/list.txt", "--language", "es")
            let gone = await RunningProgram.run("restore", "--check", folder + "/gone.tar")

            #expect(list.status == 2 && list.errors.hasPrefix("Error: \(folder)/list.txt no es una copia"))
            #expect(gone.status == 2 && gone.errors.hasPrefix("Error: There is no \(folder)/gone.tar."))
        }
    }
}
