import type {Attribute, Contact} from '../../contract/index.js';
import {attributeDate} from '../../i18n/attribute-date.js';
import {Format} from '../../i18n/format.js';
import type {Locale} from '../../i18n/locale.js';
import {contact as english} from '../../i18n/locales/en/contact.js';
import {safeLink} from '../../internal/url-policy.js';

/** One line of facts. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly href?: string | undefined;
  /** The attribute itself, where the agent may change it. */
  readonly editable?: Attribute | undefined;
}

const keyOf = ({key}: Attribute): string => key.toLowerCase().replace(/[-_ ]/g, '');
const isZone = (attribute: Attribute): boolean => /^(timezone|tz)$/.test(keyOf(attribute));

/** An address or number may come with anything after it: only its own characters go into the link. */
const mailLink = (email: string): string | undefined =>
  /^[^\s@?&]+@[^\s@?&]+$/.test(email) ? safeLink(`mailto:${encodeURIComponent(email).replace('%40', '@')}`) : undefined;
const phoneLink = (phone: string): string | undefined => {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.length > 2 ? safeLink(`tel:${digits}`) : undefined;
};

export function contactFacts({email, phone, company, blocked}: Contact, {messages: {contact: m = english}}: Locale): readonly Fact[] {
  return [
    ...(email ? [{key: 'mail', label: m.mail, value: email, href: mailLink(email)}] : []),
    ...(phone ? [{key: 'phone', label: m.phone, value: phone, href: phoneLink(phone)}] : []),
    ...(company ? [{key: 'company', label: m.company, value: company}] : []),
    ...(blocked ? [{key: 'blocked', label: m.status, value: m.blocked}] : []),
  ];
}

/** @param mayEdit what is empty is there then too. */
export function attributeFacts(attributes: readonly Attribute[], {messages: {contact: m = english}, format, tag}: Locale, mayEdit: boolean): readonly Fact[] {
  const say = ({value, kind}: Attribute): string => {
    if (typeof value === 'boolean') return value ? m.yes : m.no;
    if (kind === 'date' && value) return attributeDate(value, tag);
    return typeof value === 'number' ? format.number(value) : (value ?? '');
  };
  return attributes
    .filter((attribute) => (mayEdit && attribute.editable) || (attribute.value !== null && attribute.value !== '' && !isZone(attribute)))
    .map((attribute) => ({
      key: attribute.key,
      label: attribute.label,
      value: say(attribute),
      href: attribute.kind === 'link' ? safeLink(String(attribute.value)) : undefined,
      editable: mayEdit && attribute.editable ? attribute : undefined,
    }));
}

/** What the clock shows where the contact is, when an attribute names a time zone that the browser knows. */
export function localTime(attributes: readonly Attribute[], {tag, messages}: Locale, now: number): string | undefined {
  const zone = attributes.find(isZone)?.value;
  if (typeof zone !== 'string') return undefined;
  const place = attributes.find((attribute) => /^(city|location|place)$/.test(keyOf(attribute)))?.value;
  try {
    return (messages.contact ?? english).localTime(new Format(tag, messages.time, zone).time(now), typeof place === 'string' ? place : undefined);
  } catch {
    return undefined; // no such zone
  }
}
