import {html, nothing, type TemplateResult} from 'lit';
import type {Availability} from '../model/index.js';
import {icon} from './icon.js';

/** Anybody with a name: agent, team, contact or author. */
export interface Person {
  readonly name?: string | undefined;
  readonly type?: 'agent' | 'team' | undefined;
  readonly kind?: 'contact' | 'agent' | 'bot' | 'system' | undefined;
  readonly availability?: Availability | undefined;
}

export interface AvatarOptions {
  readonly size?: 'sm' | 'md' | 'lg';
  /** The agent whose inbox this is. */
  readonly mine?: boolean;
  /** Names the person where no text beside it does. */
  readonly label?: string | undefined;
  /** Shows the availability as a shape at the corner; its word stands elsewhere. */
  readonly availability?: Availability | undefined;
}

/** The first letters of the first and last word: 'Lena Brandt' → 'LB', '田中 由紀' → '田由', 'خالد المنصوري' → 'خم', since the Arabic article is no initial; empty when there is no letter. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.@_-]+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word.replace(/^ال(?=..)/, ''))?.[0] ?? []);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].join('').toLocaleUpperCase();
}

/** A person as initials, nobody as an empty ring. Pictures wait for consent, so this never loads one. */
export function avatar(
  person: Person | null | undefined,
  {size = 'md', mine = false, label, availability}: AvatarOptions = {},
): TemplateResult {
  const initials = person?.kind === 'bot' || person?.type === 'team' ? '' : initialsOf(person?.name ?? '');
  const classes = `avatar avatar-${size}${mine ? ' avatar-mine' : ''}${initials ? '' : ' avatar-empty'}`;
  const shape = person?.kind === 'bot' ? 'robot' : person?.type === 'team' ? 'users-three' : 'user';
  // Initials are a picture: the stylesheet draws them, so that they are no part of any text or name.
  return html`<span class=${classes} data-initials=${initials || nothing} role=${label ? 'img' : nothing} aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}>${initials ? nothing : icon(shape, {size: size === 'lg' ? 20 : size === 'md' ? 14 : 12})}${availability
      ? html`<span class="availability availability-${availability}"></span>`
      : nothing}</span>`;
}
