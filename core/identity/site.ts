/** Which hosts have one owner, so that one may speak for the other. */

/** Under a country's domain, what stands for the kind of owner and not for the owner. */
const kinds = /^(?:com|co|net|org|gov|edu|ac|or|ne|go|gob|gouv|gub|idv|info|mil|nom|web)$/u;

/** Each name under these is another owner's: a fraction of the Public Suffix List, the part that publishes. */
const shared = new Set([
  ...['github.io', 'gitlab.io', 'pages.dev', 'workers.dev', 'netlify.app', 'vercel.app', 'web.app'],
  ...['firebaseapp.com', 'herokuapp.com', 'fly.dev', 'onrender.com', 'appspot.com'],
  ...['blogspot.com', 'wordpress.com', 'substack.com', 'medium.com', 'tumblr.com', 'ghost.io', 'typepad.com'],
  ...['livejournal.com', 'weebly.com', 'wixsite.com', 'webflow.io', 'notion.site', 'hatenablog.com'],
  ...['fc2.com', 'blog.jp', 'pixnet.net', 'blogcn.com'],
]);

/** The part of a host that one owner holds: `news.sina.com.cn` and `sina.com.cn` give the same. */
export function siteOf(hostname: string): string {
  const labels = hostname.split('.');
  if (/^[\d.]+$|^\[/u.test(hostname) || labels.length < 3) return hostname;
  const [kind = '', country = ''] = labels.slice(-2);
  const length = shared.has(`${kind}.${country}`) || (country.length === 2 && kinds.test(kind)) ? 3 : 2;
  return labels.slice(-length).join('.');
}
