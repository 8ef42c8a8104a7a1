import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {meetsBrowserFloor} from '../internal/browser-floor.js';
import {warnOnce} from '../internal/warn.js';
import type {Choices} from '../store/choices.js';

const densities = ['compact', 'normal', 'comfortable'] as const;
const schemes = ['light', 'dark', 'auto'] as const;

interface Appearance {
  /** The host's attributes; they go before what the agent chose. */
  readonly density: string | undefined;
  readonly colorScheme: string | undefined;
  readonly choices: Choices | undefined;
}

const known = <T extends string>(value: string | undefined, allowed: readonly T[], name: string): T | undefined => {
  if (!value) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) warnOnce(`${name}="${value}" is not one of ${allowed.join(', ')}; it is ignored.`);
  return found;
};

/** Turns density and colour scheme into the custom states that the tokens read. */
export class AppearanceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #states: CustomStateSet;
  readonly #read: () => Appearance;

  constructor(host: ReactiveControllerHost & HTMLElement, internals: ElementInternals, read: () => Appearance) {
    this.#host = host;
    this.#states = internals.states;
    this.#read = read;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!meetsBrowserFloor()) return;
    const {density, colorScheme, choices} = this.#read();
    this.#set(densities, known(density, densities, 'density') ?? choices?.density ?? 'normal');
    this.#set(schemes, this.#scheme(known(colorScheme, schemes, 'color-scheme'), choices));
  }

  /** Attribute, then the agent's choice, then what the page declares, then the browser's. */
  #scheme(fixed: (typeof schemes)[number] | undefined, choices: Choices | undefined): (typeof schemes)[number] | undefined {
    if (fixed) return fixed;
    if (choices && choices.theme !== 'auto') return choices.theme;
    const parent = this.#host.parentElement ?? this.#host;
    return getComputedStyle(parent).colorScheme === 'normal' ? 'auto' : undefined;
  }

  #set(all: readonly string[], chosen: string | undefined): void {
    for (const state of all) {
      if (state === chosen) this.#states.add(state);
      else this.#states.delete(state);
    }
  }
}
