import NeuronSyntax
import SourceText
import Testing

/// What CPython 3.11 says about small programs. `\\n` stands for a line end; where a message follows
/// `=>`, it is the first that CPython gives.
struct PythonAgreementTests {
  @Test(arguments: accepted.split(separator: "\n").map(String.init))
  func acceptsWhatPythonAccepts(_ program: String) {
    #expect(problems(in: expand(program)).map(\.message) == [])
  }

  @Test(arguments: refused.split(separator: "\n").map(String.init))
  func refusesInPythonsWords(_ line: String) throws {
    let separator = try #require(line.firstRange(of: "  =>  "))
    let program = String(line[..<separator.lowerBound])
    #expect(problems(in: expand(program)).first?.message == String(line[separator.upperBound...]))
  }

  private func expand(_ program: String) -> String {
    program.replacing("\\n", with: "\n") + "\n"
  }
}

private let accepted = #"""
  from . import (a, b,)
  1_000.5e1_0
  with (a as b, c as d): pass
  with (a): pass
  with (a, b): pass
  with (a, b) as c: pass
  raise
  raise a from b
  global x
  f"{a = }"
  f"{a.b!r:>{w}}"
  f'{a["b"]}'
  f"{a:=5}"
  f"{(a:=5)}"
  f"{a==b}"
  "\777"
  "\8"
  a ++ b
  ++x
  a[*b]
  a[b:=1]
  ()=1
  ()
  [] = []
  [x := 1 for y in z]
  a;
  if a: b; c
  if a: b\nelse: c
  import a as b, c
  def f() -> int: pass
  def f(a: int = 3, *b: str, c: int, d=3, **e): pass
  x: int = 3
  x: int
  x.y: int = 3
  match = 3
  match(x)
  match[x]
  1 if 2 else 3 if 4 else 5
  lambda: (yield)
  print(a, file=b, *c, **d)
  f(a)(b)(c)
  f(*a, b)
  f(a=1, *b)
  x = *a, b
  for x in *a, b: pass
  for *x, y in a: pass
  a = 1,
  a: tuple = 1, 2
  a += 1,
  1 < 2 < 3
  not a in b
  a not in b
  -a ** -b
  None.x
  1 .x
  1..x
  1if 2else 3
  0xfor x in y
  0x1for x in y
  None
  'a' 'b' f'c'
  u'a' r'b'
  fr'{a}\d'
  rf'{a}'
  a @ b
  a @= b
  a //= b
  a **= b
  a <<= b
  {a, *b}
  {**a, 'b': c}
  {a: b for c in d if e if f}
  [a for b in c for d in e if f]
  [a for b, in c]
  (a for b in c)
  f(a for b in c)
  é = 1
  σ = 1; δJ_δw = 2
  def f(x):\n  "doc"
  x = 1 \\n + 2
  x = [1,\n 2]
  """#

private let refused = #"""
  x = = 3  =>  invalid syntax
  if x = 3: pass  =>  invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  if x == 3 pass  =>  invalid syntax
  while x  =>  expected ':'
  for x y: pass  =>  invalid syntax
  for f() in y: pass  =>  cannot assign to function call
  for x in y  =>  expected ':'
  def f(x y): pass  =>  invalid syntax
  def f(1): pass  =>  invalid syntax
  def f(x, x): pass  =>  duplicate argument 'x' in function definition
  def f(x=1, y): pass  =>  non-default argument follows default argument
  def f(*): pass  =>  named arguments must follow bare *
  def f(**k, a): pass  =>  arguments cannot follow var-keyword argument
  def f(a, *, *b): pass  =>  * argument may appear only once
  def f(a, /, b, /): pass  =>  / may appear only once
  def f(/): pass  =>  invalid syntax
  def f(*a=1): pass  =>  var-positional argument cannot have default value
  def f((a, b)): pass  =>  Function parameters cannot be parenthesized
  def f:  =>  expected '('
  class: pass  =>  invalid syntax
  class A(  =>  '(' was never closed
  f(a=1, 2)  =>  positional argument follows keyword argument
  f(**a, 2)  =>  positional argument follows keyword argument unpacking
  f(**a, *b)  =>  iterable argument unpacking follows keyword argument unpacking
  f(x for x in y, 1)  =>  Generator expression must be parenthesized
  f(1, x for x in y)  =>  Generator expression must be parenthesized
  f(a=1, a=2)  =>  keyword argument repeated: a
  f(a.b=1)  =>  expression cannot contain assignment, perhaps you meant "=="?
  f(True=1)  =>  cannot assign to True
  f(a b)  =>  invalid syntax. Perhaps you forgot a comma?
  [1 2]  =>  invalid syntax. Perhaps you forgot a comma?
  {1: 2 3: 4}  =>  invalid syntax. Perhaps you forgot a comma?
  {1: }  =>  expression expected after dictionary key and ':'
  {1: 2, 3}  =>  ':' expected after dictionary key
  {**a for a in b}  =>  dict unpacking cannot be used in dict comprehension
  [*a for a in b]  =>  iterable unpacking cannot be used in comprehension
  (*a)  =>  cannot use starred expression here
  (**a)  =>  cannot use double starred expression here
  *a = 3  =>  starred assignment target must be in a list or tuple
  *a  =>  can't use starred expression here
  a, *b, *c = 3  =>  multiple starred expressions in assignment
  f() = 3  =>  cannot assign to function call here. Maybe you meant '==' instead of '='?
  f() += 3  =>  'function call' is an illegal expression for augmented assignment
  1 = x  =>  cannot assign to literal here. Maybe you meant '==' instead of '='?
  None = 1  =>  cannot assign to None
  True = 1  =>  cannot assign to True
  x + y = 3  =>  cannot assign to expression here. Maybe you meant '==' instead of '='?
  (a, 1) = 3  =>  cannot assign to literal
  [a, f()] = 3  =>  cannot assign to function call
  a if b else c = 3  =>  cannot assign to conditional expression
  "a" = 3  =>  cannot assign to literal here. Maybe you meant '==' instead of '='?
  f"{x}" = 3  =>  cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
  lambda: 1 = 3  =>  cannot assign to lambda
  (x for x in y) = 3  =>  cannot assign to generator expression
  [x for x in y] = 3  =>  cannot assign to list comprehension here. Maybe you meant '==' instead of '='?
  {} = 3  =>  cannot assign to dict literal here. Maybe you meant '==' instead of '='?
  x.y := 3  =>  cannot use assignment expressions with attribute
  x := 3  =>  invalid syntax
  (x.y := 3)  =>  cannot use assignment expressions with attribute
  (a, b): int  =>  only single target (not tuple) can be annotated
  [a]: int  =>  only single target (not list) can be annotated
  del f()  =>  cannot delete function call
  del 1  =>  cannot delete literal
  del (a, 1)  =>  cannot delete literal
  import  =>  invalid syntax
  from x import  =>  invalid syntax
  from x import a,  =>  trailing comma not allowed without surrounding parentheses
  import a.b as c.d  =>  invalid syntax
  return  =>  'return' outside function
  break  =>  'break' outside loop
  continue  =>  'continue' not properly in loop
  yield 3  =>  'yield' outside function
  class A: return 3  =>  'return' outside function
  for x in y: def f(): pass  =>  invalid syntax
  print x  =>  Missing parentheses in call to 'print'. Did you mean print(...)?
  print "a" % 3  =>  Missing parentheses in call to 'print'. Did you mean print(...)?
  exec "a"  =>  Missing parentheses in call to 'exec'. Did you mean exec(...)?
  a if b  =>  expected 'else' after 'if' expression
  x = a if b  =>  expected 'else' after 'if' expression
  (a, b  =>  '(' was never closed
  [a, b  =>  '[' was never closed
  {a: b  =>  '{' was never closed
  a)  =>  unmatched ')'
  a]  =>  unmatched ']'
  (a]  =>  closing parenthesis ']' does not match opening parenthesis '('
  "abc  =>  unterminated string literal (detected at line 1)
  '''abc  =>  unterminated triple-quoted string literal (detected at line 1)
  0777  =>  leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
  0x  =>  invalid hexadecimal literal
  0xg  =>  invalid hexadecimal literal
  0b2  =>  invalid digit '2' in binary literal
  0b12  =>  invalid digit '2' in binary literal
  0o8  =>  invalid digit '8' in octal literal
  1_  =>  invalid decimal literal
  1__0  =>  invalid decimal literal
  1abc  =>  invalid decimal literal
  1e  =>  invalid decimal literal
  1.5abc  =>  invalid decimal literal
  a ? b  =>  invalid syntax
  a ! b  =>  invalid syntax
  a $ b  =>  invalid syntax
  “abc”  =>  invalid character '“' (U+201C)
  a − b  =>  invalid character '−' (U+2212)
  a\b  =>  unexpected character after line continuation character
  \  =>  unexpected EOF while parsing
  lambda x:   =>  invalid syntax
  lambda (x): x  =>  Lambda expression parameters cannot be parenthesized
  try: pass  =>  expected 'except' or 'finally' block
  try: pass\nexcept: pass\nexcept A: pass  =>  default 'except:' must be last
  try pass  =>  expected ':'
  try: pass\nexcept A, B: pass  =>  multiple exception types must be parenthesized
  else: pass  =>  invalid syntax
  with a as 1: pass  =>  cannot assign to literal
  with a as b, c as f(): pass  =>  cannot assign to function call
  assert x = 1  =>  invalid syntax
  x = 1\nglobal x  =>  name 'x' is assigned to before global declaration
  print(x)\nglobal x  =>  name 'x' is used prior to global declaration
  nonlocal x  =>  nonlocal declaration not allowed at module level
  def f():\n nonlocal x  =>  no binding for nonlocal 'x' found
  def f(x):\n global x  =>  name 'x' is parameter and global
  def f(x):\n nonlocal x  =>  name 'x' is parameter and nonlocal
  def f():\n x = 1\n global x  =>  name 'x' is assigned to before global declaration
  def f():\n print(x)\n global x  =>  name 'x' is used prior to global declaration
  def f():\n global x\n nonlocal x  =>  name 'x' is nonlocal and global
  def f():\nx  =>  expected an indented block after function definition on line 1
  if x:\ny  =>  expected an indented block after 'if' statement on line 1
  if x:\n  y\n z  =>  unindent does not match any outer indentation level
    x  =>  unexpected indent
  x\n  y  =>  unexpected indent
  class A:\nx  =>  expected an indented block after class definition on line 1
  for a in b:\nx  =>  expected an indented block after 'for' statement on line 1
  while a:\nx  =>  expected an indented block after 'while' statement on line 1
  try:\nx  =>  expected an indented block after 'try' statement on line 1
  try:\n  x\nexcept:\ny  =>  expected an indented block after 'except' statement on line 3
  try:\n  x\nfinally:\ny  =>  expected an indented block after 'finally' statement on line 3
  with a:\nx  =>  expected an indented block after 'with' statement on line 1
  if a:\n  x\nelse:\ny  =>  expected an indented block after 'else' statement on line 3
  if a:\n  x\nelif b:\ny  =>  expected an indented block after 'elif' statement on line 3
  f"{a b}"  =>  f-string: invalid syntax. Perhaps you forgot a comma?
  f"{a"  =>  f-string: expecting '}'
  f"{}"  =>  f-string: empty expression not allowed
  f"{ }"  =>  f-string: empty expression not allowed
  f"}"  =>  f-string: single '}' is not allowed
  f"{a!x}"  =>  f-string: invalid conversion character: expected 's', 'r', or 'a'
  f"{a!}"  =>  f-string: invalid conversion character: expected 's', 'r', or 'a'
  f"{a\n}"  =>  unterminated string literal (detected at line 1)
  f"{a#}"  =>  f-string expression part cannot include '#'
  f"{a:{b:{c}}}"  =>  f-string: expressions nested too deeply
  f"{lambda x: 1}"  =>  f-string: invalid syntax
  f"{*a}"  =>  f-string: cannot use starred expression here
  f"{(a]}"  =>  f-string: closing parenthesis ']' does not match opening parenthesis '('
  f"{a)}"  =>  f-string: unmatched ')'
  f"{'a}"  =>  f-string: unterminated string
  f"{a!r=}"  =>  f-string: expecting '}'
  f"{yield}"  =>  'yield' outside function
  x = 5 6  =>  invalid syntax
  x = a b  =>  invalid syntax
  x y  =>  invalid syntax
  not  =>  invalid syntax
  a not b  =>  invalid syntax
  a is is b  =>  invalid syntax
  a +  =>  invalid syntax
  a and  =>  invalid syntax
  a or or b  =>  invalid syntax
  a && b  =>  invalid syntax
  a || b  =>  invalid syntax
  a <> b  =>  invalid syntax
  a => b  =>  invalid syntax
  a =< b  =>  invalid syntax
  x++  =>  invalid syntax
  a..b  =>  invalid syntax
  a.  =>  invalid syntax
  a.1  =>  invalid syntax
  a[  =>  '[' was never closed
  a[]  =>  invalid syntax
  a[1:2:3:4]  =>  invalid syntax
  a[1 2]  =>  invalid syntax. Perhaps you forgot a comma?
  a[b=1]  =>  invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  def f(): (yield) = 1  =>  cannot assign to yield expression here. Maybe you meant '==' instead of '='?
  def f(): x = yield = 1  =>  assignment to yield expression not possible
  def f(): [(yield) for x in y]  =>  'yield' inside list comprehension
  [(x := 1) for x in z]  =>  assignment expression cannot rebind comprehension iteration variable 'x'
  [y for x in (a := b)]  =>  assignment expression cannot be used in a comprehension iterable expression
  class A:\n  [(x := 1) for y in z]  =>  assignment expression within a comprehension cannot be used in a class body
  [x, y for x, y in z]  =>  did you forget parentheses around the comprehension target?
  {x, y for x in z}  =>  did you forget parentheses around the comprehension target?
  @a\nx  =>  invalid syntax
  @a b\ndef f(): pass  =>  invalid syntax
  a;;b  =>  invalid syntax
  ;  =>  invalid syntax
  if a: if b: c  =>  invalid syntax
  x = (yield)  =>  'yield' outside function
  x: int, y: int  =>  invalid syntax
  a = b = c: int  =>  invalid syntax
  async x  =>  invalid syntax
  x = *a  =>  can't use starred expression here
  return *a  =>  'return' outside function
  for *x in a: pass  =>  starred assignment target must be in a list or tuple
  1.x  =>  invalid decimal literal
  if True:\n        x\n\ty  =>  unexpected character after line continuation character
  else if x: pass  =>  invalid syntax
  if x:\n  pass\nelse if y:\n  pass  =>  expected ':'
  def  =>  invalid syntax
  def f  =>  expected '('
  def f(  =>  '(' was never closed
  class  =>  invalid syntax
  for  =>  invalid syntax
  for x  =>  invalid syntax
  while  =>  invalid syntax
  with  =>  invalid syntax
  lambda  =>  invalid syntax
  if  =>  invalid syntax
  assert  =>  invalid syntax
  del  =>  invalid syntax
  global  =>  invalid syntax
  in  =>  invalid syntax
  pass x  =>  invalid syntax
  x = return  =>  invalid syntax
  x = pass  =>  invalid syntax
  if = 3  =>  invalid syntax
  class = 3  =>  invalid syntax
  for = 3  =>  invalid syntax
  def def(): pass  =>  invalid syntax
  def f(if): pass  =>  invalid syntax
  f(if=3)  =>  invalid syntax
  x.if  =>  invalid syntax
  import if  =>  invalid syntax
  ur'a'  =>  invalid syntax
  a ->b  =>  invalid syntax
  a :b :c  =>  invalid syntax
  {a: *b}  =>  cannot use a starred expression in a dictionary value
  {*a: b}  =>  invalid syntax
  {a: b, c: d for e in f}  =>  invalid syntax
  [a for b in c, d]  =>  invalid syntax
  [a for in c]  =>  invalid syntax
  [for a in b]  =>  invalid syntax
  [a for 1 in b]  =>  cannot assign to literal
  [a for f() in b]  =>  cannot assign to function call
  f(a for b in c, )  =>  Generator expression must be parenthesized
  class A(a for b in c): pass  =>  invalid syntax
  x² = 3  =>  invalid character '²' (U+00B2)
  x₁ = 3  =>  invalid character '₁' (U+2081)
  ∂ = 3  =>  invalid character '∂' (U+2202)
  a b c d  =>  invalid syntax
  if x:  =>  expected an indented block after 'if' statement on line 1
  if x: # c  =>  expected an indented block after 'if' statement on line 1
  def f(x):\n  # c  =>  expected an indented block after function definition on line 1
  x = [1,\n 2\ny = 3  =>  '[' was never closed
  x = (1\ndef f(): pass  =>  '(' was never closed
  """#
