"""The shelf of linguistic knowledge: one folder a stage, each with its schema, its tables and one `load`."""
