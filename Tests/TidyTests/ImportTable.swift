/// Which room may import what, read from the table in docs/ARCHITECTURE.md: the document is the rule.
struct ImportTable {
    struct Row {
        let room: String
        let ours: Set<String>
        let others: Set<String>
    }

    /// From the top of the house to its ground.
    let rows: [Row]
    /// What every room may import of the system.
    static let everywhere: Set<String> = ["Foundation", "Synchronization", "Glibc", "Darwin"]

    init(_ document: Repository.File) {
        rows = document.lines
            .drop { !$0.hasPrefix("| room | may import (ours) |") }
            .dropFirst(2)
            .prefix { $0.hasPrefix("|") }
            .map { line in
                let cells = line.split(separator: "|").map { $0.trimming(" `") }
                return Row(room: cells[0], ours: Self.names(cells[1]), others: Self.names(cells[2]))
            }
    }

    func row(_ room: String) -> Row? { rows.first { $0.room == room } }

    private static func names(_ cell: String) -> Set<String> {
        Set(cell.split(separator: ",").map { $0.trimming(" `") }.filter { $0 != "-" && !$0.isEmpty })
    }
}

extension Substring {
    func trimming(_ characters: String) -> String {
        String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
    }
}
