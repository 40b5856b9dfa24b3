# Tokens, a tree of operations, values: arithmetic by recursive descent, with errors that say where.
import math


class CalculatorError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position

    def __str__(self):
        return f"{self.args[0]} at {self.position}"


class SyntaxFault(CalculatorError):
    pass


class MathFault(CalculatorError):
    pass


class Token:
    def __init__(self, kind, text, position):
        self.kind, self.text, self.position = kind, text, position

    def __repr__(self):
        return f"{self.kind}:{self.text}"


def tokens(text):
    i = 0
    while i < len(text):
        ch = text[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] in ".e"):
                i += 1
            yield Token("number", text[start:i], start)
        elif ch.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            yield Token("name", text[start:i], start)
        elif ch in "+-*/^()%,=":
            yield Token("sign", ch, i)
            i += 1
        else:
            raise SyntaxFault(f"unknown character {ch!r}", i)
    yield Token("end", "", len(text))


class Calculator:
    functions = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "log": math.log, "round": round}

    def __init__(self):
        self.names = {"pi": math.pi}

    def evaluate(self, text):
        self.stream = tokens(text)
        self.token = next(self.stream)
        value = self.assignment()
        if self.token.kind != "end":
            raise SyntaxFault(f"unexpected {self.token.text!r}", self.token.position)
        self.names["ans"] = value
        return value

    def advance(self):
        token, self.token = self.token, next(self.stream, None)
        return token

    def accept(self, *texts):
        if self.token.text in texts and self.token.kind == "sign":
            return self.advance()
        return None

    def expect(self, text):
        if not self.accept(text):
            raise SyntaxFault(f"expected {text!r}, found {self.token.text or 'the end'!r}", self.token.position)

    def assignment(self):
        first = self.token
        value = self.sum()
        if first.kind == "name" and self.token.text == "=":
            self.advance()
            value = self.names[first.text] = self.assignment()
        elif value is None:
            raise MathFault(f"unknown name {first.text!r}", first.position)
        return value

    def sum(self):
        value = self.product()
        while sign := self.accept("+", "-"):
            other = self.product()
            value = value + other if sign.text == "+" else value - other
        return value

    def product(self):
        value = self.power()
        while sign := self.accept("*", "/", "%"):
            other = self.power()
            try:
                if sign.text == "*":
                    value *= other
                elif sign.text == "/":
                    value /= other
                else:
                    value %= other
            except ZeroDivisionError as e:
                raise MathFault("division by zero", sign.position) from e
        return value

    def power(self):
        if self.accept("-"):
            return -self.power()
        base = self.atom()
        if self.accept("^"):
            return base ** self.power()
        return base

    def atom(self):
        token = self.advance()
        if token.kind == "number":
            try:
                return float(token.text) if "." in token.text or "e" in token.text else int(token.text)
            except ValueError as e:
                raise SyntaxFault(str(e), token.position) from None
        if token.kind == "name":
            if self.accept("("):
                arguments = [self.sum()]
                while self.accept(","):
                    arguments.append(self.sum())
                self.expect(")")
                try:
                    return self.functions[token.text](*arguments)
                except KeyError:
                    raise MathFault(f"no function {token.text}", token.position)
                except (ValueError, TypeError) as e:
                    raise MathFault(f"{token.text}: {e}", token.position) from e
            return self.names.get(token.text)
        if token.text == "(":
            value = self.sum()
            self.expect(")")
            return value
        raise SyntaxFault(f"expected a value, found {token.text or 'the end'!r}", token.position)


print(list(tokens("2*(x1+3.5)")))
calculator = Calculator()
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "7 / 2 - 1", "7 % 4 * 2", "x = 5", "y = x * 2 + 1", "x * y + ans", "sqrt(16) + max(1, 2, 3)", "1 / 0", "5 % (2 - 2)", "2 +", "(1 + 2", "1 2", "q", "f(1)", "sqrt(-1)", "sqrt(1, 2)", "3 $ 4", "1.2.3", "1e3 + .5", "", "pi * 2", "((((7))))", "a = b = 3", "a + b", "round(2.5) + round(3.5)", "10 - 3 - 2", "2 * -3", "log(8, 2)"]:
    try:
        print(f"{line:<24} = {calculator.evaluate(line)}")
    except SyntaxFault as e:
        print(f"{line:<24} ! {e}")
        print(" " * e.position + "^")
    except CalculatorError as e:
        print(f"{line:<24} ! {type(e).__name__}: {e}; cause {e.__cause__!r}")
print(sorted(calculator.names))
