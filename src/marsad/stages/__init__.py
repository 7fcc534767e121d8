"""The six stages of a reading: clean, segment, recognise, attribute, code, ground. Each exports one function of its name."""
