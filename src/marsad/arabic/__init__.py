"""The script: folding with a map back, tokens and clitics, phrases, sentences, quotation, inflection, numbers."""
