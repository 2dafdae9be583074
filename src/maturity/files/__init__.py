"""Files into records and back: TOML, faults with their lines, and where frameworks are found."""
