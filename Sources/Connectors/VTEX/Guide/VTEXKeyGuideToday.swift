import Basics
import ConnectorKit

/// The page "API keys", which VTEX has had since the end of 2024.
enum VTEXKeyGuideToday {
    static let wording = KeyGuide.Wording(
        name: "new", title: Phrase(pt: "Admin atual", es: "Admin actual", en: "Today's admin"),
        steps: [makeRole, makeKey, openLink, activate],
        changingRole: Phrase(
            pt:
                "Configurações da conta → Perfis de acesso → o perfil da chave. Em Produtos e recursos, marque o que falta (ou "
                + "desmarque o que sobra) e salve. A VTEX pode levar alguns minutos para aplicar a mudança.",
            es:
                "Configuración de la cuenta → Roles de usuario → el rol de la clave. En Productos y recursos, marque lo que "
                + "falta (o desmarque lo que sobra) y guarde. VTEX puede tardar unos minutos en aplicar el cambio.",
            en:
                "Account settings → User roles → the key's role. Under Products and resources, tick what is missing (or "
                + "untick what is too much) and save. VTEX may take some minutes to apply the change."))

    private static let makeRole = KeyGuide.Step(
        Phrase(pt: "Crie um perfil de acesso", es: "Cree un rol de usuario", en: "Make a role"),
        Phrase(
            pt:
                "No menu do usuário, abra Configurações da conta → Perfis de acesso e crie um perfil chamado “Ponte”. Em "
                + "Produtos e recursos, escolha o produto OMS e marque só isto:",
            es:
                "En el menú de usuario, abra Configuración de la cuenta → Roles de usuario y cree un rol llamado “Ponte”. En "
                + "Productos y recursos, elija el producto OMS y marque solo esto:",
            en:
                "In the user menu, open Account settings → User roles and make a role called “Ponte”. Under Products and "
                + "resources, choose the product OMS and tick only this:"),
        ticks: VTEXKeyGuide.ticks)

    private static let makeKey = KeyGuide.Step(
        Phrase(pt: "Gere a chave", es: "Genere la clave", en: "Make the key"),
        Phrase(
            pt:
                "Em Configurações da conta → Chaves de API, aba Geradas, clique em Gerar chave. Dê o nome “Ponte”, escolha o "
                + "perfil que acabou de criar e clique em Gerar.",
            es:
                "En Configuración de la cuenta → Claves de API, pestaña Generadas, haga clic en Generar clave. Póngale el "
                + "nombre “Ponte”, elija el rol que acaba de crear y haga clic en Generar.",
            en:
                "At Account settings → API keys, tab Generated, click Generate key. Name it “Ponte”, choose the role that "
                + "you have just made, and click Generate."))

    private static let openLink = KeyGuide.Step(
        Phrase(
            pt: "Abra o link e copie os dois valores", es: "Abra el enlace y copie los dos valores",
            en: "Open the link and copy both values"),
        Phrase(
            pt:
                "A VTEX mostra um link que abre uma única vez e vale 24 horas. Nele estão Key (a chave) e New token (o token, "
                + "128 letras). Cole os dois neste formulário antes de fechar a página.",
            es:
                "VTEX muestra un enlace que se abre una sola vez y vale 24 horas. Ahí están Key (la clave) y New token (el "
                + "token, 128 letras). Pegue los dos en este formulario antes de cerrar la página.",
            en:
                "VTEX shows a link that opens once and lasts 24 hours. It has Key and New token (128 letters). Paste both "
                + "into this form before you close the page."))

    private static let activate = KeyGuide.Step(
        Phrase(pt: "Confira se está ativa", es: "Verifique que esté activa", en: "See that it is active"),
        Phrase(
            pt:
                "De volta à lista de Chaves de API, a chave deve estar Ativa e ter o perfil “Ponte”. Se estiver inativa, "
                + "ative-a.",
            es:
                "De vuelta en la lista de Claves de API, la clave debe estar Activa y tener el rol “Ponte”. Si está inactiva, "
                + "actívela.",
            en:
                "Back on the list of API keys, the key should be Active and have the role “Ponte”. If it is inactive, "
                + "activate it."))
}
