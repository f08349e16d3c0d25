import Basics

/// A page that could not be shown, with the way on: never a dead end.
package struct ProblemPage: ConsolePage {
    package enum Kind: Sendable, Hashable {
        case notFound, forbidden, internalError, tooManyTries, signedOut, other
    }

    package var kind: Kind
    /// What was wrong this time, when more is known than the kind tells.
    package var detail: Phrase?
    /// To be quoted to whoever looks after the server; it stands in the log, too.
    package var requestID: String

    package init(kind: Kind, detail: Phrase? = nil, requestID: String) {
        self.kind = kind
        self.detail = detail
        self.requestID = requestID
    }

    package static let template = Template.problem
    package static let words = WordList(ProblemWords())

    package func title(for reader: Reader) -> String { reader.say(ProblemWords.heading(kind)) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let isSignIn = kind == .signedOut || kind == .tooManyTries
        return Content(
            heading: title(for: reader),
            explanation: reader.say(detail ?? ProblemWords.explanation(kind)),
            wayPath: isSignIn ? ConsolePath.signIn : ConsolePath.home,
            way: reader.say(isSignIn ? ProblemWords.signIn : ProblemWords.home),
            requestID: kind == .internalError || kind == .other ? requestID : nil)
    }

    private struct Content: Sendable {
        let heading: String
        let explanation: String
        let wayPath: String
        let way: String
        let requestID: String?
    }
}

struct ProblemWords: PageWords {
    let quote = Phrase(
        pt: "Ao pedir ajuda, informe este número:", es: "Al pedir ayuda, indique este número:",
        en: "When you ask for help, give this number:")

    static let home = Phrase(pt: "Ir para o início", es: "Ir al inicio", en: "Go to the home page")
    static let signIn = Phrase(pt: "Entrar", es: "Ingresar", en: "Sign in")

    static func heading(_ kind: ProblemPage.Kind) -> Phrase {
        switch kind {
        case .notFound:
            Phrase(pt: "Esta página não existe", es: "Esta página no existe", en: "This page does not exist")
        case .forbidden:
            Phrase(
                pt: "Seu perfil não permite isto", es: "Su perfil no permite esto", en: "Your role does not allow this")
        case .internalError:
            Phrase(pt: "Algo deu errado no Ponte", es: "Algo falló en Ponte", en: "Something went wrong in Ponte")
        case .tooManyTries:
            Phrase(
                pt: "Muitas tentativas de entrar", es: "Demasiados intentos de ingreso", en: "Too many sign-in attempts"
            )
        case .signedOut: Phrase(pt: "Sua sessão terminou", es: "Su sesión terminó", en: "Your session is over")
        case .other:
            Phrase(
                pt: "O pedido não pôde ser atendido", es: "No se pudo atender la solicitud",
                en: "The request could not be met")
        }
    }

    static func explanation(_ kind: ProblemPage.Kind) -> Phrase {
        switch kind {
        case .notFound:
            Phrase(
                pt: "O endereço pode ter mudado, ou o que ele mostrava foi removido.",
                es: "La dirección puede haber cambiado, o lo que mostraba fue eliminado.",
                en: "The address may have changed, or what it showed was removed.")
        case .forbidden:
            Phrase(
                pt: "Quem tem o perfil de proprietário pode fazer isto por você.",
                es: "Quien tiene el perfil de propietario puede hacerlo por usted.",
                en: "Somebody with the owner's role can do this for you.")
        case .internalError:
            Phrase(
                pt: "Nada foi gravado pela metade. Tente de novo; se repetir, o registro do servidor diz o motivo.",
                es: "Nada se guardó a medias. Intente otra vez; si se repite, el registro del servidor dice el motivo.",
                en: "Nothing was half written. Try again; if it happens again, the server's log says why.")
        case .tooManyTries:
            Phrase(
                pt: "Para proteger as contas, espere alguns minutos antes de tentar de novo.",
                es: "Para proteger las cuentas, espere unos minutos antes de intentar otra vez.",
                en: "To protect the accounts, wait a few minutes before you try again.")
        case .signedOut:
            Phrase(
                pt: "Entre de novo para continuar de onde parou.", es: "Ingrese de nuevo para continuar donde estaba.",
                en: "Sign in again to go on where you were.")
        case .other:
            Phrase(
                pt: "Volte e confira o que foi enviado.", es: "Vuelva y revise lo que envió.",
                en: "Go back and look at what was sent.")
        }
    }
}
