/** Where on the spectrum a posting lies, from one end to the other, and the word for "it does not say". */

export const POSITIONS = /** @type {const} */ ([
  "fully_async",
  "async_first",
  "hybrid",
  "sync_with_written_output",
  "fully_sync",
  "unclear",
]);

/** @typedef {typeof POSITIONS[number]} Position */
