// swift-tools-version: 6.1
import PackageDescription

// Each look at a variable of a class would ask the runtime whether somebody is changing it. Debug builds
// ask; in the machine of a release build, where nearly every instruction looks at some, nothing does.
let withoutExclusivityChecks: [SwiftSetting] = [
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
]

// The targets stand in the order in which data flows through them; each imports only those above it.
let package = Package(
  name: "neuronbook",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "neuronbook", targets: ["neuronbook"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .target(name: "SourceText"),
    .target(name: "Platform"),
    .target(name: "CKernels"),
    .target(name: "Backprop", dependencies: ["CKernels"]),
    .target(name: "Pictures"),
    .systemLibrary(
      name: "CJansson", pkgConfig: "jansson",
      providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]),
    .target(
      name: "JSONText",
      dependencies: [
        "CJansson", "SourceText",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    .target(
      name: "YAMLText", dependencies: ["SourceText", .product(name: "Yams", package: "Yams")]),

    .target(name: "NeuronSyntax", dependencies: ["SourceText"]),
    .target(
      name: "NeuronRuntime",
      dependencies: [
        "SourceText", "NeuronSyntax", "Backprop", .product(name: "BigInt", package: "BigInt"),
      ], swiftSettings: withoutExclusivityChecks),
    .target(
      name: "NeuronLibrary",
      dependencies: ["SourceText", "NeuronSyntax", "NeuronRuntime", "Backprop", "Pictures"],
      swiftSettings: withoutExclusivityChecks),

    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(
      name: "LessonDocument",
      dependencies: [
        "CCmark", "SourceText", "Pictures", "YAMLText",
      ]),
    .target(
      name: "LessonEvaluation",
      dependencies: [
        "SourceText", "LessonDocument", "Pictures", "NeuronSyntax", "NeuronRuntime",
        "NeuronLibrary",
      ]),
    .target(name: "LessonVerification", dependencies: ["SourceText", "LessonDocument"]),
    .target(
      name: "NotebookExchange",
      dependencies: ["SourceText", "JSONText", "NeuronSyntax", "LessonDocument"]),
    .target(
      name: "Typesetting", dependencies: ["SourceText", "Platform"],
      resources: [
        .embedInCode("Scripts/formulas.js"), .embedInCode("Scripts/compact-names.txt"),
        .embedInCode("Scripts/code.js"),
      ]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Drawing", dependencies: ["CZlib", "Pictures", "Platform"]),
    .systemLibrary(
      name: "CGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .target(
      name: "LessonRendering",
      dependencies: [
        "SourceText", "Pictures", "JSONText", "LessonDocument", "Typesetting", "Drawing", "CGumbo",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Site/Styles"), .embedInCode("Site/icon.svg"), .embedInCode("Site/page.js"),
        .embedInCode("Site/search.js"), .embedInCode("Themes/Templates"),
      ]),
    .target(
      name: "Workspace",
      dependencies: [
        "SourceText", "LessonDocument", "LessonEvaluation", "LessonVerification",
        "NotebookExchange", "LessonRendering", "Typesetting", "NeuronSyntax", "NeuronRuntime",
        "NeuronLibrary", "JSONText", "YAMLText", "Platform",
      ], resources: [.embedInCode("Reports/report.schema.json")]),
    .executableTarget(
      name: "neuronbook",
      dependencies: [
        "SourceText", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      plugins: ["CommitPlugin"]),
    .plugin(name: "CommitPlugin", capability: .buildTool(), path: "Sources/CommitPlugin"),

    .testTarget(
      name: "NotebookTests",
      dependencies: [
        "SourceText", "LessonDocument", "LessonEvaluation", "LessonVerification", "NeuronRuntime",
        "NeuronSyntax",
      ]),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(name: "YAMLTextTests", dependencies: ["YAMLText", "SourceText"]),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText", "SourceText"]),
    .testTarget(
      name: "BackpropTests", dependencies: ["Backprop", "CKernels"], exclude: ["figures.py"]),
    .testTarget(name: "PicturesTests", dependencies: ["Pictures"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "Pictures"]),
    .testTarget(name: "NeuronSyntaxTests", dependencies: ["NeuronSyntax", "SourceText"]),
    .testTarget(
      name: "NeuronRuntimeTests",
      dependencies: [
        "SourceText", "NeuronSyntax", "NeuronRuntime", "NeuronLibrary", "LessonEvaluation",
        "Pictures",
      ],
      exclude: ["Conformance"]),
    .executableTarget(
      name: "neuron-fuzz",
      dependencies: ["SourceText", "NeuronSyntax", "NeuronRuntime", "NeuronLibrary"],
      path: "Tests/Fuzz", exclude: ["hostile.py", "bad-lessons.py"]),
    .testTarget(
      name: "LessonEvaluationTests",
      dependencies: [
        "LessonEvaluation", "LessonRendering", "LessonDocument", "Typesetting", "NeuronLibrary",
        "NeuronRuntime", "NeuronSyntax", "SourceText",
      ]),
    .testTarget(name: "LessonDocumentTests", dependencies: ["LessonDocument", "SourceText"]),
    .testTarget(
      name: "LessonVerificationTests",
      dependencies: ["LessonVerification", "LessonDocument", "SourceText"]),
    .testTarget(
      name: "NotebookExchangeTests",
      dependencies: ["NotebookExchange", "JSONText", "LessonDocument", "SourceText"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "SourceText"]),
    .testTarget(
      name: "LessonRenderingTests",
      dependencies: [
        "LessonRendering", "LessonDocument", "Typesetting", "Drawing", "Pictures", "SourceText",
        "JSONText",
      ]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Workspace", "LessonDocument", "LessonEvaluation", "LessonVerification", "LessonRendering",
        "NeuronRuntime", "SourceText", "JSONText", "YAMLText",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "neuronbook", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
