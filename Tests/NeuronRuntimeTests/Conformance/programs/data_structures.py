# A bank, a stack, a linked list and a tree, each with its own errors.
class BankError(Exception):
    """The base of all that goes wrong at the bank."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance:.2f}, not {amount:.2f}")
        self.missing = amount - account.balance


class Account:
    _next_number = 1000

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.__balance = balance
        self.number = Account._next_number
        Account._next_number += 1
        self.log = []

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self.__balance += amount
        self.log.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.__balance:
            raise InsufficientFunds(self, amount)
        self.__balance -= amount
        self.log.append(("withdraw", amount))

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} of {self.owner}: {self.balance:,.2f}>"


class Savings(Account):
    rate = 0.02

    def add_interest(self):
        self.deposit(self.balance * self.rate)

    def withdraw(self, amount, fee=1):
        try:
            super().withdraw(amount + fee)
        except InsufficientFunds as e:
            raise BankError("savings stay saved") from e


class Transfer:
    """Takes back what was done when the block fails."""

    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.before = [(a, a.balance) for a in self.accounts]
        return self

    def __exit__(self, kind, value, traceback):
        if kind and issubclass(kind, BankError):
            for account, balance in self.before:
                account._Account__balance = balance
            print("taken back:", value)
            return True


ann, bob = Account("Ann", 100), Savings("Bob", 1234.5)
with Transfer(ann, bob):
    bob.withdraw(50)
    ann.deposit(50)
print(ann, bob, ann.log, bob.log)
with Transfer(ann, bob):
    ann.withdraw(10)
    bob.withdraw(10**6)
print(ann, bob)
bob.add_interest()
print(bob.balance, Savings.rate, bob.rate)
for action in (lambda: ann.withdraw(500), lambda: ann.deposit(-5), lambda: bob.withdraw(10**5), lambda: setattr(ann, "balance", 5), lambda: ann.__balance):
    try:
        action()
    except InsufficientFunds as e:
        print("insufficient:", e, e.missing)
    except BankError as e:
        print("bank:", e, "|", repr(e.__cause__))
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)


class Stack:
    def __init__(self, limit=None):
        self._items, self.limit = [], limit

    def push(self, *items):
        for item in items:
            if self.limit is not None and len(self) >= self.limit:
                raise OverflowError("stack is full")
            self._items.append(item)
        return self

    def pop(self):
        try:
            return self._items.pop()
        except IndexError:
            raise IndexError("stack is empty") from None

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)


s = Stack(3).push(1, 2)
print(list(s), len(s), s.pop(), s.pop(), bool(s))
for action in (s.pop, lambda: s.push(*range(9))):
    try:
        action()
    except (IndexError, OverflowError) as e:
        print(type(e).__name__, e, e.__suppress_context__)


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, *values):
        self.head = None
        for v in reversed(values):
            self.head = Node(v, self.head)

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, i):
        for k, v in enumerate(self):
            if k == i:
                return v
        raise IndexError(f"no item {i} in {self!r}")

    def __add__(self, other):
        return LinkedList(*self, *other)

    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before
        return self


l = LinkedList(1, "two", 3.0)
print(l, len(l), l[1], "two" in l, l + [4], LinkedList(), l == LinkedList(1, "two", 3), l.reverse(), [*l], max(LinkedList(3, 9, 4)))
try:
    l[7]
except IndexError as e:
    print(e)


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key):
        def place(node):
            if node is None:
                self.size += 1
                return [None, key, None]
            if key != node[1]:
                side = 0 if key < node[1] else 2
                node[side] = place(node[side])
            return node

        self.root = place(self.root)

    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node[0])
                yield node[1]
                yield from walk(node[2])

        return walk(self.root)

    def height(self):
        def h(node):
            return 0 if node is None else 1 + max(h(node[0]), h(node[2]))

        return h(self.root)


t = Tree()
for key in [50, 30, 70, 20, 40, 60, 80, 30, 65]:
    t.insert(key)
print(list(t), t.size, t.height(), 65 in t, 66 in t, min(t), t.root)
