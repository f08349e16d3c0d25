/// Every list of texts that the console has, for tests that walk them all.
package enum ConsoleWords {
    package static let all: [WordList] = [
        SharedWords.list, FrameWords.list, SignInPage.words, SetUpPage.words, HomePage.words, ClientsPage.words,
        ConnectionsPage.words, ConnectionPage.words, CredentialPage.words, PlatformsPage.words,
        ConnectPage.words, CheckPage.words, HandInPage.words, HandInLinkPage.words,
        StatementPage.words, OrdersPage.words, OrderPage.words, RecordsPage.words, RecordPage.words,
        ActivityPage.words, SettingsPage.words, MembersPage.words, KeysPage.words, KeyLinkPage.words, ProblemPage.words,
    ]
}
