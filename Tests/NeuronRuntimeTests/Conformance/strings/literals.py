print('a' "b" '''c''' """d
e""", r"\n", "\x41\u00e9\u2022\101\0end", "line\
continued", "\'\"\\", 'it''s', "tab\there")
