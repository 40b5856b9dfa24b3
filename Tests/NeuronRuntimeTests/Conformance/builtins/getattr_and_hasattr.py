print(getattr("abc", "upper")(), getattr([], "foo", "none"), hasattr("a", "upper"), hasattr("a", "foo"))
getattr("a", "foo")
