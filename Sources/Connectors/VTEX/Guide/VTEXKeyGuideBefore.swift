import Basics
import ConnectorKit

/// The screens of guides from before the page "API keys": keys at Accounts, Security, and roles given to a key by a user
/// of its name.
enum VTEXKeyGuideBefore {
    static let wording = KeyGuide.Wording(
        name: "old", title: Phrase(pt: "Admin antigo", es: "Admin anterior", en: "Older admin"),
        steps: [makeRole, makeKey, copyToken, activate, addUser],
        changingRole: Phrase(
            pt:
                "Gerenciamento da conta → Perfis de acesso → o perfil do usuário cujo e-mail é a chave. Em Produtos e "
                + "recursos, marque o que falta (ou desmarque o que sobra) e salve.",
            es:
                "Gestión de la cuenta → Perfiles de acceso → el perfil del usuario cuyo e-mail es la clave. En Productos y "
                + "recursos, marque lo que falta (o desmarque lo que sobra) y guarde.",
            en:
                "Account management → Access profiles → the profile of the user whose e-mail is the key. Under Products and "
                + "resources, tick what is missing (or untick what is too much) and save."))

    private static let makeRole = KeyGuide.Step(
        Phrase(pt: "Crie um perfil de acesso", es: "Cree un perfil de acceso", en: "Make an access profile"),
        Phrase(
            pt:
                "No menu à esquerda, abra Gerenciamento da conta → Perfis de acesso → Novo perfil. Tipo: Custom; nome: "
                + "“Ponte”. Em Produtos e recursos, escolha OMS e marque só isto:",
            es:
                "En el menú de la izquierda, abra Gestión de la cuenta → Perfiles de acceso → Nuevo perfil. Tipo: Custom; "
                + "nombre: “Ponte”. En Productos y recursos, elija OMS y marque solo esto:",
            en:
                "In the menu at the left, open Account management → Access profiles → New profile. Kind: Custom; name: "
                + "“Ponte”. Under Products and resources, choose OMS and tick only this:"),
        ticks: VTEXKeyGuide.ticks)

    private static let makeKey = KeyGuide.Step(
        Phrase(pt: "Gere a chave e o token", es: "Genere la clave y el token", en: "Make the key and its token"),
        Phrase(
            pt:
                "Em Gerenciamento da conta → Contas, clique na sua loja. No bloco Segurança, clique em Gerar access key e "
                + "secret (ou Gerar appKey e appToken), dê o nome “ponte” e clique em Gerar novos secrets (ou tokens).",
            es:
                "En Gestión de la cuenta → Cuentas, haga clic en su tienda. En el bloque Seguridad, haga clic en Generar "
                + "access key y secret (o Generar appKey y appToken), póngale el nombre “ponte” y genere los tokens.",
            en:
                "At Account management → Accounts, click your store. In the block Security, click Generate access key and "
                + "secret (or Generate appKey and appToken), name it “ponte” and generate the tokens."))

    private static let copyToken = KeyGuide.Step(
        Phrase(pt: "Copie o token na hora", es: "Copie el token en el momento", en: "Copy the token at once"),
        Phrase(
            pt:
                "O token (secret) aparece uma única vez: cole-o neste formulário antes de clicar em OK. A chave fica na coluna "
                + "Chave de aplicação e começa com vtexappkey-.",
            es:
                "El token (secret) aparece una sola vez: péguelo en este formulario antes de hacer clic en OK. La clave queda "
                + "en la columna Clave de aplicación y empieza con vtexappkey-.",
            en:
                "The token (secret) is shown only once: paste it into this form before you click OK. The key stays in the "
                + "column Application key and begins with vtexappkey-."))

    private static let activate = KeyGuide.Step(
        Phrase(pt: "Confira se está ativa", es: "Verifique que esté activa", en: "See that it is active"),
        Phrase(
            pt: "Na mesma lista, a chave deve estar marcada como ativa.",
            es: "En la misma lista, la clave debe figurar como activa.",
            en: "On the same list, the key should be marked as active."))

    private static let addUser = KeyGuide.Step(
        Phrase(
            pt: "Crie um usuário com o nome da chave", es: "Cree un usuario con el nombre de la clave",
            en: "Make a user with the key's name"),
        Phrase(
            pt:
                "Sem este passo a chave não pode nada. Em Gerenciamento da conta → Usuários, crie um usuário: no campo e-mail, "
                + "cole a chave inteira (vtexappkey-…); no nome, “Ponte”. Em Adicionar perfis, escolha o perfil “Ponte” e salve.",
            es:
                "Sin este paso la clave no puede nada. En Gestión de la cuenta → Usuarios, cree un usuario: en el campo e-mail, "
                + "pegue la clave completa (vtexappkey-…); en el nombre, “Ponte”. En Agregar perfiles, elija “Ponte” y guarde.",
            en:
                "Without this step the key may do nothing. At Account management → Users, make a user: into the field e-mail, "
                + "paste the whole key (vtexappkey-…); as its name, “Ponte”. At Add profiles, choose “Ponte” and save.")
    )
}
