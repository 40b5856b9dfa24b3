# What the scripts in this folder share; each reads it from the top of the repository.
set -euo pipefail

# One configuration serves the tests and the program that is checked, so that nothing is compiled
# twice: optimised, with internals open to tests. Imports must be declared in Package.swift.
build_options=(
  --configuration release -Xswiftc -enable-testing --scratch-path .build-test
  --explicit-target-dependency-import-check error
)
neuronbook=.build-test/release/neuronbook

# The judge of the language: CPython 3.11 with the NumPy whose figures are in the corpus.
judge=.build-python/bin/python3
numpy_version=2.2.6

# part NAME COMMAND...: runs a part and says how long it took.
part() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@"
  printf '== %s: %s s\n' "$name" "$((SECONDS - start))"
}
