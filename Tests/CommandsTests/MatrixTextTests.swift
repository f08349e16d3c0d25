import Basics
import Commands
import ConnectorKit
import Testing

struct MatrixTextTests {
    private static let viewer = PlatformResource(
        product: Phrase(pt: "Pedidos", es: "Pedidos", en: "OMS"),
        category: Phrase(pt: "Acesso", es: "Acceso", en: "OMS access"),
        resource: Phrase(pt: "Ver pedido", es: "Ver pedido", en: "View order"), key: "OMSViewer")

    private static let unseen = PlatformResource(
        product: Phrase(same: "CRM"), category: Phrase(same: "Web services"),
        resource: Phrase(same: "Webservice access key"), key: "WebserviceAccess")

    private static func line(
        _ name: String, _ verdict: KeyMatrix.Verdict, needed: Bool, ticks: [PlatformResource] = []
    ) -> KeyMatrix.Line {
        KeyMatrix.Line(
            capability: Capability(name),
            title: Phrase(pt: "Título \(name)", es: "Título \(name)", en: "Title \(name)"), verdict: verdict,
            isNeeded: needed, ticks: ticks, evidence: nil)
    }

    private static func matrix(
        _ lines: [KeyMatrix.Line], standing: KeyMatrix.Standing = .accepted, article: [PlatformResource] = []
    ) -> KeyMatrix {
        let recipe = Recipe(
            name: "orders", title: Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders"), needs: [],
            articleResources: article, notes: article.isEmpty ? [] : [Phrase(pt: "Nota.", es: "Nota.", en: "Note.")])
        return KeyMatrix(recipe: recipe, standing: standing, lines: lines)
    }

    private static func text(_ matrix: KeyMatrix, _ language: Language = .english) -> String {
        MatrixText(matrix: matrix, language: language, paint: Paint(isOn: false), width: 80).lines
            .joined(separator: "\n")
    }

    @Test func `a sufficient key is told so`() {
        let matrix = Self.matrix([Self.line("orders.list", .granted, needed: true)])

        #expect(
            Self.text(matrix) == """
                Recipe orders · Orders

                  ✓  Title orders.list  orders.list  granted

                ✓ The key does all that this recipe needs.
                """)
    }

    @Test func `what is missing comes with the box to tick in the reader's language`() {
        let matrix = Self.matrix([
            Self.line("orders.list", .granted, needed: true),
            Self.line("orders.read", .missing, needed: true, ticks: [Self.viewer]),
            Self.line("rates.list", .granted, needed: false),
            Self.line("crm.read", .unknown, needed: false),
        ])

        #expect(
            Self.text(matrix, .portuguese) == """
                Receita orders · Pedidos

                  ✓  Título orders.list  orders.list  concedido
                  ✗  Título orders.read  orders.read  falta
                     marque Pedidos → Acesso → Ver pedido (OMSViewer)
                  ✓  Título rates.list   rates.list   além do necessário

                  Só se sabe ao usar, e esta receita não usa: Título crm.read.

                ✗ Falta 1 direito. Marque o indicado no perfil de acesso da chave e verifique de novo.
                ! A chave pode mais do que precisa: Título rates.list. Desmarque o que nenhum
                  outro sistema usa.
                """)
    }

    @Test func `what an article asks for and nobody can see is said and not blamed`() {
        let matrix = Self.matrix([Self.line("orders.list", .granted, needed: true)], article: [Self.unseen])

        #expect(
            Self.text(matrix) == """
                Recipe orders · Orders

                  ✓  Title orders.list  orders.list  granted

                Asked for by the article, cannot be verified:
                  - CRM → Web services → Webservice access key (WebserviceAccess)

                About the article:
                  - Note.

                ✓ The key does all that this recipe needs.
                """)
    }

    @Test func `a refused key has a reason and a remedy, and no rights`() {
        let matrix = Self.matrix(
            [Self.line("orders.list", .missing, needed: true)],
            standing: .refused(
                Phrase(pt: "Chave inativa.", es: "Clave inactiva.", en: "The key is inactive."),
                remedy: Phrase(pt: "Ative.", es: "Actívela.", en: "Activate it.")))

        #expect(
            Self.text(matrix, .spanish) == """
                Receta orders · Pedidos

                  ✗  Clave inactiva.
                     → Actívela.
                """)
    }
}
