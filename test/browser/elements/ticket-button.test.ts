import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {AdapterError, type NewTicket, type Ticket, type TicketField} from '../../../src/contract/index.js';
import type {LoopTicketCreatedEvent} from '../../../src/events/ticket-events.js';
import '../../../src/define/provider.js';
import type {LoopTicketButton} from '../../../src/elements/ticket-button/loop-ticket-button.js';
import {conversation, FakeInbox} from '../../support/fake-inbox.js';
import {mountTicketButton, ticketHarness} from '../../support/panel-harness.js';
import {until} from '../../support/until.js';

const fields: readonly TicketField[] = [
  {key: 'team', label: 'Team', kind: 'select', value: 'repairs', options: [{value: 'repairs', label: 'Repairs'}, {value: 'sales', label: 'Sales'}]},
  {key: 'priority', label: 'Priority', kind: 'priority'},
  {key: 'order', label: 'Order number', kind: 'text', required: true, help: 'As on the invoice', maxLength: 8},
  {key: 'pieces', label: 'Pieces', kind: 'number'},
  {key: 'due', label: 'Due', kind: 'date'},
  {key: 'tags', label: 'Tags', kind: 'tags'},
  {key: 'express', label: 'Express', kind: 'checkbox', value: true},
];

const made: Ticket = {id: 't1', number: 'NL-1204', title: 'Poles', status: 'Open', open: true, url: 'https://desk.example/NL-1204'};

function deskInbox(create: (ticket: NewTicket, clientId: string) => Promise<Ticket> = async () => made): FakeInbox {
  const inbox = new FakeInbox();
  inbox.commit((state) => state.conversations.put('k1', conversation('k1', {subject: 'Tent pole', contact: {id: 'c1', name: 'Marta Kowalczyk'}})));
  inbox.answers.ticketForm = async () => ({fields});
  inbox.answers.createTicket = create;
  return inbox;
}

const type = async (field: HTMLElement, text: string): Promise<void> => {
  field.focus();
  await sendKeys({type: text});
};

describe('<loop-ticket-button>', () => {
  it('passes the accessibility audit, closed and open', async () => {
    const it = await mountTicketButton(deskInbox());
    await expect(it.element).to.be.accessible();
    await it.open();
    // Colours are mixed with what is behind until it has come in.
    await until(() => getComputedStyle(it.find('dialog')!).opacity === '1');
    await expect(it.element).to.be.accessible();
  });

  it('is disabled with a title where there is no inbox', async () => {
    const element = await fixture<HTMLElement>(html`<loop-ticket-button conversation-id="k1"></loop-ticket-button>`);
    const button = element.shadowRoot!.querySelector('button')!;
    expect(button.disabled).to.equal(true);
    expect(button.title).to.equal('Tickets can’t be created here');
  });

  it('says the backend’s sentence where a ticket is denied', async () => {
    const inbox = deskInbox();
    inbox.commit((state) => state.conversations.put('k1', conversation('k1', {deny: {ticket: 'Only for agents of level 2.'}})));
    const it = await mountTicketButton(inbox);
    expect(it.find('button').title).to.equal('Only for agents of level 2.');
  });

  it('opens on a press and puts the focus into the title', async () => {
    const it = await mountTicketButton(deskInbox());
    it.element.focus();
    await sendKeys({press: 'Enter'});
    await oneFrame();
    await it.settle();
    expect(it.isOpen()).to.equal(true);
    await sendKeys({type: 'Poles'});
    expect(it.field('title').value).to.equal('Poles');
  });

  it('shows where it comes from and the backend’s fields with their first values', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    expect(it.text()).to.contain('From Marta Kowalczyk “Tent pole”');
    expect(it.field<HTMLSelectElement>('team').value).to.equal('repairs');
    expect(it.field('express').checked).to.equal(true);
    expect(it.text()).to.contain('Order number required');
    expect(it.text()).to.contain('As on the invoice');
  });

  it('creates the ticket with what was typed, each field as its kind says', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await type(it.field('pieces'), '2');
    await type(it.field('tags'), 'warranty, fjell');
    await it.submit();
    expect(it.inbox.called('createTicket')).to.deep.equal([
      [{title: 'Poles', conversationId: 'k1', fields: {team: 'repairs', order: '48213', pieces: 2, tags: ['warranty', 'fjell'], express: true}}, 'id-1'],
    ]);
  });

  it('names the new ticket and links to it', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect(it.text()).to.contain('Ticket NL-1204 is created');
    expect(it.button('Open the ticket').getAttribute('href')).to.equal('https://desk.example/NL-1204');
  });

  it('offers no link that would run a script', async () => {
    const it = await mountTicketButton(deskInbox(async () => ({...made, url: 'javascript:alert(1)'})));
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect(() => it.button('Open the ticket')).to.throw();
  });

  it('marks what is missing and puts the focus there, without asking the backend', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    await type(it.field('title'), 'Poles');
    await it.submit();
    expect(it.inbox.called('createTicket')).to.deep.equal([]);
    expect(it.field('order').getAttribute('aria-invalid')).to.equal('true');
    expect(it.field('order').matches(':focus')).to.equal(true);
  });

  it('shows what the backend says beside the field it means, keeps what was typed, and sends the same id again', async () => {
    let tries = 0;
    const it = await mountTicketButton(
      deskInbox(async () => {
        if (tries++ > 0) return made;
        throw new AdapterError({code: 'validation', message: 'bad', issues: [{path: 'fields.order', message: 'Digits only, like 48213.'}]});
      }),
    );
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48 213');
    await it.submit();
    expect(it.text()).to.contain('Digits only, like 48213.');
    expect(it.field('order').matches(':focus')).to.equal(true);
    expect(it.field('title').value).to.equal('Poles');
    await it.submit();
    expect(it.inbox.called('createTicket').map(([, clientId]) => clientId)).to.deep.equal(['id-1', 'id-1']);
  });

  it('says when the ticket may be there all the same', async () => {
    const it = await mountTicketButton(
      deskInbox(async () => {
        throw new AdapterError({code: 'network', message: 'lost'});
      }),
    );
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect(it.text()).to.contain('It may have been created all the same. Trying again makes no second one.');
  });

  it('keeps what was typed when it is closed by Escape, and forgets it on Cancel', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    await type(it.field('title'), 'Half a ti');
    await sendKeys({press: 'Escape'});
    expect(it.isOpen()).to.equal(false);
    await it.open();
    expect(it.field('title').value).to.equal('Half a ti');
    it.button('Cancel').click();
    await it.open();
    expect(it.field('title').value).to.equal('');
  });

  it('keeps the form open when the host cancels loop-ticket-create', async () => {
    const it = await mountTicketButton(deskInbox());
    it.element.addEventListener('loop-ticket-create', (event) => event.preventDefault());
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect(it.inbox.called('createTicket')).to.deep.equal([]);
    expect(it.field('title').value).to.equal('Poles');
  });

  it('tells of the ticket itself when it has an inbox of its own', async () => {
    const it = await mountTicketButton(deskInbox());
    it.element.inbox = it.inbox;
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    const told = oneEvent(it.element, 'loop-ticket-created');
    await it.submit();
    expect(((await told) as Event as LoopTicketCreatedEvent).ticket).to.equal(made);
  });

  it('offers to load the form again when it could not be loaded', async () => {
    const inbox = deskInbox();
    inbox.answers.ticketForm = async () => {
      throw new AdapterError({code: 'network', message: 'lost'});
    };
    const it = await mountTicketButton(inbox);
    await it.open();
    expect(it.text()).to.contain('The form can’t be shown.');
    inbox.answers.ticketForm = async () => ({fields});
    it.button('Try again').click();
    await it.settle();
    expect(it.field('order')).to.exist;
  });

  it('lets no click or key of the dialog through to the row it stands in', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    const heard: string[] = [];
    for (const name of ['click', 'keydown', 'input', 'submit']) it.element.parentElement!.addEventListener(name, () => heard.push(name));
    it.field('title').click();
    await type(it.field('title'), 'a');
    await sendKeys({press: 'Escape'});
    expect(heard).to.deep.equal([]);
  });

  it('stays with the conversation it was opened for when the button is pointed elsewhere', async () => {
    const it = await mountTicketButton(deskInbox());
    it.inbox.commit((state) => state.conversations.put('k2', conversation('k2', {subject: 'Another'})));
    await it.open();
    it.element.conversationId = 'k2';
    await it.settle();
    expect(it.text()).to.contain('“Tent pole”');
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect((it.inbox.called('createTicket')[0]![0] as NewTicket).conversationId).to.equal('k1');
  });

  it('opens as a dialog again after it was moved while open', async () => {
    const it = await mountTicketButton(deskInbox());
    await it.open();
    const parent = it.element.parentElement!;
    it.element.remove();
    parent.append(it.element);
    await it.settle();
    expect(it.isOpen()).to.equal(false);
    await it.open();
    expect(it.find('dialog').matches(':modal')).to.equal(true);
  });

  it('keeps a name when it shows only an icon', async () => {
    const it = await mountTicketButton(deskInbox(), {'conversation-id': 'k1', 'icon-only': ''});
    expect(it.button('Create a ticket')).to.exist;
    await expect(it.element).to.be.accessible();
  });

  it('keeps its buttons in sight in a low window', async () => {
    const it = await mountTicketButton(deskInbox());
    await setViewport({width: 360, height: 420});
    await it.open();
    const {bottom} = it.find('.submit').getBoundingClientRect();
    await setViewport({width: 800, height: 600});
    expect(bottom).to.be.lessThan(420);
  });

  it('finds the desk that it names from a row of the host’s table, and leaves the news to the desk', async () => {
    const inbox = deskInbox();
    const page = await fixture<HTMLElement>(html`
      <div>
        <loop-provider id="desk" .inbox=${inbox}></loop-provider>
        <table><tbody><tr><td><loop-ticket-button for="desk" conversation-id="k1">Report</loop-ticket-button></td></tr></tbody></table>
      </div>
    `);
    const button = page.querySelector<LoopTicketButton>('loop-ticket-button')!;
    await inbox.settle();
    await button.updateComplete;
    expect(button.matches(':state(disabled)')).to.equal(false);
    inbox.answers.createTicket = async () => {
      inbox.tell({type: 'ticket-created', ticket: made});
      return made;
    };
    const told: EventTarget[] = [];
    page.addEventListener('loop-ticket-created', (event) => told.push(event.target!));
    await button.open();
    await inbox.settle();
    const it = ticketHarness(button, inbox);
    await it.settle();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect(told).to.deep.equal([page.querySelector('#desk')]);
  });

  it('names the contact where there is no conversation', async () => {
    const it = await mountTicketButton(deskInbox(), {'contact-id': 'c1'});
    await it.open();
    await type(it.field('title'), 'Poles');
    await type(it.field('order'), '48213');
    await it.submit();
    expect((it.inbox.called('createTicket')[0]![0] as NewTicket).contact).to.deep.equal({id: 'c1'});
  });
});

const oneFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
