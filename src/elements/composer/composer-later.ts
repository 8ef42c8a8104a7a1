import {css} from 'lit';
import {styles as filesStyles} from './composer-files.styles.js';
import {styles as laterStyles} from './composer-later.styles.js';
import {styles as toolsStyles} from './writing-tools.styles.js';

/** What a composer does without until somebody has written something. */
export {denied} from './denied.js';
export {hints} from './hints.js';
export {Sending} from './sending.js';
export const styles = css`${laterStyles}${filesStyles}${toolsStyles}`;
