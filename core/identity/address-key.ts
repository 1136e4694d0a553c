/** What the addresses of one article have in common as far as an address tells: AMP, mobile and print forms share a key. */

/** In front of a host, or of its first label: `m.news.example`, `en.m.news.example`. */
const formHost =
  /^(?:(?:www\d?|m|mobile|amp|wap|3g|touch|h5|print)\.)+(?=[^.]+\.)|(?<=^[^.]+\.)m\.(?=[^.]+\.)/u;

const formFolder = /^\/(?:amp|print|mobile)(?=\/)/u;
const formEnd = /(?:\/(?:amp|print|mobile)|[.-](?:amp|print)(?:\.[a-z]{3,5})?)\/?$/u;
const formParameter =
  /^(?:amp|print|printable|printerfriendly|mobile|ismobile)(?:=(?:1|true|yes|y)?)?$|^(?:outputtype|output|view|format|type)=(?:amp|print|mobile)$/iu;

const ampCache = /^https:\/\/(?:[^/]+\.cdn\.ampproject\.org|www\.google\.[a-z.]+\/amp)\/(?:[cv]\/)?(s\/)?/u;

/**
 * No address: it has no scheme, and nothing opens it. Two addresses with one key are held for one article.
 * @param address as `cleanAddress` gives it
 */
export function addressKey(address: string): string {
  const url = new URL(withoutCache(address));
  const host = url.host.replace(formHost, '');
  const parameters = url.search.slice(1).split('&');
  const kept = parameters.filter((parameter) => parameter !== '' && !formParameter.test(parameter));
  const search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  return `${host}${plainPath(url.pathname)}${search}${url.hash}`;
}

/** The path that an article's AMP, mobile and print forms share: `/news/amp` stays, because `/news` is no article. */
export function plainPath(pathname: string): string {
  const plain = withoutEnd(pathname.replace(formFolder, '').replace(formEnd, endingOf));
  return withoutEnd(namesArticle(plain) ? plain : pathname);
}

/** `/story.amp.html` becomes `/story.html`. */
function endingOf(end: string): string {
  return /[.-](?:amp|print)(\.[a-z]+)$/u.exec(end)?.[1] ?? '';
}

function withoutEnd(pathname: string): string {
  return pathname.replace(/\/(?:index\.s?html?)?$/u, '');
}

/** Whether the last part of a path looks like one article and not like a list: a number, a slug, a file of its own. */
export function namesArticle(pathname: string): boolean {
  const last = pathname.split('/').at(-1) ?? '';
  return (
    /\d{5}|^(?=.*\d)(?=.*[a-z])[a-z\d]{8,}/iu.test(last) ||
    last.split(/[-_]/u).length > 2 ||
    (/\.(?:s?html?|php|aspx?)$/u.test(last) && /\d/u.test(last)) ||
    /(?:%[\dA-F]{2}){6}/iu.test(last)
  );
}

function withoutCache(address: string): string {
  const cached = ampCache.exec(address);
  if (cached === null) return address;
  const inside = `http${cached[1] === undefined ? '' : 's'}://${address.slice(cached[0].length)}`;
  return URL.canParse(inside) ? inside : address;
}
