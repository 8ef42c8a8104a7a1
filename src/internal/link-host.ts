/** Latin letters stand beside those of East Asia in one name, and beside no others: so browsers judge too. */
const latin = /\p{Script=Latin}/u;
const strange = /[^\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u;
const european = /\p{Script=Greek}.*\p{Script=Cyrillic}|\p{Script=Cyrillic}.*\p{Script=Greek}/u;

/** Letters that are drawn as Latin ones: a word of nothing else can pretend to be one. */
const lookalikes = /^[-\dасԁеһіјӏорԛѕԝхуѵьґгѡѐєїԍкмнтвлпηοαερικντυχωγσօոսհցզքⅼℓƽɡɑıɩʋ]+$/iu;

/** One label of a host, as people would read it; undefined when it could be taken for another one. */
function isPlain(label: string): boolean {
  // All of ASCII is.
  return /^[ -~]*$/.test(label) || !((latin.test(label) && strange.test(label)) || european.test(label) || lookalikes.test(label));
}

const asUrl = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

/** An address and nothing else, as far as it is words: 'https://shop.example/a', 'www.shop.example', 'shop.example/a'. */
const addressOnly = /^(?:(https?:)\/\/)?((?:[^\s/?#@:]*@)?[^\s/?#:@]+\.[^\s/?#:@.]{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;

const bare = (host: string): string => host.toLowerCase().normalize('NFC').replace(/^www\./, '').replace(/\.$/, '');

/** True where one host is the other, or stands below it. */
const isWithin = (host: string, shown: string): boolean => host === shown || host.endsWith(`.${shown}`);

/**
 * Where a link leads, when its words let a reader expect another place: they name another host, one in letters that can be mistaken,
 * or hide it behind a name and an @. Letters are ASCII then. Undefined when the words are honest, or no address.
 */
export function hiddenHost(text: string, href: string): string | undefined {
  const target = asUrl(href);
  if (!target || !/^https?:$/.test(target.protocol)) return undefined;
  const words = text.trim();
  if (target.username || target.password) return target.host;
  const shown = addressOnly.exec(words.slice(0, 2_100))?.[2];
  if (shown === undefined) return undefined;
  const read = asUrl(`https://${shown}`);
  // The words are no host that could be: a slash that is none, a dot that is none.
  if (!read || read.username) return target.host;
  if (!shown.split('.').every(isPlain)) return target.host;
  return isWithin(bare(target.hostname), bare(read.hostname)) ? undefined : target.host;
}
