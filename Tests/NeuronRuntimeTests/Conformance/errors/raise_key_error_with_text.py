raise KeyError("text")
