"""The companies behind postings, and what the seeker wants of the service."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "companies",
        sa.Column("domain", sa.String(255), primary_key=True),
        sa.Column("name", sa.String(500)),
        sa.Column("name_key", sa.String(500), nullable=False),
        sa.Column("outcome", sa.String(20)),
        sa.Column("finding", sa.JSON(none_as_null=True)),
        sa.Column("trusted_until", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_companies_name_key", "companies", ["name_key"])
    op.create_table(
        "preferences",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("check_companies", sa.Boolean, nullable=False),
        sa.Column("keep_days", sa.Integer),
    )
