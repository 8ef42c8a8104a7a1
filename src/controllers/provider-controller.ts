import {ContextProvider} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Adapter} from '../contract/index.js';
import type {Locale} from '../i18n/locale.js';
import {browserPorts} from '../internal/browser-ports/index.js';
import {codeOf, insist} from '../internal/late.js';
import {createInbox} from '../store/create-inbox.js';
import type {Inbox, InboxSettings} from '../store/inbox.js';
import {factEvents, FactEventsController} from './fact-events-controller.js';
import {inboxContext} from './inbox-context.js';
import {localeContext} from './locale-context.js';
import {NearestValue} from './nearest-value.js';
import {PageLocale} from './page-locale.js';

/** What an element that may provide an inbox is given by its host page. */
export interface ProviderHost extends ReactiveControllerHost, HTMLElement {
  readonly inbox: Inbox | undefined;
  readonly adapter: Adapter | undefined;
  readonly endpoint: string | undefined;
  /** Undefined: no; empty: keeps nothing; otherwise the name under which it keeps its data. */
  readonly demo: string | undefined;
  readonly account: string | undefined;
  readonly features: InboxSettings['features'];
  readonly getToken: InboxSettings['getToken'];
}

/**
 * Provides an inbox and a language to everything inside its host: the given `inbox`, else one of its own for `adapter`, `endpoint` or
 * `demo` (in this order), else the nearest provider's. It begins with the host's first render, ends when the host has left the page
 * for good, and goes on when it comes back.
 */
export class ProviderController implements ReactiveController {
  readonly #host: ProviderHost;
  readonly #nearest: NearestValue<Inbox>;
  readonly #page: PageLocale;
  readonly #inboxProvider: ContextProvider<typeof inboxContext>;
  readonly #localeProvider: ContextProvider<typeof localeContext>;
  #own: Inbox | undefined;
  /** What an attribute names: its adapter is there, or on its way. */
  #named: string | undefined;
  #adapter: Adapter | undefined;
  #connected: Inbox | undefined;
  #alerts = false;

  /** @param language that the agent chose; empty: none. */
  constructor(host: ProviderHost, language = () => '') {
    this.#host = host;
    // Before the context provider: it must not answer our own question.
    this.#nearest = new NearestValue(host, inboxContext);
    this.#page = new PageLocale(host, language);
    this.#inboxProvider = new ContextProvider(host, {context: inboxContext});
    this.#localeProvider = new ContextProvider(host, {context: localeContext});
    host.addController(this);
    // After us: it listens to the inbox that the first update makes, before that tells that it is ready.
    new FactEventsController(host, this.#provided);
  }

  /** True when the inbox is this host's and not one of a provider around it. */
  get provides(): boolean {
    return this.#host.inbox !== undefined || this.#wantsOwn;
  }

  get inbox(): Inbox | undefined {
    return this.#host.inbox ?? (this.#wantsOwn ? this.#own : this.#nearest.value);
  }

  get locale(): Locale | undefined {
    return this.#page.value;
  }

  readonly #provided = (): Inbox | undefined => (this.provides ? this.inbox : undefined);

  hostUpdate(): void {
    this.#alert();
    if (this.#host.isConnected) this.#start();
    this.#inboxProvider.setValue(this.inbox);
    this.#localeProvider.setValue(this.locale);
  }

  hostDisconnected(): void {
    // Moved, not removed: it is back before the next task.
    setTimeout(() => {
      if (this.#host.isConnected) return;
      this.#connected = undefined;
      void this.#own?.close();
    });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Sounds and shows what arrives, from when the code for it is there. */
  #alert(): void {
    const code = factEvents.for(this.#host);
    if (!code || this.#alerts) return;
    this.#alerts = true;
    new code.AlertsController(this.#host, this.#provided);
  }

  get #wantsOwn(): boolean {
    const {adapter, endpoint, demo} = this.#host;
    return adapter !== undefined || Boolean(endpoint) || demo !== undefined;
  }

  #start(): void {
    const {account, features, getToken} = this.#host;
    if (!this.#host.inbox && this.#wantsOwn) {
      const settings = {account, features, getToken, locale: this.locale?.tag};
      if (this.#own) this.#own.configure(settings);
      else this.#own = createInbox({ports: browserPorts(), ...settings});
      this.#useBackend(this.#own);
    } else if (this.#own) {
      // Not ours any more, or no backend any more: it must not go on behind the page.
      this.#named = undefined;
      this.#setAdapter(this.#own, undefined);
    }
    const {inbox} = this;
    if (!inbox || !this.provides || inbox === this.#connected) return;
    this.#connected = inbox;
    inbox.connect();
  }

  #useBackend(own: Inbox): void {
    const {adapter, endpoint, demo = ''} = this.#host;
    const named = adapter ? undefined : endpoint || ` ${demo}`;
    if (!adapter && named === this.#named) return;
    this.#named = named;
    this.#setAdapter(own, adapter);
    if (adapter) return;
    void codeOf('The adapter', () => (endpoint ? loadHttp(endpoint) : loadDemo(demo))).then(
      // Something else may have been set while it was loading.
      (loaded) => loaded && this.#named === named && this.#setAdapter(own, loaded),
    );
  }

  /** An inbox that had no adapter could not connect; one that was signed out on purpose stays so until it gets another. */
  #setAdapter(own: Inbox, adapter: Adapter | undefined): void {
    if (adapter === this.#adapter) return;
    this.#adapter = adapter;
    own.setAdapter(adapter);
    if (this.#host.isConnected) own.connect();
  }
}

async function loadHttp(endpoint: string): Promise<Adapter> {
  const {createHttpAdapter} = await insist('The HTTP adapter', () => import('../adapters/http/index.js'));
  return createHttpAdapter({endpoint: String(endpoint)});
}

async function loadDemo(name: string): Promise<Adapter> {
  const {createMemoryAdapter} = await insist('The demo', () => import('../adapters/memory/index.js'));
  return createMemoryAdapter({live: true, ...(name && {persist: name})});
}
