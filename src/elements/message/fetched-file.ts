import {html, nothing, type TemplateResult} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive, type Part} from 'lit/directive.js';
import {files as english} from '../../i18n/locales/en/files.js';
import {messageDetails} from '../../i18n/locales/en/message-details.js';
import type {Locale} from '../../i18n/locale.js';
import type {Attachment} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {icon} from '../../templates/icon.js';
import {save, type Address} from './file-source.js';
import {mediaPlayer} from './media-player.js';

export interface FetchedFile {
  readonly file: Attachment;
  readonly fetch: () => Promise<Address>;
  readonly inbox: Inbox;
  readonly locale: Locale;
  /** What a file row shows of it. */
  readonly content: TemplateResult;
}

type State = 'idle' | 'busy' | 'failed';

/** A part that asks for a file when it is pressed, and says so when that fails. */
abstract class Asking extends AsyncDirective {
  protected state: State = 'idle';
  #shown: FetchedFile | undefined;

  protected abstract show(view: FetchedFile): unknown;

  render(view: FetchedFile): unknown {
    return this.show(view);
  }

  override update(_part: Part, [view]: [FetchedFile]): unknown {
    if (view.file.id !== this.#shown?.file.id) this.reset();
    this.#shown = view;
    return this.show(view);
  }

  protected reset(): void {
    this.state = 'idle';
  }

  protected readonly ask = async (work: (view: FetchedFile) => Promise<void>): Promise<void> => {
    const view = this.#shown;
    if (!view || this.state === 'busy') return;
    this.#enter('busy');
    try {
      await work(view);
      if (view.file.id === this.#shown?.file.id) this.#enter('idle');
    } catch {
      if (view.file.id === this.#shown?.file.id) this.#enter('failed');
    }
  };

  protected told({locale}: FetchedFile): unknown {
    const words = locale.messages.files ?? english;
    const text = {idle: nothing, busy: words.loading, failed: words.failed}[this.state];
    return html`<span class="fetching" role="status">${text}</span>`;
  }

  #enter(state: State): void {
    this.state = state;
    if (this.isConnected && this.#shown) this.setValue(this.show(this.#shown));
  }
}

class Row extends Asking {
  protected show(view: FetchedFile): unknown {
    const words = view.locale.messages.messageDetails ?? messageDetails;
    return html`<button type="button" class="file" part="attachment" title=${words.download(view.file.name)} @click=${this.#save}>
      ${view.content} ${icon('download-simple')}
    </button>${this.told(view)}`;
  }

  readonly #save = () => this.ask(({file, fetch, inbox}) => save(file.name, fetch, inbox));
}

class Player extends Asking {
  #address: Address | undefined;

  protected show(view: FetchedFile): unknown {
    if (this.#address) return mediaPlayer(view.file, this.#address.href, {autoplay: true});
    const words = view.locale.messages.files ?? english;
    return html`<button type="button" class="play" @click=${this.#play}>${icon('play', {size: 20})}${words.play(view.file.name)}</button>${this.told(view)}`;
  }

  protected override reset(): void {
    super.reset();
    this.#address?.revoke?.();
    this.#address = undefined;
  }

  protected override disconnected(): void {
    this.reset();
  }

  readonly #play = () =>
    this.ask(async ({fetch}) => {
      const address = await fetch();
      if (this.isConnected) this.#address = address;
      else address.revoke?.();
    });
}

/** A file that is saved when it is asked for. */
export const fetchedRow = directive(Row);

/** Sound or film that comes when it is to be played. */
export const fetchedPlayer = directive(Player);
