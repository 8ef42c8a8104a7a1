// What tests ask of a browser, for WebKit's driver: it loses a key that is pressed again in one go ("zzz" becomes "z"), and the test
// runner's commands for such drivers hold no keys and set no window size.

/** Keys that are no letters, as WebDriver writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const functionKey = /^F(\d+)$/;
function keyOf(name) {
  const [, number] = functionKey.exec(name) ?? [];
  if (number) return String.fromCharCode(0xe030 + Number(number));
  return name === 'Space' ? ' ' : (keys[name] ?? name);
}

/**
 * A page of WebKit's driver in the form of one of puppeteer, as far as the test runner's commands use it.
 * @param driver webdriverio's browser
 */
export function webKitPage(driver) {
  const act = (...actions) => driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  const down = (key) => ({ type: 'keyDown', value: keyOf(key) });
  const up = (key) => ({ type: 'keyUp', value: keyOf(key) });
  const pointer = (...actions) => driver.performActions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  const move = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
  const buttons = { left: 0, middle: 1, right: 2 };
  const press = ({ button = 'left' } = {}) => ({ type: 'pointerDown', button: buttons[button] });
  const release = ({ button = 'left' } = {}) => ({ type: 'pointerUp', button: buttons[button] });
  return {
    keyboard: {
      down: (key) => act(down(key)),
      up: (key) => act(up(key)),
      press: (key) => act(down(key), up(key)),
      async type(text) {
        for (const letter of text) await act(down(letter), up(letter));
      },
    },
    mouse: {
      move: (x, y) => pointer(move(x, y)),
      down: (options) => pointer(press(options)),
      up: (options) => pointer(release(options)),
      click: (x, y, options) => pointer(move(x, y), press(options), release(options)),
      reset: () => driver.releaseActions(),
    },
    /** The driver sets the window's size; what the browser needs around the page is measured and added. */
    async setViewport({ width, height }) {
      await driver.setWindowSize(width, height);
      const [inner, tall] = await driver.execute('return [innerWidth, innerHeight]');
      await driver.setWindowSize(width + (width - inner), height + (height - tall));
    },
  };
}
