"""The one description of every column: of the open tables (`datapackage.json`) and of the city's workbook (`city.json`)."""
