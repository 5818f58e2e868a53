/** A calendar day (`2026-11-21`) as day and month; it has no zone. */
export function dayName(day: string, locale: string): string {
  const style = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(`${day}T00:00:00Z`));
}
