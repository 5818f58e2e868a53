import type { Glance } from '../../utils/domain/glance.ts';
import { lazy } from '../lazy.tsx';

/* What most first paints do not show stands in files of its own. */

export const AlertList = lazy(() => import('./AlertList.tsx').then((file) => file.AlertList));
export const Details = lazy(() => import('./Details.tsx').then((file) => file.Details));
export const EmptyState = lazy(() => import('./EmptyState.tsx').then((file) => file.EmptyState));
export const FailureNote = lazy(() => import('./FailureNote.tsx').then((file) => file.FailureNote));
export const Forecast = lazy(() => import('./Forecast.tsx').then((file) => file.Forecast));
export const HostsChanged = lazy(() => import('./HostsChanged.tsx').then((file) => file.HostsChanged));
export const LockedCard = lazy(() => import('./LockedCard.tsx').then((file) => file.LockedCard));
export const NoGlance = lazy(() => import('./NoGlance.tsx').then((file) => file.NoGlance));
export const NoticeList = lazy(() => import('./NoticeList.tsx').then((file) => file.NoticeList));
export const OtherScreen = lazy(() => import('./OtherScreen.tsx').then((file) => file.OtherScreen));
export const ReceiptButtons = lazy(() => import('../ReceiptButtons.tsx').then((file) => file.ReceiptButtons));
export const ReloadNotice = lazy(() => import('../ReloadNotice.tsx').then((file) => file.ReloadNotice));
export const TopUpCards = lazy(() => import('./TopUpCards.tsx').then((file) => file.TopUpCards));
export const TopUpNews = lazy(() => import('./TopUpNews.tsx').then((file) => file.TopUpNews));

/** Fetches what this glance shows above all else, so that nothing moves after the first paint. */
export async function loadWhatShows(glance: Glance | null): Promise<void> {
  await (glance ? loadPartsOf(glance) : NoGlance.load());
}

async function loadPartsOf({ lines, locked, notices }: Glance): Promise<void> {
  const shown: [boolean, { load: () => Promise<unknown> }][] = [
    [lines.length === 0, EmptyState],
    [lines.some(({ alerts }) => alerts.length > 0), AlertList],
    [lines.some(({ failure }) => failure !== null), FailureNote],
    [lines.some(({ hostsProposed }) => hostsProposed !== null), HostsChanged],
    [lines.some(({ topUp }) => topUp !== null), TopUpCards],
    [locked, LockedCard],
    [notices.length > 0, NoticeList],
  ];
  await Promise.all(shown.map(([shows, part]) => shows && part.load()));
}
