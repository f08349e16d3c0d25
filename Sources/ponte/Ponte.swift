import ArgumentParser

@main struct Ponte: AsyncParsableCommand { func run() async throws {} }
