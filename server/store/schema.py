"""The tables; a change here comes with a migration in `migrations/versions`.

The search index is no table of these: see `server.store.search`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Float, ForeignKey, Index, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts by itself only in a column that is called INTEGER."""


class Base(DeclarativeBase):
    """What all tables share."""


class AnalysisRow(Base):
    """One analysed posting, as lists need it; the whole of it stands in `DocumentRow`.

    `number` counts up, so the newest is the highest. `digest` is unique: the same posting is one
    row, however often it is analysed. `from_async` and `from_sync` say how far it lies from either
    end of the spectrum, in thousandths; what is unclear lies behind all others.
    """

    __tablename__ = "analyses"
    __table_args__ = (
        Index("ix_analyses_created", "created_at"),
        Index("ix_analyses_posting_key", "posting_key", "number"),
        Index("ix_analyses_position", "position", "number"),
        Index("ix_analyses_site", "site", "number"),
        Index("ix_analyses_company_domain", "company_domain", "number"),
        Index("ix_analyses_company_key", "company_key", "number"),
        Index("ix_analyses_from_async", "from_async", "number"),
        Index("ix_analyses_from_sync", "from_sync", "number"),
        Index("ix_analyses_rulebook", "rulebook", "number"),
    )

    number: Mapped[int] = mapped_column(NUMBER, primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    title: Mapped[str | None] = mapped_column(String(500))
    company: Mapped[str | None] = mapped_column(String(500))
    company_key: Mapped[str] = mapped_column(String(500))
    company_domain: Mapped[str | None] = mapped_column(String(255))
    site: Mapped[str | None] = mapped_column(String(255))
    url: Mapped[str | None] = mapped_column(String(4000))
    posting_key: Mapped[str | None] = mapped_column(String(300))
    position: Mapped[str] = mapped_column(String(40))
    score: Mapped[float] = mapped_column(Float)
    confidence: Mapped[float] = mapped_column(Float)
    from_async: Mapped[int] = mapped_column()
    from_sync: Mapped[int] = mapped_column()
    rulebook: Mapped[str] = mapped_column(String(64))


class DocumentRow(Base):
    """Posting and report of an analysis as the API shows them."""

    __tablename__ = "documents"

    number: Mapped[int] = mapped_column(
        ForeignKey("analyses.number", ondelete="CASCADE"), primary_key=True
    )
    document: Mapped[dict[str, Any]] = mapped_column(JSON)


class AspectRow(Base):
    """Says that an analysis has a signal of this aspect in this direction."""

    __tablename__ = "aspects"
    __table_args__ = (Index("ix_aspects_aspect", "aspect", "direction", "number"),)

    number: Mapped[int] = mapped_column(
        ForeignKey("analyses.number", ondelete="CASCADE"), primary_key=True
    )
    aspect: Mapped[str] = mapped_column(String(20), primary_key=True)
    direction: Mapped[str] = mapped_column(String(10), primary_key=True)


class CompanyRow(Base):
    """A company behind postings, and what was found of its handbook, if it was looked for."""

    __tablename__ = "companies"
    __table_args__ = (Index("ix_companies_name_key", "name_key"),)

    domain: Mapped[str] = mapped_column(String(255), primary_key=True)
    name: Mapped[str | None] = mapped_column(String(500))
    name_key: Mapped[str] = mapped_column(String(500))
    outcome: Mapped[str | None] = mapped_column(String(20))
    finding: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    trusted_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class ProfileRow(Base):
    """The seeker's profile, as the API words it; there is one row or none."""

    __tablename__ = "profile"

    id: Mapped[int] = mapped_column(primary_key=True)
    time_zone: Mapped[str] = mapped_column(String(100))
    day_start: Mapped[str] = mapped_column(String(5))
    day_end: Mapped[str] = mapped_column(String(5))
    career_stage: Mapped[str | None] = mapped_column(String(20))
    fixed_commitments: Mapped[bool] = mapped_column()


class PreferencesRow(Base):
    """What the seeker wants of the service; there is one row or none."""

    __tablename__ = "preferences"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_companies: Mapped[bool] = mapped_column()
    keep_days: Mapped[int | None] = mapped_column()


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


class PairingRow(Base):
    """One paired extension; `digest` is the SHA-256 hash of its token, which is kept nowhere."""

    __tablename__ = "pairings"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    origin: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    last_used: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class SignedOutRow(Base):
    """A session that was signed out; `digest` is the hash of its id."""

    __tablename__ = "signed_out"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    until: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class PairingCodeRow(Base):
    """The code that the page Connect last showed; there is one at most."""

    __tablename__ = "pairing_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    tries_left: Mapped[int] = mapped_column(Integer)
