import type {Profile, ProfilePatch} from '../contract/index.js';
import type {Runtime} from './runtime.js';
import {offers} from './selectors.js';

/** The agent's own settings: in the backend where it keeps them, otherwise only as long as the page. */
export class Profiles {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  async load(): Promise<void> {
    const {state} = this.#runtime;
    if (!offers(state, 'profile')) {
      const me = state.session?.me;
      if (me && !state.profile) this.#put({name: me.name, ...(me.email && {email: me.email}), ...(me.avatarUrl && {avatarUrl: me.avatarUrl})});
      return;
    }
    try {
      const profile = await this.#runtime.call(async (session, options) => session.profile?.get(options));
      if (profile) this.#put(profile);
    } catch (error) {
      this.#runtime.ports.log('warn', 'The profile could not be read', error);
    }
  }

  /**
   * Shown at once. What the backend does not keep stays in the page.
   *
   * @throws {AdapterError} after giving the earlier profile back, so that the form can say what is wrong with which field.
   */
  async update(patch: ProfilePatch): Promise<void> {
    const before = this.#runtime.state.profile;
    if (!before) return;
    this.#put({...before, ...patch, preferences: {...before.preferences, ...patch.preferences}});
    const editable = this.#runtime.session?.profile?.editable ?? [];
    const kept = Object.fromEntries(Object.entries(patch).filter(([key]) => editable.some((name) => name === key))) as ProfilePatch;
    if (Object.keys(kept).length === 0) return;
    try {
      const answer = await this.#runtime.call(async (session, options) => session.profile?.update?.(kept, options));
      if (answer) this.#put(answer);
    } catch (thrown) {
      this.#put(before);
      throw thrown;
    }
  }

  clear(): void {
    this.#runtime.commit((state) => (state.profile = undefined));
  }

  #put(profile: Profile): void {
    this.#runtime.commit((state) => (state.profile = profile));
  }
}
