/** What leaves the machine. */

import { useStrings } from './strings';

export function PrivacySection() {
  const t = useStrings();
  return (
    <section id="privacy" aria-labelledby="of-privacy">
      <h2 id="of-privacy">{t('privacy_title')}</h2>
      <p>{t('privacy_nothing')}</p>
      <p>{t('privacy_pages')}</p>
      <p>{t('privacy_files')}</p>
    </section>
  );
}
