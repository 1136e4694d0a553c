/** Runs code where our content scripts run, by Chromium's protocol: what a page cannot do, and we ourselves could. */

import type { CDPSession } from 'playwright-core';
import type { ChromiumDriver } from './chromium';
import type { DrivenPage } from './driver';

export interface IsolatedWorldProbe {
  session: CDPSession;
  /** `expression` is awaited; its value must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
}

interface Context {
  id: number;
  origin: string;
}

export async function probeIsolatedWorld(
  driver: ChromiumDriver,
  page: DrivenPage,
): Promise<IsolatedWorldProbe> {
  const session = await driver.context.newCDPSession(driver.playwrightPage(page));
  let contextId: number | null = null;
  session.on('Runtime.executionContextCreated', ({ context }: { context: Context }) => {
    if (context.origin === `chrome-extension://${driver.extensionId}`) contextId = context.id;
  });
  await session.send('Runtime.enable');
  if (contextId === null) throw new Error('No script of ours runs in that page.');
  const context: number = contextId;
  return {
    session,
    async evaluate(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: context,
        awaitPromise: true,
        returnByValue: true,
        userGesture: false,
      });
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
  };
}
