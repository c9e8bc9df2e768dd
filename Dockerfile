# The command line in a container: see docs/installing.md.
#   PYTHON  version of Python, 3.11 or later
#   EXTRAS  extras to install, such as tables,plots
#   OCR     yes: text recognition, with Tesseract
ARG PYTHON=3.12

FROM python:${PYTHON}-slim AS build
WORKDIR /source
COPY pyproject.toml README.md CHANGELOG.md CITATION.cff LICENSE ./
COPY schemas schemas
COPY src src
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:${PYTHON}-slim
ARG EXTRAS=""
ARG OCR=no
RUN if [ "$OCR" = yes ]; then \
      apt-get update \
      && apt-get install --yes --no-install-recommends tesseract-ocr \
      && rm -rf /var/lib/apt/lists/*; \
    fi
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    if [ "$OCR" = yes ]; then EXTRAS="${EXTRAS:+$EXTRAS,}ocr"; fi \
    && python -m pip install --no-cache-dir "$(echo /wheels/*.whl)${EXTRAS:+[$EXTRAS]}"
RUN useradd --uid 10001 --create-home reader
USER reader
WORKDIR /documents
ENTRYPOINT ["ciextract"]
CMD ["--help"]
