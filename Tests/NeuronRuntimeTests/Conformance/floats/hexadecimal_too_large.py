float.fromhex("0x1p1024")
