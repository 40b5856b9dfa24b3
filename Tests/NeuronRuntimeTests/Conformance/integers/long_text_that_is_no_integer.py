for text in ["x" * 300, "é" * 199, "é" * 198, "'" * 400]:
    for radix in [7, 10]:
        try:
            int(text, radix)
        except ValueError as error:
            print(error)
