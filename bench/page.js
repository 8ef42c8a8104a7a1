// Loads one subject and lets the runner use it.
const subject = await import(new URLSearchParams(location.search).get('module'));
const {sentence} = await import('/content.js');
const place = document.querySelector('main');

const frame = () => new Promise((done) => requestAnimationFrame(done));

/** Until it is shown and painted. */
async function until(shown) {
  const limit = performance.now() + 60_000;
  while (!shown()) {
    if (performance.now() > limit) throw new Error('it is not shown after a minute');
    await frame();
  }
  await frame();
  await frame();
}

let shown;
let count;

globalThis.acts = {
  async thread(messages) {
    count = messages;
    shown = subject.thread(place, messages);
    await until(() => shown.shows(sentence(count - 1)));
  },
  async append(times) {
    for (let time = 0; time < times; time++) {
      shown.append(count++);
      await undefined;
    }
    await until(() => shown.shows(sentence(count - 1)));
  },
  async list(rows) {
    count = rows;
    shown = subject.list(place, rows);
    await until(() => shown.shows(sentence(count - 1).slice(0, 24)));
  },
  async update() {
    const text = `changed ${performance.now()}`;
    shown.update(count - 2, text);
    await until(() => shown.shows(text));
  },
  async scroll() {
    const scroller = shown.scroller();
    for (let time = 0; time < 60; time++) {
      scroller.scrollTop += 400;
      await frame();
    }
  },
  field: () => shown.field().focus(),
};
globalThis.isReady = true;
