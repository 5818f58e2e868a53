/** A header as it is typed. One that is no secret goes with the mapping, into files as well. */
export interface HeaderRow {
  name: string;
  value: string;
  secret: boolean;
}

export const FIRST_ROWS: readonly HeaderRow[] = [{ name: 'Authorization', value: '', secret: true }];
