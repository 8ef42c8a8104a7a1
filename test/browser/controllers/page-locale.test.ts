import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, nothing} from 'lit';
import {PageLocale} from '../../../src/controllers/page-locale.js';
import {until} from '../../support/until.js';

class LocaleProbe extends LitElement {
  readonly locale = new PageLocale(this);
  protected override render() {
    return nothing;
  }
}
customElements.define('locale-probe', LocaleProbe);

describe('PageLocale', () => {
  it('takes the direction that the page states around the host', async () => {
    const page = await fixture(html`<div dir="rtl"><locale-probe></locale-probe></div>`);
    const probe = page.querySelector<LocaleProbe>('locale-probe')!;
    await until(() => probe.locale.value.dir === 'rtl');
    expect(probe.locale.value.dir).to.equal('rtl');
  });

  it('takes a direction that only a stylesheet states', async () => {
    const page = await fixture(html`<div style="direction: rtl"><locale-probe></locale-probe></div>`);
    const probe = page.querySelector<LocaleProbe>('locale-probe')!;
    await until(() => probe.locale.value.dir === 'rtl');
  });

  it('keeps the direction of its language where the page is silent', async () => {
    const probe = await fixture<LocaleProbe>(html`<locale-probe lang="en"></locale-probe>`);
    await probe.updateComplete;
    expect(probe.locale.value.dir).to.equal('ltr');
  });

  it('follows the page', async () => {
    const probe = await fixture<LocaleProbe>(html`<locale-probe dir="ltr"></locale-probe>`);
    probe.setAttribute('dir', 'rtl');
    await until(() => probe.locale.value.dir === 'rtl');
    probe.setAttribute('dir', 'ltr');
    await until(() => probe.locale.value.dir === 'ltr');
  });

  it('turns at once to a language whose sentences come later', async () => {
    const probe = await fixture<LocaleProbe>(html`<locale-probe lang="ar-EG"></locale-probe>`);
    const {tag, dir} = probe.locale.value;
    expect([tag, dir]).to.deep.equal(['ar-EG', 'rtl']);
    await until(() => probe.locale.value.messages.toast?.undo === 'تراجع');
  });

  it('takes the language of the page around it', async () => {
    const page = await fixture(html`<div lang="ar"><locale-probe></locale-probe></div>`);
    const probe = page.querySelector<LocaleProbe>('locale-probe')!;
    await until(() => probe.locale.value.messages.composer.send === 'إرسال');
    expect(probe.locale.value.dir).to.equal('rtl');
  });

  it('keeps its sentences until those of another language are there', async () => {
    const probe = await fixture<LocaleProbe>(html`<locale-probe lang="ar"></locale-probe>`);
    await until(() => probe.locale.value.messages.composer.send === 'إرسال');
    probe.setAttribute('lang', 'en');
    expect(probe.locale.value.messages.composer.send).to.equal('إرسال');
    await until(() => probe.locale.value.messages.composer.send === 'Send');
    expect(probe.locale.value.dir).to.equal('ltr');
  });

  it('speaks English where the page names no language that there is', async () => {
    for (const tag of ['xx', 'constructor', 'not a tag']) {
      const probe = await fixture<LocaleProbe>(html`<locale-probe lang=${tag}></locale-probe>`);
      await until(() => probe.locale.value.messages.composer.send === 'Send');
      expect(probe.locale.value.tag).to.match(/^en\b/);
    }
  });
});
