/** Combinations are pressed with Cmd there, with Ctrl elsewhere. */
export const isMac = (): boolean => /^(Mac|iP)/.test(navigator.platform);
