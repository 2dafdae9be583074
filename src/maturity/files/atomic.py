"""Files replaced whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def replace_file(path: str | Path, what: str | bytes) -> None:
    """Put a text (in UTF-8) or bytes into the file at `path`, whole or not at all.

    Where anything fails, the old file stays as it was. A file that exists keeps its permissions; a
    link is followed. OSError where the folder can't be written to.
    """
    target = Path(os.path.realpath(path))
    content = what.encode("utf-8") if isinstance(what, str) else what
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(8)}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
