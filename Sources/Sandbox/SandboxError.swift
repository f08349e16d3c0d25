import Basics

/// Why a sandbox cannot start.
package enum SandboxError: ExplainedError {
    case portTaken(port: Int)
    case addressRefused(host: String, reason: String)
    case folderMissing(path: String)
    case fileMissing(path: String)
    case fileUnreadable(path: String, reason: String)
    /// `line` counts from 1, the header included.
    case brokenCSV(file: String, line: Int, problem: Phrase)
    case badAccount(name: String)
    case credentialsNotWritten(path: String, reason: String)
    case stateNotWritten(path: String, reason: String)
    /// `line` counts from 1.
    case stateDamaged(path: String, line: Int)
    case stateInUse(path: String)

    package var code: String {
        switch self {
        case .portTaken: "sandbox.port_taken"
        case .addressRefused: "sandbox.address_refused"
        case .folderMissing: "sandbox.folder_missing"
        case .fileMissing: "sandbox.file_missing"
        case .fileUnreadable: "sandbox.file_unreadable"
        case .brokenCSV: "sandbox.broken_csv"
        case .badAccount: "sandbox.bad_account"
        case .credentialsNotWritten: "sandbox.credentials_not_written"
        case .stateNotWritten: "sandbox.state_not_written"
        case .stateDamaged: "sandbox.state_damaged"
        case .stateInUse: "sandbox.state_in_use"
        }
    }

    package var explanation: Phrase {
        switch self {
        case .portTaken(let port):
            Phrase(
                pt: "A porta \(port) já está em uso por outro programa.",
                es: "El puerto \(port) ya está en uso por otro programa.",
                en: "Port \(port) is already taken by another program.")
        case .addressRefused(let host, let reason):
            Phrase(
                pt: "Não foi possível escutar no endereço \(host): \(reason).",
                es: "No se pudo escuchar en la dirección \(host): \(reason).",
                en: "Cannot listen on the address \(host): \(reason).")
        case .folderMissing(let path):
            Phrase(
                pt: "A pasta \(path) não existe.", es: "La carpeta \(path) no existe.",
                en: "The folder \(path) does not exist.")
        case .fileMissing(let path):
            Phrase(
                pt: "Falta o arquivo \(path).", es: "Falta el archivo \(path).", en: "The file \(path) is missing.")
        case .fileUnreadable(let path, let reason):
            Phrase(
                pt: "Não foi possível ler o arquivo \(path): \(reason).",
                es: "No se pudo leer el archivo \(path): \(reason).",
                en: "Cannot read the file \(path): \(reason).")
        case .brokenCSV(let file, let line, let problem):
            Phrase(
                pt: "\(file), linha \(line): \(problem[.portuguese])",
                es: "\(file), línea \(line): \(problem[.spanish])",
                en: "\(file), line \(line): \(problem[.english])")
        case .badAccount(let name):
            Phrase(
                pt: "“\(name)” não serve como nome de conta da VTEX.",
                es: "“\(name)” no sirve como nombre de cuenta de VTEX.",
                en: "“\(name)” cannot be a VTEX account name.")
        case .credentialsNotWritten(let path, let reason):
            Phrase(
                pt: "Não foi possível gravar as credenciais em \(path): \(reason).",
                es: "No se pudieron guardar las credenciales en \(path): \(reason).",
                en: "Cannot write the credentials to \(path): \(reason).")
        case .stateNotWritten(let path, let reason):
            Phrase(
                pt: "Não foi possível gravar o estado da loja em \(path): \(reason).",
                es: "No se pudo guardar el estado de la tienda en \(path): \(reason).",
                en: "Cannot write the store's state to \(path): \(reason).")
        case .stateDamaged(let path, let line):
            Phrase(
                pt: "\(path), linha \(line): não é o estado de uma loja desta versão.",
                es: "\(path), línea \(line): no es el estado de una tienda de esta versión.",
                en: "\(path), line \(line): not the state of a store of this version.")
        case .stateInUse(let path):
            Phrase(
                pt: "Outra loja já está aberta com o estado \(path).",
                es: "Otra tienda ya está abierta con el estado \(path).",
                en: "Another store is already open with the state \(path).")
        }
    }

    package var remedy: Phrase? {
        switch self {
        case .portTaken:
            Phrase(
                pt: "Escolha outra com --port, ou use --port 0 para uma porta livre.",
                es: "Elija otro con --port, o use --port 0 para un puerto libre.",
                en: "Choose another with --port, or use --port 0 for a free one.")
        case .addressRefused:
            Phrase(
                pt: "Use --host 127.0.0.1 ou um endereço desta máquina.",
                es: "Use --host 127.0.0.1 o una dirección de esta máquina.",
                en: "Use --host 127.0.0.1 or an address of this machine.")
        case .folderMissing, .fileMissing:
            Phrase(
                pt: "Aponte --orders-from para uma pasta com os arquivos olist_*_dataset.csv.",
                es: "Apunte --orders-from a una carpeta con los archivos olist_*_dataset.csv.",
                en: "Point --orders-from to a folder with the olist_*_dataset.csv files.")
        case .fileUnreadable:
            Phrase(
                pt: "Verifique a permissão do arquivo e se ele está em UTF-8.",
                es: "Revise el permiso del archivo y que esté en UTF-8.",
                en: "Check the file's permissions and that it is UTF-8.")
        case .brokenCSV:
            Phrase(
                pt: "Corrija essa linha ou baixe o arquivo de novo.",
                es: "Corrija esa línea o descargue el archivo de nuevo.",
                en: "Correct that line or download the file again.")
        case .badAccount:
            Phrase(
                pt: "Use letras minúsculas, números e hífens, como em lojademo.",
                es: "Use letras minúsculas, números y guiones, como en lojademo.",
                en: "Use lower-case letters, digits and hyphens, as in lojademo.")
        case .credentialsNotWritten, .stateNotWritten:
            Phrase(
                pt: "Verifique se a pasta existe e se há espaço e permissão de escrita.",
                es: "Revise que la carpeta exista y que haya espacio y permiso de escritura.",
                en: "Check that the folder exists and that there is room and permission to write.")
        case .stateDamaged:
            Phrase(
                pt: "Apague o arquivo para abrir uma loja nova, ou indique outro.",
                es: "Borre el archivo para abrir una tienda nueva, o indique otro.",
                en: "Delete the file to open a new store, or name another.")
        case .stateInUse:
            Phrase(
                pt: "Encerre a outra com Ctrl-C, ou use outro arquivo ou pasta.",
                es: "Detenga la otra con Ctrl-C, o use otro archivo o carpeta.",
                en: "End the other one with Ctrl-C, or use another file or folder.")
        }
    }
}
