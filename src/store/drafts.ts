import type {Id, WrittenKind} from '../contract/index.js';
import {changedDraft, draftKey, isBlankDraft, isEmptyDraft, type Draft, type DraftChange} from './draft.js';
import type {Keeper} from './keeper.js';
import {mentionedIn} from './mentions.js';
import type {Runtime} from './runtime.js';
import type {Tabs} from './tabs.js';

/** At most so much typing is lost when a tab dies; well below a second. */
const keepAfterMs = 300;
/** Another tab that has not written for so long no longer owns the draft. */
const ownedForMs = 30_000;

/** Texts one below the other. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part.trim()).join('\n\n');

/** Drafts by conversation and kind: kept while they are typed, shared with the other tabs, never moved from one kind to the other. */
export class Drafts {
  readonly #runtime: Runtime;
  readonly #keeper: Keeper;
  readonly #tabs: Tabs;
  /** Keys that have changed since they were last kept. */
  readonly #unkept = new Set<string>();
  /** What was kept for this agent has been read once: from then on what stands here grew out of it. */
  #isRead = false;

  constructor(runtime: Runtime, keeper: Keeper, tabs: Tabs) {
    this.#runtime = runtime;
    this.#keeper = keeper;
    this.#tabs = tabs;
    tabs.on('draft', (draft) => this.#takeFromTab(draft));
    tabs.on('draft-gone', (key) => this.#dropFromTab(key));
    tabs.on('draft-claimed', (key) => this.#markElsewhere(key));
  }

  set(conversationId: Id, kind: WrittenKind, change: DraftChange, seen: Id | undefined): void {
    const key = draftKey(conversationId, kind);
    const known = this.#runtime.state.drafts.get(key)?.seen ?? seen;
    const changed = changedDraft(this.#runtime.state.drafts, conversationId, kind, change, this.#runtime.now());
    const draft: Draft = {
      ...changed,
      ...(changed.named && {mentions: mentionedIn(changed.text, changed.named)}),
      ...(known && {seen: known}),
    };
    this.#runtime.commit((state) => {
      state.drafts.put(key, draft);
      state.draftsElsewhere.delete(key);
      if (!isEmptyDraft(draft)) state.composing.put(conversationId, kind);
    });
    this.#unkept.add(key);
    // Files take longer to keep than a page that goes would wait for.
    if (change.files) this.keep();
    else if (!this.#runtime.timers.has(keepTimer)) this.#runtime.timers.set(keepTimer, keepAfterMs, () => this.keep());
  }

  /** Which of the two is shown; moves no text. */
  compose(conversationId: Id, kind: WrittenKind): void {
    this.#runtime.commit((state) => state.composing.put(conversationId, kind));
    this.keep();
  }

  claim(conversationId: Id, kind: WrittenKind): void {
    const key = draftKey(conversationId, kind);
    this.#runtime.commit((state) => state.draftsElsewhere.delete(key));
    this.#tabs.post({type: 'draft-claimed', value: key});
  }

  /** Writes what has changed; at once when the page may go. */
  keep(): void {
    this.#runtime.timers.cancel(keepTimer);
    // Before anybody has signed in there is no place to keep it yet.
    const hasNoPlace = this.#keeper.identity === undefined && !this.#keeper.isLost;
    if (this.#unkept.size === 0 || hasNoPlace) return;
    const keys = [...this.#unkept];
    this.#unkept.clear();
    const drafts = keys.map((key) => this.#runtime.state.drafts.get(key)).filter((draft) => draft !== undefined);
    void this.#keeper.write({
      putDrafts: drafts.filter((draft) => !isBlankDraft(draft)),
      deleteDrafts: drafts.filter(isBlankDraft).map((draft) => draftKey(draft.conversationId, draft.kind)),
    });
    for (const value of drafts) this.#tabs.post({type: 'draft', value});
  }

  /** All of them are to be kept anew, in a storage that was lost and is there again. */
  keepAgain(): void {
    for (const key of this.#runtime.state.drafts.keys()) this.#unkept.add(key);
  }

  /** Takes a draft away, in memory; the caller writes the storage in its own transaction. */
  take(key: string): void {
    this.#unkept.delete(key);
    this.#runtime.commit((state) => {
      state.drafts.delete(key);
      state.draftsKept.delete(key);
    });
    this.#tabs.post({type: 'draft-gone', value: key});
  }

  /**
   * Shows what was kept, before what was typed in this page until it was read. Later on what is typed here wins; the rest is as it is kept: another
   * page may have gone on with it, or sent it, while this one was closed.
   */
  restore(drafts: readonly Draft[]): void {
    const kept = new Map(drafts.filter(({schema}) => schema === 1).map((draft) => [draftKey(draft.conversationId, draft.kind), draft]));
    this.#runtime.commit((state) => {
      for (const key of this.#isRead ? [...state.drafts.keys()] : []) if (!kept.has(key) && !this.#unkept.has(key)) state.drafts.delete(key);
      for (const [key, draft] of kept) {
        const typed = state.drafts.get(key);
        if (typed && this.#unkept.has(key)) {
          if (!this.#isRead) state.drafts.put(key, {...draft, ...typed, text: joined(draft.text, typed.text), files: [...(draft.files ?? []), ...(typed.files ?? [])]});
          continue;
        }
        // Another tab's, told of before it was kept.
        if (typed && typed.updatedAt > draft.updatedAt) continue;
        state.drafts.put(key, draft);
        state.draftsKept.put(key, draft);
        const other = state.drafts.get(draftKey(draft.conversationId, draft.kind === 'note' ? 'reply' : 'note'));
        if (!isEmptyDraft(draft) && (!other || other.updatedAt < draft.updatedAt)) state.composing.put(draft.conversationId, draft.kind);
      }
    });
    this.#isRead ||= !this.#keeper.isLost;
    this.keep();
  }

  clear(): void {
    this.#isRead = false;
    this.#unkept.clear();
    this.#runtime.timers.cancel(keepTimer);
    this.#runtime.commit((state) => {
      state.drafts.clear();
      state.draftsKept.clear();
      state.composing.clear();
      state.draftsElsewhere.clear();
    });
  }

  #takeFromTab(draft: Draft): void {
    const key = draftKey(draft.conversationId, draft.kind);
    // What is being typed here is never overwritten.
    if (this.#unkept.has(key)) return;
    this.#runtime.commit((state) => {
      if (isBlankDraft(draft)) state.drafts.delete(key);
      else state.drafts.put(key, draft);
    });
    this.#markElsewhere(key);
  }

  #dropFromTab(key: string): void {
    if (this.#unkept.has(key)) return;
    this.#runtime.commit((state) => state.drafts.delete(key));
    this.#markHere(key);
  }

  #markElsewhere(key: string): void {
    this.#runtime.commit((state) => state.draftsElsewhere.put(key, true));
    this.#runtime.timers.set(`elsewhere ${key}`, ownedForMs, () => this.#markHere(key));
  }

  #markHere(key: string): void {
    this.#runtime.timers.cancel(`elsewhere ${key}`);
    this.#runtime.commit((state) => state.draftsElsewhere.delete(key));
  }
}

const keepTimer = 'keep drafts';
