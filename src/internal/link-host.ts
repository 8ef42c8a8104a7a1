import {wholeUrl} from './url-policy.js';

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

/** An address and nothing else, as far as it is words: 'https://shop.example/a', 'www.shop.example', 'shop.example/a'. */
const addressOnly = /^(?:https?:\/\/)?((?:[^\s/?#@:]*@)?[^\s/?#:@]+\.[^\s/?#:@.]{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;

const bare = (host: string): string => host.toLowerCase().normalize('NFC').replace(/^www\./, '').replace(/\.$/, '');

/** True where one host is the other, or stands below it. */
const isWithin = (host: string, shown: string): boolean => host === shown || host.endsWith(`.${shown}`);

/** An address among other words, said to be one. */
const addressAmong = /(?<=https?:\/\/|\bwww\.)[^\s/?#:@]+[\p{L}\p{N}]/giu;

/**
 * Where a link leads, when its words let a reader expect another place: they name another host, one in letters that can be mistaken,
 * or hide it behind a name and an @. Letters are ASCII then. Undefined when the words are honest, or no address.
 *
 * @param texts the words, in each way to read them.
 */
export function hiddenHost(texts: readonly string[], href: string): string | undefined {
  const target = wholeUrl(href);
  if (!target || !/^https?:$/.test(target.protocol)) return undefined;
  if (target.username || target.password) return target.host;
  const isHonest = texts.every((text) => hostsIn(text.trim().slice(0, 2_100)).every((shown) => leadsTo(target, shown)));
  return isHonest ? undefined : target.host;
}

/** What words name. */
function hostsIn(words: string): readonly string[] {
  const only = addressOnly.exec(words)?.[1];
  return only ? [only] : (words.match(addressAmong) ?? []);
}

function leadsTo(target: URL, shown: string): boolean {
  const read = wholeUrl(`https://${shown}`);
  // The words are no host that could be: a slash that is none, a dot that is none.
  if (!read || read.username || !shown.split('.').every(isPlain)) return false;
  return isWithin(bare(target.hostname), bare(read.hostname));
}
