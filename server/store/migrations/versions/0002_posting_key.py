"""What a posting is known by, so that a list's cards find it; earlier rows stay without."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and its index."""
    op.add_column("analyses", sa.Column("posting_key", sa.String(300)))
    op.create_index("ix_analyses_posting_key", "analyses", ["posting_key", "created_at"])
