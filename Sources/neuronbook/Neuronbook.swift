import ArgumentParser

@main
struct Neuronbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neuronbook",
    abstract: "Lessons on neural networks whose text, code and numbers agree.",
    version: "neuronbook 0.1.0 (\(commit))")
}
