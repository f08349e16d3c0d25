import Basics
import CPostgres
import Foundation
import Synchronization

/// One run of a program of PostgreSQL's own. It finds its server, user and password in its environment, where no other user
/// of the machine sees them; command lines are for all to see.
final class PostgresTool: Sendable {
    private let name: String
    private let program: String
    private let environment: [String: String]
    private let running = Mutex<Process?>(nil)

    /// - Throws: `storage.tool_missing`.
    init(named name: String, url: Secret, toolPath: String?) throws(StorageError) {
        let places = (toolPath ?? "").split(separator: ":").map { folder in "\(folder)/\(name)" }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw StorageError(.toolMissing, name)
        }
        self.name = name
        self.program = program
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PONTE_") }
        environment["PATH"] = toolPath
        // Its complaints are read here.
        environment["LC_ALL"] = "C"
        environment.merge(try Self.settings(of: url)) { $1 }
        self.environment = environment
    }

    /// Runs it to its end and writes what it says to `file`.
    /// - Returns: how many bytes that were.
    func run(_ arguments: [String], into file: OpenFile, at offset: Int64) throws -> Int64 {
        let pipe = Pipe()
        var length: Int64 = 0
        try run(arguments, input: .nullDevice, output: pipe) {
            while let piece = try pipe.fileHandleForReading.read(upToCount: 1 << 20), !piece.isEmpty {
                try file.write(Array(piece), at: offset + length)
                length += Int64(piece.count)
            }
        }
        return length
    }

    /// Runs it to its end with what `file` holds from `offset` on as its input.
    func run(_ arguments: [String], from file: OpenFile, at offset: Int64) throws {
        let input = try FileHandle(forReadingFrom: URL(fileURLWithPath: file.path))
        try input.seek(toOffset: UInt64(offset))
        try run(arguments, input: input, output: FileHandle.nullDevice) {}
    }

    /// Ends it before its time.
    func stop() { running.withLock { $0?.terminate() } }

    private func run(_ arguments: [String], input: FileHandle, output: Any, _ attend: () throws -> Void) throws {
        // A file, so that neither of the two waits for the other to read.
        let said = FileManager.default.temporaryDirectory.appendingPathComponent("ponte-" + UUID().uuidString)
        let errors = try OpenFile(creating: said.path)
        try FileManager.default.removeItem(at: said)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle(fileDescriptor: errors.descriptor, closeOnDealloc: false)
        try process.run()
        running.withLock { $0 = process }
        do { try attend() } catch {
            process.terminate()
            process.waitUntilExit()
            throw error
        }
        process.waitUntilExit()
        running.withLock { $0 = nil }
        try Task.checkCancellation()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw StorageError(.toolFailed, name, detail: try complaint(errors))
        }
    }

    /// Its first complaint. Later lines may quote rows.
    private func complaint(_ errors: OpenFile) throws -> String {
        let text = String(decoding: try errors.read(at: 0, count: 10_000), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        let line = lines.first { $0.contains("error:") } ?? lines.first ?? ""
        return String(line.prefix(300))
    }

    /// The address as libpq's own variables.
    private static func settings(of url: Secret) throws(StorageError) -> [String: String] {
        try url.reveal { text throws(StorageError) in
            guard let options = PQconninfoParse(text, nil) else {
                throw StorageError(.badURL, "", detail: "postgres: cannot be read")
            }
            defer { PQconninfoFree(options) }
            var settings: [String: String] = [:]
            var option = options
            while option.pointee.keyword != nil {
                if let variable = option.pointee.envvar, let value = option.pointee.val {
                    settings[String(cString: variable)] = String(cString: value)
                }
                option += 1
            }
            return settings
        }
    }
}
