/** How long a page may be. */

/** Characters of a page that is sent; the largest real job page seen holds under 3 million. */
export const LONGEST_PAGE = 5_000_000;
