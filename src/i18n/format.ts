import type {Timestamp} from '../model/index.js';
import type {TimeMessages} from './areas/time.js';
import {isolateTurning} from './isolate.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Numbers, dates and durations as one agent reads them. Moments are ISO 8601 or ms since the epoch; `now` is ms since the epoch. */
export class Format {
  readonly #locale: string;
  readonly #words: TimeMessages;
  readonly #timeZone: string | undefined;
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #number: Intl.NumberFormat;
  /** '09:05', but '9:05 AM': the sign of the half of the day needs the room. */
  readonly #clock: Intl.DateTimeFormatOptions;

  constructor(locale: string, words: TimeMessages, timeZone?: string) {
    this.#locale = locale;
    this.#words = words;
    this.#timeZone = timeZone;
    this.#number = new Intl.NumberFormat(locale);
    const {hour12} = new Intl.DateTimeFormat(locale, {hour: 'numeric'}).resolvedOptions();
    this.#clock = {hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit'};
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** '14:05'. */
  time(moment: Timestamp | number): string {
    return this.#date(moment, this.#clock);
  }

  /** Day and time in full, for tooltips and details. */
  dateTime(moment: Timestamp | number): string {
    return this.#date(moment, {dateStyle: 'long', timeStyle: 'short'});
  }

  /** As short as a row allows: '14:05' today, 'Mon' this week, '12 Jan' this year, '12 Jan 2024' before. */
  short(moment: Timestamp | number, now: number): string {
    const at = toMs(moment);
    const days = this.#daysBetween(at, now);
    if (days === 0) return this.time(at);
    if (days > 0 && days < 7) return this.#date(at, {weekday: 'short'});
    return this.#date(at, {day: 'numeric', month: 'short', ...(this.#sameYear(at, now) ? {} : {year: 'numeric'})});
  }

  /** A heading over the messages of one day: 'Today', 'Yesterday', 'Monday, 23 March'. */
  day(moment: Timestamp | number, now: number): string {
    const at = toMs(moment);
    const days = this.#daysBetween(at, now);
    if (days === 0) return this.#words.today;
    if (days === 1) return this.#words.yesterday;
    return this.#date(at, {weekday: 'long', day: 'numeric', month: 'long', ...(this.#sameYear(at, now) ? {} : {year: 'numeric'})});
  }

  /** A moment to come: '09:00' today, 'Thu 09:00' within a week, '3 May, 09:00' after. */
  until(moment: Timestamp | number, now: number): string {
    const at = toMs(moment);
    const days = this.#daysBetween(at, now);
    if (days === 0) return this.time(at);
    return this.#date(at, days < 0 && days > -7 ? {weekday: 'short', ...this.#clock} : {day: 'numeric', month: 'short', ...this.#clock});
  }

  /** '12 min', '2 h 14 min', '3 d'. Under a minute it is 'now'. */
  duration(ms: number): string {
    const minutes = Math.floor(Math.max(0, ms) / minuteMs);
    if (minutes === 0) return this.#words.now;
    if (minutes < 60) return this.#words.minutes(this.number(minutes));
    const hours = Math.floor(minutes / 60);
    if (hours >= 24) return this.#words.days(this.number(Math.floor(hours / 24)));
    const rest = minutes % 60;
    const larger = this.#words.hours(this.number(hours));
    return rest ? this.#words.joined(larger, this.#words.minutes(this.number(rest))) : larger;
  }

  /** '8 s', from a minute on as `duration`. */
  countdown(ms: number): string {
    return ms < minuteMs ? this.#words.seconds(this.number(Math.max(0, Math.ceil(ms / 1000)))) : this.duration(ms);
  }

  /** 'Ann, Ben and Cem'. */
  list(words: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, {type: 'conjunction'}).format(words.map(isolateTurning));
  }

  #date(moment: Timestamp | number, options: Intl.DateTimeFormatOptions): string {
    const at = toMs(moment);
    if (Number.isNaN(at)) return '';
    const key = JSON.stringify(options);
    let format = this.#dates.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(this.#locale, {...options, ...(this.#timeZone ? {timeZone: this.#timeZone} : {})});
      this.#dates.set(key, format);
    }
    return format.format(at);
  }

  /** Calendar days from `at` to `now`: 0 the same day, 1 yesterday, -1 tomorrow. */
  #daysBetween(at: number, now: number): number {
    return Math.round((this.#midnight(now) - this.#midnight(at)) / dayMs);
  }

  #midnight(at: number): number {
    if (Number.isNaN(at)) return at;
    if (!this.#timeZone) {
      const date = new Date(at);
      return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
    }
    const parts = new Intl.DateTimeFormat('en-CA', {timeZone: this.#timeZone}).format(at).split('-').map(Number);
    return Date.UTC(parts[0] ?? 0, (parts[1] ?? 1) - 1, parts[2] ?? 1);
  }

  #sameYear(a: number, b: number): boolean {
    return new Date(a).getFullYear() === new Date(b).getFullYear();
  }
}

const toMs = (moment: Timestamp | number): number => (typeof moment === 'number' ? moment : Date.parse(moment));
