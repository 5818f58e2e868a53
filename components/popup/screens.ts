/** The screens of the popup; all but the first lie one step in. */
export const SCREENS = ['main', 'lines', 'top-up', 'help', 'pause', 'until'] as const;

export type ScreenName = (typeof SCREENS)[number];
