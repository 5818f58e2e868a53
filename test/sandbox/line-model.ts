import type { Database } from './database.ts';
import type { BucketRow, LineRow, OfferRow } from './rows.ts';
import type { Channel } from './usage-pattern.ts';

/** A line with all that it holds, in memory while its time runs on. */
export interface LineModel {
  line: LineRow;
  buckets: BucketRow[];
  offers: OfferRow[];
  /** spent since it was loaded, by `day channel` */
  spent: Map<string, number>;
}

export function loadLine(db: Database, lineId: string): LineModel | null {
  const line = db.get<LineRow>('SELECT * FROM lines WHERE id = ?', lineId);
  if (!line) return null;
  return {
    line,
    buckets: db.all<BucketRow>('SELECT * FROM buckets WHERE line_id = ? ORDER BY position', lineId),
    offers: db.all<OfferRow>('SELECT * FROM offers WHERE line_id = ? ORDER BY position', lineId),
    spent: new Map(),
  };
}

export function saveLine(db: Database, model: LineModel): void {
  db.transaction(() => {
    db.put('lines', model.line);
    db.run('DELETE FROM buckets WHERE line_id = ?', model.line.id);
    for (const bucket of model.buckets) db.put('buckets', bucket);
    for (const [key, amount] of model.spent) {
      const [day = '', channel = ''] = key.split(' ');
      db.run(
        `INSERT INTO usage VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET amount = amount + excluded.amount`,
        model.line.id,
        day,
        channel,
        amount,
      );
    }
    model.spent.clear();
  });
}

/** Adds to the use of the day, by the carrier's clock in UTC. */
export function noteUse(model: LineModel, channel: Channel, amount: number): void {
  if (amount === 0) return;
  const key = `${new Date(model.line.metered_to).toISOString().slice(0, 10)} ${channel}`;
  model.spent.set(key, (model.spent.get(key) ?? 0) + amount);
}

export function offerOf(model: LineModel, offerId: string | null): OfferRow | null {
  return model.offers.find((offer) => offer.id === offerId) ?? null;
}
