import Basics
import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why there is no connection to a host, in people's words.
enum ConnectionTrouble {
    /// Nil for what nobody can do anything with.
    static func words(for error: any Error) -> Phrase? {
        if let error = error as? NIOConnectionError {
            if error.connectionErrors.isEmpty { return unknownName }
            return error.connectionErrors.lazy.compactMap { words(for: $0.error) }.first
        }
        if let error = error as? IOError { return words(for: error.errnoCode) }
        // The library of secure connections has many errors, and one meaning.
        return String(reflecting: type(of: error)).hasPrefix("NIOSSL") ? insecure : nil
    }

    private static func words(for code: CInt) -> Phrase? {
        switch code {
        case ECONNREFUSED:
            Phrase(
                pt: "ninguém atende nesse endereço e porta", es: "nadie atiende en esa dirección y puerto",
                en: "nobody answers at that address and port")
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN:
            Phrase(
                pt: "esta máquina não tem caminho até lá", es: "esta máquina no tiene camino hasta allí",
                en: "this machine has no way to get there")
        case ECONNRESET, EPIPE:
            Phrase(
                pt: "a conexão foi cortada do outro lado", es: "la conexión se cortó del otro lado",
                en: "the other side cut the connection")
        default: nil
        }
    }

    private static let unknownName = Phrase(
        pt: "o nome não foi encontrado no DNS", es: "el nombre no se encontró en el DNS",
        en: "the name was not found in the DNS")

    private static let insecure = Phrase(
        pt: "a conexão segura (TLS) falhou, talvez pelo certificado",
        es: "la conexión segura (TLS) falló, quizás por el certificado",
        en: "the secure connection (TLS) failed, perhaps by its certificate")
}
