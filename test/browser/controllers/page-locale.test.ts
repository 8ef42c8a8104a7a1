import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {LitElement, nothing} from 'lit';
import {PageLocale} from '../../../src/controllers/page-locale.js';

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
    await waitUntil(() => probe.locale.value.dir === 'rtl');
    expect(probe.locale.value.dir).to.equal('rtl');
  });

  it('takes a direction that only a stylesheet states', async () => {
    const page = await fixture(html`<div style="direction: rtl"><locale-probe></locale-probe></div>`);
    const probe = page.querySelector<LocaleProbe>('locale-probe')!;
    await waitUntil(() => probe.locale.value.dir === 'rtl');
  });

  it('keeps the direction of its language where the page is silent', async () => {
    const probe = await fixture<LocaleProbe>(html`<locale-probe lang="en"></locale-probe>`);
    await probe.updateComplete;
    expect(probe.locale.value.dir).to.equal('ltr');
  });

  it('follows the page', async () => {
    const probe = await fixture<LocaleProbe>(html`<locale-probe dir="ltr"></locale-probe>`);
    probe.setAttribute('dir', 'rtl');
    await waitUntil(() => probe.locale.value.dir === 'rtl');
    probe.setAttribute('dir', 'ltr');
    await waitUntil(() => probe.locale.value.dir === 'ltr');
  });
});
