import Basics

extension StorageError {
    package var explanation: Phrase {
        let said = detail.isEmpty ? "" : " (\(detail))"
        return switch kind {
        case .busy:
            Phrase(
                pt: "O banco de dados \(subject) está bloqueado por outro programa.",
                es: "La base de datos \(subject) está bloqueada por otro programa.",
                en: "The database \(subject) is locked by another program.")
        case .contended:
            Phrase(
                pt: "Muitas gravações ao mesmo tempo em \(subject): a transação foi desfeita.",
                es: "Demasiadas escrituras a la vez en \(subject): la transacción se deshizo.",
                en: "Too many writers at the same time in \(subject): the transaction was undone.")
        case .diskFull:
            Phrase(
                pt: "Não há mais espaço em disco para \(subject). Nada foi gravado pela metade.",
                es: "No queda espacio en disco para \(subject). Nada quedó escrito a medias.",
                en: "There is no disk space left for \(subject). Nothing was half written.")
        case .inputOutput:
            Phrase(
                pt: "O disco falhou ao ler ou gravar \(subject)\(said).",
                es: "El disco falló al leer o escribir \(subject)\(said).",
                en: "The disk failed to read or write \(subject)\(said).")
        case .corrupt:
            Phrase(
                pt: "O arquivo \(subject) está danificado ou não é um banco de dados SQLite.",
                es: "El archivo \(subject) está dañado o no es una base de datos SQLite.",
                en: "The file \(subject) is damaged or is not an SQLite database.")
        case .readOnly:
            Phrase(
                pt: "Não é permitido gravar em \(subject).",
                es: "No se permite escribir en \(subject).",
                en: "\(subject) may not be written.")
        case .notFound:
            Phrase(
                pt: "A pasta de \(subject) não existe.",
                es: "La carpeta de \(subject) no existe.",
                en: "The folder of \(subject) does not exist.")
        case .noPermission:
            Phrase(
                pt: "Sem permissão para abrir \(subject).",
                es: "Sin permiso para abrir \(subject).",
                en: "No permission to open \(subject).")
        case .badURL:
            Phrase(
                pt: "O endereço do banco de dados não é válido: \(detail).",
                es: "La dirección de la base de datos no es válida: \(detail).",
                en: "The database URL is not valid: \(detail).")
        case .unreachable, .refused, .noDatabase, .commitUnknown, .closed: serverExplanation(said)
        case .schemaNewer, .schemaGap, .backupFailed: schemaExplanation(said)
        case .toolMissing, .toolFailed: toolExplanation(said)
        case .conflict, .constraint, .nulInText, .unexpectedColumn, .statement: statementExplanation(said)
        }
    }

    private func serverExplanation(_ said: String) -> Phrase {
        switch kind {
        case .refused:
            Phrase(
                pt: "O servidor PostgreSQL \(subject) recusou o usuário ou a senha.",
                es: "El servidor PostgreSQL \(subject) rechazó el usuario o la contraseña.",
                en: "The PostgreSQL server \(subject) refused the user or the password.")
        case .noDatabase:
            Phrase(
                pt: "O banco de dados não existe no servidor PostgreSQL: \(subject).",
                es: "La base de datos no existe en el servidor PostgreSQL: \(subject).",
                en: "The database does not exist on the PostgreSQL server: \(subject).")
        case .commitUnknown:
            Phrase(
                pt: "A conexão com \(subject) caiu durante a confirmação: a transação está inteira ou não está.",
                es:
                    "La conexión con \(subject) se cortó durante la confirmación: la transacción está entera o no está.",
                en:
                    "The connection to \(subject) broke during the commit: the transaction is there whole or not at all."
            )
        case .closed:
            Phrase(
                pt: "O banco de dados \(subject) já foi fechado.",
                es: "La base de datos \(subject) ya está cerrada.",
                en: "The database \(subject) has been closed.")
        default:
            Phrase(
                pt: "O servidor PostgreSQL \(subject) não responde\(said).",
                es: "El servidor PostgreSQL \(subject) no responde\(said).",
                en: "The PostgreSQL server \(subject) does not answer\(said).")
        }
    }

    private func schemaExplanation(_ said: String) -> Phrase {
        switch kind {
        case .schemaNewer:
            Phrase(
                pt: "O banco de dados \(subject) foi atualizado por uma versão mais nova do Ponte (\(detail)).",
                es: "La base de datos \(subject) fue actualizada por una versión más nueva de Ponte (\(detail)).",
                en: "The database \(subject) was upgraded by a newer version of Ponte (\(detail)).")
        case .backupFailed:
            Phrase(
                pt: "A cópia de segurança \(subject) não pôde ser feita, por isso nada foi alterado\(said).",
                es: "No se pudo hacer la copia de seguridad \(subject), por eso no se cambió nada\(said).",
                en: "The backup \(subject) could not be made, so nothing was changed\(said).")
        default:
            Phrase(
                pt: "As migrações de \(subject) não são as deste programa: \(detail).",
                es: "Las migraciones de \(subject) no son las de este programa: \(detail).",
                en: "The migrations of \(subject) are not those of this program: \(detail).")
        }
    }

    private func statementExplanation(_ said: String) -> Phrase {
        switch kind {
        case .conflict:
            Phrase(
                pt: "Já existe um registro com essa chave: \(subject).",
                es: "Ya existe un registro con esa clave: \(subject).",
                en: "There is a record with that key already: \(subject).")
        case .constraint:
            Phrase(
                pt: "O registro quebra uma regra do banco de dados: \(subject).",
                es: "El registro incumple una regla de la base de datos: \(subject).",
                en: "The record breaks a rule of the database: \(subject).")
        case .nulInText:
            Phrase(
                pt: "Um texto contém o byte zero, que não pode ser guardado (valor \(subject)).",
                es: "Un texto contiene el byte cero, que no se puede guardar (valor \(subject)).",
                en: "A text holds a zero byte, which cannot be kept (value \(subject)).")
        case .unexpectedColumn:
            Phrase(
                pt: "Defeito do Ponte: a coluna \(subject) não é o que o programa espera\(said).",
                es: "Defecto de Ponte: la columna \(subject) no es lo que el programa espera\(said).",
                en: "Defect of Ponte: column \(subject) is not what the program expects\(said).")
        default:
            Phrase(
                pt: "Defeito do Ponte: o banco de dados recusou um comando\(said).",
                es: "Defecto de Ponte: la base de datos rechazó un comando\(said).",
                en: "Defect of Ponte: the database refused a statement\(said).")
        }
    }

    package var remedy: Phrase? {
        switch kind {
        case .busy:
            Phrase(
                pt: "Feche o outro programa que usa o arquivo (um editor de SQLite, outro ponte) e tente de novo.",
                es: "Cierre el otro programa que usa el archivo (un editor de SQLite, otro ponte) y vuelva a intentar.",
                en: "Close the other program that uses the file (an SQLite editor, another ponte) and try again.")
        case .contended:
            Phrase(pt: "Tente de novo.", es: "Vuelva a intentar.", en: "Try again.")
        case .diskFull:
            Phrase(
                pt: "Libere espaço nesse disco e comece de novo: o trabalho continua de onde parou.",
                es: "Libere espacio en ese disco y vuelva a empezar: el trabajo sigue donde quedó.",
                en: "Free space on that disk and start again: the work carries on where it stopped.")
        case .inputOutput:
            Phrase(
                pt: "Verifique o disco e o registro do sistema.",
                es: "Revise el disco y el registro del sistema.",
                en: "Check the disk and the system's log.")
        case .corrupt:
            Phrase(
                pt: "Confira o caminho, ou restaure a última cópia de segurança.",
                es: "Revise la ruta, o restaure la última copia de seguridad.",
                en: "Check the path, or restore the latest backup.")
        case .readOnly, .noPermission:
            Phrase(
                pt: "Dê ao usuário que executa o ponte permissão de leitura e escrita no arquivo e na pasta.",
                es: "Dé al usuario que ejecuta ponte permiso de lectura y escritura en el archivo y la carpeta.",
                en: "Give the user who runs ponte permission to read and write the file and its folder.")
        case .notFound:
            Phrase(
                pt: "Crie a pasta ou corrija o caminho.",
                es: "Cree la carpeta o corrija la ruta.",
                en: "Create the folder or correct the path.")
        case .badURL:
            Phrase(
                pt: "Use sqlite:///caminho/absoluto.db ou postgres://usuario:senha@servidor:5432/banco.",
                es: "Use sqlite:///ruta/absoluta.db o postgres://usuario:clave@servidor:5432/base.",
                en: "Use sqlite:///absolute/path.db or postgres://user:password@host:5432/database.")
        case .unreachable, .refused, .noDatabase, .commitUnknown, .closed: serverRemedy
        case .schemaNewer, .schemaGap, .backupFailed: schemaRemedy
        case .toolMissing, .toolFailed: toolRemedy
        case .conflict: nil
        case .constraint, .nulInText, .unexpectedColumn, .statement:
            Phrase(
                pt: "Nada foi gravado. Envie este texto à equipe do Ponte.",
                es: "No se escribió nada. Envíe este texto al equipo de Ponte.",
                en: "Nothing was written. Please report this text to Ponte's makers.")
        }
    }

    private var serverRemedy: Phrase {
        switch kind {
        case .refused:
            Phrase(
                pt: "Confira usuário e senha na URL do banco de dados e as regras de pg_hba.conf.",
                es: "Revise usuario y clave en la URL de la base de datos y las reglas de pg_hba.conf.",
                en: "Check user and password in the database URL and the rules of pg_hba.conf.")
        case .noDatabase:
            Phrase(
                pt: "Crie-o com createdb ou corrija o nome na URL.",
                es: "Créela con createdb o corrija el nombre en la URL.",
                en: "Create it with createdb or correct the name in the URL.")
        case .commitUnknown:
            Phrase(
                pt: "Comece de novo: o que já foi gravado é reconhecido e não se repete.",
                es: "Vuelva a empezar: lo que ya se escribió se reconoce y no se repite.",
                en: "Start again: what was written is recognised and not repeated.")
        case .closed:
            Phrase(
                pt: "Inicie o programa de novo.", es: "Inicie el programa de nuevo.", en: "Start the program again.")
        default:
            Phrase(
                pt: "Verifique se o servidor está no ar e se endereço, porta e sslmode da URL estão certos.",
                es: "Revise si el servidor está en marcha y si dirección, puerto y sslmode de la URL son correctos.",
                en: "Check that the server is up and that the URL's address, port and sslmode are right.")
        }
    }

    private var schemaRemedy: Phrase {
        switch kind {
        case .schemaNewer:
            Phrase(
                pt: "Use a versão mais nova do ponte, ou restaure a cópia feita antes da atualização.",
                es: "Use la versión más nueva de ponte, o restaure la copia hecha antes de la actualización.",
                en: "Run the newer ponte, or restore the backup that was made before the upgrade.")
        case .backupFailed:
            Phrase(
                pt: "Libere espaço ou dê permissão de escrita na pasta e tente de novo.",
                es: "Libere espacio o dé permiso de escritura en la carpeta y vuelva a intentar.",
                en: "Free space or give permission to write in the folder, then try again.")
        default:
            Phrase(
                pt: "Confira se a URL aponta para o banco certo; nada foi alterado.",
                es: "Revise si la URL apunta a la base correcta; no se cambió nada.",
                en: "Check that the URL points to the right database; nothing was changed.")
        }
    }
}
