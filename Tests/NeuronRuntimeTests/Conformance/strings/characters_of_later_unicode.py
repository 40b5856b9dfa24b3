for c in "\u1c89\ua7cb\ua7dc\U00010d50\U00016ea0\u0264\u10fc\U00012038\u0d00\u2c2f":
    print(ascii(c), ascii(c.upper()), ascii(c.lower()), c.isalpha(), c.islower(), c.isprintable(), c.isnumeric())
