import ArgumentParser

@main
struct Neuronbook: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "neuronbook")
}
