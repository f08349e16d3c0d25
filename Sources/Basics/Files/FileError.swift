/// Why a file was not read or written. Trying again helps when somebody has put right what the explanation says.
package struct FileError: ExplainedError, Hashable {
    package enum Problem: String, Sendable {
        case missing = "file.missing"
        /// There is a file of this name, and it is not replaced.
        case taken = "file.taken"
        case noPermission = "file.no_permission"
        case diskFull = "file.disk_full"
        case failed = "file.failed"
    }

    package let problem: Problem
    package let path: String
    /// The operating system's own words.
    package let reason: String

    package init(_ problem: Problem, path: String, reason: String = "") {
        self.problem = problem
        self.path = path
        self.reason = reason
    }

    package var code: String { problem.rawValue }

    package var explanation: Phrase {
        switch problem {
        case .missing:
            Phrase(pt: "Não há \(path).", es: "No existe \(path).", en: "There is no \(path).")
        case .taken:
            Phrase(
                pt: "\(path) já existe e não é substituído.", es: "\(path) ya existe y no se reemplaza.",
                en: "\(path) is there already and is not replaced.")
        case .noPermission:
            Phrase(
                pt: "Sem permissão para abrir \(path).", es: "Sin permiso para abrir \(path).",
                en: "No permission to open \(path).")
        case .diskFull:
            Phrase(
                pt: "Não há mais espaço em disco para \(path).", es: "No queda espacio en disco para \(path).",
                en: "There is no disk space left for \(path).")
        case .failed:
            Phrase(
                pt: "\(path) não pôde ser lido ou gravado: \(reason).",
                es: "\(path) no se pudo leer ni escribir: \(reason).",
                en: "\(path) could not be read or written: \(reason).")
        }
    }

    package var remedy: Phrase? {
        guard problem == .taken else { return nil }
        return Phrase(
            pt: "Use outro nome, ou tire esse arquivo do caminho.",
            es: "Use otro nombre, o quite ese archivo del camino.", en: "Use another name, or move that file away.")
    }
}
