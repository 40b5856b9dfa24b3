e = ValueError("a", 1)
print(e, repr(e), e.args, str(KeyError("k")), repr(KeyError("k")), repr(ValueError()), str(ValueError()), [ValueError("x")], type(e), ZeroDivisionError, isinstance(e, Exception), isinstance(e, (KeyError, ValueError)), isinstance(ZeroDivisionError(), ArithmeticError))
