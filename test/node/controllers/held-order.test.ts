import type {ReactiveControllerHost} from 'lit';
import {beforeEach, describe, expect, it} from 'vitest';
import {HeldOrder} from '../../../src/controllers/held-order.js';
import {OrderedKeys} from '../../../src/store/ordered-keys.js';

describe('HeldOrder', () => {
  let order: OrderedKeys<number>;
  let held: HeldOrder;
  let renders: number;

  beforeEach(() => {
    renders = 0;
    const host = {addController: () => undefined, requestUpdate: () => void renders++} as unknown as ReactiveControllerHost;
    held = new HeldOrder(host);
    order = new OrderedKeys((a, b) => a - b);
    ['a', 'b', 'c', 'd'].forEach((key, index) => order.place(key, index));
    held.rows(order);
  });

  it('follows the order while nothing holds it', () => {
    order.place('d', -1);
    expect(held.rows(order)).toEqual({keys: ['d', 'a', 'b', 'c'], fresh: 0});
  });

  it('keeps rows where they are while held, although they move underneath', () => {
    held.hold('pointer');
    order.place('d', -1);
    expect(held.rows(order).keys).toEqual(['a', 'b', 'c', 'd']);
  });

  it('drops rows that left while held', () => {
    held.hold('focus');
    order.remove('b');
    expect(held.rows(order).keys).toEqual(['a', 'c', 'd']);
  });

  it('takes rows back to where they stood, several too', () => {
    held.hold('focus');
    order.remove('a');
    held.rows(order);
    order.remove('c');
    held.rows(order);
    order.place('a', 0);
    order.place('c', 2);
    expect(held.rows(order)).toEqual({keys: ['a', 'b', 'c', 'd'], fresh: 0});
  });

  it('only counts a row that left and comes back to another place', () => {
    held.hold('focus');
    order.remove('c');
    held.rows(order);
    order.place('c', -1);
    expect(held.rows(order)).toEqual({keys: ['a', 'b', 'd'], fresh: 1});
  });

  it('counts new rows above the end and shows those of a further page', () => {
    held.hold('pointer');
    order.place('top', -1);
    order.place('middle', 1.5);
    order.place('next page', 9);
    expect(held.rows(order)).toEqual({keys: ['a', 'b', 'c', 'd', 'next page'], fresh: 2});
  });

  it('still knows the end of the list when its last row moved to the top', () => {
    held.hold('pointer');
    order.place('d', -1);
    order.place('next page', 9);
    expect(held.rows(order)).toEqual({keys: ['a', 'b', 'c', 'd', 'next page'], fresh: 0});
  });

  it('lets in what is new once pointer and focus have both left', () => {
    held.hold('pointer');
    held.hold('focus');
    order.place('top', -1);
    held.release('pointer');
    expect(held.rows(order).fresh).toBe(1);
    held.release('focus');
    expect(renders).toBe(1);
    expect(held.rows(order).keys[0]).toBe('top');
  });

  it('lets in what is new when asked, and holds on from there', () => {
    held.hold('focus');
    order.place('top', -1);
    held.rows(order);
    held.letIn();
    expect(held.rows(order).keys[0]).toBe('top');
    order.place('newer', -2);
    expect(held.rows(order)).toMatchObject({fresh: 1});
  });

  it('shows another list as it is, although held', () => {
    held.hold('pointer');
    const other = new OrderedKeys<number>((a, b) => a - b);
    other.place('x', 0);
    expect(held.rows(other)).toEqual({keys: ['x'], fresh: 0});
  });
});
