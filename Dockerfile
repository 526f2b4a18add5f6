# The service for several people: PostgreSQL's driver, no rights. See docs/operation.md.
#
#     docker build -t syncline .                               # --build-arg BROWSER=chromium to draw pages too

FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY signals signals
COPY scraper scraper
COPY server server
RUN python -m venv /opt/syncline \
 && /opt/syncline/bin/pip install --no-cache-dir '.[postgresql]'

FROM python:3.13-slim
# Companies' pages that need JavaScript are drawn only where there is a Chromium.
ARG BROWSER=""
RUN if [ -n "$BROWSER" ]; then \
      apt-get update && apt-get install -y --no-install-recommends "$BROWSER" && rm -rf /var/lib/apt/lists/*; \
    fi
RUN useradd --system --uid 10001 --create-home syncline \
 && install -d -o syncline -g syncline /data
COPY --from=build /opt/syncline /opt/syncline
ENV PATH=/opt/syncline/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SYNCLINE_HOST=0.0.0.0 \
    SYNCLINE_DATA=/data
USER syncline
VOLUME /data
EXPOSE 8765
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8765/health', timeout=4)"]
CMD ["syncline", "serve"]
