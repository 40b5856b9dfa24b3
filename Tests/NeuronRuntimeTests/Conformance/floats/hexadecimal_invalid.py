float.fromhex("0x1.gp3")
