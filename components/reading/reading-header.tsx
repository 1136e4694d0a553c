/** What stands above the text: title, outlet, authors, date, and the addresses at which it can be opened. */

import type { Article } from '../../core/article';
import { liveLink } from '../../core/text-fragment';
import { asPublished } from '../dates';
import { useStrings } from '../strings';

export function ReadingHeader({ article: { addresses, metadata } }: { article: Article }) {
  const t = useStrings();
  const { title, authors, published } = metadata;
  const outlet = metadata.outlet ?? metadata.source;
  const language = metadata.language?.value;
  const live = liveLink(addresses, null);
  return (
    <header class="reading-header">
      <h2 lang={language} dir="auto">
        {title?.value ?? t('untitled')}
      </h2>
      <p class="facts">
        {outlet !== null && <span lang={language}>{outlet.value}</span>}
        {authors !== null && <span lang={language}>{authors.value.join(t('name_separator'))}</span>}
        {published !== null && <time dateTime={published.value}>{asPublished(published.value)}</time>}
        {live !== null && (
          <span>
            <LiveLink address={live}>{t('reading_live')}</LiveLink>
          </span>
        )}
      </p>
      {addresses.length > 1 && (
        <details>
          <summary>{t('addresses')}</summary>
          <ul>
            {addresses.map((address) => (
              <li key={address} dir="ltr">
                <LiveLink address={address}>{address}</LiveLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

/** The site is not told where its reader came from. */
export function LiveLink({ address, children }: { address: string; children: string }) {
  return (
    <a class="live-link" href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
