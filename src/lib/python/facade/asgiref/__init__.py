"""Between synchronous and asynchronous code, as far as a simulation needs it."""
