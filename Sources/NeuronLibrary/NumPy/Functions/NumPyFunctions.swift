import NeuronRuntime

extension Machine {
  /// Defines the functions over whole arrays.
  func defineArrayFunctions(in module: NativeModule) {
    defineReshaping(in: module)
    defineAxisMoves(in: module)
    defineRepetition(in: module)
    definePadding(in: module)
    defineEditing(in: module)
    defineJoining(in: module)
    defineSplitting(in: module)
    defineReductions(in: module)
    defineMoments(in: module)
    defineAccumulation(in: module)
    defineDifferences(in: module)
    defineSlopes(in: module)
    defineSorting(in: module)
    defineFinding(in: module)
    defineTaking(in: module)
    definePutting(in: module)
    defineChoosing(in: module)
    defineSets(in: module)
    defineProducts(in: module)
    defineEinsum(in: module)
    defineIndexTricks(in: module)
    defineNaNReductions(in: module)
    defineQuantiles(in: module)
    defineCovariances(in: module)
    defineHistograms(in: module)
    defineConvolution(in: module)
    defineInterpolation(in: module)
    definePartitioning(in: module)
    defineTriangles(in: module)
    definePolynomials(in: module)
    defineSpecialFunctions(in: module)
    defineAgreement(in: module)
    defineMapping(in: module)
    defineErrorState(in: module)
    module.define("linalg", libraryModule("numpy.linalg"))
    module.define("exceptions", libraryModule("numpy.exceptions"))
    module.reasonForAbsence = AbsentNames.reason
  }
}
