print({} | [1])
