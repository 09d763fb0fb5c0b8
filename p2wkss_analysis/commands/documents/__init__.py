"""Commands that write what people read: report, papers, notebook, explorer, maps."""
