import Basics
import Foundation
import SwiftCSV

/// Reads one CSV file row by row; what is broken is named with file and line.
struct CSVFile {
    let path: String
    let columns: [String]

    /// Fields by column, in the order of `columns`, and the line they stand on.
    struct Row {
        let fields: [String]
        let line: Int

        subscript(column: Int) -> String { fields[column] }
    }

    var name: String { String(path.split(separator: "/").last ?? "") }

    /// - Throws: `SandboxError`.
    func forEach(_ body: @escaping (Row) throws -> Void) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw SandboxError.fileMissing(path: path) }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw SandboxError.fileUnreadable(path: path, reason: error.localizedDescription)
        }
        // The rows of the view itself are not loaded: they would all be in memory at once.
        let reader = Reader(file: self, body: body)
        do {
            let csv = try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false, rowLimit: 0)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { reader.take($0) }
        } catch {
            throw broken(
                reader.line,
                Phrase(
                    pt: "as aspas não fecham onde deveriam.", es: "las comillas no cierran donde deberían.",
                    en: "quotes do not close where they should."))
        }
        if let failure = reader.failure { throw failure }
        guard reader.sawHeader else {
            throw broken(1, Phrase(pt: "o arquivo está vazio.", es: "el archivo está vacío.", en: "the file is empty."))
        }
    }

    func broken(_ line: Int, _ problem: Phrase) -> SandboxError {
        .brokenCSV(file: name, line: line, problem: problem)
    }

    /// Collects rows from the parser's callback, which cannot throw.
    private final class Reader {
        let file: CSVFile
        let body: (Row) throws -> Void
        var line = 1
        var positions: [Int] = []
        var width = 0
        var sawHeader = false
        var failure: (any Error)?
        /// A row that lacks its last field, which only the file's last row may: the parser drops an empty one there.
        var short: (fields: [String], line: Int)?

        init(file: CSVFile, body: @escaping (Row) throws -> Void) {
            self.file = file
            self.body = body
        }

        func take(_ fields: [String]) {
            defer { line += 1 + fields.reduce(0) { $0 + $1.count(where: \.isNewline) } }
            guard failure == nil else { return }
            do {
                try check(fields)
            } catch {
                failure = error
            }
        }

        private func check(_ fields: [String]) throws {
            guard sawHeader else { return try readHeader(fields) }
            if let short { throw wrongWidth(short.fields.count, line: short.line) }
            if fields == [""] { return }
            if fields.count == width - 1 {
                short = (fields, line)
                return try body(row(fields + [""], line))
            }
            guard fields.count == width else { throw wrongWidth(fields.count, line: line) }
            try body(row(fields, line))
        }

        private func readHeader(_ fields: [String]) throws {
            sawHeader = true
            width = fields.count
            positions = try file.columns.map { column in
                guard let position = fields.firstIndex(of: column) else {
                    throw file.broken(
                        1,
                        Phrase(
                            pt: "falta a coluna \(column).", es: "falta la columna \(column).",
                            en: "the column \(column) is missing."))
                }
                return position
            }
        }

        private func row(_ fields: [String], _ line: Int) -> Row {
            Row(fields: positions.map { fields[$0] }, line: line)
        }

        private func wrongWidth(_ count: Int, line: Int) -> SandboxError {
            file.broken(
                line,
                Phrase(
                    pt: "há \(count) campos em vez de \(width).", es: "hay \(count) campos en lugar de \(width).",
                    en: "there are \(count) fields instead of \(width)."))
        }
    }
}
