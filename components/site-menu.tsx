/** What the reader chooses for the whole site of the open page: where Pressmark shows itself, and what the site may see. */

import { type SiteRule, siteRules } from '../core/site-rule';
import { Icon } from './icons';
import { type MessageKey, useStrings } from './strings';

const ruleNames = {
  articles: 'site_articles',
  always: 'site_always',
  never: 'site_never',
} as const satisfies { [Rule in SiteRule]: MessageKey };

interface SiteMenuProps {
  rule: SiteRule;
  isPaintHidden: boolean;
  onRule(rule: SiteRule): void;
  onHidePaint(isHidden: boolean): void;
}

export function SiteMenu({ rule, isPaintHidden, onRule, onHidePaint }: SiteMenuProps) {
  const t = useStrings();
  return (
    <details class="site-menu">
      <summary class="icon-button" title={t('site_menu')} aria-label={t('site_menu')}>
        <Icon name="more" />
      </summary>
      <fieldset class="choices">
        <legend>{t('site_rule')}</legend>
        {siteRules.map((one) => (
          <label key={one}>
            <input type="radio" name="site-rule" checked={one === rule} onChange={() => onRule(one)} />
            {t(ruleNames[one])}
          </label>
        ))}
      </fieldset>
      <label title={t('hide_paint_why')}>
        <input
          type="checkbox"
          checked={isPaintHidden}
          onChange={(event) => onHidePaint(event.currentTarget.checked)}
        />
        {t('hide_paint')}
      </label>
    </details>
  );
}
