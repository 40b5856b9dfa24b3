print({*3})
