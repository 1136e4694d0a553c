/** What the open article says of itself, each fact with the place where it was found in its tooltip. */

import type { Metadata, MetadataValue } from '../core/article';
import type { SiteRule } from '../core/site-rule';
import { ActionButton } from './action-button';
import { asPublished } from './dates';
import type { SidebarState } from './sidebar-model';
import { SiteMenu } from './site-menu';
import { useStrings } from './strings';
import { sourceWords } from './words';

interface ArticleHeaderProps {
  metadata: Metadata;
  counts: SidebarState['articleCounts'];
  isPaintHidden: boolean;
  siteRule: SiteRule;
  isAboutOpen: boolean;
  onHidePaint(isHidden: boolean): void;
  onRule(rule: SiteRule): void;
  onAbout(): void;
}

export function ArticleHeader(props: ArticleHeaderProps) {
  const { metadata, counts } = props;
  const t = useStrings();
  const { title, authors, published } = metadata;
  const outlet = metadata.outlet ?? metadata.source;
  const language = metadata.language?.value;
  const origin = (found: MetadataValue<unknown> | null) =>
    found === null ? undefined : t(sourceWords[found.from]);
  return (
    <div class="article-header">
      <h1 lang={language} dir="auto" title={origin(title)}>
        {title?.value ?? t('untitled')}
      </h1>
      <p class="facts">
        {outlet !== null && (
          <span lang={language} title={origin(outlet)}>
            {outlet.value}
          </span>
        )}
        {authors !== null && (
          <span lang={language} title={origin(authors)}>
            {authors.value.join(t('name_separator'))}
          </span>
        )}
        {published !== null && (
          <time
            dateTime={published.value}
            title={`${published.value} · ${
              published.zoneAssumed ? t('zone_assumed', origin(published) ?? '') : origin(published)
            }`}
          >
            {asPublished(published.value)}
          </time>
        )}
      </p>
      <p class="counts">
        {[
          t('count_kept', String(counts.kept)),
          ...(counts.unclear === 0 ? [] : [t('count_unclear', String(counts.unclear))]),
          ...(counts.lost === 0 ? [] : [t('count_lost', String(counts.lost))]),
        ].join(' · ')}
      </p>
      <ActionButton
        class="icon-button about-button"
        name={t('about')}
        command="sidebar-about"
        icon="about"
        isExpanded={props.isAboutOpen}
        onPress={props.onAbout}
      />
      <SiteMenu
        rule={props.siteRule}
        isPaintHidden={props.isPaintHidden}
        onRule={props.onRule}
        onHidePaint={props.onHidePaint}
      />
    </div>
  );
}
