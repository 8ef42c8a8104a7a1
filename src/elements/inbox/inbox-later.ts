/** What the shell does without until its panels are seen. */
export {PanelSizeController} from '../../controllers/panel-size-controller.js';
export {contactEdge, listEdges, listToggle} from './edges.js';
export {fixedBy} from './fixed-settings.js';
export {openPanel} from './open-panel.js';
export {signedOutBar, withoutShell} from './inbox-states.js';
export {actOnShortcut, undoKeyOf} from './shell-keys.js';
export {styles} from './inbox-later.styles.js';
