"""How the system is put together and started: settings, addresses, console, database launcher."""
