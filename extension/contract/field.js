/** Reads documents of the service, and says where one is not as it should be. */

/** The service answered with a document of another shape. */
export class BadDocument extends Error {
  /** @param {string} path where in the document */
  constructor(path) {
    super(`the field ${path} is missing or of another kind`);
    this.name = "BadDocument";
  }
}

/** A value of the document together with its path, for errors that say where. */
export class Field {
  /**
   * @param {unknown} value
   * @param {string} path
   */
  constructor(value, path) {
    this.value = value;
    this.path = path;
  }

  /**
   * @param {string} name
   * @returns {Field} the member of that name
   */
  at(name) {
    const { value } = this;
    if (typeof value !== "object" || value === null) throw new BadDocument(this.path);
    return new Field(/** @type {Record<string, unknown>} */ (value)[name], `${this.path}.${name}`);
  }

  /** @returns {string} */
  text() {
    if (typeof this.value !== "string") throw new BadDocument(this.path);
    return this.value;
  }

  /** @returns {number} */
  number() {
    if (typeof this.value !== "number" || !Number.isFinite(this.value)) throw new BadDocument(this.path);
    return this.value;
  }

  /**
   * @template {string} T
   * @param {readonly T[]} words
   * @returns {T} the value, which is one of `words`
   */
  oneOf(words) {
    const found = words.find((word) => word === this.value);
    if (found === undefined) throw new BadDocument(this.path);
    return found;
  }

  /**
   * @template T
   * @param {(item: Field) => T} read
   * @returns {T[]}
   */
  list(read) {
    if (!Array.isArray(this.value)) throw new BadDocument(this.path);
    return this.value.map((item, index) => read(new Field(item, `${this.path}[${index}]`)));
  }
}
