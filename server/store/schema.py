"""The tables; a change here comes with a migration in `migrations/versions`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Float, Index, Integer, String
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


class PairingRow(Base):
    """One paired extension; `digest` is the SHA-256 hash of its token, which is kept nowhere."""

    __tablename__ = "pairings"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    origin: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    last_used: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class PairingCodeRow(Base):
    """The code that the page Connect last showed; there is one at most."""

    __tablename__ = "pairing_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    tries_left: Mapped[int] = mapped_column(Integer)
