import NeuronRuntime

/// Python's `string`: its constants.
func makeStringModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "string")
  let lower = "abcdefghijklmnopqrstuvwxyz"
  let digits = "0123456789"
  let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
  let space = " \t\n\r\u{B}\u{C}"
  for (name, text) in [
    ("ascii_letters", lower + lower.uppercased()), ("ascii_lowercase", lower),
    ("ascii_uppercase", lower.uppercased()), ("digits", digits),
    ("hexdigits", digits + "abcdefABCDEF"), ("octdigits", "01234567"),
    ("printable", digits + lower + lower.uppercased() + punctuation + space),
    ("punctuation", punctuation), ("whitespace", space),
  ] {
    module.define(name, (try? machine.heap.string(text)) ?? .none)
  }
  return module
}

/// Python's `__future__`: what it promises is so here already.
func makeFutureModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "__future__")
  for name in [
    "annotations", "division", "print_function", "absolute_import", "unicode_literals",
    "generator_stop", "generators", "nested_scopes", "with_statement",
  ] {
    module.define(name, .none)
  }
  return module
}
