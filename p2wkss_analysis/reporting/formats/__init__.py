"""One document, many formats: HTML, PDF, Word, Excel."""
