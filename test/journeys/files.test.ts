import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {open, sees, seesNo, until, visit} from './support/visit.js';

/** A drawing of one colour, as a file that is no vector. */
const picture = (page: Page, colour: string): Promise<Buffer> =>
  page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(480, 320);
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = fill;
      context.fillRect(0, 0, 480, 320);
    }
    const blob = await canvas.convertToBlob({type: 'image/png'});
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, colour).then((bytes) => Buffer.from(bytes));

/** Through the button, by keyboard. */
const attach = async (page: Page, ...files: {name: string; mimeType: string; buffer: Buffer}[]) => {
  const button = page.getByRole('button', {name: 'Attach files'});
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
  await chooser.setFiles(files);
};

describe('an agent sends and looks at files', () => {
  it('picks, sends, sees them come back, and goes through the pictures, by keyboard alone', async () => {
    const {page} = await visit();
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
    await open(page, 'Ingrid Solheim', 'Seam of the backpack');
    await attach(
      page,
      {name: 'seam.png', mimeType: 'image/png', buffer: await picture(page, 'teal')},
      {name: 'price list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4')},
      {name: 'strap.png', mimeType: 'image/png', buffer: await picture(page, 'olive')},
    );
    const files = page.getByRole('list', {name: 'Files of the reply'});
    await until(() => files.getByRole('listitem').count()).toBe(3);
    await page.keyboard.press('Enter');
    const sent = page.getByRole('article', {name: /^You replied/});
    await sees(sent.getByText('Sent', {exact: true}));
    await seesNo(files);

    await sent.getByRole('button', {name: 'Open seam.png'}).focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', {name: 'Images of this conversation'});
    await sees(viewer.getByRole('img', {name: 'seam.png'}));
    await sees(viewer.getByText('1 of 2'));
    await page.keyboard.press('ArrowRight');
    await sees(viewer.getByRole('img', {name: 'strap.png'}));
    await page.keyboard.press('Escape');
    await seesNo(viewer);
    expect(await sent.getByRole('button', {name: 'Open seam.png'}).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);

    await sent.getByRole('button', {name: 'price list.pdf'}).focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('price list.pdf');
  });

  it('finds files of a draft again after a reload, with the kind they were meant for', async () => {
    const {page} = await visit({path: '/pages/desk.html?persist=files'});
    await open(page, 'Ingrid Solheim', 'Seam of the backpack');
    await page.getByRole('tab', {name: 'Note'}).click();
    await attach(page, {name: 'for-us.txt', mimeType: 'text/plain', buffer: Buffer.from('seam')});
    await sees(page.getByRole('list', {name: 'Files of the note'}));
    await page.getByRole('row').filter({hasText: 'Oliver Grant'}).click();
    await seesNo(page.getByRole('list', {name: 'Files of the note'}));
    await page.reload();
    await open(page, 'Ingrid Solheim', 'Seam of the backpack');
    await sees(page.getByRole('button', {name: 'Remove for-us.txt'}));
    await page.getByRole('tab', {name: 'Reply'}).click();
    await seesNo(page.getByRole('button', {name: 'Remove for-us.txt'}));
  });

  it('shows a picture before it is sent', async () => {
    const {page} = await visit();
    await open(page, 'Ingrid Solheim', 'Seam of the backpack');
    await attach(page, {name: 'seam.png', mimeType: 'image/png', buffer: await picture(page, 'teal')});
    const thumb = page.getByRole('list', {name: 'Files of the reply'}).locator('img');
    await until(() => thumb.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  });
});
