/// Rows of text in aligned columns.
enum Columns {
    struct Cell {
        let text: String
        let paint: @Sendable (String) -> String

        init(_ text: String, paint: @escaping @Sendable (String) -> String = { $0 }) {
            self.text = text
            self.paint = paint
        }
    }

    enum Alignment { case left, right }

    /// Pads before painting, so that colours do not move the columns. The last column is not padded on its right.
    static func lines(
        _ rows: [[Cell]], alignments: [Alignment] = [], indent: Int = 2, gap: Int = 2
    ) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].text.count : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            for (column, cell) in row.enumerated() {
                let isLast = column == row.count - 1
                let filling = String(repeating: " ", count: widths[column] - cell.text.count)
                let isRight = column < alignments.count && alignments[column] == .right
                if isRight {
                    line += filling + cell.paint(cell.text)
                } else {
                    line += cell.paint(cell.text) + (isLast ? "" : filling)
                }
                if !isLast { line += String(repeating: " ", count: gap) }
            }
            return line
        }
    }
}
