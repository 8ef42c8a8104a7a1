import type {CSSResult} from 'lit';
import {MailSheet} from '../../internal/mail-sheet.js';
import {mailSlices} from '../../internal/mail-slices.js';
import type {RichText} from '../../internal/rich-text.js';
import type {SanitizeOptions} from '../../internal/sanitize-html.js';
import {mailBase, mailOver} from './mail-sheet.styles.js';

/** A mail as nodes that are safe to show, with its look, between our stylesheets. @param largeImage the words in the place of a very large picture. */
export function mail(written: string, rich: RichText, options: SanitizeOptions, largeImage = ''): MailSheet {
  return new MailSheet(mailSlices(written), {...options, clean: (html) => rich.mail(html, options), base: sheetOf(mailBase), over: sheetOf(mailOver), largeImage});
}

function sheetOf({styleSheet}: CSSResult): CSSStyleSheet {
  if (!styleSheet) throw new Error('This browser takes no stylesheet from a script');
  return styleSheet;
}
