/** The version of this package; written by scripts/version.mjs from package.json. */
export const version = '0.1.0';
