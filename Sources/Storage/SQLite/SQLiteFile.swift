/// What can be said of a database file before SQLite opens it: SQLite has one message for every reason.
enum SQLiteFile {
    static func check(_ path: String) throws {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        var status = stat()
        guard stat(folder.isEmpty ? "/" : folder, &status) == 0 else {
            throw StorageError(errno == EACCES ? .noPermission : .notFound, path)
        }
        if stat(path, &status) == 0 {
            guard access(path, R_OK) == 0 else { throw StorageError(.noPermission, path) }
            guard access(path, W_OK) == 0 else { throw StorageError(.readOnly, path) }
        }
        // SQLite makes its log beside the file, so the folder must be writable too.
        guard access(folder.isEmpty ? "/" : folder, W_OK | X_OK) == 0 else { throw StorageError(.noPermission, path) }
    }

    /// Makes the file where there is none, for its owner's eyes only: it will hold names and addresses. SQLite gives its
    /// log the same rights.
    static func make(_ path: String) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        // One that is there, or cannot be made, is SQLite's to open and to refuse.
        if descriptor >= 0 { close(descriptor) }
    }

    /// Waits until the file and its name are on the disk.
    static func sync(_ path: String) throws {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        for name in [path, folder.isEmpty ? "/" : folder] {
            let descriptor = open(name, O_RDONLY)
            guard descriptor >= 0 else { throw StorageError(.inputOutput, name, detail: "open, \(errno)") }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw StorageError(.inputOutput, name, detail: "fsync, \(errno)") }
        }
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
