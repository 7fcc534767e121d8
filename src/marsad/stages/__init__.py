"""The six stages of a reading: clean, segment, recognise, attribute, code, ground. Each exports one function of its name;
ground also works out the publication date, which code asks for before it.
"""
