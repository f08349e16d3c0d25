import Glibc

/// A file that gets its name when it is whole: until then it is written beside it under a temporary name, mode 0600.
package struct NewFile: Sendable {
    /// What it will be called.
    package let path: String
    package let file: OpenFile

    /// - Throws: `FileError`: `file.taken` when there is something of that name already.
    package init(path: String) throws(FileError) {
        self.path = path
        var status = stat()
        guard lstat(path, &status) != 0 else { throw FileError(.taken, path: path) }
        let mark = String(UInt64.random(in: .min ... .max), radix: 36)
        file = try OpenFile(creating: "\(path).\(mark).partial")
    }

    /// Gets the file onto the disk and gives it its name, which stays another's when somebody was faster.
    package func publish() throws(FileError) {
        try file.sync()
        // A link, unlike a rename, replaces nothing.
        guard link(file.path, path) == 0 else { throw OpenFile.error(path) }
        unlink(file.path)
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try OpenFile(reading: folder).sync()
    }

    /// Takes away what was written so far.
    package func discard() { unlink(file.path) }
}
