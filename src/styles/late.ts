import {LatePart, lateStyles} from '../internal/late.js';

export const controlsPart = new LatePart('Styles of menus', async () => ({styles: (await import('./controls.js')).controls}));

/** The stylesheet `controls` for elements of a first look; elements that come later have it at once. */
export const lateControls = lateStyles(controlsPart);

export const tokensPart = new LatePart('Tokens of menus', async () => ({styles: (await import('./tokens-later.js')).tokensLater}));

/** The stylesheet `tokensLater`, for public elements of a first look. */
export const lateTokens = lateStyles(tokensPart);
