import SourceText

// What ends a run, each with its page.

extension Rule {
  public static let functionTooLarge = Rule(
    "function-too-large", .error,
    "a function has more variables or constants than the machine holds",
    """
    A function, or the statements of one cell, has room for 65,535 variables, as many constants and
    as many names of attributes. Only a text that a program wrote goes beyond. Split it, or read
    numbers from a data file.
    """, .sketch,
    wrong: "points = [0.001, 0.002, 0.003, …]  (seventy thousand different numbers)",
    right: "points = [i / 1000 for i in range(70_000)]")

  public static let uncaughtException = Rule(
    "uncaught-exception", .error, "a cell or program raised an exception that nothing caught",
    """
    The message is Python's. Below it stand the line, the values of the names on it, and the chain of
    calls that led there, in lines of the lesson. The cells after it still run; what they report only
    because this one did not finish is told as a note, not as an error of its own.

    Where a lesson means to show an error, give the cell the option `#| error: true`; then the
    error's last line is the cell's output, and it is an error when nothing is raised.
    """,
    wrong: """
      def mean(values):
          return sum(values) / len(values)

      mean([])
      """,
    right: """
      def mean(values):
          return sum(values) / len(values)

      mean([1.0, 2.0])
      """)

  public static let stepLimit = Rule(
    "step-limit", .incomplete, "a program took more steps than the host allows",
    """
    Every lesson has a number of steps, counted so that it is the same on every machine; the usual
    limit is about half a minute of hard work. A loop without an end is stopped by it. Where the work
    is meant, `--max-steps` sets another limit.
    """,
    wrong: """
      x = 1.0
      while x != 0:
          x = x + 1
      """,
    right: """
      x = 1.0
      while x > 1e-6:
          x = x / 2
      """)

  public static let recursionLimit = Rule(
    "recursion-limit", .incomplete, "calls were nested deeper than the host allows",
    """
    At most a thousand calls are under way at once, as in Python. A function that calls itself needs
    a case in which it does not, and an argument that gets there.
    """,
    wrong: """
      def factorial(n):
          return n * factorial(n - 1)

      factorial(5)
      """,
    right: """
      def factorial(n):
          return 1 if n == 0 else n * factorial(n - 1)

      factorial(5)
      """)

  public static let memoryLimit = Rule(
    "memory-limit", .incomplete, "a program's values took more memory than the host allows",
    """
    All values alive at once may take a fixed amount of memory, counted by the machine itself, so
    that a lesson stops at the same place everywhere. Keep less of what was computed: sums instead of
    lists, the last value instead of all.
    """,
    wrong: """
      line = '-' * 10**12
      """,
    right: """
      line = '-' * 10**2
      """)

  public static let outputLimit = Rule(
    "output-limit", .incomplete, "a program printed more than the host allows",
    """
    What a lesson prints is read by people. A program that prints without an end is stopped. Print
    every thousandth step, or what the last one gave.
    """,
    wrong: """
      step = 0
      while True:
          print('step', step, '-' * 1000)
          step += 1
      """,
    right: """
      for step in range(1001):
          if step % 500 == 0:
              print('step', step)
      """)

  public static let tapeLimit = Rule(
    "tape-limit", .incomplete, "a derivative recorded more operations than the host allows",
    """
    To take a derivative, every operation between numbers is written down and then gone through
    backwards. A function of many millions of operations leaves no room. Take the derivative of one
    step of a training, not of all of them.
    """, .sketch,
    wrong: """
      def much(x):
          for _ in range(20_000_000):
              x = x * 0.5
          return x

      grad(much)(1.0)
      """,
    right: """
      def little(x):
          for _ in range(20):
              x = x * 0.5
          return x

      grad(little)(1.0)
      """)

  public static let derivativeWrong = Rule(
    "derivative-wrong", .error, "a hand-written derivative is not the derivative",
    """
    `check_derivative` ran both functions at many points and found one where what the hand-written one
    gives is not the derivative. The report shows that point with both numbers and their ratio. Where
    one slip accounts for what was seen at all points, it says which: a sign, a factor, a derivative of
    the chain rule left out, arguments exchanged, the derivative by something else.

    Parameters are matched by name. Numbers agree within a relative 1e-7: formulas for one derivative
    differ by rounding alone, and rounding is smaller. At a bend, such as that of `abs` at 0, every
    number between the slopes of both sides is right. To look at other points, say where: `within=`
    gives an interval, as a tuple, or values, as a list; `at=` gives points.
    """,
    wrong: """
      def loss(w, x, y):
          return (y - w * x)**2

      def dloss_dw(w, x, y):
          return 2 * (w * x - y)

      check_derivative(dloss_dw, of=loss)
      """,
    right: """
      def loss(w, x, y):
          return (y - w * x)**2

      def dloss_dw(w, x, y):
          return 2 * (w * x - y) * x

      check_derivative(dloss_dw, of=loss)
      """)
}
