/** Ends the background worker as the browser would, at once. */

import type { ChromiumDriver } from './chromium';

/** False where none runs. */
export async function killWorker({ context, extensionId }: ChromiumDriver): Promise<boolean> {
  const [page] = context.pages();
  if (page === undefined) throw new Error('No page is open.');
  const session = await context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
  const closed =
    worker !== undefined &&
    (await session.send('Target.closeTarget', { targetId: worker.targetId }).then(
      ({ success }) => success,
      () => false,
    ));
  await session.detach();
  return closed;
}
