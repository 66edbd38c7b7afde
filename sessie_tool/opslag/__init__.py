"""Storage: crash-safe session files, the journal, leases, versions and the werkmap."""
