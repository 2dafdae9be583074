"""Tables that others have published, read into frameworks: HTML, Markdown, CSV, TSV, workbooks."""
