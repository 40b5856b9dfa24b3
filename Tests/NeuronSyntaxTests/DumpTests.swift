import NeuronSyntax
import SourceText
import Testing

/// Tokens and trees as text.
struct DumpTests {
  @Test func tokensStandWithPlaceAndKind() {
    #expect(
      read("if x:  # σ\n  y = 'a'\n").tokenText == """
        1:1-1:3     keyword      if
        1:4-1:5     name         x
        1:5-1:6     punctuation  :
        1:8-1:11    comment      # σ
        1:11-2:1    newline
        2:3-2:3     indent
        2:3-2:4     name         y
        2:5-2:6     operator     =
        2:7-2:10    string       'a'
        2:10-3:1    newline
        3:1-3:1     dedent
        3:1-3:1     endOfText

        """)
  }

  @Test func aTreeIsAnOutline() {
    #expect(
      read("def f(a, *, b=1):\n  return [a for a in b if not a]\n").treeText == """
        function f 1:1-2:33
          parameter a 1:7-1:8
          keyword-only b 1:13-1:14
            default:
              integer 1 1:15-1:16
          locals: a b
          body:
            return 2:3-2:33
              list comprehension 2:10-2:33
                locals: .0 a
                element:
                  name a 2:11-2:12
                for
                  name a 2:17-2:18
                  name b 2:22-2:23
                  if:
                    unary not 2:27-2:32
                      name a 2:31-2:32

        """)
  }

  @Test func everyKindOfNodeHasALine() {
    let text = """
      import a.b as c
      from ..d import (e as f, g)
      from h import *
      @i.j
      class K(L, m=1):
        x: int = 3
        y.z: int
      async def n(o, /, p: q = 1, *r, s, **t) -> u: yield
      try: pass
      except (V, W) as e: raise X from e
      else: del x, y[1:2:3]
      finally: assert x, 'no'
      with a as b, c: x += (yield_ := 2)
      while x: break
      else: global y; continue
      for *a, b in {1, *c}: return f'{a!r:>{w}}b', {**d, 1: 2}, b'', 3j
      x = lambda *a: (yield from b) if a < b <= c and not d or e else ...
      f(*a, k=~b, **c)(None, True)
      match x:
        case 1: pass
      x = = 2
      """
    let outline = read(text).treeText
    for word in [
      "name a.b as c", "from ..d import", "  *\n", "decorators:", "class K", "annotation:",
      "positional-only o", "rest r", "keyword-only s", "keyword-rest t", "returns:",
      "except as e", "from:", "finally:", "slice", "message:", "as:", "named yield_", "break",
      "starred", "field !r", "format:", "**\n", "lambda", "yield from", "conditional",
      "compare <, <=", "...", "keyword k", "unary ~", "unsupported: match",
      "unsupported: faulty statement",
    ] {
      #expect(outline.contains(word), "\(word)")
    }
  }

  @Test func deepAndHostileTextsHaveAnOutline() {
    for text in [
      String(repeating: "(", count: 5_000), "x = " + String(repeating: "1 + ", count: 490) + "1",
      String(repeating: "if x:\n ", count: 300), "\u{0}\u{202E}'\\", "\"\u{7}\"",
    ] {
      #expect(!read(text).tokenText.isEmpty)
      _ = read(text).treeText
    }
    #expect(!read("'\u{202E}\u{7}'").tokenText.contains("\u{202E}"))
  }
}
