"""The tables; a change here comes with a migration in `migrations/versions`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Float, ForeignKey, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables share."""


class AnalysisRow(Base):
    """One analysed posting.

    `digest` is unique: the same page analysed twice is one row. `document` holds posting and report
    as the API shows them; the other columns are what lists need.
    """

    __tablename__ = "analyses"
    __table_args__ = (
        Index("ix_analyses_newest", "created_at", "id"),
        Index("ix_analyses_posting_key", "posting_key", "created_at"),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    title: Mapped[str | None] = mapped_column(String(500))
    company: Mapped[str | None] = mapped_column(String(500))
    url: Mapped[str | None] = mapped_column(String(4000))
    posting_key: Mapped[str | None] = mapped_column(String(300))
    position: Mapped[str] = mapped_column(String(40))
    confidence: Mapped[float] = mapped_column(Float)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)


class ProfileRow(Base):
    """The seeker's profile, as the API words it; there is one row or none."""

    __tablename__ = "profile"

    id: Mapped[int] = mapped_column(primary_key=True)
    time_zone: Mapped[str] = mapped_column(String(100))
    day_start: Mapped[str] = mapped_column(String(5))
    day_end: Mapped[str] = mapped_column(String(5))
    career_stage: Mapped[str | None] = mapped_column(String(20))
    fixed_commitments: Mapped[bool] = mapped_column()


class CorrectionRow(Base):
    """What the seeker says of a report; gone with the analysis it is about."""

    __tablename__ = "corrections"
    __table_args__ = (Index("ix_corrections_analysis", "analysis_id", "created_at"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    analysis_id: Mapped[str] = mapped_column(ForeignKey("analyses.id", ondelete="CASCADE"))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    position: Mapped[str | None] = mapped_column(String(40))
    rule: Mapped[str | None] = mapped_column(String(100))
    quote_start: Mapped[int | None] = mapped_column()
    quote_end: Mapped[int | None] = mapped_column()
    note: Mapped[str] = mapped_column(String(2000))
