import type {CSSResult} from 'lit';
import type {CssOptions} from '../../internal/mail-css.js';
import {mailSheet, type MailSheet} from '../../internal/mail-sheet.js';
import type {SanitizedMail} from '../../internal/sanitize-html.js';
import {mailBase, mailOver} from './mail-sheet.styles.js';

/** A mail with its look, between our stylesheets. */
export const mail = (sanitized: SanitizedMail, options: CssOptions): MailSheet => mailSheet(sanitized, options, sheetOf(mailBase), sheetOf(mailOver));

function sheetOf({styleSheet}: CSSResult): CSSStyleSheet {
  if (!styleSheet) throw new Error('This browser takes no stylesheet from a script');
  return styleSheet;
}
