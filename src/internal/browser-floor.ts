/** True in the browsers we support: Chromium 125, Firefox 128, Safari 17.5 and later. */
export const meetsBrowserFloor = (): boolean =>
  typeof CSS === 'undefined' ||
  (CSS.supports('selector(:state(a))') && CSS.supports('color', 'light-dark(red, red)') && 'popover' in HTMLElement.prototype);
