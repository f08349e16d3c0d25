import Basics
import Commands
import Testing

@Suite struct PlatformStepTextTests {
    @Test(arguments: [
        ("window-to-cancel", "prazo para cancelar"), ("ready-for-handling", "pronto para o manuseio"),
        ("some-new-step", "some-new-step"),
    ])
    func `a step of the platform is told in words, and as it stands when it has none`(raw: String, told: String) {
        #expect(PlatformStepText.text(raw, in: .portuguese) == told)
    }
}
