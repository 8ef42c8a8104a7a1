import {policyName} from './html-policy.js';

export {isEnforced} from './is-enforced.js';

const tags: ReadonlySet<string> = new Set(['loop-inbox', 'loop-conversation', 'loop-composer', 'loop-ticket-button']);

/** In the place of an element that can't be drawn: says so, to people and to the developer. Without templates, which are what is refused. */
export function refuse(tag: string): void {
  // Another copy of this library is at work: the policy is its.
  if (!tags.has(tag) || customElements.get('loop-provider') || customElements.get(tag)) return;
  const reason = `The page's Content-Security-Policy does not allow the Trusted Types policy "${policyName}".`;
  if (tag === 'loop-inbox') console.error(`Loop Inbox can't be shown. ${reason} Add it: trusted-types ${policyName}`);
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback(): void {
        if (this.shadowRoot) return;
        const words = document.createElement('p');
        words.setAttribute('role', 'alert');
        words.textContent = `Loop Inbox can't be shown here. ${reason}`;
        this.attachShadow({mode: 'open'}).append(words);
      }
    },
  );
}
