import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod/mini';
import { pollBackOnline, reviewAccess } from '../../utils/app/access.ts';
import { pollOnAlarm } from '../../utils/app/browser-start.ts';
import { keepDefect } from '../../utils/app/defects.ts';
import { createHandlers } from '../../utils/app/handlers.ts';
import { snooze } from '../../utils/app/pause-alerts.ts';
import { createServe } from '../../utils/app/serve.ts';
import { start } from '../../utils/app/start.ts';
import { guardStorage } from '../../utils/platform/access-level.ts';
import { ensureHeartbeat, listenToAlarms } from '../../utils/platform/alarms.ts';
import { clock } from '../../utils/platform/clock.ts';
import { listenToMessages } from '../../utils/platform/messages.ts';
import { listenToNetwork } from '../../utils/platform/network.ts';
import { listenToNotifications } from '../../utils/platform/notifications.ts';
import { listenToPermissions } from '../../utils/platform/permissions.ts';
import { compose } from './compose.ts';
import { listenToLifecycle } from './lifecycle.ts';
import { listenToMenu } from './menu.ts';
import { openFromNotification } from './notification-click.ts';

// zod's code generation would violate the extension's CSP.
z.config({ jitless: true });

/*
 * Every listener is added before anything is awaited: the browser wakes the background for an event and drops it
 * if nobody listens yet.
 */
export default defineBackground(() => {
  const deps = compose();
  const serve = createServe(createHandlers(deps));
  const whenReady = (work: () => Promise<unknown>) => void clock.ready.then(work).catch(report);

  listenToAlarms(() => whenReady(() => pollOnAlarm(deps)));
  listenToMessages(async (message) => {
    deps.pageSeen();
    await clock.ready;
    return serve(message);
  });
  listenToNotifications(
    (id) => whenReady(() => openFromNotification(deps, id)),
    (id) => whenReady(() => snooze(deps, id)),
  );
  listenToPermissions({ onChanged: () => whenReady(() => reviewAccess(deps)) });
  listenToNetwork(() => whenReady(() => pollBackOnline(deps)));
  listenToMenu(deps, whenReady);
  listenToLifecycle(whenReady, deps);
  whenReady(guardStorage);
  whenReady(ensureHeartbeat);
  whenReady(() => start(deps));

  function report(error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    console.error('Data Balance:', name);
    keepDefect(deps, name).catch(() => undefined);
  }
});
