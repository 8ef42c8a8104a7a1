import {afterEach, describe, expect, it} from 'vitest';
import {listKey} from '../../../src/store/selectors.js';
import {Desk, smallDesk} from '../../support/desk.js';
import {settle} from '../../support/fake-clock.js';

let desk: Desk;
afterEach(() => desk.close());

const query = {view: 'active'};

/** A list of so many conversations, scrolled to its end. */
async function scrolled(count: number) {
  desk = new Desk({data: smallDesk(count)});
  const {inbox} = await desk.tab();
  inbox.commands.openList(query);
  await settle();
  const keys = () => inbox.state.lists.get(listKey(query))?.ids.keys ?? [];
  while (keys().length < count) {
    inbox.commands.loadMore(query);
    await settle();
  }
  const has = (from: number, to: number) => keys().slice(from, to).every((id) => inbox.state.conversations.has(id));
  const look = async (from: number, keep: readonly string[] = []) => {
    inbox.commands.trimList(query, keys().slice(from, from + 20), keep);
    await settle();
  };
  return {inbox, keys, has, look};
}

describe('a list that is scrolled far', () => {
  it('keeps the place of every row and the conversations near the reader, and reads the others again', async () => {
    const {inbox, keys, has, look} = await scrolled(2000);
    const before = [...keys()];
    expect(inbox.state.conversations.size).toBe(2000);
    await look(1900);
    expect(inbox.state.conversations.size).toBeLessThan(700);
    expect(has(1700, 2000)).toBe(true);
    expect(has(0, 1)).toBe(false);
    expect(keys()).toEqual(before);
    await look(500);
    expect(has(490, 530)).toBe(true);
    await look(0);
    expect(has(0, 20)).toBe(true);
    expect(keys()).toEqual(before);
  });

  it('never lets go of what is open, being written, picked or shown elsewhere', async () => {
    const {inbox, look} = await scrolled(1500);
    inbox.commands.openThread('k3');
    inbox.commands.setDraft('k4', 'reply', {text: 'Not yet'});
    await settle();
    await look(1400, ['k5']);
    expect(['k3', 'k4', 'k5', 'k6'].map((id) => inbox.state.conversations.has(id))).toEqual([true, true, true, false]);
  });

  it('hears what happens to conversations that it let go of', async () => {
    const {inbox, keys, look} = await scrolled(1500);
    await look(1400);
    desk.adapter.backend.as('jonas').archive('k6');
    await settle();
    expect(keys()).not.toContain('k6');
    expect(inbox.state.conversations.size).toBeLessThan(700);
  });

  it('lets go of nothing while it is short', async () => {
    const {inbox, look} = await scrolled(300);
    await look(280);
    expect(inbox.state.conversations.size).toBe(300);
  });

  it('tries again when rows could not be read', async () => {
    const {has, look} = await scrolled(1500);
    await look(1400);
    desk.faults.failNext(1, {code: 'unavailable'}, 'listConversations');
    await look(0);
    expect(has(0, 20)).toBe(false);
    await look(0);
    expect(has(0, 20)).toBe(true);
  });
});
