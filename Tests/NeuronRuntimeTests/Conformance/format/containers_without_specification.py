print(f"{[1, 'a']} {(1,)} {{}} {dict(a=1)} {range(3)}")
