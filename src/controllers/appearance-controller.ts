import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {meetsBrowserFloor} from '../internal/browser-floor.js';
import type {Choices} from '../store/choices.js';

const densities: readonly string[] = ['compact', 'normal', 'comfortable'];
const schemes: readonly string[] = ['light', 'dark', 'auto'];

export const isDensity = (value: unknown): boolean => densities.includes(value as string);
export const isScheme = (value: unknown): boolean => schemes.includes(value as string);

interface Host extends ReactiveControllerHost, HTMLElement {
  /** The page's; they go before what the agent chose. */
  readonly density: string | undefined;
  readonly colorScheme: string | undefined;
}

/** Turns density and colour scheme into the custom states that the tokens read. */
export class AppearanceController implements ReactiveController {
  readonly #host: Host;
  readonly #states: CustomStateSet;
  readonly #choices: () => Choices | undefined;

  constructor(host: Host, internals: ElementInternals, choices: () => Choices | undefined) {
    this.#host = host;
    this.#states = internals.states;
    this.#choices = choices;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!meetsBrowserFloor()) return;
    const choices = this.#choices();
    const {density, colorScheme} = this.#host;
    this.#set(densities, density ?? choices?.density ?? 'normal');
    this.#set(schemes, colorScheme ?? this.#scheme(choices));
  }

  /** The agent's choice, then what the page declares, then the browser's. */
  #scheme(choices: Choices | undefined): string | undefined {
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
