/** The zone in which a line's days are counted: its own, else the browser's. */
export function zoneOf(line: { zone: string | null }): string {
  return line.zone ?? browserZone();
}

/** The IANA zone of the person's clock. */
export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
