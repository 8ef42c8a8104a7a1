import type {TemplateResult} from 'lit';
import type {Sentiment} from '../model/index.js';
import {icon, type IconName, type IconOptions} from './icon.js';

const icons = {
  negative: 'smiley-sad',
  neutral: 'smiley-meh',
  positive: 'smiley',
  mixed: 'smiley-nervous',
} as const satisfies Record<Sentiment['label'], IconName>;

/** The face of a sentiment. Its word, score and source are the caller's to say. */
export const sentimentIcon = (label: Sentiment['label'], options?: IconOptions): TemplateResult => icon(icons[label], options);
