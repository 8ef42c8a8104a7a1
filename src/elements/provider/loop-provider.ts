import {LitElement, css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ProviderController} from '../../controllers/provider-controller.js';
import type {Adapter} from '../../contract/index.js';
import {canConnect, checkProperties, isFunction, isInbox, isRecord, isText} from '../../internal/host-properties.js';
import type {Inbox, InboxSettings} from '../../store/inbox.js';

/**
 * Gives one inbox to every element of ours inside it, wherever they stand in the host's own markup.
 *
 * @summary Shares one inbox
 * @tag loop-provider
 * @slot - The host's markup.
 * @event {LoopReadyEvent} loop-ready - The inbox is connected.
 * @event {LoopSignInEvent} loop-sign-in - The agent has to sign in; told once until they have.
 * @event {LoopSignOutEvent} loop-sign-out - What the browser kept has been wiped.
 * @event {LoopErrorEvent} loop-error - Something went wrong that no message or list shows.
 * @event {LoopMessageSentEvent} loop-message-sent - The backend has stored a reply or note.
 * @event {LoopConversationArchivedEvent} loop-conversation-archived - A conversation was archived.
 * @event {LoopTicketCreatedEvent} loop-ticket-created - A ticket was raised.
 */
export class LoopProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** An inbox made by the host; goes before all others. */
  @property({attribute: false, type: isInbox}) inbox: Inbox | undefined;

  /** The backend. */
  @property({attribute: false, type: canConnect}) adapter: Adapter | undefined;

  /** Address of a backend that speaks the HTTP protocol, e.g. `https://desk.example/v1`. `getToken` gives the tokens; without it, cookies sign in. */
  @property({type: isText}) endpoint: string | undefined;

  /** Uses sample data that live in the page; with a value they are kept in the browser under that name. */
  @property({type: isText}) demo: string | undefined;

  /** The identity of the agent, as the backend names it: what the browser keeps for them is shown before the backend answers. */
  @property({type: isText}) account: string | undefined;

  /** False hides a feature that the adapter has; `automation` is hidden unless it is true. */
  @property({attribute: false, type: isRecord}) features: InboxSettings['features'];

  /** Fresh credentials, for adapters that ask for them. */
  @property({attribute: false, type: isFunction}) getToken: InboxSettings['getToken'];

  readonly #provider = new ProviderController(this);

  /** The inbox that elements inside get; undefined until there is one. */
  get currentInbox(): Inbox | undefined {
    return this.#provider.inbox;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

checkProperties(LoopProvider);

declare global {
  interface HTMLElementTagNameMap {
    'loop-provider': LoopProvider;
  }
}
