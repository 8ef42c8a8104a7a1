import {
  AdapterError,
  type CallOptions,
  type FileInput,
  type NotificationKind,
  type Preferences,
  type Profile,
  type ProfilePatch,
  type Session,
} from '../contract/index.js';
import type {Choices} from './choices.js';
import type {Choose} from './choose.js';
import type {Runtime} from './runtime.js';
import {offers} from './selectors.js';
import type {OwnProfile} from './state.js';

/** Kinds that an agent can choose to hear nothing of. */
const kinds: readonly NotificationKind[] = ['mention', 'assigned', 'escalation', 'new-message', 'new-conversation', 'ticket', 'sla', 'other'];

/** The agent's own settings: in the backend where it keeps them, otherwise in this browser. */
export class Profiles {
  readonly #runtime: Runtime;
  readonly #choose: Choose;

  constructor(runtime: Runtime, choose: Choose) {
    this.#runtime = runtime;
    this.#choose = choose;
  }

  /** Reads it; what the backend keeps of the agent's choices takes their place. */
  async load(): Promise<void> {
    const {state} = this.#runtime;
    if (!offers(state, 'profile')) return this.#commit(this.#ofSession());
    try {
      const profile = await this.#runtime.call(async (session, options) => session.profile?.get(options));
      if (profile) this.#put(profile);
    } catch (error) {
      this.#runtime.ports.log('warn', 'The profile could not be read', error);
    }
  }

  async update(patch: Pick<ProfilePatch, 'name' | 'signature'>): Promise<void> {
    const keeps = this.#runtime.state.profile?.keeps;
    const kept: Pick<ProfilePatch, 'name' | 'signature'> = {
      ...(patch.name !== undefined && keeps?.has('name') && {name: patch.name}),
      ...(patch.signature !== undefined && keeps?.has('signature') && {signature: patch.signature}),
    };
    if (patch.signature !== undefined && !keeps?.has('signature')) this.#choose({signature: patch.signature});
    const before = this.#runtime.state.profile;
    if (Object.keys(kept).length === 0 || !before) return;
    this.#commit({...before, ...kept});
    try {
      await this.#write((profile, options) => profile.update?.(kept, options));
    } catch (thrown) {
      this.#commit(before);
      throw thrown;
    }
  }

  async setAvatar(picture: FileInput | null): Promise<void> {
    await this.#write((profile, options) => profile.setAvatar?.(picture, options));
  }

  /** Holds at once; taken back when the backend, which keeps it, refuses. */
  async prefer(change: Partial<Choices>): Promise<void> {
    const {choices, profile} = this.#runtime.state;
    this.#choose(change);
    const preferences = toPreferences(change, this.#runtime.state.choices, profile?.keeps ?? new Set());
    if (Object.keys(preferences).length === 0) return;
    try {
      await this.#write((profile, options) => profile.update?.({preferences}, options));
    } catch (thrown) {
      const now = this.#runtime.state.choices;
      const earlier = Object.entries(change).filter(([key, value]) => now[key as keyof Choices] === value);
      this.#choose(Object.fromEntries(earlier.map(([key]) => [key, choices[key as keyof Choices]])));
      throw thrown;
    }
  }

  clear(): void {
    this.#commit(undefined);
  }

  async #write(work: (profile: NonNullable<Session['profile']>, options: Required<CallOptions>) => Promise<Profile> | undefined): Promise<void> {
    const answer = await this.#runtime.call(async (session, options) => {
      const done = session.profile && work(session.profile, options);
      if (!done) throw new AdapterError({code: 'unsupported', feature: 'profile', message: 'This backend keeps no such thing'});
      return done;
    });
    this.#put(answer);
  }

  #put(profile: Profile): void {
    const group = this.#runtime.session?.profile;
    const keeps = new Set(group?.update ? group.editable : []);
    if (group?.setAvatar) keeps.add('avatarUrl');
    else keeps.delete('avatarUrl');
    this.#commit({...profile, keeps});
    const chosen = toChoices(profile.preferences ?? {}, keeps);
    if (Object.keys(chosen).length > 0) this.#choose(chosen);
    this.#takeAsMe(profile);
  }

  /** The menu and one's own messages show the agent of the session. */
  #takeAsMe({name, avatarUrl}: Profile): void {
    this.#runtime.commit((state) => {
      if (!state.session) return;
      const {avatarUrl: _before, ...me} = state.session.me;
      state.session = {...state.session, me: {...me, name, ...(avatarUrl && {avatarUrl})}};
    });
  }

  #ofSession(): OwnProfile | undefined {
    const me = this.#runtime.state.session?.me;
    return me && {name: me.name, ...(me.email && {email: me.email}), ...(me.avatarUrl && {avatarUrl: me.avatarUrl}), keeps: new Set()};
  }

  #commit(profile: OwnProfile | undefined): void {
    this.#runtime.commit((state) => (state.profile = profile));
  }
}

/** What the backend keeps of a change. Its three ways of telling and the kinds are one preference: they go together. */
function toPreferences(change: Partial<Choices>, all: Choices, keeps: OwnProfile['keeps']): Partial<Preferences> {
  const tells = (['inApp', 'sound', 'desktop', 'quietKinds'] as const).some((key) => key in change);
  return {
    ...(keeps.has('language') && change.language !== undefined && {language: change.language}),
    ...(keeps.has('theme') && change.theme !== undefined && {theme: change.theme}),
    ...(keeps.has('enterSends') && change.enterSends !== undefined && {enterSends: change.enterSends}),
    ...(keeps.has('notify') && tells && {
      notify: {inApp: all.inApp, sound: all.sound, desktop: all.desktop, kinds: kinds.filter((kind) => !all.quietKinds.includes(kind))},
    }),
  };
}

/** Only what the backend keeps: what it merely shows is the browser's to say. */
function toChoices({language, theme, enterSends, notify}: Preferences, keeps: OwnProfile['keeps']): Partial<Choices> {
  return {
    ...(keeps.has('language') && language !== undefined && {language}),
    ...(keeps.has('theme') && theme && {theme}),
    ...(keeps.has('enterSends') && enterSends !== undefined && {enterSends}),
    ...(keeps.has('notify') && notify && {
      inApp: notify.inApp,
      sound: notify.sound,
      desktop: notify.desktop,
      quietKinds: notify.kinds ? kinds.filter((kind) => !notify.kinds?.includes(kind)) : [],
    }),
  };
}
