"""What a table may have: whatever is larger ends in one fault, before it costs time or memory.

A text may have as many bytes as a framework file, `toml_text.MAX_BYTES`.
"""

WORKBOOK_BYTES = 10_000_000
WORKBOOK_UNPACKED = 20_000_000
WORKBOOK_PARTS = 1_000
ROWS = 10_000
COLUMNS = 100
CELL_TEXT = 30_000
TEXT = 1_000_000
STATEMENTS = 2_000
LABEL = 80
TITLE = 300
