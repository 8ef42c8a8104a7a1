import {createContext} from '@lit/context';
import type {Locale} from '../i18n/locale.js';

/** The language of everything under one provider. */
export const localeContext = createContext<Locale | undefined>(Symbol.for('loop-inbox/locale-1'));
