import {expect} from '@open-wc/testing';
import {AdapterError} from '../../../src/contract/index.js';
import {LoopSettings} from '../../../src/elements/settings/loop-settings.js';
import type {OwnProfile} from '../../../src/store/state.js';
import {FakeInbox} from '../../support/fake-inbox.js';
import {mountPanel} from '../../support/panel-harness.js';

const account: OwnProfile = {
  name: 'Lena Brandt',
  signature: 'Lena',
  keeps: new Set(['name', 'signature', 'avatarUrl', 'language', 'theme', 'enterSends', 'notify']),
};
const refused = new AdapterError({code: 'validation', message: 'refused', issues: [{path: 'name', message: 'must not be empty'}]});

async function mount(profile: OwnProfile | undefined = account, before: (inbox: FakeInbox) => void = () => undefined) {
  const inbox = new FakeInbox();
  inbox.commit((state) => (state.profile = profile));
  before(inbox);
  const it = await mountPanel<LoopSettings>('loop-settings', LoopSettings, inbox);
  const labelled = <E extends HTMLElement>(name: string): E => {
    const found = [...it.element.shadowRoot!.querySelectorAll<HTMLElement>('input, select, textarea')].find((each) =>
      [each.getAttribute('aria-label'), ...[...(each as HTMLInputElement).labels ?? []].map(({textContent}) => textContent)].some((text) => text?.trim().startsWith(name)));
    if (!found) throw new Error(`No field named ${name}`);
    return found as E;
  };
  const change = async (name: string, value: string) => {
    const field = labelled<HTMLInputElement>(name);
    field.value = value;
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await it.settle();
  };
  return {...it, labelled, change};
}

describe('<loop-settings>', () => {
  it('passes the accessibility audit', async () => {
    const it = await mount();
    await expect(it.element).to.be.accessible();
  });

  it('changes name and signature in the account, and says so', async () => {
    const it = await mount();
    await it.change('Name', ' Lena B. ');
    await it.change('Signature', 'Lena\nRepairs\n');
    expect(it.inbox.called('updateProfile')).to.deep.equal([[{name: 'Lena B.'}], [{signature: 'Lena\nRepairs'}]]);
    expect(it.text()).to.contain('Saved');
  });

  it('says at the field what the backend did not accept, and shows what holds', async () => {
    const it = await mount();
    it.inbox.answers.updateProfile = () => Promise.reject(refused);
    await it.change('Name', '');
    const name = it.labelled<HTMLInputElement>('Name');
    expect(name.value).to.equal('Lena Brandt');
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(it.find(`#${name.getAttribute('aria-describedby')}`).innerText.trim()).to.equal('Not saved. must not be empty');
  });

  it('offers neither name nor picture where the backend keeps none, and keeps the signature here', async () => {
    const it = await mount({name: 'Lena Brandt', keeps: new Set()}, (inbox) => inbox.commit((state) => (state.choices = {...state.choices, signature: 'Of this browser'})));
    expect(() => it.labelled('Name')).to.throw();
    expect(() => it.labelled('Change the picture')).to.throw();
    expect(it.labelled<HTMLTextAreaElement>('Signature').value).to.equal('Of this browser');
    expect(it.text()).to.contain('Kept in this browser');
  });

  it('uploads a picture and takes it away', async () => {
    const it = await mount(account, (inbox) => inbox.commit((state) => (state.session = {...state.session!, me: {...state.session!.me, avatarUrl: 'data:image/png;base64,iVBORw0KGgo='}})));
    const chosen = new DataTransfer();
    chosen.items.add(new File(['x'], 'me.png', {type: 'image/png'}));
    const input = it.labelled<HTMLInputElement>('Change the picture');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', {bubbles: true}));
    await it.settle();
    it.button('Remove the picture').click();
    await it.settle();
    const [[picture], [none]] = it.inbox.called('setAvatar') as [[{name: string; mime: string}], [null]];
    expect([picture.name, picture.mime, none]).to.deep.equal(['me.png', 'image/png', null]);
    expect(it.find<HTMLImageElement>('.avatar-picture img').src).to.match(/^data:/);
  });

  it('asks no other server for the agent’s picture', async () => {
    const it = await mount(account, (inbox) => inbox.commit((state) => (state.session = {...state.session!, me: {...state.session!.me, avatarUrl: 'https://elsewhere.example/me.png'}})));
    expect(it.find('img')).to.equal(null);
  });

  it('chooses language, theme, sending, and what the agent is told of', async () => {
    const it = await mount();
    await it.change('Language', 'ar');
    await it.change('Theme', 'dark');
    for (const name of ['Enter sends', 'In the inbox', 'Sound', 'New messages']) {
      it.labelled(name).click();
      await it.settle();
    }
    expect(it.inbox.called('prefer').flat()).to.deep.equal([
      {language: 'ar'}, {theme: 'dark'}, {enterSends: false}, {inApp: false}, {sound: true}, {quietKinds: ['new-message']},
    ]);
  });

  it('names languages in their own words', async () => {
    const it = await mount();
    expect([...it.labelled<HTMLSelectElement>('Language').options].map(({text}) => text.trim())).to.deep.equal(['As the page', 'English', 'العربية']);
  });

  it('hides what the host decides', async () => {
    const it = await mount();
    it.element.fixed = ['language', 'theme', 'density'];
    await it.settle();
    for (const name of ['Language', 'Theme', 'Density']) expect(() => it.labelled(name), name).to.throw();
  });

  it('says when a choice was not saved, and shows what holds', async () => {
    const it = await mount();
    it.inbox.answers.prefer = () => Promise.reject(new AdapterError({code: 'network', applied: 'no', message: 'offline'}));
    const enterSends = it.labelled<HTMLInputElement>('Enter sends');
    enterSends.click();
    await it.settle();
    expect(enterSends.checked).to.equal(true);
    expect(it.find('[role="alert"]:not(:empty)').innerText).to.contain('Not saved. There is no connection.');
  });
});
