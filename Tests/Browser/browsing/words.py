"""What stands on the buttons and fields that a newcomer meets, in the three languages."""
from types import SimpleNamespace


def _words(language: int) -> SimpleNamespace:
    return SimpleNamespace(**{name: texts[language] for name, texts in _TABLE.items()})


_TABLE = {
    # Set-up and sign-in
    "code": ("Código de instalação", "Código de instalación", "Set-up code"),
    "own_name": ("Seu nome", "Su nombre", "Your name"),
    "email": ("E-mail", "Correo electrónico", "E-mail address"),
    "password": ("Senha", "Contraseña", "Password"),
    "create_access": ("Criar meu acesso", "Crear mi acceso", "Create my access"),
    "sign_in": ("Entrar", "Ingresar", "Sign in"),
    "sign_out": ("Sair", "Salir", "Sign out"),
    "client_name": ("Nome do cliente", "Nombre del cliente", "Client's name"),
    "create_client": ("Criar cliente", "Crear cliente", "Create client"),
    # A customer
    "same_person": ("A mesma pessoa", "La misma persona", "The same person"),
    "not_the_same": ("Não é a mesma", "No es la misma", "Not the same"),
    "take_back": ("Voltar atrás", "Deshacer", "Take back"),
    # The wizard
    "connect_store": ("Conectar loja", "Conectar tienda", "Connect a store"),
    "connect": ("Conectar VTEX", "Conectar VTEX", "Connect VTEX"),
    "account": ("Conta da loja", "Cuenta de la tienda", "Store account"),
    "key": ("Chave de acesso", "Clave de acceso", "Access key"),
    "token": ("Token da chave", "Token de la clave", "The key's token"),
    "trials": ("Para testar: outro endereço", "Para probar: otra dirección", "For trials: another address"),
    "address": ("Outro endereço", "Otra dirección", "Another address"),
    "save_and_check": ("Salvar e verificar", "Guardar y verificar", "Save and check"),
    "check_again": ("Verificar de novo", "Verificar otra vez", "Check again"),
    "correct": ("Corrigir conta ou chave", "Corregir cuenta o clave", "Correct account or key"),
    "start": ("Começar a ler", "Comenzar a leer", "Start reading"),
    "somebody_else": ("Outra pessoa tem a chave", "Otra persona tiene la clave", "Somebody else has the key"),
    "hand_in": ("Verificar e entregar", "Verificar y entregar", "Check and hand in"),
    "go_on": ("Continuar", "Continuar", "Continue"),
    # Orders
    "orders": ("Pedidos", "Pedidos", "Orders"),
    "find": ("Buscar", "Buscar", "Search"),
    "customer": ("Cliente", "Cliente", "Customer"),
    # The sandbox's admin, which speaks as the platform's does
    "roles": ("Perfis de acesso", "Roles de usuario", "User roles"),
    "new_role": ("Novo perfil", "Nuevo rol", "New role"),
    "role_name": ("Nome do perfil", "Nombre del rol", "Role name"),
    "save": ("Salvar", "Guardar", "Save"),
    "accounts": ("Contas", "Cuentas", "Accounts"),
    "generate_in_account": ("Gerar access key e secret", "Generar access key y secret", "Generate access key and secret"),
    "key_name": ("Nome da chave", "Nombre de la clave", "Key name"),
    "generate": ("Gerar", "Generar", "Generate"),
    "open_credentials": (
        "Abrir as credenciais (em outra aba)", "Abrir las credenciales (en otra pestaña)", "Open the credentials (in another tab)",
    ),
    "activate": ("Ativar chave", "Activar clave", "Activate key"),
    "users": ("Usuários", "Usuarios", "Users"),
    "new_user": ("Novo usuário", "Nuevo usuario", "New user"),
    "name": ("Nome", "Nombre", "Name"),
}

WORDS = {language: _words(number) for number, language in enumerate(("pt", "es", "en"))}
