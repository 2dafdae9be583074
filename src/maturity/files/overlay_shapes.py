"""Records shaped like the tables of an overlay: a local framework that extends another."""

from __future__ import annotations

from typing import Any, Literal

from attrs import field, frozen

from .shapes import Evidence, FrameworkFile, NodeScoringTable, SourceTable


@frozen(kw_only=True)
class ExtendsTable:
    """`extends`: the framework that is extended, with its edition or its digest."""

    id: str
    edition: str | None = None
    digest: str | None = None


@frozen(kw_only=True)
class ItemChange:
    """What `[change]` may say of an item: any key of an item, and the level that it moves to."""

    text: str | None = None
    level: str | None = None
    weight: float | None = None
    scale: str | None = None
    descriptors: dict[str, str] | None = None
    levels: dict[str, float] | None = None
    counts: dict[str, dict[str, float]] | None = None
    obligation: Literal["must", "should", "may"] | None = None
    evidence: Evidence | None = None
    tags: list[str] | None = None
    sectors: list[str] | None = None
    effort: int | None = None
    source: SourceTable | None = None


@frozen(kw_only=True)
class NodeChange:
    """What `[change]` may say of a dimension or a part."""

    title: str | None = None
    text: str | None = None
    weight: float | None = None
    scoring: NodeScoringTable | None = None
    source: SourceTable | None = None
    tags: list[str] | None = None
    sectors: list[str] | None = None


@frozen(kw_only=True)
class OverlayFile(FrameworkFile):
    """An overlay's file. What is dropped and changed is nested by path, however it is written."""

    extends: ExtendsTable
    drop: dict[str, Any] = field(factory=dict)
    change: dict[str, Any] = field(factory=dict)
