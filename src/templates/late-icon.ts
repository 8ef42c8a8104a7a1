import type {TemplateResult} from 'lit';
import {drawIcon, type IconOptions} from './icon.js';
import {lateIconPaths, type LateIconName} from './icon-paths-late.js';

export type {LateIconName};

/** An icon of the parts that are loaded on first use; import this from those parts only. */
export const lateIcon = (name: LateIconName, options?: IconOptions): TemplateResult => drawIcon(lateIconPaths[name], options);
