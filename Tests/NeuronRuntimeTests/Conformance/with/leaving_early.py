class M:
    def __init__(self, log, suppress=False):
        self.log, self.suppress = log, suppress
    def __enter__(self):
        self.log.append("enter")
        return self
    def __exit__(self, *details):
        self.log.append("exit " + (details[0].__name__ if details[0] else "clean"))
        return self.suppress
def returns():
    log = []
    with M(log):
        return log
def loops():
    log = []
    for i in range(4):
        with M(log):
            if i == 1:
                continue
            if i == 2:
                break
            log.append(i)
    return log
def raises():
    log = []
    try:
        with M(log):
            raise ValueError
    except ValueError:
        log.append("handler")
    finally:
        log.append("finally")
    return log
def suppresses():
    log = []
    with M(log, True):
        log.append("before")
        raise KeyError
        log.append("never")  # neuronbook: allow unreachable-code: it must not be reached
    log.append("after")
    return log
def returns_value_made_before():
    log = []
    x = 1
    with M(log):
        return x, log
    return "never"
def falls_through():
    log = []
    def f():
        with M(log, True):
            raise ValueError
    return f(), log
def with_finally():
    log = []
    for i in range(2):
        try:
            with M(log):
                try:
                    continue
                finally:
                    log.append("inner finally")
        finally:
            log.append("outer finally")
    return log
def nested_return():
    log = []
    def f():
        with M(log):
            with M(log):
                for _ in range(3):
                    with M(log, True):
                        return "value"
    return f(), log
for f in [returns, loops, raises, suppresses, returns_value_made_before, falls_through, with_finally, nested_return]:
    print(f.__name__, f())
