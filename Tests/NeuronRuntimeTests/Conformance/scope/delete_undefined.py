del never
